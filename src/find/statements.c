/** Who said what: the model's attributions and the rules that add to them become
 *  statements. This file is the order of the steps. */
#include "find/statement.h"

#include <stdlib.h>

static uint32_t *no_ids(press_arena *a, uint32_t n) {
  uint32_t *ids = PRESS_NEW(a, uint32_t, n);
  for (uint32_t i = 0; i < n; i++) ids[i] = PRESS_NONE;
  return ids;
}

/** Outer quotations come before inner ones, so the first writer is the outermost.
 *  A mark of depth over two changes nothing: each token is written twice at most. */
static void map_quotes(press_stating *s) {
  const press_text *t = s->text;
  s->run_of = no_ids(s->arena, t->n_tokens);
  s->inner_of = no_ids(s->arena, t->n_tokens);
  for (uint32_t q = 0; q < t->n_quotes; q++) {
    const press_quote *quote = &t->quotes[q];
    bool outer = quote->parent == PRESS_NONE;
    if (!outer && t->quotes[quote->parent].parent != PRESS_NONE) continue;
    for (uint32_t i = quote->begin; i < quote->end && i < t->n_tokens; i++) {
      if (outer) s->run_of[i] = q;
      s->inner_of[i] = q;
    }
  }
}

/** By first part; the longer first; then by cue, to leave nothing to chance. */
static int by_place(const void *x, const void *y) {
  const press_claim *a = x, *b = y;
  if (a->gone != b->gone) return a->gone ? 1 : -1;
  if (a->gone) return 0;
  press_range p = a->parts.at[0], q = b->parts.at[0];
  if (p.begin != q.begin) return p.begin < q.begin ? -1 : 1;
  if (p.end != q.end) return p.end > q.end ? -1 : 1;
  if (a->cue.begin != b->cue.begin) return a->cue.begin < b->cue.begin ? -1 : 1;
  return 0;
}

static void finish(press_stating *s, press_found *f) {
  press_statement *out = PRESS_NEW(s->arena, press_statement, s->claims.n);
  float *signs = PRESS_NEW(s->arena, float, (size_t)s->claims.n *PRESS_N_SIGNS);
  uint32_t n = 0;
  for (uint32_t i = 0; i < s->claims.n; i++) {
    press_claim *c = &s->claims.at[i];
    float *x = signs + (size_t)n * PRESS_N_SIGNS;
    if (c->gone || !press_claim__in_scope(s, c)) continue;
    press_claim__signs(s, c, x);
    c->score = press_signs__score(s->cx->lex, x);
    if (c->score >= s->cx->options->min_score) press_claim__write(s, c, &out[n++]);
  }
  f->statements = out;
  f->signs = signs;
  f->n_statements = n;
}

static void prepare(press_stating *s, press_claim *c) {
  c->row = press_cue__find(s, c->cue, &c->lemma);
  press_claim__bound_cue(s, c);
  press_claim__bound(s, c);
  press_claim__address(s, c);
}

static void recover(press_stating *s) {
  for (uint32_t i = 0; i < s->text->n_tokens; i++) s->claim_of[i] = PRESS_NONE;
  for (uint32_t i = 0; i < s->claims.n; i++) press_claim__cover(s, i);
}

/** The claims of rules come after the model's; they are bounded here too. */
static void prepare_from(press_stating *s, uint32_t first) {
  for (uint32_t i = first; i < s->claims.n; i++) prepare(s, &s->claims.at[i]);
}

void press_stating__begin(const press_context *cx, const press_found *f,
                          press_stating *s) {
  *s = (press_stating){
      .cx = cx, .f = f, .arena = cx->arena, .text = cx->text, .ling = cx->ling};
  map_quotes(s);
  s->claim_of = no_ids(s->arena, s->text->n_tokens);
  press_claim__from_model(s);
  prepare_from(s, 0);
}

void press_find__statements(const press_context *cx, press_found *f) {
  press_stating s;
  press_stating__begin(cx, f, &s);
  press_claim__weigh_borders(&s);
  for (uint32_t i = 0; i < s.claims.n; i++)
    press_claim__drop_occasion(&s, &s.claims.at[i]);
  press_claim__from_subjects(&s);
  recover(&s);
  uint32_t ruled = s.claims.n;
  press_claim__from_hearsay(&s);
  press_claim__from_lines(&s);
  press_claim__from_runs(&s);
  press_claim__from_clauses(&s);
  press_claim__from_relayed(&s);
  prepare_from(&s, ruled);
  press_claim__continue(&s);
  press_claim__speakers(&s);
  for (uint32_t i = 0; i < s.claims.n; i++) {
    press_claim *c = &s.claims.at[i];
    if (c->gone) continue;
    c->form = (uint8_t)press_claim__form(&s, c);
    c->nested = press_claim__nested(&s, i);
  }
  if (s.claims.n) qsort(s.claims.at, s.claims.n, sizeof *s.claims.at, by_place);
  press_claim__drop_doubles(&s);
  finish(&s, f);
}
