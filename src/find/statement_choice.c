/** Which claims become statements: doubles, nested ones, scope. */
#include "find/statement.h"

/** Two claims of which one holds this share of the other's words are one. */
#define SAME_SHARE 0.8
/** What the model must give a cue inside another claim, and one without a source. */
#define NESTED_SCORE     0.9f
#define SOURCELESS_SCORE 0.7f
/** Neighbours looked at for doubles. */
#define DOUBLES_REACH 8

static uint32_t size_of(const press_claim *c) {
  uint32_t n = 0;
  for (uint32_t k = 0; k < c->parts.n; k++)
    n += c->parts.at[k].end - c->parts.at[k].begin;
  return n;
}

static uint32_t shared(const press_claim *a, const press_claim *b) {
  uint32_t n = 0;
  for (uint32_t i = 0, j = 0; i < a->parts.n && j < b->parts.n;) {
    press_range x = a->parts.at[i], y = b->parts.at[j];
    uint32_t from = x.begin > y.begin ? x.begin : y.begin;
    uint32_t to = x.end < y.end ? x.end : y.end;
    if (from < to) n += to - from;
    if (x.end < y.end)
      i++;
    else
      j++;
  }
  return n;
}

/** Drops the weaker of neighbours that say the same. */
void press_claim__drop_doubles(press_stating *s) {
  for (uint32_t i = 0; i < s->claims.n; i++) {
    press_claim *a = &s->claims.at[i];
    if (a->gone) continue;
    for (uint32_t j = i + 1; j < s->claims.n && j < i + DOUBLES_REACH; j++) {
      press_claim *b = &s->claims.at[j];
      if (b->gone) continue;
      uint32_t na = size_of(a), nb = size_of(b), both = shared(a, b);
      if (both < SAME_SHARE * (na > nb ? na : nb)) continue;
      if (a->score >= b->score)
        b->gone = true;
      else
        a->gone = true;
    }
  }
}

/** What the model is not sure enough of. A belief inside another's words is part of
 *  them; a statement there must be told clearly. */
static bool is_doubtful(const press_stating *s, const press_claim *c) {
  if (c->by != PRESS_BY_MODEL) return false;
  if (c->nested && (c->surety < NESTED_SCORE || !press_cue__spoken(s, c))) return true;
  return press_range__empty(c->source) && c->surety < SOURCELESS_SCORE;
}

bool press_claim__in_scope(const press_stating *s, const press_claim *c) {
  if (is_doubtful(s, c)) return false;
  if (s->cx->options->scope == PRESS_SCOPE_ALL) return true;
  return c->form != PRESS_INDIRECT || press_cue__spoken(s, c);
}

bool press_claim__nested(const press_stating *s, uint32_t claim) {
  press_range cue = s->claims.at[claim].cue;
  if (press_range__empty(cue)) return false;
  uint32_t outer = s->claim_of[cue.begin];
  return outer != PRESS_NONE && outer != claim && !s->claims.at[outer].gone;
}
