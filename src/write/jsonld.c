/** `-t jsonld`: the graph as linked data. Written node by node, so that memory does
 *  not grow with the graph. */
#include "write/jsonld.h"

typedef struct indented {
  press_out *out;
  press_str newline;
} indented;

/** Sets jansson's lines in, so that a node dumped alone sits right in the whole. */
static int to_out(const char *bytes, size_t n, void *to) {
  const indented *t = to;
  press_str s = {bytes, n};
  while (s.n) {
    press_str rest;
    press_str__cut(s, '\n', &rest);
    if (!rest.at) break;
    press_out__str(t->out, press_str__sub(s, 0, (size_t)(rest.at - s.at) - 1));
    press_out__str(t->out, t->newline);
    s = rest;
  }
  press_out__str(t->out, s);
  return 0;
}

static press_status dump(press_graph_writer *w, bool failed, press_str newline) {
  indented to = {w->out, newline};
  failed = failed || json_dump_callback(w->held, to_out, &to, JSON_INDENT(1));
  json_decref(w->held);
  w->held = NULL;
  return failed ? press_error__set(w->err, PRESS_ERR_NOMEM, "out of memory") : PRESS_OK;
}

static press_status write_context(press_graph_writer *w) {
  json_t *context = json_object();
  w->held = context;
  bool failed = !context;
  for (size_t i = 0; i < press_n_terms; i++) {
    const press_term *t = &press_terms[i];
    json_t *v = json_string(t->iri);
    if (t->coerced || t->set) v = json_pack("{s:o}", "@id", v);
    if (t->coerced) {
      const char *how = t->coerced[0] == 'e' ? "@language" : "@type";
      failed |= json_object_set_new(v, how, json_string(t->coerced)) != 0;
    }
    if (t->set) failed |= json_object_set_new(v, "@container", json_string("@set")) != 0;
    failed |= json_object_set_new(context, t->name, v) != 0;
  }
  press_out__str(w->out, S("{\n \"@context\": "));
  return dump(w, failed, S("\n "));
}

static press_status write_node(press_graph_writer *w, uint32_t at) {
  bool good = press_jsonld__node(w, at);
  press_out__str(w->out, at ? S(",\n  ") : S("\n  "));
  return dump(w, !good, S("\n  "));
}

press_status press_jsonld__write(press_graph_writer *w) {
  TRY(write_context(w));
  press_out__str(w->out, S(",\n \"@graph\": ["));
  for (uint32_t i = 0; i < w->view->n_nodes; i++) TRY(write_node(w, i));
  press_out__str(w->out, S("\n ]\n}\n"));
  return PRESS_OK;
}

void press_jsonld__release(void *held) {
  json_decref(held);
}
