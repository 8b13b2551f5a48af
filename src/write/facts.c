#include "write/facts.h"

#include "base/buf.h"
#include "graph/iri.h"

const press_fact press_facts[] = {
    {PRESS_KEY_NAME, "name"},
    {PRESS_KEY_ALIAS, "aliases"},
    {PRESS_KEY_ROLE, "roles"},
    {PRESS_KEY_CODE, "code"},
    {PRESS_KEY_TOPIC, "topics"},
    {PRESS_KEY_POLICY, "policy"},
    {PRESS_KEY_FORM, "form"},
    {PRESS_KEY_TEXT, "text"},
    {PRESS_KEY_CUE, "cue"},
    {PRESS_KEY_LEMMA, "cue_lemma"},
    {PRESS_KEY_CUE_AT, "cue_at"},
    {PRESS_KEY_TYPE, "type"},
    {PRESS_KEY_STATUS, "status"},
    {PRESS_KEY_MODE, "mode"},
    {PRESS_KEY_CONTEXT, "contexts"},
    {PRESS_KEY_TENSE, "tense"},
    {PRESS_KEY_RECIPROCAL, "reciprocal"},
    {PRESS_KEY_DATE, "date"},
    {PRESS_KEY_PUBLISHER, "publisher"},
};
const size_t press_n_facts = sizeof press_facts / sizeof *press_facts;

press_str press_facts__values(press_arena *a, const press_view_node *n, press_key key) {
  press_buf all = {0};
  for (uint32_t i = 0; i < n->n_attrs; i++)
    if (n->attrs[i].key == key) press_buf__join(a, &all, S("; "), n->attrs[i].value);
  return press_buf__str(&all);
}

const char *press_facts__node_column(size_t column) {
  static const char *const names[] = {"id", "kind", "label"};
  return column < PRESS_NODE_FACTS ? names[column]
                                   : press_facts[column - PRESS_NODE_FACTS].name;
}

const char *press_facts__edge_column(size_t column) {
  static const char *const names[] = {"source", "target", "kind", "count", "evidence"};
  return names[column];
}

static press_str file_name(press_str path) {
  for (size_t i = path.n; i--;)
    if (path.at[i] == '/') return press_str__sub(path, i + 1, path.n);
  return path;
}

static press_str label(const press_view_node *n) {
  bool words = n->kind == PRESS_NODE_STATEMENT || n->kind == PRESS_NODE_EVENT;
  press_str s = press_view__value(n, words ? PRESS_KEY_TEXT : PRESS_KEY_NAME);
  if (!s.n) s = file_name(press_view__value(n, PRESS_KEY_PATH));
  return s.n ? s : n->iri;
}

press_str press_facts__node(press_arena *a, const press_view *v, uint32_t at,
                            size_t column) {
  const press_view_node *n = &v->nodes[at];
  switch (column) {
  case PRESS_NODE_ID:
    return n->iri;
  case PRESS_NODE_KIND:
    return press_str__of(press_node__kind_name(n->kind));
  case PRESS_NODE_LABEL:
    return label(n);
  default:
    return press_facts__values(a, n, press_facts[column - PRESS_NODE_FACTS].key);
  }
}

static press_str evidence(press_arena *a, const press_view *v, const press_view_edge *e) {
  press_buf all = {0};
  for (uint32_t i = 0; i < e->n_evidence; i++) {
    const press_evidence *x = &e->evidence[i];
    press_str article = v->nodes[x->article].iri;
    press_buf__join(a, &all, S(" "),
                    press_iri__part(a, article, "char", x->begin, x->end));
  }
  return press_buf__str(&all);
}

press_str press_facts__edge(press_arena *a, const press_view *v, uint32_t at,
                            size_t column) {
  const press_view_edge *e = &v->edges[at];
  switch (column) {
  case PRESS_EDGE_FROM:
    return v->nodes[e->from].iri;
  case PRESS_EDGE_INTO:
    return v->nodes[e->to].iri;
  case PRESS_EDGE_KIND:
    return press_str__of(press_edge__kind_name(e->kind));
  case PRESS_EDGE_COUNT:
    return press_str__format(a, "%u", e->n_evidence);
  default:
    return evidence(a, v, e);
  }
}
