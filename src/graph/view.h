/** A graph in the order in which it is written: nodes by id, attributes by key and
 *  value, edges by (from, kind, to), evidence by place. No trace is left of the
 *  order in which documents were added. */
#ifndef PRESS_VIEW_H
#define PRESS_VIEW_H

#include "graph/graph.h"

typedef struct press_view_node {
  press_str id; /**< as written: IRI, with wd: for Wikidata's prefix */
  press_str iri;
  press_node_kind kind;
  const press_attr *attrs;
  uint32_t n_attrs;
  uint32_t out, n_out; /**< its edges, in press_view.edges */
  uint32_t in, n_in;   /**< edges to it, in press_view.incoming */
} press_view_node;

typedef struct press_view_edge {
  uint32_t from, to; /**< view nodes */
  press_edge_kind kind;
  uint32_t weight;
  const press_evidence *evidence; /**< articles are view nodes; no two alike */
  uint32_t n_evidence;
} press_view_edge;

typedef struct press_view {
  press_str base;
  const press_view_node *nodes;
  const press_view_edge *edges;
  const uint32_t *incoming; /**< edges by (to, kind, from) */
  uint32_t n_nodes, n_edges;
} press_view;

press_view press_view__of(press_arena *a, const press_graph *g);
/** The value of a key that is shown when one is wanted; empty when there is none.
 *  Of several the last in byte order: it has the accents and the lower case. */
press_str press_view__value(const press_view_node *node, press_key key);
/** Edges of one kind out of (into) `node`: the first is `*at`, in edges (incoming);
 *  gives how many. */
uint32_t press_view__out(const press_view *v, uint32_t node, press_edge_kind kind,
                         uint32_t *at);
uint32_t press_view__in(const press_view *v, uint32_t node, press_edge_kind kind,
                        uint32_t *at);

#endif
