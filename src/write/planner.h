/** What the makers of a plan share: plan.c calls pick, events, sides, order in turn. */
#ifndef PRESS_PLANNER_H
#define PRESS_PLANNER_H

#include "write/plan.h"

/** An event, or several alike, that is to be drawn. */
typedef struct press_happening {
  uint32_t at, agent, object; /**< view nodes */
  uint32_t count;
  bool unreal; /**< negated or hypothetical */
  press_str type, status;
} press_happening;

typedef struct press_planner {
  press_arena *a;
  press_plan *p;
  const press_view *v;
  const uint32_t *weight; /**< of issues and countries, by view node */
  bool *shown;            /**< by view node: topics and statements that may be drawn */
  bool *near;             /**< by view node: what the focus allows; NULL: all */
  uint32_t *first;        /**< by view node: where an actor first speaks, from 1 */
  uint32_t *side;         /**< by view node: index of an actor's side, or PRESS_NONE */
  uint32_t *left, *right; /**< plan node of a view node in either column */
  PRESS_VEC(press_happening) events;
} press_planner;

/** For sorting view nodes, the weightiest first. */
typedef struct press_weighed {
  uint32_t weight, at;
} press_weighed;
int press_weighed__cmp(const void *a, const void *b);

/** Marks the issues, countries and statements to draw (plan_pick.c). `top` is the
 *  most statements, 0 for all, PRESS_TOP_USUAL for as many as read well. */
void press_plan__pick(press_planner *l, uint32_t top);
/** Marks what has to do with `focus` (plan_focus.c). */
bool *press_plan__focus(press_arena *a, const press_view *v, press_str focus);
/** Events of the view, both directions of a reciprocal one counted once. */
uint32_t press_plan__count_events(const press_view *v);
/** Chooses the events to draw, alike ones as one (plan_event.c). */
void press_plan__pick_events(press_planner *l);
/** Adds them, with their actors. */
void press_plan__draw_events(press_planner *l);
/** Groups the actors of each country, where several countries face each other
 *  (plan_side.c). */
void press_plan__sides(press_planner *l);
/** The order of all nodes in their columns (plan_order.c). */
void press_plan__arrange(press_planner *l);

/* ---- shared ---- */

/** The plan node of a view node in a column, new if need be. */
uint32_t press_plan__put(press_planner *l, uint32_t at, bool left);
void press_plan__line(press_planner *l, uint32_t from, press_line line, uint32_t to);
/** `first` for the first article, `more` for each further one, at most `most`. */
uint32_t press_plan__allowance(const press_plan *p, uint32_t first, uint32_t more,
                               uint32_t most);
/** The place of a statement in its article, from 1. */
uint32_t press_plan__position(const press_view *v, uint32_t at);

#endif
