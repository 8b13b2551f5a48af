/** DOT read back by libcgraph: the same nodes and edges, the same strings, and
 *  nothing to complain of; pictures drawn by libgvc. */
#include "support/sample.h"
#include "write/plan.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

#include <cgraph.h>
#include <stdlib.h>
#include <string.h>

typedef press_doc *(*maker)(void);

static int complaints;
static int complain(char *text) {
  print_error("%s", text);
  complaints++;
  return 0;
}

static press_graph *graph_of(const maker *makers, size_t n) {
  press_graph *g;
  assert_int_equal(press_graph_new(&g, NULL, NULL), 0);
  for (size_t i = 0; i < n; i++) {
    press_doc *d = makers[i]();
    assert_int_equal(press_graph_add(g, d, NULL), 0);
    press_doc_free(d);
  }
  return g;
}

static Agraph_t *read_drawn(const press_graph *g, const press_drawing *drawing) {
  sample_bytes out;
  assert_int_equal(press_graph_write(g, PRESS_DOT, drawing, sample_sink(&out), NULL), 0);
  char *text = out.at;
  complaints = 0;
  agseterrf(complain);
  Agraph_t *d = agmemread(text);
  agseterrf(NULL);
  free(text);
  assert_non_null(d);
  assert_int_equal(complaints, 0);
  return d;
}

static Agraph_t *read_back(const press_graph *g) {
  return read_drawn(g, NULL);
}

/** What an attribute meant before it was escaped. */
static char *meaning(void *object, const char *name) {
  char *raw = agget(object, (char *)(uintptr_t)name);
  char *text = calloc(1, raw ? strlen(raw) + 1 : 1);
  size_t n = 0;
  for (const char *p = raw ? raw : ""; *p; p++) {
    if (*p == '\\' && p[1])
      p++, text[n++] = *p == 'n' ? '\n' : *p;
    else
      text[n++] = *p;
  }
  return text;
}

/** Control characters are spaces in DOT; all else must come back. */
static char *expected(press_str s) {
  char *text = calloc(1, s.n + 1);
  if (s.n) memcpy(text, s.at, s.n);
  for (size_t i = 0; i < s.n; i++)
    if (((unsigned char)text[i] < 32 && text[i] != '\n') || text[i] == 127) text[i] = ' ';
  return text;
}

static Agnode_t *with_iri(Agraph_t *d, press_str iri) {
  for (Agnode_t *v = agfstnode(d); v; v = agnxtnode(d, v)) {
    char *has = meaning(v, "iri");
    bool same = press_str__eq(press_str__of(has), iri);
    free(has);
    if (same) return v;
  }
  return NULL;
}

static void same_strings(Agnode_t *v, const press_view_node *n, press_key key,
                         const char *name) {
  char *want = expected(press_view__value(n, key)), *got = meaning(v, name);
  assert_string_equal(got, want);
  free(want);
  free(got);
}

/** Every statement of the graph is drawn, with its words and its speaker. */
static void statements_come_back(void **state) {
  static const maker all[] = {sample_small, sample_large, sample_hostile, sample_empty};
  (void)state;
  press_graph *g = graph_of(all, 4);
  Agraph_t *d = read_back(g);
  press_arena a;
  jmp_buf full;
  press_arena__init(&a, 1 << 26, &full);
  if (setjmp(full)) fail();
  press_view v = press_view__of(&a, g);
  uint32_t seen = 0;
  for (uint32_t i = 0; i < v.n_nodes; i++) {
    if (v.nodes[i].kind != PRESS_NODE_STATEMENT) continue;
    Agnode_t *s = with_iri(d, v.nodes[i].iri);
    assert_non_null(s);
    same_strings(s, &v.nodes[i], PRESS_KEY_TEXT, "text");
    same_strings(s, &v.nodes[i], PRESS_KEY_CUE, "cue");
    same_strings(s, &v.nodes[i], PRESS_KEY_FORM, "form");
    uint32_t who = press_plan__speaker(&v, i), says = 0;
    for (Agedge_t *e = agfstin(d, s); e; e = agnxtin(d, e)) {
      if (strcmp(agget(e, "kind"), "says") != 0) continue;
      char *iri = meaning(agtail(e), "iri");
      assert_true(press_str__eq(press_str__of(iri),
                                who == PRESS_NONE ? S("") : v.nodes[who].iri));
      free(iri);
      says++;
    }
    assert_int_equal(says, 1);
    seen++;
  }
  assert_int_equal(seen, 29);
  press_arena__clear(&a);
  agclose(d);
  press_graph_free(g);
}

/** Plain strings of the article must never be taken for HTML labels. */
static void only_labels_are_html(void **state) {
  static const maker all[] = {sample_hostile, sample_large};
  (void)state;
  press_graph *g = graph_of(all, 2);
  Agraph_t *d = read_back(g);
  for (Agnode_t *v = agfstnode(d); v; v = agnxtnode(d, v)) {
    for (Agsym_t *s = agnxtattr(d, AGNODE, NULL); s; s = agnxtattr(d, AGNODE, s)) {
      bool label = strcmp(s->name, "label") == 0;
      assert_int_equal(aghtmlstr(agxget(v, s)) != 0, label);
    }
  }
  agclose(d);
  press_graph_free(g);
}

static void clusters_are_articles(void **state) {
  static const maker all[] = {sample_small, sample_large};
  (void)state;
  press_graph *g = graph_of(all, 2);
  Agraph_t *d = read_back(g);
  static const struct {
    const char *name;
    int nodes;
  } rows[] = {{"cluster_a1", 5}, {"cluster_a2", 21}};
  for (size_t i = 0; i < 2; i++) {
    Agraph_t *c = agsubg(d, (char *)(uintptr_t)rows[i].name, 0);
    assert_non_null(c);
    assert_int_equal(agnnodes(c), rows[i].nodes);
    char *iri = meaning(c, "iri");
    assert_non_null(strstr(iri, "/article/"));
    free(iri);
  }
  agclose(d);
  press_graph_free(g);
}

static int of_kind(Agraph_t *d, const char *kind) {
  int n = 0;
  for (Agnode_t *v = agfstnode(d); v; v = agnxtnode(d, v))
    n += strcmp(agget(v, "kind"), kind) == 0;
  return n;
}

/** `--top`: the statements that tell most, the rest counted beside their speakers. */
static void the_rest_is_counted(void **state) {
  static const maker all[] = {sample_large};
  static const struct {
    uint32_t top;
    int drawn;
    const char *title;
  } rows[] = {{5, 5, "not drawn: 16 statements"},
              {1, 1, "not drawn: 20 statements"},
              {20, 20, "not drawn: 1 statement"},
              {0, 21, "not drawn: "},
              {PRESS_TOP_USUAL, 21, "not drawn: "}};
  (void)state;
  press_graph *g = graph_of(all, 1);
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    press_drawing drawing = PRESS_DRAWING_INIT;
    drawing.top = rows[i].top;
    Agraph_t *d = read_drawn(g, &drawing);
    assert_int_equal(of_kind(d, "statement"), rows[i].drawn);
    if (rows[i].drawn < 21) assert_non_null(strstr(agget(d, "label"), rows[i].title));
    agclose(d);
  }
  press_drawing newer = {.version = 2};
  sample_bytes out = {0};
  assert_int_equal(press_graph_write(g, PRESS_DOT, &newer, sample_sink(&out), NULL),
                   PRESS_ERR_ARG);
  press_graph_free(g);
}

/** Norway and its minister stand together in one article; articles side by side have
 *  no such boxes. */
static void a_state_and_its_officials_are_a_side(void **state) {
  static const maker all[] = {sample_small, sample_large};
  (void)state;
  for (size_t n = 1; n <= 2; n++) {
    press_graph *g = graph_of(all, n);
    Agraph_t *d = read_back(g);
    int sides = 0, members = 0;
    for (Agraph_t *c = agfstsubg(agsubg(d, "cluster_a1", 0)); c; c = agnxtsubg(c)) {
      if (strncmp(agnameof(c), "cluster_side", 12) != 0) continue;
      sides++;
      members = agnnodes(c);
      assert_string_equal(agget(c, "name"), "Norway");
    }
    assert_int_equal(sides, n == 1);
    if (n == 1) assert_int_equal(members, 2);
    agclose(d);
    press_graph_free(g);
  }
}

/** `--focus`: what Norway says, what is about it, what it does; other spellings too. */
static void a_focus_keeps_what_is_near(void **state) {
  static const maker all[] = {sample_small};
  static const struct {
    const char *name;
    int statements, events;
  } rows[] = {{"Sigrid Halvorsen", 2, 0},
              {"halvorsen", 2, 0},
              {"COD QUOTA", 2, 0},
              {"no", 0, 1},
              {"IS", 1, 1},
              {"nobody", 0, 0}};
  (void)state;
  press_graph *g = graph_of(all, 1);
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    press_drawing drawing = PRESS_DRAWING_INIT;
    drawing.focus = press_str__of(rows[i].name);
    Agraph_t *d = read_drawn(g, &drawing);
    if (of_kind(d, "statement") != rows[i].statements ||
        of_kind(d, "event") != rows[i].events)
      fail_msg("%s: %d statements, %d events", rows[i].name, of_kind(d, "statement"),
               of_kind(d, "event"));
    agclose(d);
  }
  press_graph_free(g);
}

/** No theme leaves a colour of another one behind; the words stay. */
static void themes_are_whole(void **state) {
  static const maker all[] = {sample_small};
  static const char *const light[] = {"#D6EAF6", "#D3EFE4",   "#FCEBC5", "#005A8C",
                                      "#7A5A00", "\"white\"", NULL};
  (void)state;
  press_graph *g = graph_of(all, 1);
  for (int theme = PRESS_DARK; theme <= PRESS_PRINT; theme++) {
    press_drawing drawing = PRESS_DRAWING_INIT;
    drawing.theme = (press_theme)theme;
    sample_bytes out;
    assert_int_equal(press_graph_write(g, PRESS_DOT, &drawing, sample_sink(&out), NULL),
                     0);
    for (int i = 0; light[i]; i++)
      if (strstr(out.at, light[i])) fail_msg("theme %d has %s", theme, light[i]);
    assert_non_null(strstr(out.at, "Sigrid Halvorsen"));
    free(out.at);
  }
  press_graph_free(g);
}

/** DOT for simple readers. */
static void plain_dot_is_plain(void **state) {
  static const maker all[] = {sample_small, sample_hostile};
  (void)state;
  press_graph *g = graph_of(all, 2);
  press_drawing drawing = PRESS_DRAWING_INIT;
  drawing.plain = true;
  Agraph_t *d = read_drawn(g, &drawing);
  assert_null(agfstsubg(d));
  for (Agnode_t *v = agfstnode(d); v; v = agnxtnode(d, v))
    assert_false(aghtmlstr(agget(v, "label")));
  for (Agnode_t *v = agfstnode(d); v; v = agnxtnode(d, v))
    for (Agedge_t *e = agfstout(d, v); e; e = agnxtout(d, e))
      assert_null(agget(e, "tailport"));
  agclose(d);
  press_graph_free(g);
}

static void pictures_are_drawn(void **state) {
  static const maker each[] = {sample_small, sample_large, sample_hostile, sample_empty};
  static const struct {
    press_format format;
    const char *magic;
  } rows[] = {{PRESS_SVG, "<?xml"}, {PRESS_PNG, "\x89PNG"}, {PRESS_PDF, "%PDF"}};
  (void)state;
  for (size_t i = 0; i < 4; i++) {
    press_graph *g = graph_of(&each[i], 1);
    for (size_t k = 0; k < 3; k++) {
      sample_bytes out;
      press_error err = {0};
      press_graph_write(g, rows[k].format, NULL, sample_sink(&out), &err);
      assert_string_equal(err.message, "");
      assert_memory_equal(out.at, rows[k].magic, strlen(rows[k].magic));
      free(out.at);
    }
    press_graph_free(g);
  }
}

/** Too many statements to draw: actors and topics with counts. */
static void large_graphs_are_summed_up(void **state) {
  (void)state;
  press_graph *g;
  assert_int_equal(press_graph_new(&g, NULL, NULL), 0);
  for (unsigned i = 0; i < 300; i++) {
    press_doc *doc = sample_numbered(i);
    assert_int_equal(press_graph_add(g, doc, NULL), 0);
    press_doc_free(doc);
  }
  Agraph_t *d = read_back(g);
  assert_true(agnnodes(d) < 20);
  int counted = 0;
  for (Agnode_t *v = agfstnode(d); v; v = agnxtnode(d, v))
    for (Agedge_t *e = agfstout(d, v); e; e = agnxtout(d, e))
      counted +=
          strcmp(agget(e, "kind"), "layout") != 0 && atoi(agget(e, "count")) == 300;
  assert_int_equal(counted, 5);
  agclose(d);
  press_graph_free(g);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(statements_come_back),
      cmocka_unit_test(only_labels_are_html),
      cmocka_unit_test(clusters_are_articles),
      cmocka_unit_test(the_rest_is_counted),
      cmocka_unit_test(a_state_and_its_officials_are_a_side),
      cmocka_unit_test(a_focus_keeps_what_is_near),
      cmocka_unit_test(themes_are_whole),
      cmocka_unit_test(plain_dot_is_plain),
      cmocka_unit_test(pictures_are_drawn),
      cmocka_unit_test(large_graphs_are_summed_up),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
