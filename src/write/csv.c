/** `-t csv`: two tables, nodes and edges, RFC 4180 with plain newlines; with Neo4j's
 *  import headers in the neo4j variant. */
#include "write/facts.h"
#include "write/graph_write.h"

/** Quotation marks where RFC 4180 wants them. NUL bytes, which most readers take for
 *  the end, are left out. */
static void cell(press_out *o, press_str s, bool first) {
  bool quote = false;
  for (size_t i = 0; i < s.n && !quote; i++)
    quote = s.at[i] == '"' || s.at[i] == ',' || s.at[i] == '\n' || s.at[i] == '\r';
  if (!first) press_out__str(o, S(","));
  if (!quote) {
    press_out__str(o, s);
    return;
  }
  press_out__str(o, S("\""));
  while (s.at) {
    press_str rest, part = press_str__cut(s, '"', &rest);
    press_out__str(o, part);
    if (rest.at) press_out__str(o, S("\"\""));
    s = rest;
  }
  press_out__str(o, S("\""));
}

/** What neo4j-admin wants the columns of a role to be called. */
typedef struct role {
  size_t column;
  const char *name;
} role;

static const role node_roles[] = {{PRESS_NODE_ID, ":ID"}, {PRESS_NODE_KIND, ":LABEL"}};
static const role edge_roles[] = {{PRESS_EDGE_FROM, ":START_ID"},
                                  {PRESS_EDGE_INTO, ":END_ID"},
                                  {PRESS_EDGE_KIND, ":TYPE"},
                                  {PRESS_EDGE_COUNT, "count:int"}};

static const char *renamed(const role *roles, size_t n, size_t column, const char *usual,
                           bool neo4j) {
  for (size_t i = 0; neo4j && i < n; i++)
    if (roles[i].column == column) return roles[i].name;
  return usual;
}

static void write_nodes(press_graph_writer *w, bool neo4j) {
  for (size_t i = 0; i < PRESS_N_NODE_COLUMNS; i++)
    cell(w->out,
         press_str__of(renamed(node_roles, sizeof node_roles / sizeof *node_roles, i,
                               press_facts__node_column(i), neo4j)),
         i == 0);
  press_out__str(w->out, S("\n"));
  for (uint32_t at = 0; at < w->view->n_nodes; at++) {
    press_arena_mark mark = press_arena__mark(w->arena);
    for (size_t i = 0; i < PRESS_N_NODE_COLUMNS; i++)
      cell(w->out, press_facts__node(w->arena, w->view, at, i), i == 0);
    press_out__str(w->out, S("\n"));
    press_arena__rewind(w->arena, mark);
  }
}

static void write_edges(press_graph_writer *w, bool neo4j) {
  for (size_t i = 0; i < PRESS_N_EDGE_COLUMNS; i++)
    cell(w->out,
         press_str__of(renamed(edge_roles, sizeof edge_roles / sizeof *edge_roles, i,
                               press_facts__edge_column(i), neo4j)),
         i == 0);
  press_out__str(w->out, S("\n"));
  for (uint32_t at = 0; at < w->view->n_edges; at++) {
    press_arena_mark mark = press_arena__mark(w->arena);
    for (size_t i = 0; i < PRESS_N_EDGE_COLUMNS; i++)
      cell(w->out, press_facts__edge(w->arena, w->view, at, i), i == 0);
    press_out__str(w->out, S("\n"));
    press_arena__rewind(w->arena, mark);
  }
}

press_status press_csv__write(press_graph_writer *w, press_format format) {
  bool neo4j = format == PRESS_NEO4J_NODES || format == PRESS_NEO4J_EDGES;
  if (format == PRESS_CSV_NODES || format == PRESS_NEO4J_NODES)
    write_nodes(w, neo4j);
  else
    write_edges(w, neo4j);
  return PRESS_OK;
}
