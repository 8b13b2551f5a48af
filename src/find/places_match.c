/** Which phrases: the longest entry of places.tsv and metonyms.tsv at each capital. */
#include "find/places.h"

#include <string.h>

/** Longest phrase looked for, in tokens and bytes: the tables hold none longer. */
#define MATCH_TOKENS 8
#define MATCH_BYTES  64
/** A line of at least so many words, all in capitals, says nothing by capitals. */
#define SHOUT_WORDS 4

/** The tokens from one place on as the tables write them. */
typedef struct press_phrase {
  char at[MATCH_BYTES];
  uint32_t ends[MATCH_TOKENS]; /**< length after each token */
  uint32_t n;
} press_phrase;

static bool has_lower(press_str s) {
  for (size_t i = 0; i < s.n; i++)
    if (s.at[i] >= 'a' && s.at[i] <= 'z') return true;
  return false;
}

static bool has_upper(press_str s) {
  for (size_t i = 0; i < s.n; i++)
    if (s.at[i] >= 'A' && s.at[i] <= 'Z') return true;
  return false;
}

static bool shouts(const press_context *cx, uint32_t sentence) {
  const press_text *t = cx->text;
  press_sentence s = t->sentences[sentence];
  uint32_t words = 0;
  for (uint32_t i = s.begin; i < s.end; i++) {
    if (t->tokens[i].kind != PRESS_TOKEN_WORD) continue;
    if (has_lower(press_text__token(t, i))) return false;
    words++;
  }
  return words >= SHOUT_WORDS;
}

static void spell(const press_context *cx, uint32_t i, press_phrase *p) {
  const press_text *t = cx->text;
  uint32_t used = 0;
  p->n = 0;
  for (uint32_t k = i; p->n < MATCH_TOKENS && press_places__together(cx, i, k); k++) {
    press_str low = t->tokens[k].low;
    bool gap = k > i && t->tokens[k].space_before;
    if (used + gap + low.n > MATCH_BYTES) break;
    if (gap) p->at[used++] = ' ';
    memcpy(p->at + used, low.at, low.n);
    used += (uint32_t)low.n;
    p->ends[p->n++] = used;
  }
}

/** Whether the words [begin, end) are written as a row of the tables wants them. */
static bool written_so(const press_context *cx, const press_row *r, uint32_t begin,
                       uint32_t end, bool shouted) {
  const press_text *t = cx->text;
  if (press_str__eq(r->column[PRESS_PLACE_CODE], S("-"))) return true;
  if (press_places__flag(r, 'u')) {
    press_span at = press_text__range(t, begin, end);
    if (has_lower(press_str__span(t->raw, at))) return false;
    bool dotted = t->raw.at[at.begin + 1] == '.';
    return dotted || !shouted;
  }
  if (end - begin > 1 && press_str__eq(t->tokens[end - 1].low, S("state"))) return true;
  return has_upper(press_text__token(t, end - 1)) ||
         !has_lower(press_text__token(t, end - 1));
}

static bool look_up(const press_context *cx, const press_phrase *p, uint32_t i,
                    uint32_t n, bool shouted, press_guess *g) {
  press_str key = {p->at, p->ends[n - 1]};
  const press_row *rows = press_table__find(&cx->lex->places, key);
  const press_row *seat = press_table__find(&cx->lex->metonyms, key);
  if (rows && !written_so(cx, rows, i, i + n, shouted)) rows = NULL;
  if (!rows && !seat) return false;
  *g = (press_guess){.at = {i, i + n}, .rows = rows, .seat = seat};
  return true;
}

static bool longest_at(const press_context *cx, uint32_t i, bool shouted,
                       press_guess *g) {
  press_phrase p;
  spell(cx, i, &p);
  for (uint32_t n = p.n; n; n--)
    if (look_up(cx, &p, i, n, shouted, g)) return true;
  return false;
}

/** "Levy County", where the tables do not know "Levy". */
static bool county_at(const press_context *cx, uint32_t i, press_guess *g) {
  if (!press_places__capital(cx, i + 1) || !press_places__together(cx, i, i + 1))
    return false;
  if (!press_str__eq(press_places__low(cx, i + 1), S("county"))) return false;
  *g = (press_guess){.at = {i, i + 1}};
  return true;
}

static bool guess_at(const press_context *cx, uint32_t i, bool shouted, press_guess *g) {
  if (!press_places__capital(cx, i)) return false;
  return longest_at(cx, i, shouted, g) || county_at(cx, i, g);
}

/** What the caller's gazetteer names at `i`, which is `next` of its hits; a person or
 *  an organisation hides the words from the tables. */
static void take_own(const press_context *cx, uint32_t next, press_guesses *out) {
  const press_own *own = press_find__own_at(cx, next);
  bool land = own->type == PRESS_OWN_PLACE || own->type == PRESS_OWN_COUNTRY;
  if (!land || !own->country.n) return;
  *PRESS_PUSH(cx->arena, out) =
      (press_guess){.at = cx->own.at[next].at,
                    .code = own->country,
                    .marks = PRESS_GUESS_OWN | PRESS_GUESS_QUALIFIED,
                    .how = own->type == PRESS_OWN_PLACE ? PRESS_BY_PLACE : PRESS_BY_NAME};
}

/** Whether a phrase of the tables goes into the caller's next name. */
static bool runs_into(const press_context *cx, uint32_t next, press_range at) {
  return next < cx->own.n && at.end > cx->own.at[next].at.begin;
}

void press_places__match(const press_context *cx, press_guesses *out) {
  const press_text *t = cx->text;
  uint32_t sentence = PRESS_NONE, next = 0;
  bool shouted = false;
  for (uint32_t i = 0; i < t->n_tokens; i++) {
    if (next < cx->own.n && cx->own.at[next].at.begin == i) {
      take_own(cx, next, out);
      i = cx->own.at[next++].at.end - 1;
      continue;
    }
    if (t->tokens[i].sentence != sentence) {
      sentence = t->tokens[i].sentence;
      shouted = shouts(cx, sentence);
    }
    press_guess g;
    if (!guess_at(cx, i, shouted, &g) || runs_into(cx, next, g.at)) continue;
    *PRESS_PUSH(cx->arena, out) = g;
    i = g.at.end - 1;
  }
}
