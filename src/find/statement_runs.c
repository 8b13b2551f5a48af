/** Quoted runs that the model left without a cue. Field experience: a run of eight
 *  words or more is a statement nearly always, one to three words mostly a title or
 *  a scare quote. */
#include "find/statement.h"

/** Words from which an uncovered run is looked at. */
#define RUN_WORDS 5
/** Most of a run must be uncovered. */
#define RUN_COVERED 0.3
/** How far from the run the reporting verb may stand, in tokens. */
#define CUE_REACH 25
/** Score of a run with verb and subject found by the parse. */
#define RUN_SCORE 0.6f
/** Where a subject's phrase ends at the latest. */
#define SUBJECT_TOKENS 40

static uint32_t words_in(const press_stating *s, const press_quote *q) {
  uint32_t n = 0;
  for (uint32_t i = q->begin; i < q->end; i++) n += press_stating__word(s, i);
  return n;
}

static bool free_run(const press_stating *s, uint32_t q) {
  const press_quote *quote = &s->text->quotes[q];
  if (quote->parent != PRESS_NONE || words_in(s, quote) < RUN_WORDS) return false;
  uint32_t covered = press_claim__covered(s, (press_range){quote->begin, quote->end});
  return covered <= RUN_COVERED * (double)(quote->end - quote->begin);
}

static bool is_subject(const press_word *w) {
  return w->deprel == PRESS_DEP_nsubj && !w->passive;
}

static uint32_t subject_of(const press_stating *s, uint32_t verb, press_sentence in) {
  uint32_t from = verb > in.begin + SUBJECT_TOKENS ? verb - SUBJECT_TOKENS : in.begin;
  uint32_t to = verb + SUBJECT_TOKENS < in.end ? verb + SUBJECT_TOKENS : in.end;
  for (uint32_t i = from; i < to; i++)
    if (s->ling->words[i].head == verb && is_subject(&s->ling->words[i])) return i;
  return PRESS_NONE;
}

static bool under(const press_stating *s, uint32_t i, uint32_t head) {
  for (int depth = 0; i != PRESS_NONE && depth < 12; depth++) {
    if (i == head) return true;
    i = s->ling->words[i].head;
  }
  return false;
}

/** The noun phrase under `head`: the unbroken run of its subtree around it. */
press_range press_claim__phrase(const press_stating *s, uint32_t head) {
  press_sentence in = s->text->sentences[s->text->tokens[head].sentence];
  press_range r = {head, head + 1};
  while (r.begin > in.begin && head - r.begin < SUBJECT_TOKENS &&
         under(s, r.begin - 1, head))
    r.begin--;
  while (r.end < in.end && r.end - head < SUBJECT_TOKENS && under(s, r.end, head))
    r.end++;
  while (r.end > head + 1 && !press_stating__word(s, r.end - 1)) r.end--;
  return r;
}

/** A quoting verb outside every quotation, with a subject. */
static bool verb_at(const press_stating *s, uint32_t i, press_sentence in,
                    uint32_t *subject) {
  if (s->run_of[i] != PRESS_NONE || !press_cue__quoting(s, i)) return false;
  *subject = subject_of(s, i, in);
  return *subject != PRESS_NONE && s->run_of[*subject] == PRESS_NONE;
}

/** The nearest quoting verb after the run, or before it, in the same sentence. */
static uint32_t find_verb(const press_stating *s, const press_quote *q,
                          uint32_t *subject) {
  press_sentence last = s->text->sentences[s->text->tokens[q->end - 1].sentence];
  press_sentence first = s->text->sentences[s->text->tokens[q->begin].sentence];
  for (uint32_t i = q->end; i < last.end && i < q->end + CUE_REACH; i++)
    if (verb_at(s, i, last, subject)) return i;
  for (uint32_t i = q->begin; i > first.begin && i + CUE_REACH > q->begin; i--)
    if (verb_at(s, i - 1, first, subject)) return i - 1;
  return PRESS_NONE;
}

/** The claim whose cue stands between two quotations of a paragraph: the run before
 *  ends in ',' or '.' inside its mark, then `X said`, then this run. */
static press_claim *split_before(press_stating *s, uint32_t q) {
  const press_quote *run = &s->text->quotes[q];
  if (q == 0) return NULL;
  uint32_t p = q - 1;
  while (s->text->quotes[p].parent != PRESS_NONE && p > 0) p--;
  const press_quote *prev = &s->text->quotes[p];
  if (press_stating__para(s, prev->begin) != press_stating__para(s, run->begin))
    return NULL;
  uint32_t claim = s->claim_of[prev->begin];
  if (claim == PRESS_NONE) return NULL;
  press_claim *c = &s->claims.at[claim];
  press_range last = c->parts.at[c->parts.n - 1];
  if (last.end != prev->end || c->cue.begin < prev->end || c->cue.end > run->begin)
    return NULL;
  return c;
}

static void from_run(press_stating *s, uint32_t q) {
  const press_quote *run = &s->text->quotes[q];
  press_range at = {run->begin, run->end};
  press_claim *c = split_before(s, q);
  if (c) {
    press_claim__join(s, (uint32_t)(c - s->claims.at), at);
    return;
  }
  uint32_t subject = PRESS_NONE, verb = find_verb(s, run, &subject);
  if (verb == PRESS_NONE) return;
  c = press_claim__add(s, PRESS_BY_RUN, at, RUN_SCORE);
  c->cue = (press_range){verb, verb + 1};
  c->source = press_claim__phrase(s, subject);
  press_claim__cover(s, s->claims.n - 1);
}

void press_claim__from_runs(press_stating *s) {
  for (uint32_t q = 0; q < s->text->n_quotes; q++) {
    if (s->text->quotes[q].continues != PRESS_NONE) continue;
    if (free_run(s, q)) from_run(s, q);
  }
}
