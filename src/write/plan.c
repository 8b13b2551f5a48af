#include "write/plan.h"

#include "write/planner.h"

#include <stdlib.h>

#define MAX_NODES             700 /* statements and speakers; more are summed up */
#define ISSUES_A_STATEMENT    2
#define COUNTRIES_A_STATEMENT 1
#define WEIGHT_OF_STATEMENT   10 /* against a hundredth of an article */

press_look press_plan__look(const press_view_node *node) {
  switch (node->kind) {
  case PRESS_NODE_PERSON:
    return PRESS_LOOK_PERSON;
  case PRESS_NODE_ORGANIZATION:
    return PRESS_LOOK_ORGANIZATION;
  case PRESS_NODE_COUNTRY:
    return PRESS_LOOK_COUNTRY;
  case PRESS_NODE_ISSUE:
    return PRESS_LOOK_ISSUE;
  case PRESS_NODE_STATEMENT:
    return PRESS_LOOK_STATEMENT;
  default:
    return PRESS_LOOK_PLACE;
  }
}

uint32_t press_plan__add(press_arena *a, press_plan *plan, press_look look, uint32_t at,
                         bool left) {
  static const char letters[] = "polciseu";
  char letter = look == PRESS_LOOK_COUNTRY && left ? 'g' : letters[look];
  uint32_t number = 1;
  for (uint32_t i = plan->nodes.n; i--;)
    if (plan->nodes.at[i].id.at[0] == letter) {
      number += (uint32_t)strtoul(plan->nodes.at[i].id.at + 1, NULL, 10);
      break;
    }
  press_plan_node n = {
      .look = look, .at = at, .article = PRESS_NONE, .side = PRESS_NONE, .left = left};
  n.id = press_str__format(a, "%c%u", letter, number);
  *PRESS_PUSH(a, &plan->nodes) = n;
  return plan->nodes.n - 1;
}

uint32_t press_plan__speaker(const press_view *view, uint32_t at) {
  uint32_t i, n = press_view__in(view, at, PRESS_EDGE_SAYS, &i), best = PRESS_NONE;
  for (uint32_t k = 0; k < n; k++) { /* of several the one with most evidence */
    uint32_t e = view->incoming[i + k];
    if (best == PRESS_NONE || view->edges[e].weight > view->edges[best].weight) best = e;
  }
  return best == PRESS_NONE ? PRESS_NONE : view->edges[best].from;
}

uint32_t *press_plan__weights(press_arena *a, const press_view *view) {
  uint32_t *weight = PRESS_NEW(a, uint32_t, view->n_nodes);
  for (uint32_t i = 0; i < view->n_edges; i++) {
    const press_view_edge *e = &view->edges[i];
    press_node_kind from = view->nodes[e->from].kind, to = view->nodes[e->to].kind;
    if (to != PRESS_NODE_ISSUE && to != PRESS_NODE_COUNTRY) continue;
    weight[e->to] += e->weight;
    if (from == PRESS_NODE_STATEMENT || from == PRESS_NODE_EVENT)
      weight[e->to] += WEIGHT_OF_STATEMENT;
  }
  return weight;
}

uint32_t press_plan__position(const press_view *v, uint32_t at) {
  press_str s = press_view__value(&v->nodes[at], PRESS_KEY_POSITION);
  uint32_t n = 0;
  for (size_t i = 0; i < s.n; i++) n = n * 10 + (uint32_t)(s.at[i] - '0');
  return n;
}

/* ---- order ---- */

typedef struct dated {
  press_str date;
  uint32_t at;
} dated;

static int by_date(const void *pa, const void *pb) {
  const dated *a = pa, *b = pb;
  int c = press_str__cmp(a->date, b->date);
  return c ? c : (a->at > b->at) - (a->at < b->at);
}

static void order_articles(press_planner *l) {
  PRESS_VEC(dated) all = {0};
  for (uint32_t i = 0; i < l->v->n_nodes; i++)
    if (l->v->nodes[i].kind == PRESS_NODE_ARTICLE)
      *PRESS_PUSH(l->a, &all) =
          (dated){press_view__value(&l->v->nodes[i], PRESS_KEY_DATE), i};
  if (all.n > 1) qsort(all.at, all.n, sizeof *all.at, by_date);
  for (uint32_t i = 0; i < all.n; i++) *PRESS_PUSH(l->a, &l->p->articles) = all.at[i].at;
}

/** A statement in its place in the column: the sides and speakers in the order in
 *  which they first speak, each one's statements in text order. */
typedef struct placed {
  uint32_t at, side, first, position, speaker;
} placed;

static int by_place(const void *pa, const void *pb) {
  const placed *a = pa, *b = pb;
  if (a->side != b->side) return a->side < b->side ? -1 : 1;
  if (a->first != b->first) return a->first < b->first ? -1 : 1;
  if (a->position != b->position) return a->position < b->position ? -1 : 1;
  return (a->at > b->at) - (a->at < b->at);
}

/** The slot of a speaker; the last one for nobody. */
static uint32_t *first_of(uint32_t *firsts, uint32_t speaker, uint32_t n) {
  return &firsts[speaker == PRESS_NONE ? n : speaker];
}

static void earlier(uint32_t *first, uint32_t position) {
  if (!*first || position < *first) *first = position;
}

/** Sets where the speaker and his side first speak in this article. */
static void set_firsts(press_planner *l, placed *all, uint32_t n) {
  uint32_t nodes = l->v->n_nodes;
  uint32_t *first = PRESS_NEW(l->a, uint32_t, nodes + 1);
  uint32_t *of_side = PRESS_NEW(l->a, uint32_t, l->p->sides.n);
  for (uint32_t i = 0; i < n; i++) {
    uint32_t side = all[i].speaker == PRESS_NONE ? PRESS_NONE : l->side[all[i].speaker];
    earlier(first_of(first, all[i].speaker, nodes), all[i].position);
    if (side != PRESS_NONE) earlier(&of_side[side], all[i].position);
  }
  for (uint32_t i = 0; i < n; i++) {
    uint32_t side = all[i].speaker == PRESS_NONE ? PRESS_NONE : l->side[all[i].speaker];
    all[i].first = *first_of(first, all[i].speaker, nodes);
    all[i].side = side == PRESS_NONE ? all[i].first : of_side[side];
  }
}

/** The statements of one article that are drawn, in order. */
static placed *statements_of(press_planner *l, uint32_t article, uint32_t *n) {
  uint32_t at, many = press_view__in(l->v, article, PRESS_EDGE_PART_OF, &at);
  placed *all = PRESS_NEW(l->a, placed, many);
  *n = 0;
  for (uint32_t i = 0; i < many; i++) {
    uint32_t from = l->v->edges[l->v->incoming[at + i]].from;
    if (l->v->nodes[from].kind != PRESS_NODE_STATEMENT || !l->shown[from]) continue;
    all[(*n)++] = (placed){.at = from,
                           .position = press_plan__position(l->v, from),
                           .speaker = press_plan__speaker(l->v, from)};
  }
  set_firsts(l, all, *n);
  if (*n > 1) qsort(all, *n, sizeof *all, by_place);
  return all;
}

/* ---- nodes and edges ---- */

uint32_t press_plan__put(press_planner *l, uint32_t at, bool left) {
  uint32_t *where = left ? &l->left[at] : &l->right[at];
  if (*where == PRESS_NONE) {
    *where = press_plan__add(l->a, l->p, press_plan__look(&l->v->nodes[at]), at, left);
    if (left) l->p->nodes.at[*where].side = l->side[at];
  }
  return *where;
}

void press_plan__line(press_planner *l, uint32_t from, press_line line, uint32_t to) {
  *PRESS_PUSH(l->a, &l->p->edges) =
      (press_plan_edge){.from = from, .to = to, .line = line, .count = 1};
}

static bool comes_from(const press_view *v, uint32_t actor, uint32_t country) {
  uint32_t at,
      n = actor == PRESS_NONE ? 0 : press_view__out(v, actor, PRESS_EDGE_COUNTRY, &at);
  for (uint32_t i = 0; i < n; i++)
    if (v->edges[at + i].to == country) return true;
  return actor == country;
}

/** Edges from a statement to the weightiest topics of a kind. A speaker's own
 *  country comes last: that an envoy speaks of home is no news. */
static void draw_topics(press_planner *l, uint32_t node, uint32_t speaker,
                        press_edge_kind kind, press_line line, uint32_t most) {
  uint32_t at, n = press_view__out(l->v, l->p->nodes.at[node].at, kind, &at);
  PRESS_VEC(press_weighed) all = {0};
  for (uint32_t i = 0; i < n; i++) {
    uint32_t to = l->v->edges[at + i].to;
    if (!l->shown[to]) continue;
    bool own = line == PRESS_LINE_COUNTRY && comes_from(l->v, speaker, to);
    *PRESS_PUSH(l->a, &all) = (press_weighed){own ? 0 : l->weight[to] + 1, to};
  }
  if (all.n > 1) qsort(all.at, all.n, sizeof *all.at, press_weighed__cmp);
  for (uint32_t i = 0; i < all.n && i < most; i++)
    press_plan__line(l, node, line, press_plan__put(l, all.at[i].at, false));
}

static void plan_article(press_planner *l, uint32_t index) {
  uint32_t n, unknown = PRESS_NONE;
  placed *all = statements_of(l, l->p->articles.at[index], &n);
  for (uint32_t i = 0; i < n; i++) {
    uint32_t who = all[i].speaker;
    uint32_t node = press_plan__add(l->a, l->p, PRESS_LOOK_STATEMENT, all[i].at, false);
    l->p->nodes.at[node].article = index;
    if (who == PRESS_NONE && unknown == PRESS_NONE) {
      unknown = press_plan__add(l->a, l->p, PRESS_LOOK_UNKNOWN, PRESS_NONE, true);
      l->p->nodes.at[unknown].article = index;
    }
    uint32_t speaker = who == PRESS_NONE ? unknown : press_plan__put(l, who, true);
    l->p->nodes.at[speaker].count++;
    press_plan__line(l, speaker, PRESS_LINE_SAYS, node);
    draw_topics(l, node, who, PRESS_EDGE_ABOUT, PRESS_LINE_ABOUT, ISSUES_A_STATEMENT);
    draw_topics(l, node, who, PRESS_EDGE_MENTIONS, PRESS_LINE_COUNTRY,
                COUNTRIES_A_STATEMENT);
  }
}

/* ---- all ---- */

static void count(press_plan *p) {
  const press_view *v = p->view;
  p->n_events = press_plan__count_events(v);
  for (uint32_t i = 0; i < v->n_nodes; i++) {
    uint32_t at;
    p->n_statements += v->nodes[i].kind == PRESS_NODE_STATEMENT;
    p->n_speakers += press_view__out(v, i, PRESS_EDGE_SAYS, &at) > 0;
  }
}

static uint32_t *nowhere(press_arena *a, uint32_t n) {
  uint32_t *at = PRESS_NEW(a, uint32_t, n);
  for (uint32_t i = 0; i < n; i++) at[i] = PRESS_NONE;
  return at;
}

/** How many statements of each drawn speaker are not drawn. */
static void count_folded(press_planner *l) {
  for (uint32_t i = 0; i < l->v->n_nodes; i++) {
    if (l->v->nodes[i].kind != PRESS_NODE_STATEMENT || l->shown[i]) continue;
    uint32_t who = press_plan__speaker(l->v, i);
    if (who != PRESS_NONE && l->left[who] != PRESS_NONE)
      l->p->nodes.at[l->left[who]].folded++;
  }
}

void press_plan__make(press_arena *a, const press_view *view,
                      const press_drawing *drawing, press_plan *out) {
  *out = (press_plan){.view = view};
  press_planner l = {.a = a, .p = out, .v = view};
  l.weight = press_plan__weights(a, view);
  count(out);
  order_articles(&l);
  if (out->n_statements + out->n_speakers > MAX_NODES &&
      drawing->top == PRESS_TOP_USUAL && !drawing->focus.n) {
    press_plan__sum(a, out, l.weight);
    return;
  }
  if (drawing->focus.n) l.near = press_plan__focus(a, view, drawing->focus);
  out->focus = drawing->focus;
  l.shown = PRESS_NEW(a, bool, view->n_nodes);
  l.first = PRESS_NEW(a, uint32_t, view->n_nodes);
  l.left = nowhere(a, view->n_nodes);
  l.right = nowhere(a, view->n_nodes);
  l.side = nowhere(a, view->n_nodes);
  press_plan__pick(&l, drawing->top);
  press_plan__pick_events(&l);
  press_plan__sides(&l);
  for (uint32_t i = 0; i < out->articles.n; i++) plan_article(&l, i);
  press_plan__draw_events(&l);
  count_folded(&l);
  press_plan__arrange(&l);
}
