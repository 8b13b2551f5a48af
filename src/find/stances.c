/** Which statements support or oppose an issue. */
#include "find/issue_stance.h"

/** The tokens that `spans` reach over, first to last. */
static press_range tokens_of(const press_text *t, press_spans spans) {
  press_range r = {0, 0};
  if (!spans.n) return r;
  r.begin = press_text__token_at(t, spans.at[0].begin);
  uint32_t last = spans.at[spans.n - 1].end;
  for (r.end = r.begin; r.end < t->n_tokens && t->tokens[r.end].at.begin < last;) r.end++;
  return r;
}

/** The token of [b, e) that hangs from outside of it. */
static uint32_t head_of(const press_tree *t, press_span at) {
  const press_text *text = t->cx->text;
  uint32_t b = press_text__token_at(text, at.begin), e = b;
  while (e < t->n && text->tokens[e].at.begin < at.end) e++;
  for (uint32_t i = e; i-- > b;) {
    uint32_t h = press_tree__head(t, i);
    if (h == PRESS_NONE || h < b || h >= e) return i;
  }
  return b;
}

/** First of `m` (by begin) that does not begin before `at`. */
static uint32_t first_from(press_spans m, uint32_t at) {
  uint32_t lo = 0, hi = m.n;
  while (lo < hi) {
    uint32_t mid = lo + (hi - lo) / 2;
    if (m.at[mid].begin < at)
      lo = mid + 1;
    else
      hi = mid;
  }
  return lo;
}

static press_span token_span(const press_tree *t, uint32_t token) {
  return t->cx->text->tokens[token].at;
}

/** What the mentions of issue `i` in the statement show, where they agree. */
static bool read(const press_tree *t, const press_stance_scope *in, uint32_t i,
                 press_stance *out) {
  const press_text *text = t->cx->text;
  press_spans m = t->found->issues[i].mentions;
  uint32_t end = in->words.end ? text->tokens[in->words.end - 1].at.end : 0;
  press_stance_found found = {0, PRESS_NONE};
  for (uint32_t k = first_from(m, text->tokens[in->words.begin].at.begin);
       k < m.n && m.at[k].end <= end; k++) {
    press_stance_found one = press_stance__towards(t, in, head_of(t, m.at[k]));
    if (one.sign && found.sign && one.sign != found.sign) return false;
    if (one.sign && !found.sign) found = one;
  }
  if (!found.sign) return false;
  *out = (press_stance){.issue = i,
                        .kind = found.sign > 0 ? PRESS_SUPPORTS : PRESS_OPPOSES,
                        .cue = token_span(t, found.cue)};
  return true;
}

static void read_statement(const press_tree *t, press_statement *s) {
  press_stance_scope in = {s, tokens_of(t->cx->text, s->cue_spans),
                           tokens_of(t->cx->text, s->spans)};
  if (in.words.begin >= in.words.end) return;
  press_stance *at = PRESS_NEW(t->cx->arena, press_stance, s->issues.n);
  uint32_t n = 0;
  for (uint32_t k = 0; k < s->issues.n; k++) n += read(t, &in, s->issues.at[k], &at[n]);
  s->stances = (press_stances){at, n};
}

void press_find__stances(const press_context *cx, press_found *f) {
  if (!f->n_issues || !f->n_statements || !cx->ling->words) return;
  press_tree tree;
  press_tree__build(cx, f, &tree);
  for (uint32_t i = 0; i < f->n_statements; i++) read_statement(&tree, &f->statements[i]);
}
