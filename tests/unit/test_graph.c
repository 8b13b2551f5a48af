/** The graph: sets by IRI, the same for every order of adding. */
#include "graph/view.h"
#include "support/sample.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

typedef struct fixture {
  press_graph *g;
  press_arena a;
  jmp_buf full;
  press_view v;
} fixture;

static void view(fixture *f) {
  press_arena__init(&f->a, 1 << 26, &f->full);
  if (setjmp(f->full)) fail();
  f->v = press_view__of(&f->a, f->g);
}

static void begin(fixture *f) {
  assert_int_equal(press_graph_new(&f->g, NULL, NULL), 0);
}

static void add(fixture *f, press_doc *d) {
  assert_int_equal(press_graph_add(f->g, d, NULL), 0);
  press_doc_free(d);
}

static void end(fixture *f) {
  press_arena__clear(&f->a);
  press_graph_free(f->g);
}

static uint32_t count(const press_view *v, press_node_kind kind) {
  uint32_t n = 0;
  for (uint32_t i = 0; i < v->n_nodes; i++) n += v->nodes[i].kind == kind;
  return n;
}

static uint32_t find(const press_view *v, const char *end) {
  for (uint32_t i = 0; i < v->n_nodes; i++)
    if (press_str__ends(v->nodes[i].iri, press_str__of(end))) return i;
  fail_msg("no node %s", end);
  return 0;
}

static void nodes_of_a_document(void **state) {
  (void)state;
  static const struct {
    press_node_kind kind;
    uint32_t n;
  } rows[] = {{PRESS_NODE_ARTICLE, 1},      {PRESS_NODE_STATEMENT, 5},
              {PRESS_NODE_EVENT, 1},        {PRESS_NODE_PERSON, 2},
              {PRESS_NODE_ORGANIZATION, 2}, /* one of them the publisher */
              {PRESS_NODE_COUNTRY, 2},      {PRESS_NODE_ISSUE, 3}};
  fixture f;
  begin(&f);
  add(&f, sample_small());
  view(&f);
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    assert_int_equal(count(&f.v, rows[i].kind), rows[i].n);
  end(&f);
}

/** Every claim points back to characters of its article. */
static void evidence(void **state) {
  (void)state;
  fixture f;
  begin(&f);
  add(&f, sample_small());
  add(&f, sample_large());
  view(&f);
  for (uint32_t i = 0; i < f.v.n_edges; i++) {
    const press_view_edge *e = &f.v.edges[i];
    if (e->kind == PRESS_EDGE_PUBLISHER) continue;
    assert_true(e->n_evidence > 0);
    for (uint32_t k = 0; k < e->n_evidence; k++) {
      assert_true(e->evidence[k].begin < e->evidence[k].end);
      assert_int_equal(f.v.nodes[e->evidence[k].article].kind, PRESS_NODE_ARTICLE);
    }
  }
  end(&f);
}

static void adding_twice_adds_nothing(void **state) {
  (void)state;
  fixture once, twice;
  begin(&once);
  add(&once, sample_large());
  view(&once);
  begin(&twice);
  add(&twice, sample_large());
  add(&twice, sample_large());
  view(&twice);
  assert_int_equal(once.v.n_nodes, twice.v.n_nodes);
  assert_int_equal(once.v.n_edges, twice.v.n_edges);
  for (uint32_t i = 0; i < once.v.n_nodes; i++)
    assert_int_equal(once.v.nodes[i].n_attrs, twice.v.nodes[i].n_attrs);
  for (uint32_t i = 0; i < once.v.n_edges; i++)
    assert_int_equal(once.v.edges[i].n_evidence, twice.v.edges[i].n_evidence);
  end(&once);
  end(&twice);
}

/** Names, roles and aliases of one actor in several articles are united. */
static void actors_are_united(void **state) {
  (void)state;
  fixture f;
  press_doc *d = sample_numbered(2);
  d->found.entities[0].roles.at = &(press_str){"party leader", 12};
  d->found.entities[0].name = S("Sigrid HALVORSEN");
  begin(&f);
  add(&f, d);
  add(&f, sample_small());
  view(&f);
  const press_view_node *n = &f.v.nodes[find(&f.v, "person/sigrid-halvorsen")];
  uint32_t roles = 0, names = 0;
  for (uint32_t i = 0; i < n->n_attrs; i++) {
    roles += n->attrs[i].key == PRESS_KEY_ROLE;
    names += n->attrs[i].key == PRESS_KEY_NAME;
  }
  assert_int_equal(roles, 2);
  assert_int_equal(names, 2);
  assert_true(press_str__eq(press_view__value(n, PRESS_KEY_NAME), S("Sigrid Halvorsen")));
  assert_int_equal(count(&f.v, PRESS_NODE_ARTICLE), 2);
  assert_int_equal(count(&f.v, PRESS_NODE_PERSON), 2);
  end(&f);
}

/** "An official" of one article need not be the official of another. */
static void the_unnamed_stay_apart(void **state) {
  (void)state;
  fixture f;
  press_doc *d = sample_numbered(7);
  d->found.entities[2].unnamed = true;
  begin(&f);
  add(&f, d);
  add(&f, sample_small());
  view(&f);
  assert_int_equal(count(&f.v, PRESS_NODE_ORGANIZATION), 3);
  end(&f);
}

/** Two cues for the same words are two statements. */
static void twins_stay_apart(void **state) {
  (void)state;
  fixture f;
  press_doc *d = sample_small();
  d->found.statements[1].spans = d->found.statements[0].spans;
  begin(&f);
  add(&f, d);
  view(&f);
  assert_int_equal(count(&f.v, PRESS_NODE_STATEMENT), 5);
  find(&f.v, "#s=42,91,2");
  end(&f);
}

static void many_articles(void **state) {
  (void)state;
  fixture f;
  begin(&f);
  for (unsigned i = 0; i < 300; i++) add(&f, sample_numbered(i));
  view(&f);
  assert_int_equal(count(&f.v, PRESS_NODE_STATEMENT), 1500);
  assert_int_equal(count(&f.v, PRESS_NODE_PERSON), 2);
  uint32_t at;
  assert_int_equal(
      press_view__out(&f.v, find(&f.v, "person/sigrid-halvorsen"), PRESS_EDGE_SAYS, &at),
      600);
  end(&f);
}

static void bad_arguments(void **state) {
  (void)state;
  press_error err = {0};
  assert_int_equal(press_graph_new(NULL, NULL, &err), PRESS_ERR_ARG);
  assert_int_equal(press_graph_add(NULL, NULL, NULL), PRESS_ERR_ARG);
  press_graph_free(NULL);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(nodes_of_a_document),
      cmocka_unit_test(evidence),
      cmocka_unit_test(adding_twice_adds_nothing),
      cmocka_unit_test(actors_are_united),
      cmocka_unit_test(the_unnamed_stay_apart),
      cmocka_unit_test(twins_stay_apart),
      cmocka_unit_test(many_articles),
      cmocka_unit_test(bad_arguments),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
