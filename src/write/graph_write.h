/** The writers of a graph. Each gets the ordered view and scratch memory. */
#ifndef PRESS_GRAPH_WRITE_H
#define PRESS_GRAPH_WRITE_H

#include "graph/view.h"
#include "write/out.h"

typedef struct press_graph_writer {
  press_arena *arena;
  const press_view *view;
  const press_drawing *drawing;
  const struct press_plan *plan; /**< made when first asked for: press_dot__plan() */
  press_out *out;
  press_error *err;
  void *volatile held; /**< what the library behind holds, for the release call */
  char *volatile text; /**< from malloc, freed at the boundary */
  volatile bool drawn; /**< `held` is a drawing, not JSON */
  void *volatile list; /**< a JSON list that hangs on nothing yet, for the same */
} press_graph_writer;

press_status press_jsonld__write(press_graph_writer *w);
press_status press_rdf__write(press_graph_writer *w, bool turtle);
press_status press_html__write(press_graph_writer *w);
press_status press_graphml__write(press_graph_writer *w);
press_status press_gexf__write(press_graph_writer *w);
press_status press_cytoscape__write(press_graph_writer *w);
press_status press_csv__write(press_graph_writer *w, press_format format);
void press_jsonld__release(void *held);

#endif
