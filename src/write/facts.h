/** What is known of nodes and edges, as the formats without a vocabulary of their own
 *  write it: named strings. */
#ifndef PRESS_FACTS_H
#define PRESS_FACTS_H

#include "graph/view.h"

/** A key of the graph and what formats call it. */
typedef struct press_fact {
  press_key key;
  const char *name;
} press_fact;

extern const press_fact press_facts[];
extern const size_t press_n_facts;

/** All values of a key, "; " between. */
press_str press_facts__values(press_arena *a, const press_view_node *n, press_key key);

/* ---- tables: columns of nodes and of edges ---- */

typedef enum press_node_column {
  PRESS_NODE_ID, /**< the IRI */
  PRESS_NODE_KIND,
  PRESS_NODE_LABEL, /**< a name, the words of a statement or event */
  PRESS_NODE_FACTS  /**< and on: press_facts */
} press_node_column;

typedef enum press_edge_column {
  PRESS_EDGE_FROM, /**< IRI */
  PRESS_EDGE_INTO, /**< IRI */
  PRESS_EDGE_KIND,
  PRESS_EDGE_COUNT,    /**< places that say so */
  PRESS_EDGE_EVIDENCE, /**< "ARTICLE#char=42,91", spaces between (RFC 5147) */
  PRESS_N_EDGE_COLUMNS
} press_edge_column;

#define PRESS_N_NODE_COLUMNS (PRESS_NODE_FACTS + press_n_facts)

const char *press_facts__node_column(size_t column);
const char *press_facts__edge_column(size_t column);
press_str press_facts__node(press_arena *a, const press_view *v, uint32_t at,
                            size_t column);
press_str press_facts__edge(press_arena *a, const press_view *v, uint32_t at,
                            size_t column);

#endif
