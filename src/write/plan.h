/** What a picture shows: which nodes in which column, which edges, what is left
 *  out. Knows nothing of Graphviz. */
#ifndef PRESS_PLAN_H
#define PRESS_PLAN_H

#include "graph/view.h"

typedef enum press_look {
  PRESS_LOOK_PERSON,
  PRESS_LOOK_ORGANIZATION,
  PRESS_LOOK_PLACE,
  PRESS_LOOK_COUNTRY,
  PRESS_LOOK_ISSUE,
  PRESS_LOOK_STATEMENT,
  PRESS_LOOK_EVENT,   /**< the words of an event, on the line between its actors */
  PRESS_LOOK_UNKNOWN, /**< the speaker of an article's unattributed statements */
  PRESS_N_LOOKS
} press_look;

typedef struct press_plan_node {
  press_str id; /**< "p1": short, made up here */
  press_look look;
  uint32_t at;      /**< view node; PRESS_NONE for an unknown speaker */
  uint32_t place;   /**< where in its column, from the top: hundredths of a statement */
  uint32_t article; /**< statements and unknown speakers: index of the cluster */
  uint32_t side;    /**< on the left: index in press_plan.sides, or PRESS_NONE */
  bool left;        /**< stands with the speakers */
  uint32_t count;   /**< statements by it; events alike */
  uint32_t folded;  /**< statements by it that are not drawn */
} press_plan_node;

typedef enum press_line {
  PRESS_LINE_SAYS,    /**< actor to statement */
  PRESS_LINE_ABOUT,   /**< statement to issue */
  PRESS_LINE_COUNTRY, /**< statement to country */
  PRESS_LINE_AGENT,   /**< actor to event */
  PRESS_LINE_OBJECT   /**< event to actor */
} press_line;

typedef struct press_plan_edge {
  uint32_t from, to; /**< plan nodes */
  press_line line;
  uint32_t count; /**< statements, in a sum; else 1 */
  bool below;     /**< says: comes from above, so that its word goes below */
} press_plan_edge;

typedef struct press_plan {
  const press_view *view;
  PRESS_VEC(press_plan_node) nodes;
  PRESS_VEC(press_plan_edge) edges;
  PRESS_VEC(uint32_t) articles;                /**< view nodes, by date */
  uint32_t n_statements, n_speakers, n_events; /**< in the graph */
  PRESS_VEC(uint32_t) sides; /**< countries (view nodes) whose actors stand together */
  uint32_t hidden_statements, hidden_issues, hidden_countries, hidden_events;
  PRESS_VEC(uint32_t) order; /**< plan nodes by column and place */
  press_str focus;           /**< what the picture keeps to, or empty */
  bool sum; /**< too large for statements: actors, issues, countries, counts */
} press_plan;

/** Decides what to draw. */
void press_plan__make(press_arena *a, const press_view *view,
                      const press_drawing *drawing, press_plan *out);
/** The picture of a graph that is too large to show statements (plan_sum.c). */
void press_plan__sum(press_arena *a, press_plan *plan, const uint32_t *weight);

/* ---- shared by the two ---- */

/** How much each issue and country weighs in the whole graph, by view node. */
uint32_t *press_plan__weights(press_arena *a, const press_view *view);
/** The view node that says the statement `at`, or PRESS_NONE. */
uint32_t press_plan__speaker(const press_view *view, uint32_t at);
/** Adds a node with the next id of its kind. */
uint32_t press_plan__add(press_arena *a, press_plan *plan, press_look look, uint32_t at,
                         bool left);
press_look press_plan__look(const press_view_node *node);

#endif
