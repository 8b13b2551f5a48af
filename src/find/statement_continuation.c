/** Quotations that run over paragraphs. A paragraph that is nothing but quotation
 *  goes on with the statement before it when that one's mark is still open; else it
 *  is a statement without cue, most likely by the speaker before. */
#include "find/statement.h"

/** Words outside quotation marks that a paragraph of pure quotation may hold. */
#define LOOSE_WORDS 0
/** Words from which such a paragraph counts; more where nobody spoke before it: a
 *  short one is a heading then. */
#define PARA_WORDS 6
#define LONE_WORDS 9
/** Share of the paragraph that claims with cues may already hold. */
#define HELD_SHARE 0.3
/** Score where the mark was left open before, and where it was not. */
#define OPEN_SCORE 0.9f
#define NEW_SCORE  0.5f

/** The words of a paragraph that stands in quotation marks from its first token on;
 *  0 where something else stands there. */
static uint32_t only_quoted(const press_stating *s, const press_para *p) {
  uint32_t words = 0, loose = 0;
  if (p->kind != PRESS_PARA_BODY || p->begin >= p->end) return 0;
  if (s->run_of[p->begin] == PRESS_NONE) return 0;
  for (uint32_t i = p->begin; i < p->end; i++) {
    if (!press_stating__word(s, i)) continue;
    words++;
    loose += s->run_of[i] == PRESS_NONE;
  }
  return loose <= LOOSE_WORDS ? words : 0;
}

/** The claim that holds the end of paragraph `p`, or the last that ends in it. */
static uint32_t last_claim(const press_stating *s, const press_para *p) {
  for (uint32_t i = p->end; i > p->begin; i--)
    if (s->claim_of[i - 1] != PRESS_NONE) return s->claim_of[i - 1];
  return PRESS_NONE;
}

static bool goes_on(const press_stating *s, const press_para *p) {
  return s->text->quotes[s->run_of[p->begin]].continues != PRESS_NONE;
}

/** Takes the parts of a claim in pure quotation away from an indirect one: "He said
 *  it was hard." and then a paragraph of quotation are two statements. */
static void part_from_indirect(press_stating *s, uint32_t claim, const press_para *p) {
  press_claim *c = &s->claims.at[claim];
  uint32_t keep = 0;
  while (keep < c->parts.n && c->parts.at[keep].begin < p->begin) keep++;
  if (keep == 0 || keep == c->parts.n) return;
  if (s->run_of[c->parts.at[keep - 1].end - 1] != PRESS_NONE) return;
  for (uint32_t k = keep; k < c->parts.n; k++)
    for (uint32_t i = c->parts.at[k].begin; i < c->parts.at[k].end; i++)
      if (s->claim_of[i] == claim) s->claim_of[i] = PRESS_NONE;
  c->parts.n = keep;
}

/** A mark that is only missing its end: the model's claim has its cue inside. */
static bool never_closed(const press_stating *s, const press_para *p) {
  uint32_t first = s->claim_of[p->begin];
  if (s->text->quotes[s->run_of[p->begin]].closed || first == PRESS_NONE) return false;
  press_range all = {p->begin, p->end}, cue = s->claims.at[first].cue;
  return !press_range__empty(cue) && press_range__holds(all, cue.begin);
}

static void take_paragraph(press_stating *s, uint32_t k, uint32_t words) {
  const press_para *p = &s->text->paras[k];
  uint32_t before = k ? last_claim(s, p - 1) : PRESS_NONE;
  uint32_t inside = s->claim_of[p->begin];
  if (inside != PRESS_NONE) part_from_indirect(s, inside, p);
  if (never_closed(s, p)) return;
  if (before != PRESS_NONE && goes_on(s, p) && s->claim_of[p->begin] == before) {
    press_claim__join(s, before, (press_range){p->begin, p->end});
    return;
  }
  uint32_t held = press_claim__covered(s, (press_range){p->begin, p->end});
  if (held > HELD_SHARE * (double)(p->end - p->begin)) return;
  if (before != PRESS_NONE && goes_on(s, p)) {
    press_claim__join(s, before, (press_range){p->begin, p->end});
    return;
  }
  if (words < (before == PRESS_NONE ? LONE_WORDS : PARA_WORDS)) return;
  press_claim *c =
      press_claim__add(s, PRESS_BY_PARAGRAPH, (press_range){p->begin, p->end}, NEW_SCORE);
  c->heir = before;
  press_claim__cover(s, s->claims.n - 1);
}

void press_claim__continue(press_stating *s) {
  for (uint32_t k = 0; k < s->text->n_paras; k++) {
    uint32_t words = only_quoted(s, &s->text->paras[k]);
    if (words) take_paragraph(s, k, words);
  }
}
