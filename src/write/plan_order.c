/** Which node stands over which, in each column. */
#include "write/planner.h"

#include <stdlib.h>

#define STEP 100 /* from one statement to the next; events stand in between */

typedef struct mean {
  uint64_t sum;
  uint32_t n;
} mean;

static void average(mean *m, uint32_t place) {
  m->sum += place;
  m->n++;
}

/** Statements stand in their order, and what hangs on them at their mean place. */
static uint32_t place_by_statements(press_planner *l, mean *means) {
  press_plan *p = l->p;
  uint32_t next = 0;
  for (uint32_t i = 0; i < p->nodes.n; i++)
    if (p->nodes.at[i].look == PRESS_LOOK_STATEMENT) p->nodes.at[i].place = STEP * ++next;
  for (uint32_t i = 0; i < p->edges.n; i++) {
    const press_plan_edge *e = &p->edges.at[i];
    if (e->line == PRESS_LINE_SAYS)
      average(&means[e->from], p->nodes.at[e->to].place);
    else if (e->line == PRESS_LINE_ABOUT || e->line == PRESS_LINE_COUNTRY)
      average(&means[e->to], p->nodes.at[e->from].place);
  }
  for (uint32_t i = 0; i < p->nodes.n; i++)
    if (means[i].n) p->nodes.at[i].place = (uint32_t)(means[i].sum / means[i].n);
  return STEP * (next + 1);
}

/* ---- events ---- */

/** The last statement of each actor and of each side. */
static void find_lasts(press_planner *l, uint32_t *of_node, uint32_t *of_side) {
  const press_plan *p = l->p;
  for (uint32_t i = 0; i < p->edges.n; i++) {
    const press_plan_edge *e = &p->edges.at[i];
    if (e->line != PRESS_LINE_SAYS) continue;
    uint32_t place = p->nodes.at[e->to].place, side = p->nodes.at[e->from].side;
    if (place > of_node[e->from]) of_node[e->from] = place;
    if (side != PRESS_NONE && place > of_side[side]) of_side[side] = place;
  }
}

/** In the picture of one article an event follows what its agent says, or else its
 *  agent's side; one of nobody who speaks stands level with its object. */
static void place_between(press_planner *l, const mean *means, uint32_t end) {
  press_plan *p = l->p;
  uint32_t *of_node = PRESS_NEW(l->a, uint32_t, p->nodes.n);
  uint32_t *of_side = PRESS_NEW(l->a, uint32_t, p->sides.n);
  find_lasts(l, of_node, of_side);
  for (uint32_t i = 0; i + 1 < p->edges.n; i++) {
    const press_plan_edge *agent = &p->edges.at[i], *object = agent + 1;
    if (agent->line != PRESS_LINE_AGENT) continue; /* its object is the next edge */
    uint32_t side = p->nodes.at[agent->from].side;
    uint32_t after = of_node[agent->from];
    if (!after && side != PRESS_NONE) after = of_side[side];
    if (!after) after = means[object->to].n ? p->nodes.at[object->to].place : end;
    p->nodes.at[agent->to].place = after + STEP / 2;
  }
}

/** With a cluster for each article, events stand over all statements or under them,
 *  whichever is nearer to their actors. */
static void place_outside(press_planner *l, const mean *means, uint32_t end) {
  press_plan *p = l->p;
  mean *events = PRESS_NEW(l->a, mean, p->nodes.n);
  for (uint32_t i = 0; i < p->edges.n; i++) {
    const press_plan_edge *e = &p->edges.at[i];
    if (e->line != PRESS_LINE_AGENT && e->line != PRESS_LINE_OBJECT) continue;
    uint32_t event = e->line == PRESS_LINE_AGENT ? e->to : e->from;
    uint32_t actor = e->line == PRESS_LINE_AGENT ? e->from : e->to;
    if (means[actor].n) average(&events[event], p->nodes.at[actor].place);
  }
  for (uint32_t i = 0; i < p->nodes.n; i++) {
    if (p->nodes.at[i].look != PRESS_LOOK_EVENT) continue;
    bool over = events[i].n && events[i].sum / events[i].n < end / 2;
    p->nodes.at[i].place = over ? 0 : end;
  }
}

/** Actors of events alone stand level with their events. */
static void place_actors(press_plan *p, const mean *means) {
  for (uint32_t i = 0; i < p->edges.n; i++) {
    const press_plan_edge *e = &p->edges.at[i];
    if (e->line == PRESS_LINE_AGENT && !means[e->from].n)
      p->nodes.at[e->from].place = p->nodes.at[e->to].place;
    if (e->line == PRESS_LINE_OBJECT && !means[e->to].n)
      p->nodes.at[e->to].place = p->nodes.at[e->from].place;
  }
}

/* ---- columns ---- */

typedef struct standing {
  uint32_t column, place, node;
} standing;

static int by_standing(const void *pa, const void *pb) {
  const standing *a = pa, *b = pb;
  if (a->column != b->column) return a->column < b->column ? -1 : 1;
  if (a->place != b->place) return a->place < b->place ? -1 : 1;
  return (a->node > b->node) - (a->node < b->node);
}

static void order_all(press_planner *l) {
  press_plan *p = l->p;
  standing *all = PRESS_NEW(l->a, standing, p->nodes.n);
  for (uint32_t i = 0; i < p->nodes.n; i++) {
    const press_plan_node *n = &p->nodes.at[i];
    bool middle = n->look == PRESS_LOOK_STATEMENT || n->look == PRESS_LOOK_EVENT;
    all[i] = (standing){n->left ? 0 : middle ? 1 : 2, n->place, i};
  }
  if (p->nodes.n > 1) qsort(all, p->nodes.n, sizeof *all, by_standing);
  for (uint32_t i = 0; i < p->nodes.n; i++) *PRESS_PUSH(l->a, &p->order) = all[i].node;
}

void press_plan__arrange(press_planner *l) {
  press_plan *p = l->p;
  mean *means = PRESS_NEW(l->a, mean, p->nodes.n);
  uint32_t end = place_by_statements(l, means);
  if (p->articles.n == 1)
    place_between(l, means, end);
  else
    place_outside(l, means, end);
  place_actors(p, means);
  for (uint32_t i = 0; i < p->edges.n; i++) {
    press_plan_edge *e = &p->edges.at[i];
    e->below = p->nodes.at[e->from].place < p->nodes.at[e->to].place;
  }
  order_all(l);
}
