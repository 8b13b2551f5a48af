/** The words that tell an event: its cue, and its clause from agent to target. */
#include "base/vec.h"
#include "find/event.h"

/** Longest clause shown; beyond it the text ends with the target. */
#define CLAUSE_TOKENS 32

static press_span token_span(const press_tree *t, uint32_t i) {
  return t->cx->text->tokens[i].at;
}

/** Cue words that stand side by side make one span. */
static void write_cue(const press_tree *t, const press_trigger *g, press_event *out) {
  press_arena *a = t->cx->arena;
  press_span *spans = PRESS_NEW(a, press_span, PRESS_EVENT_CUE);
  uint32_t n = 0;
  for (uint32_t i = 0; i < g->n_cue; i++) {
    press_span s = token_span(t, g->cue[i]);
    if (n && g->cue[i] == g->cue[i - 1] + 1)
      spans[n - 1].end = s.end;
    else
      spans[n++] = s;
  }
  out->cue = (press_str){0};
  for (uint32_t i = 0; i < n; i++)
    out->cue =
        press_str__join(a, out->cue, S(" "), press_str__span(t->cx->text->raw, spans[i]));
  out->cue_spans = (press_spans){spans, n};
}

static bool is_comma(const press_tree *t, uint32_t i) {
  return press_str__eq(t->cx->text->tokens[i].low, S(","));
}

/** Whether a clause goes on with child `c`: what follows a comma, and what only
 *  stands beside it, is left out. */
static bool belongs(const press_tree *t, uint32_t c) {
  uint8_t rel = t->words[c].deprel;
  if (rel == PRESS_DEP_punct || rel == PRESS_DEP_conj || rel == PRESS_DEP_parataxis ||
      rel == PRESS_DEP_cc || rel == PRESS_DEP_discourse)
    return false;
  uint32_t left = t->left[c];
  bool comma = is_comma(t, left) || (left > 0 && is_comma(t, left - 1));
  bool whole = rel == PRESS_DEP_advcl && press_tree__child(t, c, PRESS_DEP_nsubj) !=
                                             PRESS_NONE; /* "after he won" */
  return !comma && !whole;
}

static uint32_t clause_end(const press_tree *t, uint32_t head) {
  uint32_t end = head + 1;
  for (uint32_t c = t->first[head]; c != PRESS_NONE; c = t->next[c])
    if (c > head && belongs(t, c) && t->right[c] > end) end = t->right[c];
  return end;
}

/** "by", "that", ", and": belongs to the clause around the phrase. */
static bool joint(const press_tree *t, uint32_t c) {
  uint8_t rel = t->words[c].deprel;
  return rel == PRESS_DEP_case || rel == PRESS_DEP_mark || rel == PRESS_DEP_punct ||
         rel == PRESS_DEP_cc || rel == PRESS_DEP_advcl || rel == PRESS_DEP_parataxis;
}

/** Begin and end of an actor's phrase, without clauses and asides that hang on. */
static uint32_t phrase_begin(const press_tree *t, uint32_t head) {
  uint32_t begin = head;
  for (uint32_t c = t->first[head]; c != PRESS_NONE && c < head; c = t->next[c])
    if (!joint(t, c) && t->left[c] < begin) begin = t->left[c];
  return begin;
}

static uint32_t phrase_end(const press_tree *t, uint32_t head) {
  uint32_t end = head + 1;
  for (uint32_t c = t->first[head]; c != PRESS_NONE; c = t->next[c]) {
    uint8_t rel = t->words[c].deprel;
    bool tight = rel == PRESS_DEP_flat || rel == PRESS_DEP_compound ||
                 rel == PRESS_DEP_nmod || rel == PRESS_DEP_case || rel == PRESS_DEP_fixed;
    if (c > head && tight && t->right[c] > end) end = t->right[c];
  }
  return end;
}

static bool edge(const press_tree *t, uint32_t i) {
  uint8_t kind = t->cx->text->tokens[i].kind;
  return kind == PRESS_TOKEN_PUNCT || kind == PRESS_TOKEN_QUOTE;
}

/** A word that cannot end a clause: "charged two developers [, with]". */
static bool joins(const press_tree *t, uint32_t i) {
  uint8_t upos = t->words[i].upos;
  return upos == PRESS_UPOS_ADP || upos == PRESS_UPOS_CCONJ || upos == PRESS_UPOS_SCONJ ||
         upos == PRESS_UPOS_DET || upos == PRESS_UPOS_PUNCT;
}

static uint32_t least(uint32_t a, uint32_t b) {
  return a < b ? a : b;
}
static uint32_t most(uint32_t a, uint32_t b) {
  return a > b ? a : b;
}

/** Agent, trigger and target, with everything between them. */
static press_range core(const press_tree *t, const press_trigger *g, uint32_t agent,
                        uint32_t target) {
  uint32_t top = g->verb == PRESS_NONE ? g->head : g->verb;
  press_range r = {least(least(phrase_begin(t, agent), phrase_begin(t, target)), top),
                   most(most(phrase_end(t, agent), phrase_end(t, target)), top + 1)};
  if (g->verb == PRESS_NONE) r.begin = least(r.begin, phrase_begin(t, g->head));
  for (uint32_t i = 0; i < g->n_cue; i++) r.end = most(r.end, g->cue[i] + 1);
  if (g->n_cue && g->cue[0] < r.begin && r.end - g->cue[0] <= CLAUSE_TOKENS)
    r.begin = phrase_begin(t, g->cue[0]); /* "the [tariffs] that Norway imposed" */
  return r;
}

/** Where a clause breaks off behind what it must hold: at a comma, dash or colon. */
static uint32_t to_comma(const press_tree *t, uint32_t from, uint32_t end) {
  static const press_str breaks[] = {{",", 1},  {":", 1}, {";", 1}, {"(", 1},
                                     {"--", 2}, {"–", 3}, {"—", 3}};
  for (uint32_t i = from; i < end; i++)
    for (size_t k = 0; k < sizeof breaks / sizeof *breaks; k++)
      if (press_str__eq(t->cx->text->tokens[i].low, breaks[k])) return i;
  return end;
}

/** An odd quotation mark inside whose partner stands right behind. */
static bool open_quote(const press_tree *t, press_range r) {
  const press_token *tokens = t->cx->text->tokens;
  bool odd = false;
  for (uint32_t i = r.begin; i < r.end; i++) odd ^= tokens[i].kind == PRESS_TOKEN_QUOTE;
  return odd && r.end < t->n && tokens[r.end].kind == PRESS_TOKEN_QUOTE &&
         tokens[r.end].sentence == tokens[r.end - 1].sentence;
}

void press_event__words(const press_tree *t, const press_trigger *g, uint32_t agent,
                        uint32_t target, press_event *out) {
  write_cue(t, g, out);
  uint32_t top = g->verb == PRESS_NONE ? g->head : g->verb;
  press_range r = core(t, g, agent, target);
  uint32_t end = most(r.end, clause_end(t, top)), least_end = r.end;
  if (end - r.begin <= CLAUSE_TOKENS) r.end = to_comma(t, r.end, end);
  while (r.end > least_end && joins(t, r.end - 1)) r.end--;
  while (r.end > r.begin + 1 && edge(t, r.end - 1)) r.end--;
  while (r.begin + 1 < r.end && edge(t, r.begin)) r.begin++;
  if (open_quote(t, r)) r.end++;
  press_span *span = PRESS_NEW(t->cx->arena, press_span, 1);
  *span = (press_span){token_span(t, r.begin).begin, token_span(t, r.end - 1).end};
  out->spans = (press_spans){span, 1};
  out->text = press_str__span(t->cx->text->raw, *span);
}
