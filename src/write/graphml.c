/** `-t graphml`: nodes and edges with all that is known of them, for networkx, igraph,
 *  Gephi, yEd and most others. */
#include "write/facts.h"
#include "write/xml.h"

static press_str name(const char *s) {
  return press_str__of(s);
}

/** The head: what `for` says is told by which key. */
static void declare(press_xml *x, const char *of, const char *column, const char *type) {
  press_xml__start(x, "key");
  press_xml__attr(x, "id", press_str__format(x->w->arena, "%s-%s", of, column));
  press_xml__attr(x, "for", name(of));
  press_xml__attr(x, "attr.name", name(column));
  press_xml__attr(x, "attr.type", name(type));
  press_xml__end(x);
}

static void data(press_xml *x, const char *of, const char *column, press_str value) {
  if (!value.n) return;
  press_xml__start(x, "data");
  press_xml__attr(x, "key", press_str__format(x->w->arena, "%s-%s", of, column));
  press_xml__text(x, value);
  press_xml__end(x);
}

static void write_keys(press_xml *x) {
  for (size_t i = PRESS_NODE_KIND; i < PRESS_N_NODE_COLUMNS; i++)
    declare(x, "node", press_facts__node_column(i), "string");
  for (size_t i = PRESS_EDGE_KIND; i < PRESS_N_EDGE_COLUMNS; i++)
    declare(x, "edge", press_facts__edge_column(i),
            i == PRESS_EDGE_COUNT ? "int" : "string");
}

static void write_node(press_xml *x, uint32_t at) {
  press_arena *a = x->w->arena;
  press_arena_mark mark = press_arena__mark(a);
  const press_view *v = x->w->view;
  press_xml__start(x, "node");
  press_xml__attr(x, "id", press_facts__node(a, v, at, PRESS_NODE_ID));
  for (size_t i = PRESS_NODE_KIND; i < PRESS_N_NODE_COLUMNS; i++)
    data(x, "node", press_facts__node_column(i), press_facts__node(a, v, at, i));
  press_xml__end(x);
  press_arena__rewind(a, mark);
}

static void write_edge(press_xml *x, uint32_t at) {
  press_arena *a = x->w->arena;
  press_arena_mark mark = press_arena__mark(a);
  const press_view *v = x->w->view;
  press_xml__start(x, "edge");
  press_xml__ends(x, at);
  for (size_t i = PRESS_EDGE_KIND; i < PRESS_N_EDGE_COLUMNS; i++)
    data(x, "edge", press_facts__edge_column(i), press_facts__edge(a, v, at, i));
  press_xml__end(x);
  press_arena__rewind(a, mark);
}

press_status press_graphml__write(press_graph_writer *w) {
  press_xml x;
  TRY(press_xml__open(&x, w));
  press_xml__start(&x, "graphml");
  press_xml__attr(&x, "xmlns", S("http://graphml.graphdrawing.org/xmlns"));
  write_keys(&x);
  press_xml__start(&x, "graph");
  press_xml__attr(&x, "id", S("press"));
  press_xml__attr(&x, "edgedefault", S("directed"));
  for (uint32_t i = 0; i < w->view->n_nodes; i++) write_node(&x, i);
  for (uint32_t i = 0; i < w->view->n_edges; i++) write_edge(&x, i);
  return press_xml__close(&x);
}
