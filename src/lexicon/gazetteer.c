#include "lexicon/gazetteer.h"

#include "base/utf8.h"
#include "lexicon/embed.h"
#include "lexicon/table.h"
#include "text/text.h"

#include <stdio.h>
#include <stdlib.h>

/* What a file may hold, besides PRESS_GAZETTEER_MAX: guards memory and time. */
#define MOST_NAMES    250000
#define MOST_COLUMNS  64
#define MOST_BYTES    120 /* of one name */
#define IRI_BYTES     1000
#define ARENA_BYTES   ((size_t)1 << 30)
#define SHOWN_BYTES   40 /* of a field, in messages */
#define COLUMNS_AFTER 2  /* IRI and country */

typedef struct reader {
  press_gazetteer *g;
  press_table countries;
  press_problem_fn on_problem;
  void *to;
  press_error *err;
  press_str all, line;
  unsigned number;
} reader;

/** One line cut at its tabs. */
typedef struct fields {
  press_str at[MOST_COLUMNS];
  uint32_t n;
  uint32_t aliases; /**< behind the last one */
  press_str iri, country;
} fields;

/* ---- Problems ---- */

static unsigned column_of(press_str line, const char *at) {
  unsigned column = 1;
  for (const char *p = line.at; p < at; p++) column += ((unsigned char)*p & 0xC0) != 0x80;
  return column;
}

/** Tells of the line's problem at `field`. False to stop. */
static bool problem(reader *r, press_str field, const char *format, press_str what) {
  char message[160];
  press_str shown = press_str__sub(what, 0, SHOWN_BYTES);
  while (shown.n && shown.n < what.n && ((unsigned char)what.at[shown.n] & 0xC0) == 0x80)
    shown.n--;
  snprintf(message, sizeof message, format, SFMT(shown));
  const char *at = field.at ? field.at : r->line.at;
  press_error found = {0};
  press_error__at(&found, PRESS_ERR_FORMAT, (size_t)(at - r->all.at), r->number,
                  column_of(r->line, at), "%s", message);
  if (r->on_problem && r->on_problem(r->to, &found) == 0) return true;
  if (r->err && !r->err->status) *r->err = found;
  return false;
}

/* ---- Names ---- */

press_str press_gazetteer__first(press_str folded) {
  size_t n = 0;
  for (; n < folded.n; n++) {
    unsigned char c = (unsigned char)folded.at[n];
    bool word = c >= 0x80 || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (!word) break;
  }
  return press_str__sub(folded, 0, n ? n : 1);
}

static press_str next_word(press_str *rest) {
  *rest = press_str__trim(*rest);
  size_t n = 0;
  while (n < rest->n) {
    size_t i = n;
    if (press_utf8__class(press_utf8__next(*rest, &i)) == PRESS_CHAR_BLANK) break;
    n = i;
  }
  press_str word = press_str__sub(*rest, 0, n);
  *rest = press_str__sub(*rest, n, rest->n);
  return word;
}

static bool has_case(press_str s, bool (*is)(uint32_t)) {
  for (size_t i = 0; i < s.n;)
    if (is(press_utf8__next(s, &i))) return true;
  return false;
}

static bool capital(press_str s) {
  size_t i = 0;
  return s.n && press_utf8__is_upper(press_utf8__next(s, &i));
}

/** A name all in capitals wants them all; a word with a capital wants one. */
static bool may_be_written(press_str alias, press_str text) {
  if (!has_case(alias, press_utf8__is_lower) && has_case(alias, press_utf8__is_upper) &&
      has_case(text, press_utf8__is_lower))
    return false;
  while (alias.n && text.n) {
    bool wanted = capital(next_word(&alias)), there = capital(next_word(&text));
    if (wanted && !there) return false;
  }
  return true;
}

const press_own_alias *press_gazetteer__find(const press_gazetteer *g, press_str key,
                                             press_str text) {
  uint32_t i = press_map__get(&g->alias_of, key);
  if (i == PRESS_NONE || !may_be_written(g->aliases.at[i].written, text)) return NULL;
  return &g->aliases.at[i];
}

/** Words divided by single spaces. */
static press_str tidy(press_arena *a, press_str s) {
  char *to = press_arena__alloc(a, s.n);
  size_t n = 0;
  while (s.n) {
    press_str word = next_word(&s);
    if (n && word.n) to[n++] = ' ';
    if (word.n) memcpy(to + n, word.at, word.n);
    n += word.n;
  }
  return (press_str){to, n};
}

static void put_alias(press_gazetteer *g, press_str written, press_str key,
                      uint32_t own) {
  *press_map__put(&g->arena, &g->alias_of, key) = g->aliases.n;
  *PRESS_PUSH(&g->arena, &g->aliases) = (press_own_alias){written, own};
  uint32_t *most = press_map__put(&g->arena, &g->longest, press_gazetteer__first(key));
  if (*most == PRESS_NONE || *most < key.n) *most = (uint32_t)key.n;
}

/** Whether `field` is fit for a name; `*wanted` says whether to go on when it is not. */
static bool is_name(reader *r, press_str field, bool *wanted) {
  bool word = false;
  for (size_t i = 0; i < field.n;) {
    press_char class = press_utf8__class(press_utf8__next(field, &i));
    word |= class == PRESS_CHAR_LETTER || class == PRESS_CHAR_DIGIT;
  }
  if (word && field.n <= MOST_BYTES) return true;
  *wanted = problem(r, field,
                    field.n > MOST_BYTES ? "'%.*s...' is too long for a name"
                                         : "'%.*s' has no letter and is no name",
                    field);
  return false;
}

/** Takes one name of line `own`. False to stop. `*taken` says that it is another's. */
static bool take_name(reader *r, press_str field, uint32_t own, bool *taken) {
  press_gazetteer *g = r->g;
  bool go_on = true;
  *taken = !is_name(r, field, &go_on);
  if (*taken) return go_on;
  press_str written = tidy(&g->arena, field);
  press_str key = press_utf8__fold(&g->arena, written);
  uint32_t known = press_map__get(&g->alias_of, key);
  if (known == PRESS_NONE) {
    put_alias(g, written, key, own);
    return true;
  }
  const press_own *other = &g->own.at[g->aliases.at[known].own];
  *taken = g->aliases.at[known].own != own;
  if (!*taken) return true;
  char format[64];
  snprintf(format, sizeof format, "'%%.*s' is a name of line %u already", other->line);
  return problem(r, field, format, field);
}

/* ---- Lines ---- */

static bool one_of(press_str s, const char *const *words) {
  for (; *words; words++)
    if (press_str__eq_nocase(s, press_str__of(*words))) return true;
  return false;
}

static bool type_of(press_str s, uint8_t *out) {
  static const char *const names[][5] = {
      [PRESS_OWN_PERSON] = {"person", "per", NULL},
      [PRESS_OWN_ORGANIZATION] = {"organization", "organisation", "org", NULL},
      [PRESS_OWN_PLACE] = {"place", "location", "loc", NULL},
      [PRESS_OWN_COUNTRY] = {"country", NULL},
  };
  for (size_t t = 0; t < sizeof names / sizeof *names; t++)
    if (one_of(s, names[t])) return *out = (uint8_t)t, true;
  return false;
}

static bool is_iri(press_str s) {
  size_t scheme = 0;
  for (; scheme < s.n && s.at[scheme] != ':'; scheme++) {
    char c = s.at[scheme];
    bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    bool other = (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
    if (!letter && (!other || !scheme)) return false;
  }
  press_str rest = press_str__sub(s, scheme, s.n);
  bool full = press_str__starts(rest, S("://")) || press_str__starts(s, S("urn:"));
  if (!full || rest.n < 4 || s.n > IRI_BYTES) return false;
  static const char allowed[] = "-._~:/?#[]@!$&'()*+,;=%";
  for (size_t i = scheme; i < s.n; i++) {
    unsigned char c = (unsigned char)s.at[i];
    bool word =
        (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (!word && !memchr(allowed, c, sizeof allowed - 1)) return false;
  }
  return true;
}

/** False when the line has too many columns. */
static bool cut_line(press_str line, fields *f) {
  for (f->n = 0; line.at; f->n++) {
    if (f->n == MOST_COLUMNS) return false;
    f->at[f->n] = press_str__trim(press_str__cut(line, '\t', &line));
    if (!f->at[f->n].at) f->at[f->n].at = "";
  }
  return true;
}

/** IRI and country are the last two columns; editors that cut tabs off the end leave
 *  the IRI last, or the name. False when neither can be. */
static bool find_ends(fields *f) {
  press_str last = f->at[f->n - 1];
  f->iri = f->country = (press_str){NULL, 0};
  f->aliases = f->n;
  if (f->n == 2) return true;
  if (is_iri(last) || (f->n == 3 && !last.n)) {
    f->iri = last;
    f->aliases = f->n - 1;
    return true;
  }
  if (f->n < 2 + COLUMNS_AFTER) return false;
  f->country = last;
  f->iri = f->at[f->n - 2];
  f->aliases = f->n - COLUMNS_AFTER;
  return true;
}

/** The table's own spelling of a code. */
static press_str known_country(const reader *r, press_str code) {
  char upper[2];
  if (code.n != 2) return (press_str){NULL, 0};
  for (int i = 0; i < 2; i++)
    upper[i] =
        (char)(code.at[i] >= 'a' && code.at[i] <= 'z' ? code.at[i] & ~32 : code.at[i]);
  const press_row *row = press_table__find(&r->countries, (press_str){upper, 2});
  return row ? row->column[0] : (press_str){NULL, 0};
}

/** Checks what is no name, and fills `own`. `*good` says whether it holds. */
static bool check_line(reader *r, const fields *f, press_own *own, bool *good) {
  static const press_str none = {NULL, 0};
  *good = false;
  if (!type_of(f->at[0], &own->type))
    return problem(r, f->at[0],
                   "type '%.*s' is not person, organization, place or country", f->at[0]);
  if (f->n < 2) return problem(r, none, "a type needs a name behind a tab%.*s", none);
  if (f->iri.n && !is_iri(f->iri))
    return problem(
        r, f->iri,
        "'%.*s' is no absolute, percent-encoded IRI; IRI and country are the last "
        "two columns",
        f->iri);
  own->iri = f->iri;
  own->country = known_country(r, f->country);
  if (f->country.n && !own->country.n)
    return problem(r, f->country,
                   "country '%.*s' is no ISO 3166-1 code of two letters, such as NO",
                   f->country);
  if (own->type == PRESS_OWN_COUNTRY && !own->country.n)
    return problem(r, none, "a country needs its code in the last column%.*s", none);
  *good = true;
  return true;
}

/** False to stop. */
static bool take_line(reader *r, const fields *f) {
  press_gazetteer *g = r->g;
  press_own own = {.line = r->number};
  bool good, taken;
  bool go_on = check_line(r, f, &own, &good);
  if (!good) return go_on;
  own.name = tidy(&g->arena, f->at[1]);
  own.iri = press_str__copy(&g->arena, own.iri);
  own.country = press_str__copy(&g->arena, own.country);
  uint32_t id = g->own.n;
  *PRESS_PUSH(&g->arena, &g->own) = own;
  go_on = take_name(r, f->at[1], id, &taken);
  if (taken) g->own.n--;
  if (taken || !go_on) return go_on;
  for (uint32_t i = 2; i < f->aliases; i++)
    if (f->at[i].n && !take_name(r, f->at[i], id, &taken)) return false;
  return true;
}

static bool read_line(reader *r) {
  fields f;
  if (!press_str__trim(r->line).n || r->line.at[0] == '#') return true;
  if (r->g->aliases.n >= MOST_NAMES) {
    r->on_problem = NULL;
    return problem(r, r->line, "too many names in one gazetteer%.*s", (press_str){0});
  }
  if (!cut_line(r->line, &f))
    return problem(r, r->line, "too many columns%.*s", (press_str){0});
  bool head = r->number == 1 && press_str__eq_nocase(f.at[0], S("type"));
  if (head) return true;
  if (f.n > 1 && !find_ends(&f))
    return problem(r, f.at[2],
                   "'%.*s': IRI and country are the last two columns; where they are not "
                   "known leave them empty",
                   f.at[2]);
  return take_line(r, &f);
}

static press_status read_all(reader *r, press_str bytes) {
  if (press_str__starts(bytes, S("\xEF\xBB\xBF")))
    bytes = press_str__sub(bytes, 3, bytes.n);
  while (bytes.n) {
    r->line = press_str__cut(bytes, '\n', &bytes);
    r->number++;
    if (r->line.n && r->line.at[r->line.n - 1] == '\r') r->line.n--;
    if (!read_line(r))
      return r->err && r->err->status ? r->err->status : PRESS_ERR_FORMAT;
  }
  return PRESS_OK;
}

static press_status check_bytes(press_str bytes, press_error *err) {
  if (bytes.n > PRESS_GAZETTEER_MAX)
    return press_error__set(err, PRESS_ERR_LIMIT,
                            "over %zu MiB: too long for a gazetteer",
                            PRESS_GAZETTEER_MAX >> 20);
  return press_text__check(bytes, err);
}

press_status press_gazetteer_new(press_gazetteer **out, press_str bytes,
                                 press_problem_fn on_problem, void *to,
                                 press_error *err) {
  if (!out || (bytes.n && !bytes.at))
    return press_error__set(err, PRESS_ERR_ARG, "NULL given");
  *out = NULL;
  TRY(check_bytes(bytes, err));
  press_gazetteer *g = calloc(1, sizeof *g);
  if (!g) return press_error__set(err, PRESS_ERR_NOMEM, "out of memory");
  jmp_buf full;
  press_arena__init(&g->arena, ARENA_BYTES, &full);
  reader r = {g, {0}, on_problem, to, err, bytes, {NULL, 0}, 0};
  press_status status;
  if (setjmp(full))
    status = press_error__set(err, PRESS_ERR_NOMEM, "out of memory");
  else if (!(status = press_table__load(&g->arena, S("countries"),
                                        press_embed__countries(), &r.countries, err)))
    status = read_all(&r, bytes);
  g->arena.out = NULL;
  if (status)
    press_gazetteer_free(g);
  else
    *out = g;
  return status;
}

void press_gazetteer_free(press_gazetteer *gazetteer) {
  if (!gazetteer) return;
  press_arena__clear(&gazetteer->arena);
  free(gazetteer);
}

uint32_t press_gazetteer_size(const press_gazetteer *gazetteer) {
  return gazetteer ? gazetteer->own.n : 0;
}
