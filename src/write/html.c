/** `-t html`: one page, whole in itself: the picture, and the graph as JSON for the
 *  script in data/page.html, which puts words on the page as text only. */
#include "lexicon/embed.h"
#include "write/dot.h"
#include "write/facts.h"
#include "write/label.h"

#include <jansson.h>

/** Inside a script element no "<" may stand: "</script" would end it. */
static int to_out(const char *bytes, size_t n, void *to) {
  press_str s = {bytes, n}, rest;
  while (s.at) {
    press_out__str(to, press_str__cut(s, '<', &rest));
    if (rest.at) press_out__str(to, S("\\u003c"));
    s = rest;
  }
  return 0;
}

/** Writes what `w->held` has. */
static press_status dump(press_graph_writer *w, bool good) {
  good = good &&
         !json_dump_callback(w->held, to_out, w->out, JSON_COMPACT | JSON_ENCODE_ANY);
  json_decref(w->held);
  w->held = NULL;
  return good ? PRESS_OK : press_error__set(w->err, PRESS_ERR_NOMEM, "out of memory");
}

static press_status write_string(press_graph_writer *w, press_str s) {
  w->held = json_stringn(s.n ? s.at : "", s.n);
  return dump(w, w->held != NULL);
}

static press_status write_node(press_graph_writer *w, uint32_t at) {
  bool good = (w->held = json_object()) != NULL;
  for (size_t i = PRESS_NODE_ID; good && i < PRESS_N_NODE_COLUMNS; i++) {
    press_str s = press_facts__node(w->arena, w->view, at, i);
    const char *name = i == PRESS_NODE_ID ? "iri" : press_facts__node_column(i);
    if (s.n) good = json_object_set_new(w->held, name, json_stringn(s.at, s.n)) == 0;
  }
  return dump(w, good);
}

/** [from, to, kind, [[article, begin, end]...]]: nodes by number. */
static press_status write_edge(press_graph_writer *w, const press_view_edge *e) {
  json_t *where = json_array();
  bool good = where != NULL;
  for (uint32_t i = 0; good && i < e->n_evidence; i++) {
    const press_evidence *x = &e->evidence[i];
    good = json_array_append_new(where, json_pack("[i,i,i]", (int)x->article,
                                                  (int)x->begin, (int)x->end)) == 0;
  }
  w->held = json_pack("[i,i,s,o]", (int)e->from, (int)e->to,
                      press_edge__kind_name(e->kind), where);
  return dump(w, good && w->held);
}

static press_status write_list(press_graph_writer *w, press_str name, bool nodes) {
  uint32_t n = nodes ? w->view->n_nodes : w->view->n_edges;
  press_out__str(w->out, name);
  for (uint32_t i = 0; i < n; i++) {
    press_arena_mark mark = press_arena__mark(w->arena);
    if (i) press_out__str(w->out, S(",\n"));
    TRY(nodes ? write_node(w, i) : write_edge(w, &w->view->edges[i]));
    press_arena__rewind(w->arena, mark);
  }
  press_out__str(w->out, S("]"));
  return PRESS_OK;
}

/** Which shape of the picture is which node. */
static void write_drawn(press_graph_writer *w) {
  const press_plan *plan = press_dot__plan(w);
  const char *sep = "";
  press_out__str(w->out, S(",\n\"drawn\":{"));
  for (uint32_t i = 0; i < plan->nodes.n; i++) {
    const press_plan_node *n = &plan->nodes.at[i];
    if (n->at == PRESS_NONE) continue;
    press_out__format(w->out, "%s\"%.*s\":%u", sep, SFMT(n->id), n->at);
    sep = ",";
  }
  press_out__str(w->out, S("}"));
}

/** The article beside its graph: only where there is one. */
static press_str body(const press_view *v) {
  press_str text = {NULL, 0};
  uint32_t articles = 0;
  for (uint32_t i = 0; i < v->n_nodes; i++) {
    if (v->nodes[i].kind != PRESS_NODE_ARTICLE) continue;
    text = press_view__value(&v->nodes[i], PRESS_KEY_BODY);
    articles++;
  }
  return articles == 1 ? text : (press_str){NULL, 0};
}

static press_status write_data(press_graph_writer *w) {
  press_str text = body(w->view);
  press_out__str(w->out, S("{\"text\":"));
  if (text.n)
    TRY(write_string(w, text));
  else
    press_out__str(w->out, S("null"));
  write_drawn(w);
  TRY(write_list(w, S(",\n\"nodes\":["), true));
  TRY(write_list(w, S(",\n\"edges\":["), false));
  press_out__str(w->out, S("}\n"));
  return PRESS_OK;
}

static press_status write_title(press_graph_writer *w) {
  press_str title = press_caption__title(w->arena, press_dot__plan(w));
  press_out__str(w->out, press_label__html(w->arena, title));
  return PRESS_OK;
}

static press_status write_picture(press_graph_writer *w) {
  press_str svg;
  TRY(press_picture__svg(w, &svg));
  press_out__str(w->out, svg);
  return PRESS_OK;
}

press_status press_html__write(press_graph_writer *w) {
  static const struct {
    press_str mark;
    press_status (*write)(press_graph_writer *w);
  } places[] = {{{"@TITLE@", 7}, write_title},
                {{"@PICTURE@", 9}, write_picture},
                {{"@DATA@", 6}, write_data}};
  press_str page = press_embed__page();
  for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
    uint32_t at = press_str__find(page, places[i].mark);
    if (at == PRESS_NONE)
      return press_error__set(w->err, PRESS_ERR_FORMAT, "a broken page");
    press_out__str(w->out, press_str__sub(page, 0, at));
    TRY(places[i].write(w));
    page = press_str__sub(page, at + places[i].mark.n, page.n);
  }
  press_out__str(w->out, page);
  return PRESS_OK;
}
