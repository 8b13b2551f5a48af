/** Reads our own annotated articles (tests/corpus/README.md): who is meant by the
 *  pronouns that are the sources of statements. */
#include "train/coref.h"

#include <string.h>

/** Statements of an article. */
#define STATEMENTS 128
/** Marks open at a time. */
#define OPEN_MAX 8

typedef struct article {
  PRESS_VEC(char) plain;
  press_span source[STATEMENTS]; /**< by number; the last part of it */
} article;

static uint32_t number(press_str s, size_t *i) {
  uint32_t n = 0;
  for (; *i < s.n && s.at[*i] >= '0' && s.at[*i] <= '9'; (*i)++)
    n = n * 10 + (uint32_t)(s.at[*i] - '0');
  return n;
}

/** Text without its marks; keeps where sources stand. */
static void strip(press_arena *a, press_str s, article *to) {
  struct {
    uint32_t statement, begin;
    bool source;
  } open[OPEN_MAX];
  uint32_t n = 0;
  for (size_t i = 0; i < s.n; i++) {
    if (s.at[i] == '{' && n < OPEN_MAX) {
      i++;
      open[n].statement = number(s, &i);
      open[n].source = i < s.n && s.at[i] == 's';
      open[n++].begin = to->plain.n;
      while (i < s.n && s.at[i] != ':') i++;
    } else if (s.at[i] == '}' && n) {
      n--;
      if (open[n].source && open[n].statement < STATEMENTS)
        to->source[open[n].statement] = (press_span){open[n].begin, to->plain.n};
    } else {
      *PRESS_PUSH(a, &to->plain) = s.at[i];
    }
  }
}

static bool letter(char ch) {
  return (ch >= 'a' && ch <= 'z') || (ch >= 'A' && ch <= 'Z') || (ch & 0x80);
}

static void mark(t_corefs *c, t_coref *d, uint32_t begin, uint32_t n, uint32_t id) {
  *PRESS_PUSH(c->arena, &d->gold) = (t_mention){{begin, begin + n}, begin, id};
}

/** Marks every place where `name` stands, at each of its words. */
static void mark_name(t_corefs *c, t_coref *d, press_str name, uint32_t id) {
  for (uint32_t i = 0; name.n && i + name.n <= d->plain.n; i++) {
    if (memcmp(d->plain.at + i, name.at, name.n)) continue;
    if ((i && letter(d->plain.at[i - 1])) ||
        (i + name.n < d->plain.n && letter(d->plain.at[i + name.n])))
      continue;
    for (uint32_t k = 0; k < name.n; k++)
      if (k == 0 || name.at[k - 1] == ' ') mark(c, d, i + k, 1, id);
  }
}

/** "1 direct | Ada Lund = Lund": whom source 1 means. */
static void row(t_corefs *c, t_coref *d, const article *from, press_str line) {
  size_t i = 0;
  uint32_t id = number(line, &i);
  press_str rest, names;
  press_str__cut(line, '|', &rest);
  names = press_str__trim(press_str__cut(rest, '|', &rest));
  if (!i || id >= STATEMENTS || !from->source[id].end || names.at == NULL ||
      press_str__starts(names, S("-")))
    return;
  press_str first = press_str__trim(press_str__cut(names, '=', &rest));
  uint32_t known = (uint32_t)(press_str__hash(first) % 1000000u) + STATEMENTS;
  for (; names.n; names = rest) {
    press_str name = press_str__trim(press_str__cut(names, '=', &rest));
    mark_name(c, d, name, known);
    mark_name(c, d, press_str__last_word(name), known);
  }
  mark(c, d, from->source[id].begin, 1, known);
}

bool press_coref__article(t_corefs *c, const char *path) {
  press_str all = press_corpus__read(c->arena, path);
  uint32_t end = press_str__find(all, S("\n---\n"));
  if (end == PRESS_NONE) return false;
  article from = {.plain = {0}};
  strip(c->arena, press_str__sub(all, 0, end), &from);
  t_coref d = {.plain = {from.plain.at, from.plain.n}, .partial = true};
  for (press_str rest = press_str__sub(all, end + 5, all.n); rest.n;)
    row(c, &d, &from, press_str__cut(rest, '\n', &rest));
  *PRESS_PUSH(c->arena, &c->at) = d;
  return true;
}
