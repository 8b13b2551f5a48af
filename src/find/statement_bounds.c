/** Where a statement begins and ends. The model is about right; readers want it
 *  exact: marks balanced, "that" inside, commas and the last stop outside. */
#include "find/statement.h"

/** A quotation joins the part that holds this share of its words. */
#define SNAP_SHARE 0.5

static bool is_any(press_str w, const char *set) {
  if (w.n != 1) return false;
  for (; *set; set++)
    if (*set == w.at[0]) return true;
  return false;
}

static bool is_dash(press_str w) {
  return is_any(w, "-") || press_str__eq(w, S("--")) || press_str__eq(w, S("–")) ||
         press_str__eq(w, S("—"));
}

static const press_quote *run_at(const press_stating *s, const uint32_t *of, uint32_t i) {
  return of[i] == PRESS_NONE ? NULL : &s->text->quotes[of[i]];
}

static bool opens(const press_stating *s, uint32_t i) {
  const press_quote *q = run_at(s, s->inner_of, i);
  return q && q->begin == i;
}

static bool closes(const press_stating *s, uint32_t i) {
  const press_quote *q = run_at(s, s->inner_of, i);
  return q && q->closed && q->end == i + 1;
}

/** A mark that stands for itself: in no quotation. */
static bool stray(const press_stating *s, uint32_t i) {
  return s->text->tokens[i].kind == PRESS_TOKEN_QUOTE && !opens(s, i) && !closes(s, i);
}

static press_range trim_left(const press_stating *s, press_range r) {
  while (r.begin < r.end) {
    press_str w = press_stating__low(s, r.begin);
    bool drop = is_any(w, ",;:.?!)]") || is_dash(w) || stray(s, r.begin) ||
                (closes(s, r.begin) && !opens(s, r.begin));
    if (!drop) break;
    r.begin++;
  }
  return r;
}

/** A transcript's line ends in the speaker's own stop, other statements in that of the
 *  sentence around them. */
static press_range trim_right(const press_stating *s, const press_claim *c,
                              press_range r) {
  while (r.begin < r.end) {
    uint32_t last = r.end - 1;
    press_str w = press_stating__low(s, last);
    bool quoted = s->text->tokens[last].quoted > 0;
    bool drop = is_any(w, ",;:([") || is_dash(w) || stray(s, last) || opens(s, last) ||
                (closes(s, last) && run_at(s, s->inner_of, last)->begin < r.begin) ||
                (is_any(w, ".") && !quoted && !c->verbatim);
    if (!drop) break;
    r.end--;
  }
  return r;
}

/** Nothing but marks and punctuation in [b, e). */
static bool only_marks(const press_stating *s, uint32_t b, uint32_t e) {
  for (uint32_t i = b; i < e; i++)
    if (press_stating__word(s, i)) return false;
  return true;
}

/** Whether the whole of `q` should be in a part that holds some of it. */
static bool takes(const press_stating *s, const press_claim *c, const press_quote *q,
                  press_range part) {
  press_range whole = {q->begin, q->end};
  if (press_range__meets(whole, c->cue) || press_range__meets(whole, c->source))
    return false;
  uint32_t b = q->begin > part.begin ? q->begin : part.begin;
  uint32_t e = q->end < part.end ? q->end : part.end;
  if (b >= e) return false;
  if (only_marks(s, q->begin, b) && only_marks(s, e, q->end)) return true;
  return (double)(e - b) >= SNAP_SHARE * (double)(q->end - q->begin);
}

/** Moves both edges out to the ends of the quotations they stand in. */
static press_range snap(const press_stating *s, const press_claim *c, press_range r) {
  const press_quote *q = run_at(s, s->run_of, r.begin);
  if (q && q->begin < r.begin && takes(s, c, q, r)) r.begin = q->begin;
  q = run_at(s, s->inner_of, r.begin);
  if (q && q->begin < r.begin && takes(s, c, q, r)) r.begin = q->begin;
  q = run_at(s, s->run_of, r.end - 1);
  if (q && q->end > r.end && takes(s, c, q, r)) r.end = q->end;
  q = run_at(s, s->inner_of, r.end - 1);
  if (q && q->end > r.end && takes(s, c, q, r)) r.end = q->end;
  return r;
}

/** Closing marks that stand right after the part, and an opening one before it. */
static press_range balance(const press_stating *s, press_range r) {
  uint32_t n = s->text->n_tokens;
  const press_quote *q = run_at(s, s->inner_of, r.end - 1);
  if (q && q->closed && q->begin >= r.begin && q->end > r.end &&
      only_marks(s, r.end, q->end))
    r.end = q->end;
  if (r.begin && r.begin < n) {
    q = run_at(s, s->inner_of, r.begin);
    if (q && q->begin + 1 == r.begin) r.begin = q->begin;
  }
  return r;
}

/** "that" before the content belongs to it; so does the "to" of a verb. */
static press_range take_mark(const press_stating *s, const press_claim *c,
                             press_range r) {
  if (r.begin == 0 || press_range__holds(c->source, r.begin - 1)) return r;
  uint8_t upos = s->ling->words[r.begin - 1].upos;
  bool that = upos == PRESS_UPOS_SCONJ && press_stating__is(s, r.begin - 1, S("that"));
  bool to = upos == PRESS_UPOS_PART && press_stating__is(s, r.begin - 1, S("to"));
  if (that || to) r.begin--;
  return r;
}

/** A cue ends before its content. */
static void shorten_cue(const press_stating *s, press_claim *c) {
  for (uint32_t k = 0; k < c->parts.n; k++) {
    uint32_t b = c->parts.at[k].begin;
    if (press_range__holds(c->cue, b) && b > c->cue.begin) c->cue.end = b;
  }
  while (c->cue.end > c->cue.begin + 1 && !press_stating__word(s, c->cue.end - 1))
    c->cue.end--;
}

/** Whether nothing but a mark divides two parts of one paragraph. */
static bool joined(const press_stating *s, const press_claim *c, press_range a,
                   press_range b) {
  if (a.end >= b.begin) return true;
  press_range gap = {a.end, b.begin};
  return only_marks(s, a.end, b.begin) && !press_range__meets(gap, c->cue) &&
         press_stating__para(s, a.end - 1) == press_stating__para(s, b.begin);
}

/** After its cue indirect speech ends at a semicolon: what follows is the reporter. */
static press_range stop_at_semicolon(const press_stating *s, const press_claim *c,
                                     press_range r) {
  if (press_range__empty(c->cue) || c->verbatim || r.begin < c->cue.end) return r;
  for (uint32_t i = r.begin + 1; i < r.end; i++)
    if (s->run_of[i] == PRESS_NONE && press_stating__is(s, i, S(";"))) r.end = i;
  return r;
}

press_range press_claim__tidy(const press_stating *s, const press_claim *c,
                              press_range r) {
  r = trim_right(s, c, trim_left(s, stop_at_semicolon(s, c, r)));
  if (press_range__empty(r)) return r;
  r = balance(s, snap(s, c, r));
  return take_mark(s, c, trim_right(s, c, trim_left(s, r)));
}

static void clean(const press_stating *s, const press_claim *c, press_range r,
                  press_parts *out) {
  r = press_claim__tidy(s, c, r);
  if (press_range__empty(r) || only_marks(s, r.begin, r.end)) return;
  if (out->n && joined(s, c, out->at[out->n - 1], r)) {
    if (out->at[out->n - 1].end < r.end) out->at[out->n - 1].end = r.end;
    return;
  }
  *PRESS_PUSH(s->arena, out) = r;
}

/** Divides a part at paragraph ends. */
static void clean_paras(const press_stating *s, const press_claim *c, press_range r,
                        press_parts *out) {
  while (!press_range__empty(r)) {
    uint32_t end = s->text->paras[press_stating__para(s, r.begin)].end;
    press_range piece = {r.begin, end < r.end ? end : r.end};
    clean(s, c, piece, out);
    r.begin = piece.end;
  }
}

/** Cuts `hole` out of `r`; the piece before it is cleaned, the piece after returned. */
static press_range cut(const press_stating *s, const press_claim *c, press_range r,
                       press_range hole, press_parts *out) {
  if (!press_range__meets(r, hole)) return r;
  clean_paras(s, c, (press_range){r.begin, hole.begin}, out);
  return (press_range){hole.end < r.end ? hole.end : r.end, r.end};
}

/** A dateline belongs to no statement. */
static press_range behind_dateline(const press_stating *s, press_range r) {
  press_span line = s->text->dateline;
  if (line.end == line.begin || r.begin >= r.end) return r;
  if (s->text->tokens[r.begin].at.begin < line.begin) return r;
  while (r.begin < r.end && s->text->tokens[r.begin].at.begin < line.end) r.begin++;
  return r;
}

void press_claim__bound(press_stating *s, press_claim *c) {
  press_parts out = {0};
  press_range first = c->cue, second = c->source;
  if (second.begin < first.begin) first = c->source, second = c->cue;
  for (uint32_t k = 0; k < c->parts.n; k++) {
    press_range r = behind_dateline(s, c->parts.at[k]);
    if (out.n && out.at[out.n - 1].end > r.begin) r.begin = out.at[out.n - 1].end;
    r = cut(s, c, r, first, &out);
    r = cut(s, c, r, second, &out);
    clean_paras(s, c, r, &out);
  }
  c->parts = out;
  shorten_cue(s, c);
  if (!out.n) c->gone = true;
}

static bool is_auxiliary(const press_stating *s, uint32_t i, uint32_t head) {
  const press_word *w = &s->ling->words[i];
  if (w->head != head) return false;
  return w->deprel == PRESS_DEP_aux ||
         (w->deprel == PRESS_DEP_advmod && press_stating__is(s, i, S("not")));
}

/** "has said": the model sometimes leaves "has" out. */
void press_claim__bound_cue(press_stating *s, press_claim *c) {
  if (press_range__empty(c->cue)) return;
  uint32_t first = c->cue.begin;
  while (c->cue.begin > 0 && is_auxiliary(s, c->cue.begin - 1, first) &&
         !press_range__holds(c->source, c->cue.begin - 1))
    c->cue.begin--;
}
