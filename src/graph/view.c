#include "graph/view.h"

#include "graph/iri.h"

#include <stdlib.h>

typedef struct ordered {
  press_str id;
  uint32_t node;
} ordered;

typedef struct arrival {
  uint32_t to, kind, from, edge;
} arrival;

static int by_number(uint32_t a, uint32_t b) {
  return (a > b) - (a < b);
}

static int by_id(const void *pa, const void *pb) {
  const ordered *a = pa, *b = pb;
  return press_str__cmp(a->id, b->id);
}

static int by_key(const void *pa, const void *pb) {
  const press_attr *a = pa, *b = pb;
  int c = by_number(a->key, b->key);
  return c ? c : press_str__cmp(a->value, b->value);
}

static int by_place(const void *pa, const void *pb) {
  const press_evidence *a = pa, *b = pb;
  int c = by_number(a->article, b->article);
  if (!c) c = by_number(a->begin, b->begin);
  return c ? c : by_number(a->end, b->end);
}

static int by_ends(const void *pa, const void *pb) {
  const press_view_edge *a = pa, *b = pb;
  int c = by_number(a->from, b->from);
  if (!c) c = by_number(a->kind, b->kind);
  return c ? c : by_number(a->to, b->to);
}

static int by_arrival(const void *pa, const void *pb) {
  const arrival *a = pa, *b = pb;
  int c = by_number(a->to, b->to);
  if (!c) c = by_number(a->kind, b->kind);
  return c ? c : by_number(a->from, b->from);
}

static void sort(void *at, uint32_t n, size_t size,
                 int (*cmp)(const void *, const void *)) {
  if (n > 1) qsort(at, n, size, cmp);
}

static press_str written_id(press_arena *a, press_str iri) {
  press_str prefix = S(PRESS_IRI_WIKIDATA);
  if (!press_str__starts(iri, prefix)) return iri;
  return press_str__join(a, S("wd:"), S(""), press_str__sub(iri, prefix.n, iri.n));
}

/** Nodes in order; `rank[i]` is where node i of the graph went. */
static press_view_node *order_nodes(press_arena *a, const press_graph *g,
                                    uint32_t *rank) {
  ordered *order = PRESS_NEW(a, ordered, g->nodes.n);
  press_view_node *nodes = PRESS_NEW(a, press_view_node, g->nodes.n);
  for (uint32_t i = 0; i < g->nodes.n; i++)
    order[i] = (ordered){written_id(a, g->nodes.at[i].iri), i};
  sort(order, g->nodes.n, sizeof *order, by_id);
  for (uint32_t i = 0; i < g->nodes.n; i++) {
    const press_node *n = &g->nodes.at[order[i].node];
    press_attr *attrs = PRESS_NEW(a, press_attr, n->attrs.n);
    for (uint32_t k = 0; k < n->attrs.n; k++) attrs[k] = n->attrs.at[k];
    sort(attrs, n->attrs.n, sizeof *attrs, by_key);
    nodes[i] = (press_view_node){.id = order[i].id,
                                 .iri = n->iri,
                                 .kind = n->kind,
                                 .attrs = attrs,
                                 .n_attrs = n->attrs.n};
    rank[order[i].node] = i;
  }
  return nodes;
}

static void order_evidence(press_arena *a, const press_edge *e, const uint32_t *rank,
                           press_view_edge *to) {
  press_evidence *at = PRESS_NEW(a, press_evidence, e->evidence.n);
  for (uint32_t i = 0; i < e->evidence.n; i++) {
    at[i] = e->evidence.at[i];
    at[i].article = rank[at[i].article];
  }
  sort(at, e->evidence.n, sizeof *at, by_place);
  uint32_t n = 0;
  for (uint32_t i = 0; i < e->evidence.n; i++)
    if (!n || by_place(&at[n - 1], &at[i])) at[n++] = at[i];
  to->evidence = at;
  to->n_evidence = n;
}

static press_view_edge *order_edges(press_arena *a, const press_graph *g,
                                    const uint32_t *rank, press_view_node *nodes) {
  press_view_edge *edges = PRESS_NEW(a, press_view_edge, g->edges.n);
  for (uint32_t i = 0; i < g->edges.n; i++) {
    const press_edge *e = &g->edges.at[i];
    edges[i] = (press_view_edge){
        .from = rank[e->from], .to = rank[e->to], .kind = e->kind, .weight = e->weight};
    order_evidence(a, e, rank, &edges[i]);
  }
  sort(edges, g->edges.n, sizeof *edges, by_ends);
  for (uint32_t i = g->edges.n; i--;) {
    nodes[edges[i].from].out = i;
    nodes[edges[i].from].n_out++;
  }
  return edges;
}

static uint32_t *order_arrivals(press_arena *a, const press_view_edge *edges, uint32_t n,
                                press_view_node *nodes) {
  arrival *all = PRESS_NEW(a, arrival, n);
  uint32_t *incoming = PRESS_NEW(a, uint32_t, n);
  for (uint32_t i = 0; i < n; i++)
    all[i] = (arrival){edges[i].to, edges[i].kind, edges[i].from, i};
  sort(all, n, sizeof *all, by_arrival);
  for (uint32_t i = n; i--;) {
    incoming[i] = all[i].edge;
    nodes[all[i].to].in = i;
    nodes[all[i].to].n_in++;
  }
  return incoming;
}

press_view press_view__of(press_arena *a, const press_graph *g) {
  uint32_t *rank = PRESS_NEW(a, uint32_t, g->nodes.n);
  press_view_node *nodes = order_nodes(a, g, rank);
  press_view_edge *edges = order_edges(a, g, rank, nodes);
  return (press_view){.base = g->base,
                      .nodes = nodes,
                      .edges = edges,
                      .incoming = order_arrivals(a, edges, g->edges.n, nodes),
                      .n_nodes = g->nodes.n,
                      .n_edges = g->edges.n};
}

press_str press_view__value(const press_view_node *node, press_key key) {
  for (uint32_t i = node->n_attrs; i--;)
    if (node->attrs[i].key == key) return node->attrs[i].value;
  return (press_str){NULL, 0};
}

uint32_t press_view__out(const press_view *v, uint32_t node, press_edge_kind kind,
                         uint32_t *at) {
  const press_view_node *x = &v->nodes[node];
  uint32_t i = x->out, end = x->out + x->n_out, n = 0;
  while (i < end && v->edges[i].kind < kind) i++;
  for (*at = i; i < end && v->edges[i].kind == kind; i++) n++;
  return n;
}

uint32_t press_view__in(const press_view *v, uint32_t node, press_edge_kind kind,
                        uint32_t *at) {
  const press_view_node *x = &v->nodes[node];
  uint32_t i = x->in, end = x->in + x->n_in, n = 0;
  while (i < end && v->edges[v->incoming[i]].kind < kind) i++;
  for (*at = i; i < end && v->edges[v->incoming[i]].kind == kind; i++) n++;
  return n;
}
