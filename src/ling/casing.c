/** What a word's capitals are worth: how its sentence is written, and how the rest of
 *  the document writes the same word. "Steel Tariffs Hit Norland" and "i flew from
 *  norland" are told from text whose capitals mean names. */
#include "ling/feature.h"

#include <utf8proc.h>

/** A sentence is in capitals from this share of its words on, or in title case from
 *  this share of its words of LONG letters or more, where it has FEW of them. */
#define CAPITALS_SHARE 0.7f
#define TITLE_SHARE    0.75f
#define LONG           4u
#define FEW            3u

typedef enum casing { NO_LETTER, LOWER, CAPITAL, ALL_CAPITALS } casing;

typedef enum style { PLAIN, NO_CAPITALS, TITLE, SHOUTED } style;

/** Occurrences of a word where capitals mean something. */
typedef struct seen {
  uint32_t lower, capital;
} seen;

static bool upper_at(press_str s, bool *letter) {
  unsigned char b = (unsigned char)s.at[0];
  if (b < 0x80) {
    bool up = b >= 'A' && b <= 'Z';
    *letter = up || (b >= 'a' && b <= 'z');
    return up;
  }
  utf8proc_int32_t c = 0;
  if (utf8proc_iterate((const utf8proc_uint8_t *)s.at, (utf8proc_ssize_t)s.n, &c) <= 0)
    return *letter = false;
  utf8proc_category_t k = utf8proc_category(c);
  bool up = k == UTF8PROC_CATEGORY_LU || k == UTF8PROC_CATEGORY_LT;
  *letter = up || k == UTF8PROC_CATEGORY_LL || k == UTF8PROC_CATEGORY_LO;
  return up;
}

static casing casing_of(press_str w) {
  bool letter;
  if (!w.n) return NO_LETTER;
  bool up = upper_at(w, &letter);
  if (!letter) return NO_LETTER;
  if (!up) return LOWER;
  bool small = false, more = false;
  for (size_t i = 1; i < w.n; i++) {
    small |= w.at[i] >= 'a' && w.at[i] <= 'z';
    more |= w.at[i] >= 'A' && w.at[i] <= 'Z';
  }
  return more && !small ? ALL_CAPITALS : CAPITAL;
}

static style style_of(const uint8_t *c, const press_text *t, press_sentence s) {
  uint32_t words = 0, lower = 0, shouted = 0, wide = 0, wide_up = 0;
  for (uint32_t i = s.begin; i < s.end; i++) {
    if (c[i] == NO_LETTER) continue;
    bool is_long = t->tokens[i].at.end - t->tokens[i].at.begin >= LONG;
    words++;
    lower += c[i] == LOWER;
    shouted += c[i] == ALL_CAPITALS;
    wide += is_long;
    wide_up += is_long && c[i] != LOWER;
  }
  if (words && lower == words) return NO_CAPITALS;
  if (words >= FEW && (float)shouted >= CAPITALS_SHARE * (float)words) return SHOUTED;
  return wide >= FEW && (float)wide_up >= TITLE_SHARE * (float)wide ? TITLE : PLAIN;
}

/** The sentence's first token that has a letter. */
static uint32_t first_word(const uint8_t *c, press_sentence s) {
  uint32_t i = s.begin;
  while (i < s.end && c[i] == NO_LETTER) i++;
  return i;
}

/** How often each word occurs with and without a capital; `of` gets its row. */
static seen *count(press_arena *a, const press_text *t, const uint8_t *c,
                   const uint8_t *styles, uint32_t *of) {
  press_map map = {0};
  seen *all = PRESS_NEW(a, seen, t->n_tokens + 1);
  uint32_t n = 0;
  for (uint32_t s = 0; s < t->n_sentences; s++) {
    uint32_t first = first_word(c, t->sentences[s]);
    for (uint32_t i = t->sentences[s].begin; i < t->sentences[s].end; i++) {
      press_str low = t->tokens[i].low;
      if (c[i] == NO_LETTER || !low.n) continue;
      uint32_t *at = press_map__put(a, &map, low);
      if (*at == PRESS_NONE) *at = n++;
      of[i] = *at;
      if (i == first || styles[s] != PLAIN) continue;
      all[*at].lower += c[i] == LOWER;
      all[*at].capital += c[i] != LOWER;
    }
  }
  return all;
}

void press_feature__casing(press_arena *a, const press_text *t, const press_units *u,
                           press_unit *units) {
  uint8_t *c = PRESS_NEW(a, uint8_t, t->n_tokens + 1);
  uint8_t *styles = PRESS_NEW(a, uint8_t, t->n_sentences + 1);
  uint32_t *of = PRESS_NEW(a, uint32_t, t->n_tokens + 1);
  for (uint32_t i = 0; i < t->n_tokens; i++)
    c[i] = (uint8_t)casing_of(press_text__token(t, i));
  for (uint32_t s = 0; s < t->n_sentences; s++)
    styles[s] = (uint8_t)style_of(c, t, t->sentences[s]);
  const seen *all = count(a, t, c, styles, of);
  for (uint32_t s = 0; s < t->n_sentences; s++) {
    uint32_t first = first_word(c, t->sentences[s]);
    for (uint32_t i = t->sentences[s].begin; i < t->sentences[s].end; i++) {
      if (c[i] == NO_LETTER) continue;
      bool counted = i != first && styles[s] == PLAIN;
      seen x = all[of[i]];
      bool lower = x.lower > (uint32_t)(counted && c[i] == LOWER);
      bool capital = x.capital > (uint32_t)(counted && c[i] != LOWER);
      units[u->of_token[i]].ids[PRESS_FEAT_CASING] =
          1 + 8 * (uint32_t)styles[s] + 4u * (i == first) + 2u * lower + capital;
    }
  }
}
