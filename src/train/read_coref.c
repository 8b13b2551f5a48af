/** Reads GAP (tab-separated snippets) and GUM (CoNLL-U with entities). */
#include "train/coref.h"

#include <string.h>

#define COLUMNS 11
/** Entities open at a time. */
#define OPEN_MAX     64
#define SENTENCE_MAX 512

static uint32_t number(press_str s) {
  uint32_t n = 0;
  for (size_t i = 0; i < s.n && s.at[i] >= '0' && s.at[i] <= '9'; i++)
    n = n * 10 + (uint32_t)(s.at[i] - '0');
  return n;
}

/** Byte offset of code point `point`. */
static uint32_t byte_at(press_str s, uint32_t point) {
  uint32_t seen = 0;
  for (uint32_t i = 0; i < s.n; i++)
    if (((unsigned char)s.at[i] & 0xC0) != 0x80 && seen++ == point) return i;
  return (uint32_t)s.n;
}

static void mark(t_corefs *c, t_coref *d, press_str words, press_str offset,
                 uint32_t id) {
  uint32_t begin = byte_at(d->plain, number(offset));
  *PRESS_PUSH(c->arena, &d->gold) =
      (t_mention){{begin, begin + (uint32_t)words.n}, begin, id};
}

bool press_coref__gap(t_corefs *c, const char *path) {
  press_str rest = press_corpus__read(c->arena, path);
  press_str line = press_str__cut(rest, '\n', &rest); /* the columns' names */
  (void)line;
  if (!rest.n) return false;
  while (rest.n) {
    press_str col[COLUMNS];
    line = press_str__cut(rest, '\n', &rest);
    for (int i = 0; i < COLUMNS; i++) col[i] = press_str__cut(line, '\t', &line);
    if (!col[9].n) continue;
    t_coref d = {.id = col[0], .plain = col[1], .gap = true};
    bool a = col[6].at[0] == 'T' || col[6].at[0] == 't';
    bool b = col[9].at[0] == 'T' || col[9].at[0] == 't';
    mark(c, &d, col[4], col[5], 1);
    mark(c, &d, col[7], col[8], 2);
    mark(c, &d, col[2], col[3], a ? 1 : b ? 2 : COREF_NEITHER);
    d.pronoun = d.gold.at[2].at.begin;
    *PRESS_PUSH(c->arena, &c->at) = d;
  }
  return true;
}

/* ---- GUM ---- */

typedef struct reader {
  t_corefs *c;
  t_coref d;
  PRESS_VEC(char) plain;
  uint32_t begin[SENTENCE_MAX], head[SENTENCE_MAX]; /**< of the sentence's words */
  uint32_t n;
  struct {
    uint32_t id, word, begin;
  } open[OPEN_MAX];
  uint32_t n_open;
  bool space, para, wanted;
} reader;

static bool free_genre(press_str id) {
  static const char *const genres[] = {"GUM_news_",     "GUM_interview_", "GUM_bio_",
                                       "GUM_speech_",   "GUM_textbook_",  "GUM_voyage_",
                                       "GUM_academic_", "GUM_court_",     NULL};
  for (const char *const *g = genres; *g; g++)
    if (press_str__starts(id, press_str__of(*g))) return true;
  return false;
}

static void close_doc(reader *r) {
  if (r->wanted && r->plain.n) {
    r->d.plain = (press_str){r->plain.at, r->plain.n};
    *PRESS_PUSH(r->c->arena, &r->c->at) = r->d;
  }
  memset(&r->plain, 0, sizeof r->plain);
  r->d = (t_coref){0};
  r->n_open = 0;
  r->space = r->para = false;
}

/** The first word from `from` on whose head lies before it or behind the last word. */
static uint32_t head_of(const reader *r, uint32_t from) {
  for (uint32_t i = from; i < r->n; i++)
    if (r->head[i] < from + 1 || r->head[i] > r->n) return i;
  return from;
}

static void close_entity(reader *r, uint32_t k) {
  uint32_t end = (uint32_t)r->plain.n, word = r->open[k].word;
  uint32_t head = word == PRESS_NONE ? r->open[k].begin : r->begin[head_of(r, word)];
  *PRESS_PUSH(r->c->arena, &r->d.gold) =
      (t_mention){{r->open[k].begin, end}, head, r->open[k].id};
  for (; k + 1 < r->n_open; k++) r->open[k] = r->open[k + 1];
  r->n_open--;
}

static void close_id(reader *r, uint32_t id) {
  for (uint32_t k = r->n_open; k-- > 0;)
    if (r->open[k].id == id) {
      close_entity(r, k);
      return;
    }
}

/** "(1-person-...(2-place-...)1)": opens and closes entities at the last word. */
static void entities(reader *r, press_str s) {
  uint32_t opened[OPEN_MAX], n = 0;
  for (size_t i = 0; i < s.n; i++) {
    bool digit = s.at[i] >= '0' && s.at[i] <= '9';
    if (s.at[i] == '(' && r->n_open < OPEN_MAX) {
      uint32_t id = number(press_str__sub(s, i + 1, s.n));
      r->open[r->n_open].id = id;
      r->open[r->n_open].word = r->n - 1;
      r->open[r->n_open++].begin = r->begin[r->n - 1];
      opened[n++] = id;
      while (i + 1 < s.n && s.at[i + 1] != '(' && s.at[i + 1] != ')') i++;
    } else if (digit) {
      close_id(r, number(press_str__sub(s, i, s.n)));
      while (i + 1 < s.n && s.at[i] != ')') i++;
    } else if (s.at[i] == ')' && n) {
      close_id(r, opened[--n]);
    }
  }
}

static void word(reader *r, press_str line) {
  press_str col[10], rest;
  for (int i = 0; i < 10; i++) col[i] = press_str__cut(line, '\t', &line);
  if (memchr(col[0].at, '-', col[0].n) || memchr(col[0].at, '.', col[0].n)) return;
  if (r->n == SENTENCE_MAX) return;
  if (r->plain.n && r->para) {
    *PRESS_PUSH(r->c->arena, &r->plain) = '\n';
    *PRESS_PUSH(r->c->arena, &r->plain) = '\n';
  } else if (r->plain.n && r->space) {
    *PRESS_PUSH(r->c->arena, &r->plain) = ' ';
  }
  r->para = false;
  r->head[r->n] = number(col[6]);
  r->begin[r->n++] = r->plain.n;
  for (size_t i = 0; i < col[1].n; i++)
    *PRESS_PUSH(r->c->arena, &r->plain) = col[1].at[i];
  r->space = press_str__find(col[9], S("SpaceAfter=No")) == PRESS_NONE;
  for (rest = col[9]; rest.n;) {
    press_str field = press_str__cut(rest, '|', &rest);
    if (press_str__starts(field, S("Entity=")))
      entities(r, press_str__sub(field, 7, field.n));
  }
}

static void end_sentence(reader *r) {
  for (uint32_t k = 0; k < r->n_open; k++) r->open[k].word = PRESS_NONE;
  r->n = 0;
}

bool press_coref__gum(t_corefs *c, const char *path) {
  press_str rest = press_corpus__read(c->arena, path);
  reader r = {.c = c};
  if (!rest.n) return false;
  while (rest.n) {
    press_str line = press_str__cut(rest, '\n', &rest);
    if (line.n == 0) {
      end_sentence(&r);
    } else if (press_str__starts(line, S("# newdoc id = "))) {
      close_doc(&r);
      r.d.id = press_str__sub(line, 14, line.n);
      r.wanted = free_genre(r.d.id);
    } else if (press_str__starts(line, S("# newpar"))) {
      r.para = true;
    } else if (line.at[0] != '#') {
      word(&r, line);
    }
  }
  close_doc(&r);
  return true;
}
