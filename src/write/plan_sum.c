/** The picture of a graph too large for statements: who spoke how often about
 *  which issue and which country. */
#include "write/plan.h"

#include <stdlib.h>

/* How much it holds. */
#define ACTORS    40
#define ISSUES    20
#define COUNTRIES 12
#define EDGES     150

typedef struct pair {
  uint32_t from, to, count;
} pair;

static int by_ends(const void *pa, const void *pb) {
  const pair *a = pa, *b = pb;
  if (a->from != b->from) return a->from < b->from ? -1 : 1;
  return (a->to > b->to) - (a->to < b->to);
}

static int by_count(const void *pa, const void *pb) {
  const pair *a = pa, *b = pb;
  if (a->count != b->count) return a->count > b->count ? -1 : 1;
  return by_ends(pa, pb);
}

/** Marks the `most` nodes with the largest count, among those that `of` allows. */
static void keep_best(press_arena *a, const press_view *v, const uint32_t *count,
                      uint32_t kinds, uint32_t most, bool *kept) {
  PRESS_VEC(pair) all = {0};
  for (uint32_t i = 0; i < v->n_nodes; i++)
    if (kinds >> v->nodes[i].kind & 1 && count[i])
      *PRESS_PUSH(a, &all) = (pair){i, 0, count[i]};
  if (all.n > 1) qsort(all.at, all.n, sizeof *all.at, by_count);
  for (uint32_t i = 0; i < all.n && i < most; i++) kept[all.at[i].from] = true;
}

/** One pair for each statement of a kept speaker about a kept topic. */
static uint32_t pairs_of(press_arena *a, const press_view *v, const bool *kept,
                         pair **out) {
  PRESS_VEC(pair) all = {0};
  for (uint32_t i = 0; i < v->n_edges; i++) {
    const press_view_edge *e = &v->edges[i];
    if (v->nodes[e->from].kind != PRESS_NODE_STATEMENT || !kept[e->to]) continue;
    if (e->kind != PRESS_EDGE_ABOUT && e->kind != PRESS_EDGE_MENTIONS) continue;
    press_node_kind to = v->nodes[e->to].kind;
    if (to != PRESS_NODE_ISSUE && to != PRESS_NODE_COUNTRY) continue;
    uint32_t who = press_plan__speaker(v, e->from);
    if (who != PRESS_NONE && kept[who]) *PRESS_PUSH(a, &all) = (pair){who, e->to, 1};
  }
  if (all.n > 1) qsort(all.at, all.n, sizeof *all.at, by_ends);
  uint32_t n = 0;
  for (uint32_t i = 0; i < all.n; i++) {
    if (n && all.at[n - 1].from == all.at[i].from && all.at[n - 1].to == all.at[i].to)
      all.at[n - 1].count++;
    else
      all.at[n++] = all.at[i];
  }
  if (n > 1) qsort(all.at, n, sizeof *all.at, by_count);
  *out = all.at;
  return n < EDGES ? n : EDGES;
}

static uint32_t put(press_arena *a, press_plan *p, uint32_t *where, uint32_t at,
                    bool left) {
  if (where[at] == PRESS_NONE)
    where[at] = press_plan__add(a, p, press_plan__look(&p->view->nodes[at]), at, left);
  return where[at];
}

void press_plan__sum(press_arena *a, press_plan *plan, const uint32_t *weight) {
  const press_view *v = plan->view;
  const uint32_t actors = 1u << PRESS_NODE_PERSON | 1u << PRESS_NODE_ORGANIZATION |
                          1u << PRESS_NODE_PLACE | 1u << PRESS_NODE_COUNTRY;
  uint32_t *said = PRESS_NEW(a, uint32_t, v->n_nodes), at;
  uint32_t *left = PRESS_NEW(a, uint32_t, v->n_nodes);
  uint32_t *right = PRESS_NEW(a, uint32_t, v->n_nodes);
  bool *kept = PRESS_NEW(a, bool, v->n_nodes);
  plan->sum = true;
  for (uint32_t i = 0; i < v->n_nodes; i++) {
    said[i] = press_view__out(v, i, PRESS_EDGE_SAYS, &at);
    left[i] = right[i] = PRESS_NONE;
  }
  keep_best(a, v, said, actors, ACTORS, kept);
  keep_best(a, v, weight, 1u << PRESS_NODE_ISSUE, ISSUES, kept);
  keep_best(a, v, weight, 1u << PRESS_NODE_COUNTRY, COUNTRIES, kept);
  pair *all;
  uint32_t n = pairs_of(a, v, kept, &all);
  for (uint32_t i = 0; i < n; i++) {
    bool issue = v->nodes[all[i].to].kind == PRESS_NODE_ISSUE;
    uint32_t from = put(a, plan, left, all[i].from, true);
    uint32_t to = put(a, plan, right, all[i].to, false);
    plan->nodes.at[from].count = said[all[i].from];
    *PRESS_PUSH(a, &plan->edges) =
        (press_plan_edge){.from = from,
                          .to = to,
                          .line = issue ? PRESS_LINE_ABOUT : PRESS_LINE_COUNTRY,
                          .count = all[i].count};
  }
}
