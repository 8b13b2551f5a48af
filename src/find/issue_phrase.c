/** Phrases as the tables hold them and as a reader would write them. */
#include "find/issue_candidates.h"

#define MOST_BYTES 160 /* in a phrase; longer ones are no issue */

bool press_issue__hyphen(const press_text *t, uint32_t i) {
  return t->tokens[i].low.n == 1 && t->tokens[i].low.at[0] == '-' &&
         !t->tokens[i].space_before;
}

bool press_issue__is(const press_context *cx, press_str word, char class) {
  const press_row *r = press_table__find(&cx->lex->issue_words, word);
  for (; r; r = r->next == PRESS_NONE ? NULL : &cx->lex->issue_words.rows[r->next])
    if (r->column[1].n && r->column[1].at[0] == class) return true;
  return false;
}

bool press_issue__token_is(const press_context *cx, uint32_t i, char class) {
  press_str lemma = cx->ling->words[i].lemma;
  return press_issue__is(cx, cx->text->tokens[i].low, class) ||
         (lemma.n && press_issue__is(cx, lemma, class));
}

/** "5G", "NHS", "iPhone": no capital of a sentence's begin. */
static bool capital_inside(press_str s) {
  for (size_t i = 1; i < s.n; i++)
    if (s.at[i] >= 'A' && s.at[i] <= 'Z') return true;
  return false;
}

/** "North American Free Trade Agreement": a name, by its capitals or its last word. */
static bool name(const press_context *cx, uint32_t b, uint32_t e) {
  const press_text *t = cx->text;
  if (e > b && cx->ling->words[e - 1].upos == PRESS_UPOS_PROPN) return true;
  if (e < b + 2 || t->tokens[b].at.begin < t->headline.end) return false;
  for (uint32_t i = b; i < e; i++) {
    press_str as_read = press_text__token(t, i);
    if (!as_read.n || as_read.at[0] < 'A' || as_read.at[0] > 'Z') return false;
  }
  return true;
}

static press_str spelling(const press_context *cx, uint32_t i, bool last, bool named) {
  const press_word *w = &cx->ling->words[i];
  press_str as_read = press_text__token(cx->text, i);
  if (named || w->upos == PRESS_UPOS_PROPN || capital_inside(as_read)) return as_read;
  return last && w->lemma.n && w->upos == PRESS_UPOS_NOUN ? w->lemma
                                                          : cx->text->tokens[i].low;
}

/** The words of [b, e) into `to`, which holds MOST_BYTES; empty when they are more.
 *  `low`: as the tables hold them, else as a reader would write them. */
static press_str phrase(const press_context *cx, uint32_t b, uint32_t e, bool low,
                        char *to) {
  size_t n = 0;
  bool named = name(cx, b, e);
  for (uint32_t i = b; i < e; i++) {
    const press_word *w = &cx->ling->words[i];
    bool head = i + 1 == e && w->upos == PRESS_UPOS_NOUN && w->lemma.n;
    press_str word = spelling(cx, i, i + 1 == e, named);
    if (low) word = head ? w->lemma : cx->text->tokens[i].low;
    if (n + word.n + 1 > MOST_BYTES) return (press_str){0};
    if (i > b && cx->text->tokens[i].space_before) to[n++] = ' ';
    memcpy(to + n, word.at, word.n);
    n += word.n;
  }
  return (press_str){to, n};
}

press_str press_issue__phrase(const press_context *cx, press_range at, bool low) {
  char words[MOST_BYTES];
  return press_str__copy(cx->arena, phrase(cx, at.begin, at.end, low, words));
}

/** The last word of `s` without its plural s, where the tagger took a plural for a
 *  name: "Tariffs" in a headline. */
static press_str singular(press_str s) {
  if (s.n > 3 && s.at[s.n - 1] == 's' && s.at[s.n - 2] != 's') s.n--;
  return s;
}

const press_row *press_issue__known(const press_context *cx, uint32_t b, uint32_t e) {
  char words[MOST_BYTES];
  if (b >= e || e - b > cx->lex->issues.longest + 2) return NULL;
  press_str s = phrase(cx, b, e, true, words);
  const press_row *r = press_table__find(&cx->lex->issues, s);
  if (r || cx->ling->words[e - 1].upos != PRESS_UPOS_PROPN) return r;
  return press_table__find(&cx->lex->issues, singular(s));
}

const press_row *press_issue__part(const press_context *cx, uint32_t b, uint32_t e,
                                   press_range *at) {
  for (uint32_t n = e - b - 1; n >= 1; n--)
    for (uint32_t i = e - n;; i--) {
      const press_row *r = press_issue__known(cx, i, i + n);
      if (r) {
        *at = (press_range){i, i + n};
        return r;
      }
      if (i == b) break;
    }
  return NULL;
}

press_str press_issue__lower(const press_context *cx, press_str s) {
  char *low = press_arena__array(cx->arena, s.n + 1, 1);
  for (size_t i = 0; i < s.n; i++)
    low[i] = s.at[i] >= 'A' && s.at[i] <= 'Z' ? (char)(s.at[i] | 32) : s.at[i];
  return (press_str){low, s.n};
}

press_str press_issue__row_label(const press_row *r) {
  return r->column[4].n ? r->column[4] : r->column[0];
}

float press_issue__row_weight(const press_row *r) {
  return (float)press_row__number(r, 1, 0);
}

uint32_t press_issue__field(const press_row *r) {
  double n = press_row__number(r, 3, 0);
  return n > 0 && n < PRESS_ISSUE_FIELDS ? (uint32_t)n : 0;
}
