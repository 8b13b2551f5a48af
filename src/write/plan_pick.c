/** Which statements, issues and countries a picture has room for. */
#include "write/planner.h"

#include <stdlib.h>

/* How much a picture holds. Chosen by looking at pictures of 1 to 30 articles. */
#define STATEMENTS             30
#define STATEMENTS_PER_ARTICLE 12
#define STATEMENTS_MOST        120
#define ISSUES                 8 /* issues shown for one article... */
#define ISSUES_PER_ARTICLE     2 /* ...and for each further one */
#define ISSUES_MOST            16
#define COUNTRIES              6
#define COUNTRIES_PER_ARTICLE  1
#define COUNTRIES_MOST         10

/* What makes a statement worth drawing, when not all are. */
#define WORTH_FIRST     40 /* its speaker's first: nobody is left out lightly */
#define WORTH_NAMED     30 /* somebody with a name says it */
#define WORTH_DESCRIBED 15 /* "a senior official" */
#define WORTH_ISSUE     12 /* for each issue shown, up to two */
#define WORTH_COUNTRY   6
#define WORTH_QUOTED    8
#define WORTH_LONG      10 /* at least LONG bytes: it says something */
#define LONG            40
#define ISSUES_COUNTED  2

int press_weighed__cmp(const void *pa, const void *pb) {
  const press_weighed *a = pa, *b = pb;
  if (a->weight != b->weight) return a->weight > b->weight ? -1 : 1;
  return (a->at > b->at) - (a->at < b->at);
}

uint32_t press_plan__allowance(const press_plan *p, uint32_t first, uint32_t more,
                               uint32_t most) {
  uint32_t n = p->articles.n > 1 ? first + (p->articles.n - 1) * more : first;
  return n < most ? n : most;
}

/** Marks the weightiest of a kind among those that a statement or an event has. */
static void show_best(press_planner *l, press_node_kind kind, press_edge_kind edge,
                      uint32_t most, uint32_t *hidden) {
  PRESS_VEC(press_weighed) all = {0};
  for (uint32_t i = 0; i < l->v->n_nodes; i++) {
    if (l->v->nodes[i].kind != kind) continue;
    uint32_t at, n = press_view__in(l->v, i, edge, &at), used = 0;
    for (uint32_t k = 0; k < n && !used; k++) {
      uint32_t from = l->v->edges[l->v->incoming[at + k]].from;
      used = l->v->nodes[from].kind != PRESS_NODE_ARTICLE && (!l->near || l->near[from]);
    }
    if (used) *PRESS_PUSH(l->a, &all) = (press_weighed){l->weight[i], i};
  }
  if (all.n > 1) qsort(all.at, all.n, sizeof *all.at, press_weighed__cmp);
  for (uint32_t i = 0; i < all.n && i < most; i++) l->shown[all.at[i].at] = true;
  *hidden = all.n > most ? all.n - most : 0;
}

/* ---- statements ---- */

static bool describes(const press_view_node *actor) {
  return press_view__value(actor, PRESS_KEY_UNNAMED).n > 0;
}

static uint32_t worth_of_speaker(const press_planner *l, uint32_t who,
                                 uint32_t position) {
  if (who == PRESS_NONE) return 0;
  uint32_t first = l->first[who] == position ? WORTH_FIRST : 0;
  return first + (describes(&l->v->nodes[who]) ? WORTH_DESCRIBED : WORTH_NAMED);
}

static uint32_t shown_of(const press_planner *l, uint32_t at, press_edge_kind kind) {
  uint32_t i, n = press_view__out(l->v, at, kind, &i), many = 0;
  for (uint32_t k = 0; k < n; k++) many += l->shown[l->v->edges[i + k].to];
  return many;
}

static uint32_t worth_of(const press_planner *l, uint32_t at) {
  const press_view_node *node = &l->v->nodes[at];
  uint32_t issues = shown_of(l, at, PRESS_EDGE_ABOUT);
  uint32_t worth =
      worth_of_speaker(l, press_plan__speaker(l->v, at), press_plan__position(l->v, at));
  worth += WORTH_ISSUE * (issues < ISSUES_COUNTED ? issues : ISSUES_COUNTED);
  if (shown_of(l, at, PRESS_EDGE_MENTIONS)) worth += WORTH_COUNTRY;
  if (!press_str__eq(press_view__value(node, PRESS_KEY_FORM), S("indirect")))
    worth += WORTH_QUOTED;
  if (press_view__value(node, PRESS_KEY_TEXT).n >= LONG) worth += WORTH_LONG;
  return worth;
}

/** Where each actor first speaks; of several articles, in the first of them. */
static void find_firsts(press_planner *l) {
  for (uint32_t i = 0; i < l->v->n_nodes; i++) {
    if (l->v->nodes[i].kind != PRESS_NODE_STATEMENT) continue;
    uint32_t who = press_plan__speaker(l->v, i), at = press_plan__position(l->v, i);
    if (who != PRESS_NONE && (!l->first[who] || at < l->first[who])) l->first[who] = at;
  }
}

static void pick_statements(press_planner *l, uint32_t top) {
  PRESS_VEC(press_weighed) all = {0};
  for (uint32_t i = 0; i < l->v->n_nodes; i++)
    if (l->v->nodes[i].kind == PRESS_NODE_STATEMENT && (!l->near || l->near[i]))
      *PRESS_PUSH(l->a, &all) = (press_weighed){worth_of(l, i), i};
  if (!top || top > all.n) top = all.n;
  if (top < all.n) qsort(all.at, all.n, sizeof *all.at, press_weighed__cmp);
  for (uint32_t i = 0; i < top; i++) l->shown[all.at[i].at] = true;
  l->p->hidden_statements = all.n - top;
}

void press_plan__pick(press_planner *l, uint32_t top) {
  press_plan *p = l->p;
  show_best(l, PRESS_NODE_ISSUE, PRESS_EDGE_ABOUT,
            press_plan__allowance(p, ISSUES, ISSUES_PER_ARTICLE, ISSUES_MOST),
            &p->hidden_issues);
  show_best(l, PRESS_NODE_COUNTRY, PRESS_EDGE_MENTIONS,
            press_plan__allowance(p, COUNTRIES, COUNTRIES_PER_ARTICLE, COUNTRIES_MOST),
            &p->hidden_countries);
  find_firsts(l);
  if (top == PRESS_TOP_USUAL)
    top = press_plan__allowance(p, STATEMENTS, STATEMENTS_PER_ARTICLE, STATEMENTS_MOST);
  pick_statements(l, top);
}
