/** The model decides a border by the words beside it; here the parse, the cue and the
 *  other candidates have their say, with weights learnt on annotated news
 *  (data/borders.tsv). */
#include "find/statement_borders.h"

/** The table's column. */
enum { FEATURE, WEIGHT };
/** A content may become so many times as long, or as short. */
#define MOST_GROWTH 3
/** Claims before and behind whose cues are not taken in: they come in text order. */
#define NEIGHBOURS 4

static const press_borders *borders_of(const press_claim *c, press_range part,
                                       press_side side) {
  const press_borders *found = NULL;
  if (!c->from || !c->from->borders) return NULL;
  for (uint32_t k = 0; k < c->from->content.n; k++) {
    if (!press_range__meets(c->from->content.at[k], part)) continue;
    found = &c->from->borders[k];
    if (side == PRESS_SIDE_BEGIN) break;
  }
  return found;
}

/** Whether other parts, the source, or the cue's first word would be taken in. */
static bool is_free(const press_claim *c, uint32_t part, press_range r) {
  if (press_range__meets(r, c->source)) return false;
  if (press_range__meets(r, c->cue) && (r.begin <= c->cue.begin || r.begin >= c->cue.end))
    return false;
  for (uint32_t k = 0; k < c->parts.n; k++)
    if (k != part && press_range__meets(r, c->parts.at[k])) return false;
  return true;
}

/** Whether the cue of a neighbouring claim lies in `r` and did not in `old`. */
static bool takes_cue(const press_stating *s, uint32_t claim, press_range r,
                      press_range old) {
  uint32_t from = claim > NEIGHBOURS ? claim - NEIGHBOURS : 0;
  for (uint32_t i = from; i < s->claims.n && i <= claim + NEIGHBOURS; i++) {
    press_range cue = s->claims.at[i].cue;
    if (i != claim && !s->claims.at[i].gone && press_range__meets(r, cue) &&
        !press_range__meets(old, cue))
      return true;
  }
  return false;
}

/** A content keeps a good part of what the model saw in it. */
static bool is_moderate(press_range r, press_range old) {
  uint32_t a = r.end - r.begin, b = old.end - old.begin;
  return a <= MOST_GROWTH * b && b <= MOST_GROWTH * a;
}

static void add(const press_stating *s, press_border_case *x, press_range r, float loss) {
  const press_claim *c = &s->claims.at[x->claim];
  press_range old = x->at[0];
  if (press_range__empty(r)) return;
  if (press_stating__para(s, r.begin) != press_stating__para(s, r.end - 1)) return;
  r = press_claim__tidy(s, c, r);
  if (x->side == PRESS_SIDE_BEGIN)
    r.end = old.end;
  else
    r.begin = old.begin;
  if (press_range__empty(r) || !is_free(c, x->part, r)) return;
  if (!is_moderate(r, old) || takes_cue(s, x->claim, r, old)) return;
  for (uint32_t k = 0; k < x->n; k++)
    if (x->at[k].begin == r.begin && x->at[k].end == r.end) return;
  x->loss[x->n] = loss;
  x->at[x->n++] = r;
}

bool press_border__case(const press_stating *s, press_border_case *x) {
  const press_claim *c = &s->claims.at[x->claim];
  press_range part = c->parts.at[x->part];
  const press_borders *b = borders_of(c, part, x->side);
  x->n = 1;
  x->at[0] = part;
  x->loss[0] = 0;
  if (!b) return false;
  const press_border *list = x->side == PRESS_SIDE_BEGIN ? b->begin : b->end;
  uint32_t n = x->side == PRESS_SIDE_BEGIN ? b->n_begin : b->n_end;
  for (uint32_t i = 0; i < n; i++) {
    press_range r = part;
    if (x->side == PRESS_SIDE_BEGIN)
      r.begin = list[i].token;
    else
      r.end = list[i].token;
    add(s, x, r, list[i].loss);
  }
  return x->n > 1;
}

/* ---- weighing ---- */

typedef struct scale {
  const press_table *weights;
  double sum;
} scale;

static void weigh(void *to, press_str feature, float value) {
  scale *x = to;
  const press_row *r = press_table__find(x->weights, feature);
  if (r) x->sum += press_row__number(r, WEIGHT, 0) * (double)value;
}

static uint32_t best_of(const press_stating *s, const press_border_case *x) {
  uint32_t best = 0;
  double most = 0;
  for (uint32_t k = 0; k < x->n; k++) {
    scale to = {&s->cx->lex->borders, 0};
    press_border__features(s, x, k, weigh, &to);
    if (k && to.sum <= most) continue;
    best = k;
    most = to.sum;
  }
  return best;
}

/** "vowed | to march on the town": what the core begins with "to" behind the cue stays,
 *  though the tagger took "march" for a noun. */
static bool is_infinitive(const press_stating *s, const press_claim *c, press_range r) {
  return r.begin == c->cue.end && press_stating__is(s, r.begin, S("to"));
}

static void choose(press_stating *s, uint32_t claim, uint32_t part, press_side side) {
  const press_claim *c = &s->claims.at[claim];
  if (side == PRESS_SIDE_BEGIN && is_infinitive(s, c, c->parts.at[part])) return;
  press_border_case x = {.claim = claim, .part = part, .side = side};
  if (press_border__case(s, &x))
    s->claims.at[claim].parts.at[part] = x.at[best_of(s, &x)];
}

void press_claim__weigh_borders(press_stating *s) {
  for (uint32_t i = 0; i < s->claims.n; i++) {
    press_claim *c = &s->claims.at[i];
    if (c->gone) continue;
    for (uint32_t k = 0; k < c->parts.n; k++) {
      choose(s, i, k, PRESS_SIDE_END);
      choose(s, i, k, PRESS_SIDE_BEGIN);
    }
    press_claim__bound(s, c);
  }
}
