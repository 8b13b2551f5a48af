#include "find/topic.h"

#include <math.h>

static const float VALUE = 2; /* of a feature in a text of one word */
enum { MOST_BYTES = 80, MOST_WORDS = 4 };

uint64_t press_topic__word_key(press_str word) {
  return press_linear__key("w", word, S(""));
}

float press_topic__value(uint32_t n) {
  return n ? VALUE / sqrtf((float)n) : 0;
}

/** A word that says something of the topic: "the" and "said" do not. */
static bool telling(const press_lexicon *lex, const press_token *t) {
  if (t->kind != PRESS_TOKEN_WORD || !t->low.n || t->low.at[0] == '\'') return false;
  const press_row *r = press_table__find(&lex->issue_words, t->low);
  for (; r; r = r->next == PRESS_NONE ? NULL : &lex->issue_words.rows[r->next])
    if (r->column[1].n && r->column[1].at[0] == 'f') return false;
  return true;
}

/** Tokens [b, e) as a key of the issues' table, the last word without its plural s. */
static press_str key(const press_text *t, uint32_t b, uint32_t e, char *to) {
  size_t n = 0;
  for (uint32_t i = b; i < e; i++) {
    press_str low = t->tokens[i].low;
    if (n + low.n + 1 > MOST_BYTES) return (press_str){0};
    if (i > b && t->tokens[i].space_before) to[n++] = ' ';
    memcpy(to + n, low.at, low.n);
    n += low.n;
  }
  if (n > 3 && to[n - 1] == 's' && to[n - 2] != 's') n--;
  return (press_str){to, n};
}

/** The row of the longest known issue that begins at `b`; `*e` is its end. */
static const press_row *issue_at(const press_lexicon *lex, const press_text *t,
                                 uint32_t b, uint32_t end, uint32_t *e) {
  char to[MOST_BYTES];
  for (*e = end < b + MOST_WORDS ? end : b + MOST_WORDS; *e > b; --*e) {
    const press_row *r = press_table__find(&lex->issues, key(t, b, *e, to));
    if (r) return r;
  }
  return NULL;
}

static void issues(press_arena *arena, const press_lexicon *lex, const press_text *t,
                   press_range at, float value, press_features *out) {
  for (uint32_t i = at.begin, e; i < at.end; i++) {
    const press_row *r =
        telling(lex, &t->tokens[i]) ? issue_at(lex, t, i, at.end, &e) : NULL;
    if (!r) continue;
    if (r->column[3].n)
      press_linear__add(arena, out, "field", r->column[3], S(""), value);
    i = e - 1;
  }
}

uint32_t press_topic__words(press_arena *arena, const press_lexicon *lex,
                            const press_text *t, press_range at, press_features *out) {
  uint32_t n = 0;
  for (uint32_t i = at.begin; i < at.end; i++) n += telling(lex, &t->tokens[i]);
  float value = press_topic__value(n);
  for (uint32_t i = at.begin; i < at.end; i++)
    if (telling(lex, &t->tokens[i]))
      press_linear__add(arena, out, "w", t->tokens[i].low, S(""), value);
  return n;
}

uint32_t press_topic__features(press_arena *arena, const press_lexicon *lex,
                               const press_text *t, press_range at, press_features *out) {
  uint32_t n = press_topic__words(arena, lex, t, at, out);
  issues(arena, lex, t, at, press_topic__value(n), out);
  return n;
}
