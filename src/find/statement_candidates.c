/** Claims from the language core's attributions, and the bookkeeping of coverage. */
#include "find/statement.h"

/** The core's cue probability from which an attribution is believed. */
#define CUE_SCORE 0.5f

press_claim *press_claim__add(press_stating *s, uint8_t by, press_range content,
                              float score) {
  press_claim *c = PRESS_PUSH(s->arena, &s->claims);
  *c = (press_claim){.by = by,
                     .heir = PRESS_NONE,
                     .relays = PRESS_NONE,
                     .surety = score,
                     .score = score};
  *PRESS_PUSH(s->arena, &c->parts) = content;
  return c;
}

static void cover(press_stating *s, uint32_t claim, press_range part) {
  for (uint32_t i = part.begin; i < part.end; i++)
    if (s->claim_of[i] == PRESS_NONE) s->claim_of[i] = claim;
}

void press_claim__cover(press_stating *s, uint32_t claim) {
  const press_claim *c = &s->claims.at[claim];
  for (uint32_t k = 0; k < c->parts.n && !c->gone; k++) cover(s, claim, c->parts.at[k]);
}

void press_claim__join(press_stating *s, uint32_t claim, press_range part) {
  press_parts *parts = &s->claims.at[claim].parts;
  while (parts->n && parts->at[parts->n - 1].end > part.begin) {
    press_range last = parts->at[--parts->n]; /* it held some of the part already */
    if (last.begin < part.begin) part.begin = last.begin;
    if (last.end > part.end) part.end = last.end;
  }
  *PRESS_PUSH(s->arena, parts) = part;
  cover(s, claim, part);
}

void press_claim__release(press_stating *s, press_range words) {
  for (uint32_t i = words.begin; i < words.end; i++) {
    if (s->claim_of[i] == PRESS_NONE) continue;
    press_claim *c = &s->claims.at[s->claim_of[i]];
    uint32_t n = 0;
    for (uint32_t k = 0; k < c->parts.n; k++)
      if (!press_range__meets(c->parts.at[k], words)) c->parts.at[n++] = c->parts.at[k];
    c->parts.n = n;
    c->gone = n == 0;
    s->claim_of[i] = PRESS_NONE;
  }
}

uint32_t press_claim__covered(const press_stating *s, press_range at) {
  uint32_t n = 0;
  for (uint32_t i = at.begin; i < at.end; i++) {
    uint32_t k = s->claim_of[i];
    if (k == PRESS_NONE) continue;
    press_range cue = s->claims.at[k].cue;
    bool inner = s->claims.at[k].by == PRESS_BY_MODEL && !press_range__empty(cue) &&
                 press_range__holds(at, cue.begin);
    n += !inner;
  }
  return n;
}

static void from_attribution(press_stating *s, const press_attribution *a) {
  if (a->score < CUE_SCORE || !a->content.n) return;
  press_claim *c = press_claim__add(s, PRESS_BY_MODEL, a->content.at[0], a->score);
  for (uint32_t k = 1; k < a->content.n; k++)
    *PRESS_PUSH(s->arena, &c->parts) = a->content.at[k];
  c->cue = a->cue;
  c->from = a;
  c->source_score = a->source_score;
  c->content_score = a->content_score;
  if (a->source.n) c->source = a->source.at[0];
}

void press_claim__from_model(press_stating *s) {
  for (uint32_t i = 0; i < s->ling->n_attributions; i++) {
    from_attribution(s, &s->ling->attributions[i]);
  }
}
