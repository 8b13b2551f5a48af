/** `-t cytoscape`: elements for Cytoscape.js and Cytoscape desktop. Written node by
 *  node, so that memory does not grow with the graph. */
#include "write/facts.h"
#include "write/graph_write.h"

#include <jansson.h>

static int to_out(const char *bytes, size_t n, void *to) {
  press_out__str(to, (press_str){bytes, n});
  return 0;
}

/** {"data": {...}} on a line of its own. */
static press_status element(press_graph_writer *w, bool first, bool failed) {
  press_out__str(w->out, first ? S("\n   {\"data\":") : S(",\n   {\"data\":"));
  failed = failed || json_dump_callback(w->held, to_out, w->out, JSON_COMPACT);
  press_out__str(w->out, S("}"));
  json_decref(w->held);
  w->held = NULL;
  return failed ? press_error__set(w->err, PRESS_ERR_NOMEM, "out of memory") : PRESS_OK;
}

static bool put(json_t *data, const char *name, press_str s) {
  return !s.n || json_object_set_new(data, name, json_stringn(s.at, s.n)) == 0;
}

static press_status write_node(press_graph_writer *w, uint32_t at) {
  bool good = (w->held = json_object()) != NULL;
  for (size_t i = 0; good && i < PRESS_N_NODE_COLUMNS; i++)
    good = put(w->held, press_facts__node_column(i),
               press_facts__node(w->arena, w->view, at, i));
  return element(w, at == 0, !good);
}

static press_status write_edge(press_graph_writer *w, uint32_t at) {
  bool good = (w->held = json_object()) != NULL;
  good = good && put(w->held, "id", press_str__format(w->arena, "e%u", at + 1));
  for (size_t i = 0; good && i < PRESS_N_EDGE_COLUMNS; i++) {
    const char *name = press_facts__edge_column(i);
    if (i == PRESS_EDGE_COUNT)
      good = json_object_set_new(w->held, name,
                                 json_integer(w->view->edges[at].n_evidence)) == 0;
    else
      good = put(w->held, name, press_facts__edge(w->arena, w->view, at, i));
  }
  return element(w, at == 0, !good);
}

press_status press_cytoscape__write(press_graph_writer *w) {
  press_out__str(w->out, S("{\n \"format_version\": \"1.0\",\n \"generated_by\": "
                           "\"pressgraph\",\n \"target_cytoscapejs_version\": "
                           "\"~3\",\n \"data\": {\"name\": \"press\"},\n "
                           "\"elements\": {\n  \"nodes\": ["));
  press_arena_mark mark = press_arena__mark(w->arena);
  for (uint32_t i = 0; i < w->view->n_nodes; i++) {
    TRY(write_node(w, i));
    press_arena__rewind(w->arena, mark);
  }
  press_out__str(w->out, S("],\n  \"edges\": ["));
  for (uint32_t i = 0; i < w->view->n_edges; i++) {
    TRY(write_edge(w, i));
    press_arena__rewind(w->arena, mark);
  }
  press_out__str(w->out, S("]\n }\n}\n"));
  return PRESS_OK;
}
