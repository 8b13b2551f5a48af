#include "graph/graph.h"

#include "base/limits.h"
#include "graph/iri.h"

#include <stdlib.h>
#include <string.h>

const char *press_node__kind_name(press_node_kind kind) {
  static const char *const names[] = {"article",      "statement", "event",   "person",
                                      "organization", "place",     "country", "issue"};
  return kind < PRESS_N_NODE_KINDS ? names[kind] : "?";
}

const char *press_edge__kind_name(press_edge_kind kind) {
  static const char *const names[] = {"says",      "to",      "about",      "mentions",
                                      "agent",     "object",  "affiliated", "country",
                                      "publisher", "part-of", "supports",   "opposes"};
  return kind < PRESS_N_EDGE_KINDS ? names[kind] : "?";
}

uint32_t press_graph__node(press_graph *g, press_node_kind kind, press_str iri) {
  uint32_t at = press_map__get(&g->node_of, iri);
  if (at != PRESS_NONE) return at;
  iri = press_str__copy(&g->arena, iri);
  at = g->nodes.n;
  *PRESS_PUSH(&g->arena, &g->nodes) = (press_node){.kind = kind, .iri = iri};
  *press_map__put(&g->arena, &g->node_of, iri) = at;
  return at;
}

void press_graph__attr(press_graph *g, uint32_t node, press_key key, press_str value) {
  if (!value.n) return;
  press_node *v = &g->nodes.at[node];
  for (uint32_t i = 0; i < v->attrs.n; i++)
    if (v->attrs.at[i].key == key && press_str__eq(v->attrs.at[i].value, value)) return;
  value = press_str__copy(&g->arena, value);
  *PRESS_PUSH(&g->arena, &v->attrs) = (press_attr){key, value};
}

uint32_t press_graph__edge(press_graph *g, uint32_t from, press_edge_kind kind,
                           uint32_t to) {
  uint32_t parts[3] = {from, to, (uint32_t)kind};
  press_str key = {(const char *)parts, sizeof parts};
  uint32_t at = press_map__get(&g->edge_of, key);
  if (at != PRESS_NONE) return at;
  key = press_str__copy(&g->arena, key);
  at = g->edges.n;
  *PRESS_PUSH(&g->arena, &g->edges) = (press_edge){.from = from, .to = to, .kind = kind};
  *press_map__put(&g->arena, &g->edge_of, key) = at;
  return at;
}

void press_graph__evidence(press_graph *g, uint32_t edge, press_evidence at) {
  *PRESS_PUSH(&g->arena, &g->edges.at[edge].evidence) = at;
}

press_status press_graph_new(press_graph **out, const char *base, press_error *err) {
  press_str checked;
  if (!out) return press_error__set(err, PRESS_ERR_ARG, "NULL given");
  *out = NULL;
  TRY(press_iri__base(base, &checked, err));
  press_graph *g = calloc(1, sizeof *g);
  if (!g) return press_error__set(err, PRESS_ERR_NOMEM, "out of memory");
  jmp_buf full;
  press_arena__init(&g->arena, PRESS_LIMIT_ARENA_TOTAL, &full);
  if (setjmp(full)) {
    press_graph_free(g);
    return press_error__set(err, PRESS_ERR_NOMEM, "out of memory");
  }
  g->base = press_str__copy(&g->arena, checked);
  g->arena.out = NULL;
  *out = g;
  return PRESS_OK;
}

void press_graph_keep_text(press_graph *graph) {
  if (graph) graph->keeps_text = true;
}

void press_graph_free(press_graph *graph) {
  if (!graph) return;
  press_arena__clear(&graph->arena);
  free(graph);
}
