/** `-t csv`: two tables, nodes and edges, RFC 4180 with plain newlines; with Neo4j's
 *  import headers in the neo4j variant. */
#include "write/facts.h"
#include "write/graph_write.h"

/** Quotation marks where RFC 4180 wants them. */
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

/** A table: what its columns are called, usually and by neo4j-admin, and its cells. */
typedef struct table {
  size_t columns;
  const char *(*name)(size_t column);
  press_str (*cell)(press_arena *a, const press_view *v, uint32_t at, size_t column);
  const struct {
    size_t column;
    const char *name;
  } neo4j[4];
} table;

static const table edges = {PRESS_N_EDGE_COLUMNS,
                            press_facts__edge_column,
                            press_facts__edge,
                            {{PRESS_EDGE_FROM, ":START_ID"},
                             {PRESS_EDGE_INTO, ":END_ID"},
                             {PRESS_EDGE_KIND, ":TYPE"},
                             {PRESS_EDGE_COUNT, "count:int"}}};

static table nodes(void) {
  return (table){PRESS_N_NODE_COLUMNS,
                 press_facts__node_column,
                 press_facts__node,
                 {{PRESS_NODE_ID, "id:ID"}, {PRESS_NODE_KIND, ":LABEL"}}};
}

static const char *name_of(const table *t, size_t column, bool neo4j) {
  for (size_t i = 0; neo4j && i < sizeof t->neo4j / sizeof *t->neo4j; i++)
    if (t->neo4j[i].name && t->neo4j[i].column == column) return t->neo4j[i].name;
  return t->name(column);
}

static void write_table(press_graph_writer *w, const table *t, uint32_t rows,
                        bool neo4j) {
  for (size_t i = 0; i < t->columns; i++)
    cell(w->out, press_str__of(name_of(t, i, neo4j)), i == 0);
  press_out__str(w->out, S("\n"));
  for (uint32_t at = 0; at < rows; at++) {
    press_arena_mark mark = press_arena__mark(w->arena);
    for (size_t i = 0; i < t->columns; i++)
      cell(w->out, t->cell(w->arena, w->view, at, i), i == 0);
    press_out__str(w->out, S("\n"));
    press_arena__rewind(w->arena, mark);
  }
}

press_status press_csv__write(press_graph_writer *w, press_format format) {
  const table of_nodes = nodes();
  bool neo4j = format == PRESS_NEO4J_NODES || format == PRESS_NEO4J_EDGES;
  if (format == PRESS_CSV_NODES || format == PRESS_NEO4J_NODES)
    write_table(w, &of_nodes, w->view->n_nodes, neo4j);
  else
    write_table(w, &edges, w->view->n_edges, neo4j);
  return PRESS_OK;
}
