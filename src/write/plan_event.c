/** The events of a picture: which, and their actors. */
#include "write/planner.h"

#include <stdlib.h>

/* How many: chosen by looking at pictures of 1 to 30 articles. */
#define EVENTS             6
#define EVENTS_PER_ARTICLE 1
#define EVENTS_MOST        10

static int by_worth(const void *pa, const void *pb) {
  const press_happening *a = pa, *b = pb;
  if (a->unreal != b->unreal) return a->unreal ? 1 : -1;
  if (a->count != b->count) return a->count > b->count ? -1 : 1;
  return (a->at > b->at) - (a->at < b->at);
}

static bool alike(const press_happening *a, const press_happening *b) {
  return a->agent == b->agent && a->object == b->object &&
         press_str__eq(a->type, b->type) && press_str__eq(a->status, b->status);
}

static int by_likeness(const void *pa, const void *pb) {
  const press_happening *a = pa, *b = pb;
  if (a->agent != b->agent) return a->agent < b->agent ? -1 : 1;
  if (a->object != b->object) return a->object < b->object ? -1 : 1;
  int c = press_str__cmp(a->type, b->type);
  if (!c) c = press_str__cmp(a->status, b->status);
  return c ? c : (a->at > b->at) - (a->at < b->at);
}

/** The other direction of a reciprocal event: one line stands for both. */
static bool turned(const press_view_node *event) {
  return press_str__eq(press_view__value(event, PRESS_KEY_RECIPROCAL), S("back"));
}

uint32_t press_plan__count_events(const press_view *v) {
  uint32_t n = 0;
  for (uint32_t i = 0; i < v->n_nodes; i++)
    n += v->nodes[i].kind == PRESS_NODE_EVENT && !turned(&v->nodes[i]);
  return n;
}

static void collect(press_planner *l) {
  for (uint32_t i = 0; i < l->v->n_nodes; i++) {
    uint32_t agent, object;
    const press_view_node *node = &l->v->nodes[i];
    if (node->kind != PRESS_NODE_EVENT || (l->near && !l->near[i])) continue;
    if (!press_view__out(l->v, i, PRESS_EDGE_AGENT, &agent)) continue;
    if (!press_view__out(l->v, i, PRESS_EDGE_OBJECT, &object)) continue;
    press_happening h = {.at = i,
                         .agent = l->v->edges[agent].to,
                         .object = l->v->edges[object].to,
                         .count = 1,
                         .type = press_view__value(node, PRESS_KEY_TYPE),
                         .status = press_view__value(node, PRESS_KEY_STATUS)};
    h.unreal = h.status.n > 0;
    if (h.agent != h.object && !turned(node)) *PRESS_PUSH(l->a, &l->events) = h;
  }
}

static uint32_t join_alike(press_happening *all, uint32_t n) {
  uint32_t kept = 0;
  for (uint32_t i = 0; i < n; i++) {
    if (kept && alike(&all[kept - 1], &all[i]))
      all[kept - 1].count++;
    else
      all[kept++] = all[i];
  }
  return kept;
}

void press_plan__pick_events(press_planner *l) {
  collect(l);
  press_happening *all = l->events.at;
  uint32_t n = l->events.n;
  if (n > 1) qsort(all, n, sizeof *all, by_likeness);
  n = join_alike(all, n);
  if (n > 1) qsort(all, n, sizeof *all, by_worth);
  uint32_t most = press_plan__allowance(l->p, EVENTS, EVENTS_PER_ARTICLE, EVENTS_MOST);
  l->p->hidden_events = n > most ? n - most : 0;
  l->events.n = n < most ? n : most;
}

/** Whom it is done to stands on the right even when it speaks on the left: a line
 *  that turned back would cross the picture twice. */
void press_plan__draw_events(press_planner *l) {
  for (uint32_t i = 0; i < l->events.n; i++) {
    const press_happening *h = &l->events.at[i];
    uint32_t from = press_plan__put(l, h->agent, true);
    uint32_t to = press_plan__put(l, h->object, false);
    uint32_t node = press_plan__add(l->a, l->p, PRESS_LOOK_EVENT, h->at, false);
    l->p->nodes.at[node].count = h->count;
    press_plan__line(l, from, PRESS_LINE_AGENT, node);
    press_plan__line(l, node, PRESS_LINE_OBJECT, to);
  }
}
