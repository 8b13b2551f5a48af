/** The flag table and its parser. */
#include "app/flags.h"

#include "app/flag_table.h"

#include <stdlib.h>
#include <string.h>

#define WHY 256

static const app_flag *by_letter(char letter) {
  for (size_t i = 0; i < app_n_flags; i++)
    if (app_flag_table[i].letter == letter) return &app_flag_table[i];
  return NULL;
}

static const app_flag *by_name(const char *name, size_t n) {
  for (size_t i = 0; i < app_n_flags; i++) {
    const app_flag *f = &app_flag_table[i];
    if (strlen(f->name) == n && memcmp(f->name, name, n) == 0) return f;
  }
  return NULL;
}

/** The command line while it is read. */
typedef struct reader {
  app_flags *out;
  char **argv;
  int argc, at;
  char *why;
} reader;

/** Sets one flag; its value is `attached` or, if that is NULL, the next argument. */
static bool apply(reader *r, const app_flag *f, const char *attached) {
  if (!f->arg) return f->set(r->out, NULL, r->why);
  if (!attached && r->at + 1 >= r->argc) {
    snprintf(r->why, WHY, "--%s needs a value: --%s %s", f->name, f->name, f->arg);
    return false;
  }
  return f->set(r->out, attached ? attached : r->argv[++r->at], r->why);
}

static bool read_long(reader *r, const char *word) {
  size_t n = strcspn(word, "=");
  const app_flag *f = by_name(word, n);
  if (!f) {
    snprintf(r->why, WHY, "no option '--%.*s'", (int)(n < 60 ? n : 60), word);
    return false;
  }
  if (word[n] && !f->arg) {
    snprintf(r->why, WHY, "--%s takes no value", f->name);
    return false;
  }
  return apply(r, f, word[n] ? word + n + 1 : NULL);
}

/** "-qm", "-tdot", "-t dot". */
static bool read_short(reader *r, const char *word) {
  for (; *word; word++) {
    const app_flag *f = by_letter(*word);
    if (!f) {
      snprintf(r->why, WHY, "no option '-%c'", *word);
      return false;
    }
    if (f->arg) return apply(r, f, word[1] ? word + 1 : NULL);
    if (!apply(r, f, NULL)) return false;
  }
  return true;
}

bool app_flags__parse(app_flags *out, int argc, char **argv, char *why) {
  *out = (app_flags){.options = PRESS_OPTIONS_INIT, .drawing = PRESS_DRAWING_INIT};
  out->inputs = app_mem__realloc(NULL, sizeof *out->inputs * (size_t)(argc + 1));
  reader r = {out, argv, argc, 1, why};
  if (argc > 1 && strcmp(argv[1], "merge") == 0) {
    out->from = APP_FROM_RECORDS;
    out->merge = true;
    r.at = 2;
  }
  bool operands_only = false;
  for (; r.at < argc; r.at++) {
    const char *word = argv[r.at];
    bool good = true;
    if (operands_only || word[0] != '-' || !word[1])
      out->inputs[out->n_inputs++] = word;
    else if (word[1] != '-')
      good = read_short(&r, word + 1);
    else if (word[2])
      good = read_long(&r, word + 2);
    else
      operands_only = true;
    if (!good) return false;
  }
  return true;
}
