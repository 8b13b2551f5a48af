#include "app/flag_set.h"

#include <stdlib.h>
#include <string.h>

#define WHY        256
#define MAX_JOBS   1024
#define MAX_SHARDS 1000000

static bool wrong(char *why, const char *flag, const char *value, const char *expected) {
  snprintf(why, WHY, "--%s: '%.60s' is not %s", flag, value, expected);
  return false;
}

/** Values that are one of a few words, by what the flag table calls them. */
static const struct {
  const char *arg, *words[8];
} choices[] = {
    {"THEME", {"light", "dark", "print"}},
    {"ENGINE", {"dot", "neato", "fdp", "sfdp", "circo", "twopi"}},
    {"HOW", {"auto", "none", "line", "json"}},
    {"WHEN", {"auto", "always", "never"}},
    {"SHELL", {"bash", "zsh", "fish"}},
};

const char *const *app_set__choices(const char *arg) {
  for (size_t i = 0; i < sizeof choices / sizeof *choices; i++)
    if (strcmp(choices[i].arg, arg) == 0) return choices[i].words;
  return NULL;
}

/** Which of the words `value` is, or -1. */
static int chosen(const char *arg, const char *value) {
  const char *const *words = app_set__choices(arg);
  for (int i = 0; words && words[i]; i++)
    if (strcmp(words[i], value) == 0) return i;
  return -1;
}

static bool add_kind(app_flags *f, const app_kind *kind) {
  for (unsigned i = 0; i < f->n_to; i++)
    if (f->to[i] == kind) return true;
  f->to[f->n_to++] = kind;
  return true;
}

static bool add_format(app_flags *f, const char *name, size_t n, char *why) {
  const app_kind *kind = app_kind__named(name, n), *two[2];
  if (kind) return add_kind(f, kind);
  if (app_kind__pair(name, n, two)) return add_kind(f, two[0]) && add_kind(f, two[1]);
  int used = snprintf(why, WHY, "format '%.*s' is not available; there are",
                      (int)(n < 30 ? n : 30), name);
  for (size_t i = 0; i < APP_KINDS && used < WHY; i++)
    used += snprintf(why + used, (size_t)(WHY - used), "%s %s", i ? "," : "",
                     app_kinds[i].name);
  return false;
}

bool app_set__to(app_flags *f, const char *value, char *why) {
  for (;;) {
    size_t n = strcspn(value, ",");
    if (!add_format(f, value, n, why)) return false;
    if (!value[n]) return true;
    value += n + 1;
  }
}

bool app_set__output(app_flags *f, const char *value, char *why) {
  if (!*value) return wrong(why, "output", value, "a file or a directory");
  f->output = strcmp(value, "-") == 0 ? NULL : value;
  return true;
}

bool app_set__merge(app_flags *f, const char *value, char *why) {
  (void)value, (void)why;
  return f->merge = true;
}

bool app_set__from(app_flags *f, const char *value, char *why) {
  if (strcmp(value, "text") == 0)
    f->from = APP_FROM_TEXT;
  else if (strcmp(value, "ndjson") == 0)
    f->from = APP_FROM_NDJSON;
  else
    return wrong(why, "from", value, "text or ndjson");
  return true;
}

bool app_set__scope(app_flags *f, const char *value, char *why) {
  if (strcmp(value, "speech") == 0)
    f->options.scope = PRESS_SCOPE_SPEECH;
  else if (strcmp(value, "all") == 0)
    f->options.scope = PRESS_SCOPE_ALL;
  else
    return wrong(why, "scope", value, "speech or all");
  return true;
}

bool app_set__min_score(app_flags *f, const char *value, char *why) {
  char *end;
  double score = strtod(value, &end);
  if (end == value || *end || !(score >= 0 && score <= 1))
    return wrong(why, "min-score", value, "a number from 0 to 1");
  f->options.min_score = (float)score;
  return true;
}

bool app_set__top(app_flags *f, const char *value, char *why) {
  char *end;
  unsigned long n = strtoul(value, &end, 10);
  if (value[0] < '0' || value[0] > '9' || *end || n >= PRESS_TOP_USUAL)
    return wrong(why, "top", value, "a number of statements, or 0 for all");
  f->drawing.top = (uint32_t)n;
  return true;
}

bool app_set__theme(app_flags *f, const char *value, char *why) {
  int i = chosen("THEME", value);
  if (i < 0) return wrong(why, "theme", value, "light, dark or print");
  f->drawing.theme = (press_theme)i;
  return true;
}

bool app_set__focus(app_flags *f, const char *value, char *why) {
  if (!*value) return wrong(why, "focus", value, "a speaker, country or issue");
  f->drawing.focus = (press_str){value, strlen(value)};
  return true;
}

bool app_set__layout(app_flags *f, const char *value, char *why) {
  if (chosen("ENGINE", value) < 0)
    return wrong(why, "layout", value, "dot, neato, fdp, sfdp, circo or twopi");
  f->drawing.layout = value;
  return true;
}

bool app_set__dot_style(app_flags *f, const char *value, char *why) {
  if (strcmp(value, "full") != 0 && strcmp(value, "plain") != 0)
    return wrong(why, "dot-style", value, "full or plain");
  f->drawing.plain = *value == 'p';
  return true;
}

bool app_set__files_from(app_flags *f, const char *value, char *why) {
  if (!*value) return wrong(why, "files-from", value, "a file of names");
  f->files_from = value;
  return true;
}

bool app_set__null(app_flags *f, const char *value, char *why) {
  (void)value, (void)why;
  return f->null = true;
}

bool app_set__shard(app_flags *f, const char *value, char *why) {
  char *end = NULL;
  unsigned long k = strtoul(value, &end, 10);
  bool good =
      value[0] >= '0' && value[0] <= '9' && *end == '/' && end[1] >= '0' && end[1] <= '9';
  unsigned long n = good ? strtoul(end + 1, &end, 10) : 0;
  if (!good || *end || k < 1 || k > n || n > MAX_SHARDS)
    return wrong(why, "shard", value, "K/N with K from 1 to N, such as 3/8");
  f->shard = (unsigned)k - 1;
  f->shards = (unsigned)n;
  return true;
}

bool app_set__skip_existing(app_flags *f, const char *value, char *why) {
  (void)value, (void)why;
  return f->skip_existing = true;
}

bool app_set__errors(app_flags *f, const char *value, char *why) {
  if (strcmp(value, "warn") != 0 && strcmp(value, "fail") != 0)
    return wrong(why, "errors", value, "fail or warn");
  f->forgive = *value == 'w';
  return true;
}

bool app_set__line_buffered(app_flags *f, const char *value, char *why) {
  (void)value, (void)why;
  return f->line_buffered = true;
}

bool app_set__progress(app_flags *f, const char *value, char *why) {
  int i = chosen("HOW", value);
  if (i < 0) return wrong(why, "progress", value, "auto, none, line or json");
  f->progress = (app_progress_how)i;
  return true;
}

bool app_set__jobs(app_flags *f, const char *value, char *why) {
  char *end;
  long n = strtol(value, &end, 10);
  if (end == value || *end || n < 1 || n > MAX_JOBS)
    return wrong(why, "jobs", value, "a number from 1 to 1024");
  f->jobs = (unsigned)n;
  return true;
}

/** An absolute IRI: a scheme, a colon, and no character that RDF forbids. */
static bool is_iri(const char *s) {
  size_t scheme =
      strspn(s, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.");
  if (!scheme || s[scheme] != ':' || !s[scheme + 1] || strchr("0123456789+-.", s[0]))
    return false;
  for (; *s; s++)
    if ((unsigned char)*s <= 0x20 || *s == 0x7f || strchr("<>\"{}|\\^`", *s))
      return false;
  return true;
}

bool app_set__base(app_flags *f, const char *value, char *why) {
  if (!is_iri(value))
    return wrong(why, "base", value, "an absolute IRI such as https://example.org/news/");
  f->base = value;
  return true;
}

bool app_set__gazetteer(app_flags *f, const char *value, char *why) {
  if (!*value) return wrong(why, "gazetteer", value, "a file");
  f->gazetteer = value;
  return true;
}

bool app_set__color(app_flags *f, const char *value, char *why) {
  int i = chosen("WHEN", value);
  if (i < 0) return wrong(why, "color", value, "auto, always or never");
  f->color = (app_color)i;
  return true;
}

bool app_set__quiet(app_flags *f, const char *value, char *why) {
  (void)value, (void)why;
  return f->quiet = true;
}

bool app_set__verbose(app_flags *f, const char *value, char *why) {
  (void)value, (void)why;
  return f->verbose = true;
}

/** The first of --help, --version asked for is done. */
static bool act(app_flags *f, app_action action) {
  if (f->action == APP_DO_RUN) f->action = action;
  return true;
}

bool app_set__help(app_flags *f, const char *value, char *why) {
  (void)value, (void)why;
  return act(f, APP_DO_HELP);
}

bool app_set__version(app_flags *f, const char *value, char *why) {
  (void)value, (void)why;
  return act(f, APP_DO_VERSION);
}

bool app_set__complete(app_flags *f, const char *value, char *why) {
  f->shell = value;
  if (chosen("SHELL", value) >= 0) return act(f, APP_DO_COMPLETE);
  return wrong(why, "help-completion", value, "bash, zsh or fish");
}

bool app_set__mdoc(app_flags *f, const char *value, char *why) {
  (void)value, (void)why;
  return act(f, APP_DO_MDOC);
}
