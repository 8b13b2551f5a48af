/** `-t gexf`: GEXF 1.2, Gephi's own format, with the colours of the pictures. */
#include "write/facts.h"
#include "write/xml.h"

/** Colours of the nodes: what the pictures have as borders. */
static const struct {
  const char *r, *g, *b;
} colours[PRESS_N_NODE_KINDS] = {
    {"208", "208", "208"}, {"85", "85", "85"},    {"213", "94", "0"},
    {"0", "114", "178"},   {"204", "121", "167"}, {"119", "119", "119"},
    {"0", "158", "115"},   {"230", "159", "0"},
};

static press_str number(press_xml *x, size_t n) {
  return press_str__format(x->w->arena, "%u", (unsigned)n);
}

static void declare(press_xml *x, size_t id, const char *title, const char *type) {
  press_xml__start(x, "attribute");
  press_xml__attr(x, "id", number(x, id));
  press_xml__attr(x, "title", press_str__of(title));
  press_xml__attr(x, "type", press_str__of(type));
  press_xml__end(x);
}

static void write_keys(press_xml *x) {
  press_xml__start(x, "attributes");
  press_xml__attr(x, "class", S("node"));
  declare(x, PRESS_NODE_KIND, "kind", "string");
  for (size_t i = PRESS_NODE_FACTS; i < PRESS_N_NODE_COLUMNS; i++)
    declare(x, i, press_facts__node_column(i), "string");
  press_xml__end(x);
  press_xml__start(x, "attributes");
  press_xml__attr(x, "class", S("edge"));
  for (size_t i = PRESS_EDGE_KIND; i < PRESS_N_EDGE_COLUMNS; i++)
    declare(x, i, press_facts__edge_column(i),
            i == PRESS_EDGE_COUNT ? "integer" : "string");
  press_xml__end(x);
}

static void value(press_xml *x, size_t column, press_str s) {
  if (!s.n) return;
  press_xml__start(x, "attvalue");
  press_xml__attr(x, "for", number(x, column));
  press_xml__attr(x, "value", s);
  press_xml__end(x);
}

static void colour(press_xml *x, press_node_kind kind) {
  press_xml__start(x, "viz:color");
  press_xml__attr(x, "r", press_str__of(colours[kind].r));
  press_xml__attr(x, "g", press_str__of(colours[kind].g));
  press_xml__attr(x, "b", press_str__of(colours[kind].b));
  press_xml__end(x);
}

static void write_node(press_xml *x, uint32_t at) {
  press_arena *a = x->w->arena;
  press_arena_mark mark = press_arena__mark(a);
  const press_view *v = x->w->view;
  press_xml__start(x, "node");
  press_xml__attr(x, "id", press_facts__node(a, v, at, PRESS_NODE_ID));
  press_xml__attr(x, "label", press_facts__node(a, v, at, PRESS_NODE_LABEL));
  press_xml__start(x, "attvalues");
  value(x, PRESS_NODE_KIND, press_facts__node(a, v, at, PRESS_NODE_KIND));
  for (size_t i = PRESS_NODE_FACTS; i < PRESS_N_NODE_COLUMNS; i++)
    value(x, i, press_facts__node(a, v, at, i));
  press_xml__end(x);
  colour(x, v->nodes[at].kind);
  press_xml__end(x);
  press_arena__rewind(a, mark);
}

static void write_edge(press_xml *x, uint32_t at) {
  press_arena *a = x->w->arena;
  press_arena_mark mark = press_arena__mark(a);
  const press_view *v = x->w->view;
  press_xml__start(x, "edge");
  press_xml__ends(x, at);
  press_xml__attr(x, "label", press_facts__edge(a, v, at, PRESS_EDGE_KIND));
  press_xml__start(x, "attvalues");
  for (size_t i = PRESS_EDGE_KIND; i < PRESS_N_EDGE_COLUMNS; i++)
    value(x, i, press_facts__edge(a, v, at, i));
  press_xml__end(x);
  press_xml__end(x);
  press_arena__rewind(a, mark);
}

press_status press_gexf__write(press_graph_writer *w) {
  press_xml x;
  TRY(press_xml__open(&x, w));
  press_xml__start(&x, "gexf");
  press_xml__attr(&x, "xmlns", S("http://www.gexf.net/1.2draft"));
  press_xml__attr(&x, "xmlns:viz", S("http://www.gexf.net/1.2draft/viz"));
  press_xml__attr(&x, "version", S("1.2"));
  press_xml__start(&x, "graph");
  press_xml__attr(&x, "mode", S("static"));
  press_xml__attr(&x, "defaultedgetype", S("directed"));
  write_keys(&x);
  press_xml__start(&x, "nodes");
  for (uint32_t i = 0; i < w->view->n_nodes; i++) write_node(&x, i);
  press_xml__end(&x);
  press_xml__start(&x, "edges");
  for (uint32_t i = 0; i < w->view->n_edges; i++) write_edge(&x, i);
  press_xml__end(&x);
  return press_xml__close(&x);
}
