/** What has to do with one speaker, country or issue: its statements, those about it,
 *  its events. */
#include "write/planner.h"

/** The node is called so, or has that code. */
static bool is_called(const press_view_node *n, press_str name) {
  if (n->kind == PRESS_NODE_STATEMENT || n->kind == PRESS_NODE_EVENT ||
      n->kind == PRESS_NODE_ARTICLE)
    return false;
  for (uint32_t i = 0; i < n->n_attrs; i++) {
    press_key key = n->attrs[i].key;
    bool names = key == PRESS_KEY_NAME || key == PRESS_KEY_ALIAS ||
                 key == PRESS_KEY_CODE || key == PRESS_KEY_CODE3;
    if (names && press_str__eq_nocase(n->attrs[i].value, name)) return true;
  }
  return false;
}

/** An edge that makes a claim near: who says it, whom or what it is about, who acts. */
static bool binds(press_edge_kind kind) {
  return kind != PRESS_EDGE_PART_OF && kind != PRESS_EDGE_PUBLISHER &&
         kind != PRESS_EDGE_AFFILIATED && kind != PRESS_EDGE_COUNTRY;
}

static bool is_claim(const press_view *v, uint32_t at) {
  return v->nodes[at].kind == PRESS_NODE_STATEMENT ||
         v->nodes[at].kind == PRESS_NODE_EVENT;
}

bool *press_plan__focus(press_arena *a, const press_view *v, press_str focus) {
  bool *near = PRESS_NEW(a, bool, v->n_nodes), *called = PRESS_NEW(a, bool, v->n_nodes);
  for (uint32_t i = 0; i < v->n_nodes; i++) called[i] = is_called(&v->nodes[i], focus);
  for (uint32_t i = 0; i < v->n_edges; i++) {
    const press_view_edge *e = &v->edges[i];
    if (!binds(e->kind)) continue;
    if (is_claim(v, e->from) && called[e->to]) near[e->from] = true;
    if (is_claim(v, e->to) && called[e->from]) near[e->to] = true;
  }
  return near;
}
