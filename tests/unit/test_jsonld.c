/** JSON-LD: sorted, merged, whole; and the same for every order of adding. What
 *  consumers make of it is checked by tools/check-jsonld. */
#include "graph/iri.h"
#include "support/sample.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

typedef press_doc *(*maker)(void);

/** The graph of some samples, written. */
static char *written(const maker *makers, size_t n, press_format format) {
  press_graph *g;
  sample_bytes out;
  assert_int_equal(press_graph_new(&g, NULL, NULL), 0);
  for (size_t i = 0; i < n; i++) {
    press_doc *d = makers[i]();
    assert_int_equal(press_graph_add(g, d, NULL), 0);
    press_doc_free(d);
  }
  assert_int_equal(press_graph_write(g, format, NULL, sample_sink(&out), NULL), 0);
  press_graph_free(g);
  assert_non_null(out.at);
  return out.at;
}

static json_t *parsed(const maker *makers, size_t n) {
  char *text = written(makers, n, PRESS_JSONLD);
  json_error_t err;
  json_t *root = json_loads(text, JSON_REJECT_DUPLICATES, &err);
  if (!root) print_error("line %d: %s\n", err.line, err.text);
  assert_non_null(root);
  free(text);
  return root;
}

static const char *str(json_t *o, const char *key) {
  return json_string_value(json_object_get(o, key));
}

static void nodes_are_sorted_with_type_first(void **state) {
  (void)state;
  static const maker all[] = {sample_small, sample_large, sample_hostile, sample_empty};
  json_t *root = parsed(all, 4), *node;
  const char *before = "";
  size_t i;
  json_array_foreach(json_object_get(root, "@graph"), i, node) {
    const char *id = str(node, "id");
    assert_non_null(id);
    assert_true(strcmp(before, id) < 0);
    assert_string_equal(json_object_iter_key(json_object_iter(node)), "type");
    before = id;
  }
  assert_true(i > 40);
  json_decref(root);
}

/** Every id that a node points to is itself a node, a term or an outside topic. */
static void nothing_points_to_nowhere(void **state) {
  (void)state;
  static const char *const keys[] = {"about",     "mentions", "spokenBy", "recipient",
                                     "country",   "agent",    "object",   "affiliation",
                                     "publisher", "source"};
  static const maker all[] = {sample_small, sample_large, sample_hostile};
  json_t *root = parsed(all, 3), *nodes = json_object_get(root, "@graph"), *node;
  json_t *known = json_object();
  size_t i, k, m;
  json_array_foreach(nodes, i, node) json_object_set(known, str(node, "id"), node);
  json_array_foreach(nodes, i, node) for (k = 0; k < sizeof keys / sizeof *keys; k++) {
    json_t *v = json_object_get(node, keys[k]), *item;
    if (json_is_string(v)) assert_non_null(json_object_get(known, json_string_value(v)));
    json_array_foreach(v, m, item)
        assert_non_null(json_object_get(known, json_string_value(item)));
  }
  json_decref(known);
  json_decref(root);
}

static json_t *node_of(json_t *root, const char *id) {
  size_t i;
  json_t *node;
  json_array_foreach(json_object_get(root, "@graph"), i, node) {
    const char *end = strstr(str(node, "id"), id);
    if (end && strcmp(end, id) == 0) return node;
  }
  return NULL;
}

static void statement_is_whole(void **state) {
  (void)state;
  static const maker one[] = {sample_small};
  json_t *root = parsed(one, 1), *s = node_of(root, "#s=42,91");
  assert_non_null(s);
  assert_int_equal(json_integer_value(json_object_get(s, "position")), 1);
  assert_string_equal(str(s, "speechForm"), "pg:Direct");
  assert_string_equal(str(s, "cue"), "told");
  assert_string_equal(str(s, "spokenBy"),
                      "https://w3id.org/pressgraph/person/sigrid-halvorsen");
  assert_non_null(strstr(str(s, "text"), "one tonne less"));
  json_t *where = json_array_get(json_object_get(s, "selector"), 0);
  assert_int_equal(json_integer_value(json_object_get(where, "start")), 42);
  json_t *country = node_of(root, "wd:Q20");
  assert_string_equal(str(country, "iso3"), "NOR");
  json_decref(root);
}

static void order_does_not_count(void **state) {
  (void)state;
  static const maker orders[][4] = {
      {sample_small, sample_large, sample_hostile, sample_small},
      {sample_hostile, sample_small, sample_small, sample_large},
      {sample_large, sample_hostile, sample_small, sample_large},
  };
  static const press_format formats[] = {PRESS_JSONLD, PRESS_DOT};
  for (size_t f = 0; f < 2; f++) {
    char *first = written(orders[0], 4, formats[f]);
    for (size_t i = 1; i < 3; i++) {
      char *other = written(orders[i], 4, formats[f]);
      assert_string_equal(first, other);
      free(other);
    }
    free(first);
  }
}

static void slugs(void **state) {
  (void)state;
  static const struct {
    const char *name, *slug;
  } rows[] = {
      {"Jón Ásgeirsson", "jon-asgeirsson"},
      {"Łukasz Żółć", "lukasz-zolc"},
      {"People’s Party (Øst)", "peoples-party-ost"},
      {"5G network", "5g-network"},
      {"  A--B  ", "a-b"},
      {"中", "%E4%B8%AD"},
      {"!?", "x"},
      {"ﬁsh", "fish"},
      {"STRAẞE", "strasse"},
  };
  jmp_buf full;
  press_arena a;
  press_arena__init(&a, 1 << 20, &full);
  if (setjmp(full)) fail();
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    press_str got = press_iri__slug(&a, press_str__of(rows[i].name));
    const char *s = press_str__cstr(&a, got);
    if (strcmp(rows[i].slug, "x") == 0)
      assert_int_equal(strlen(s), 17);
    else
      assert_string_equal(s, rows[i].slug);
  }
  press_arena__clear(&a);
}

static void bases(void **state) {
  (void)state;
  static const struct {
    const char *base;
    press_status status;
  } rows[] = {
      {"https://example.org/a/", PRESS_OK},
      {"urn:x-press:", PRESS_OK},
      {"no scheme", PRESS_ERR_ARG},
      {"https://exa mple.org/", PRESS_ERR_ARG},
      {"wd:x/", PRESS_ERR_ARG},
      {"https://example.org/<", PRESS_ERR_ARG},
      {"", PRESS_ERR_ARG},
      {"https://ex\xC3\xA9.org/", PRESS_ERR_ARG},
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    press_graph *g = NULL;
    assert_int_equal(press_graph_new(&g, rows[i].base, NULL), rows[i].status);
    press_graph_free(g);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(nodes_are_sorted_with_type_first),
      cmocka_unit_test(nothing_points_to_nowhere),
      cmocka_unit_test(statement_is_whole),
      cmocka_unit_test(order_does_not_count),
      cmocka_unit_test(slugs),
      cmocka_unit_test(bases),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
