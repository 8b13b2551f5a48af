/** What the files that draw share. dot.c draws clusters, nodes (dot_nodes.c), edges
 *  (dot_edges.c) and the order of the columns (dot_columns.c). */
#ifndef PRESS_DOT_DRAW_H
#define PRESS_DOT_DRAW_H

#include "write/dot.h"

#include <cgraph.h>

/** Fixed attributes of a look or a line, pairs of name and value. */
typedef struct press_style {
  const char *pairs[18];
} press_style;

typedef struct press_drawer {
  press_arena *a;
  const press_plan *p;
  const press_view *v;
  const press_drawing *how;
  Agraph_t *g;
  Agnode_t **nodes;    /**< by plan node */
  Agraph_t **clusters; /**< by article */
  Agraph_t **sides;    /**< by side */
  bool failed;
} press_drawer;

/* ---- attributes (dot_facts.c); out of memory sets `failed` ---- */

/** A plain value of ours. */
void press_draw__set(press_drawer *d, void *on, const char *name, press_str value);
/** A value for tools: the article's bytes, escaped as DOT wants. */
void press_draw__fact(press_drawer *d, void *on, const char *name, press_str value);
/** A value for readers. */
void press_draw__shown(press_drawer *d, void *on, const char *name, press_str value);
/** A label, as HTML. */
void press_draw__html(press_drawer *d, void *on, const char *name, press_str value);
void press_draw__dress(press_drawer *d, void *on, const press_style *s);
/** All that is known of a view node. */
void press_draw__tell(press_drawer *d, void *on, uint32_t at);
press_str press_draw__value(const press_drawer *d, uint32_t at, press_key key);

/* ---- parts ---- */

void press_draw__clusters(press_drawer *d);
void press_draw__node(press_drawer *d, uint32_t i);
void press_draw__edge(press_drawer *d, const press_plan_edge *x);
void press_draw__columns(press_drawer *d);

#endif
