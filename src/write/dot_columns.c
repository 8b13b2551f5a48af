/** The order of the nodes in their columns, by invisible edges. */
#include "write/dot_draw.h"

/** An invisible edge that keeps `upper` over `lower` in their column. In clusters
 *  dot reads such edges the other way round. */
static void keep_over(press_drawer *d, Agraph_t *in, Agnode_t *upper, Agnode_t *lower) {
  bool cluster = press_str__starts(press_str__of(agnameof(in)), S("cluster"));
  Agedge_t *e = agedge(d->g, cluster ? lower : upper, cluster ? upper : lower, NULL, 1);
  if (!e) {
    d->failed = true;
    return;
  }
  press_draw__set(d, e, "kind", S("layout"));
  press_draw__set(d, e, "style", S("invis"));
}

/** Puts the nodes of a column on one rank, in the plan's order. */
static void column(press_drawer *d, Agraph_t *in, const char *name, const char *rank,
                   bool (*member)(const press_plan_node *, uint32_t), uint32_t of) {
  Agraph_t *c = agsubg(in, press_str__cstr(d->a, press_str__of(name)), 1);
  Agnode_t *before = NULL;
  if (!c) {
    d->failed = true;
    return;
  }
  press_draw__set(d, c, "rank", press_str__of(rank));
  for (uint32_t i = 0; i < d->p->order.n && !d->failed; i++) {
    uint32_t at = d->p->order.at[i];
    if (!member(&d->p->nodes.at[at], of)) continue;
    if (!agsubnode(c, d->nodes[at], 1)) d->failed = true;
    if (before && !d->failed) keep_over(d, in, before, d->nodes[at]);
    before = d->nodes[at];
  }
}

static bool is_left(const press_plan_node *n, uint32_t of) {
  (void)of;
  return n->left;
}

static bool is_on_side(const press_plan_node *n, uint32_t side) {
  return n->left && n->side == side;
}

static bool is_topic(const press_plan_node *n, uint32_t of) {
  (void)of;
  return !n->left && n->look != PRESS_LOOK_STATEMENT && n->look != PRESS_LOOK_EVENT;
}

static bool is_of(const press_plan_node *n, uint32_t article) {
  return n->look == PRESS_LOOK_STATEMENT && n->article == article;
}

static bool is_middle(const press_plan_node *n, uint32_t of) {
  (void)of;
  return n->look == PRESS_LOOK_STATEMENT || n->look == PRESS_LOOK_EVENT;
}

static const char *numbered(press_drawer *d, const char *name, uint32_t i) {
  return press_str__cstr(d->a, press_str__format(d->a, "%s%u", name, i + 1));
}

/** Sides are clusters, and a rank that reaches into several clusters is more than dot
 *  can do: the speakers then stand over one another as their statements do. */
static void columns_of_one(press_drawer *d, Agraph_t *in) {
  column(d, in, "statements1", "same", is_middle, 0);
  if (!d->p->sides.n) column(d, in, "speakers", "same", is_left, 0);
  for (uint32_t i = 0; i < d->p->sides.n && !d->failed; i++)
    column(d, d->sides[i], numbered(d, "speakers", i), "same", is_on_side, i);
  if (!d->failed) column(d, in, "topics", "same", is_topic, 0);
}

void press_draw__columns(press_drawer *d) {
  if (d->how->plain) return;
  if (d->p->articles.n == 1 && d->clusters[0]) {
    columns_of_one(d, d->clusters[0]);
    return;
  }
  column(d, d->g, "speakers", "min", is_left, 0);
  for (uint32_t i = 0; i < d->p->articles.n && !d->failed; i++)
    if (d->clusters[i])
      column(d, d->clusters[i], numbered(d, "statements", i), "same", is_of, i);
  if (!d->failed) column(d, d->g, "topics", "max", is_topic, 0);
}
