/** The sides of a dispute: a state, its government and its officials stand
 *  together, so that one can see them as one. */
#include "write/planner.h"

#include <stdlib.h>

#define MEMBERS   2 /* a side has at least so many actors... */
#define COUNTRIES 2 /* ...in a picture with actors of so many countries */

/** The one country that an actor is or speaks for; PRESS_NONE for none or several. */
static uint32_t country_of(const press_view *v, uint32_t actor) {
  uint32_t at;
  if (v->nodes[actor].kind == PRESS_NODE_COUNTRY) return actor;
  if (!press_view__value(&v->nodes[actor], PRESS_KEY_OFFICIAL).n) return PRESS_NONE;
  if (press_view__out(v, actor, PRESS_EDGE_COUNTRY, &at) != 1) return PRESS_NONE;
  return v->edges[at].to;
}

/** Marks who will stand on the left: who speaks, who acts. */
static bool *find_actors(press_planner *l) {
  bool *acts = PRESS_NEW(l->a, bool, l->v->n_nodes);
  for (uint32_t i = 0; i < l->v->n_nodes; i++) {
    if (l->v->nodes[i].kind != PRESS_NODE_STATEMENT || !l->shown[i]) continue;
    uint32_t who = press_plan__speaker(l->v, i);
    if (who != PRESS_NONE) acts[who] = true;
  }
  for (uint32_t i = 0; i < l->events.n; i++) acts[l->events.at[i].agent] = true;
  return acts;
}

/** How many of them each country has, by view node; how many countries. */
static uint32_t *count_members(press_planner *l, const bool *acts, uint32_t *countries) {
  uint32_t *members = PRESS_NEW(l->a, uint32_t, l->v->n_nodes);
  *countries = 0;
  for (uint32_t i = 0; i < l->v->n_nodes; i++) {
    uint32_t of = acts[i] ? country_of(l->v, i) : PRESS_NONE;
    if (of != PRESS_NONE && !members[of]++) (*countries)++;
  }
  return members;
}

void press_plan__sides(press_planner *l) {
  uint32_t countries, n = l->v->n_nodes;
  bool *acts = find_actors(l);
  uint32_t *members = count_members(l, acts, &countries);
  uint32_t *index = PRESS_NEW(l->a, uint32_t, n);
  if (l->p->articles.n != 1 || countries < COUNTRIES) return;
  for (uint32_t i = 0; i < n; i++) {
    if (members[i] < MEMBERS) continue;
    index[i] = l->p->sides.n;
    *PRESS_PUSH(l->a, &l->p->sides) = i;
  }
  for (uint32_t i = 0; i < n; i++) {
    uint32_t of = acts[i] ? country_of(l->v, i) : PRESS_NONE;
    if (of != PRESS_NONE && members[of] >= MEMBERS) l->side[i] = index[of];
  }
}
