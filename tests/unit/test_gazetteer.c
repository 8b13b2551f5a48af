/** The caller's gazetteer: reading untrusted files, finding names, and what the
 *  engine makes of them. The people and firms are made up. */
#include "base/utf8.h"
#include "lexicon/gazetteer.h"
#include "pressgraph.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/** Every problem as "line:column message", one a line. */
typedef struct told {
  char text[2000];
  unsigned n, stop_after;
} told;

static int tell(void *to, const press_error *problem) {
  told *t = to;
  size_t used = strlen(t->text);
  snprintf(t->text + used, sizeof t->text - used, "%s%u:%u %s", used ? "\n" : "",
           problem->line, problem->column, problem->message);
  return ++t->n == t->stop_after;
}

static const struct {
  const char *name, *input, *problems;
  uint32_t lines;
} files[] = {
    {"nothing", "", "", 0},
    {"comments and blanks", "# x\n\n  \n", "", 0},
    {"a name alone", "person\tAda Quist\n", "", 1},
    {"all columns", "person\tAda Quist\tAda\tQuisty\thttps://example.org/q\tNO\n", "", 1},
    {"byte order mark, CRLF, a head, no last line end",
     "\xEF\xBB\xBFtype\tname\tiri\tcountry\r\nplace\tElbow Lake\t\tus\r\nperson\tAda", "",
     2},
    {"tabs cut off behind the IRI", "org\tVestra\tVestra Line\thttps://example.org/v\n",
     "", 1},
    {"other spellings of types", "Organisation\tA1\nPER\tB1\nloc\tC1\n", "", 3},
    {"no such type", "firm\tVestra\t\t\n",
     "1:1 type 'firm' is not person, organization, place or country", 0},
    {"a type alone", "person\nperson\t\t\t\n",
     "1:1 a type needs a name behind a tab\n2:8 '' has no letter and is no name", 0},
    {"an alias where the IRI should be", "person\tÅda\tQuisty\n",
     "1:12 'Quisty': IRI and country are the last two columns; where they are not known "
     "leave them empty",
     0},
    {"no IRI",
     "person\tAda\tQuisty\tNO\nperson\tAda\t//x\tNO\nperson\tAda\thttp://å/\tNO\n",
     "1:12 'Quisty' is no absolute, percent-encoded IRI; IRI and country are the last "
     "two "
     "columns\n2:12 '//x' is no absolute, percent-encoded IRI; IRI and country are the "
     "last two columns\n3:12 'http://å/' is no absolute, percent-encoded IRI; IRI and "
     "country are the last two columns",
     0},
    {"no country", "person\tAda\t\tNorway\nperson\tAda\t\tUK\n",
     "1:13 country 'Norway' is no ISO 3166-1 code of two letters, such as NO\n2:13 "
     "country "
     "'UK' is no ISO 3166-1 code of two letters, such as NO",
     0},
    {"a country without its code", "country\tAlbion\n",
     "1:1 a country needs its code in the last column", 0},
    {"a name of two lines", "person\tAda Quist\t\t\nperson\tada  quist\t\t\n",
     "2:8 'ada  quist' is a name of line 1 already", 1},
    {"an alias of two lines", "person\tAda\tQ\t\t\nperson\tBo\tq\tBo\t\t\n",
     "2:11 'q' is a name of line 1 already", 2},
    {"its own name again", "person\tAda\tAda\tADA\t\t\n", "", 1},
    {"marks only", "person\t--\t\t\n", "1:8 '--' has no letter and is no name", 0},
};

static void test_files(void **state) {
  (void)state;
  for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
    press_gazetteer *g = NULL;
    told t = {{0}, 0, 0};
    press_error err = {0};
    press_str bytes = press_str__of(files[i].input);
    if (press_gazetteer_new(&g, bytes, tell, &t, &err))
      fail_msg("%s: %s", files[i].name, err.message);
    if (strcmp(t.text, files[i].problems) != 0)
      fail_msg("%s:\n%s", files[i].name, t.text);
    if (press_gazetteer_size(g) != files[i].lines)
      fail_msg("%s: %u lines", files[i].name, press_gazetteer_size(g));
    press_gazetteer_free(g);
    // Without anybody to tell, the first problem is the error.
    press_status status = press_gazetteer_new(&g, bytes, NULL, NULL, &err);
    assert_int_equal(status, *files[i].problems ? PRESS_ERR_FORMAT : PRESS_OK);
    if (status) assert_null(g);
    if (status) assert_non_null(strstr(files[i].problems, err.message));
    press_gazetteer_free(g);
  }
}

static void test_refused(void **state) {
  (void)state;
  press_gazetteer *g = NULL;
  press_error err = {0};
  assert_int_equal(press_gazetteer_new(NULL, S(""), NULL, NULL, NULL), PRESS_ERR_ARG);
  assert_int_equal(press_gazetteer_new(&g, S("# \n\xff"), NULL, NULL, &err),
                   PRESS_ERR_UTF8);
  assert_int_equal(err.line, 2);
  assert_int_equal(press_gazetteer_new(&g, S("a\0b"), NULL, NULL, NULL),
                   PRESS_ERR_BINARY);
  told t = {{0}, 0, 1};
  assert_int_equal(press_gazetteer_new(&g, S("x\ty\nx\ty\n"), tell, &t, NULL),
                   PRESS_ERR_FORMAT);
  assert_int_equal(t.n, 1);
  press_gazetteer_free(NULL);
  assert_int_equal(press_gazetteer_size(NULL), 0);
}

/** A file over the limit, and one with more names than memory is meant for. */
static void test_bounds(void **state) {
  (void)state;
  press_gazetteer *g = NULL;
  size_t n = PRESS_GAZETTEER_MAX + 1;
  char *bytes = malloc(n);
  assert_non_null(bytes);
  memset(bytes, '\n', n);
  assert_int_equal(press_gazetteer_new(&g, (press_str){bytes, n}, NULL, NULL, NULL),
                   PRESS_ERR_LIMIT);
  told t = {{0}, 0, 0};
  size_t used = 0;
  for (unsigned i = 0; i < 260000; i++)
    used += (size_t)sprintf(bytes + used, "person\tA%u\n", i);
  assert_int_equal(press_gazetteer_new(&g, (press_str){bytes, used}, tell, &t, NULL),
                   PRESS_ERR_FORMAT);
  used = (size_t)sprintf(bytes, "person\tAda");
  for (unsigned i = 0; i < 100; i++) used += (size_t)sprintf(bytes + used, "\tA%u", i);
  assert_int_equal(press_gazetteer_new(&g, (press_str){bytes, used}, NULL, NULL, NULL),
                   PRESS_ERR_FORMAT);
  free(bytes);
}

static const struct {
  const char *alias, *text;
  bool found;
} spellings[] = {
    {"Ada Quist", "Ada Quist", true},
    {"Ada Quist", "ADA QUIST", true},
    {"Ada Quist", "ada quist", false},
    {"Ada Quist", "Ada quist", false},
    {"the Iron Mayor", "The Iron Mayor", true},
    {"the Iron Mayor", "the iron Mayor", false},
    {"TELL", "Tell", false},
    {"TELL", "TELL", true},
    {"the company", "The Company", true},
    {"Chad's", "Chad’s", true},
    {"Ärla", "ÄRLA", true},
    {"Ärla", "ärla", false},
};

static void test_spellings(void **state) {
  (void)state;
  for (size_t i = 0; i < sizeof spellings / sizeof *spellings; i++) {
    char line[100];
    int n = snprintf(line, sizeof line, "person\t%s\t\t\n", spellings[i].alias);
    press_gazetteer *g = NULL;
    assert_int_equal(
        press_gazetteer_new(&g, (press_str){line, (size_t)n}, NULL, NULL, NULL),
        PRESS_OK);
    press_arena a;
    jmp_buf full;
    press_arena__init(&a, 1 << 20, &full);
    if (setjmp(full)) fail();
    press_str text = press_str__of(spellings[i].text);
    press_str key = press_utf8__fold(&a, text);
    bool found = press_gazetteer__find(g, key, text) != NULL;
    if (found != spellings[i].found) fail_msg("%s in %s", spellings[i].alias, text.at);
    press_arena__clear(&a);
    press_gazetteer_free(g);
  }
}

static const char names[] = "person\tAda Quist\tQuisty\thttps://example.org/q\tNO\n"
                            "organization\tChad's\t\t\n"
                            "place\tElbow Lake\thttps://example.org/lake\tUS\n";

/** The document stands alone: engine and gazetteer are gone when it is read. */
static void test_document(void **state) {
  (void)state;
  press_gazetteer *g = NULL;
  press_engine *engine = NULL;
  press_doc *doc = NULL;
  press_error err = {0};
  press_options options = PRESS_OPTIONS_INIT;
  assert_int_equal(press_gazetteer_new(&g, S(names), NULL, NULL, NULL), PRESS_OK);
  options.gazetteer = g;
  assert_int_equal(press_engine_new(&engine, &options, NULL), PRESS_OK);
  press_article in = {.text = S("Quisty sued Chad's in Elbow Lake. Mrs Quist won.\n")};
  assert_int_equal(press_doc_new(&doc, engine, &in, NULL), PRESS_OK);
  press_engine_free(engine);
  press_gazetteer_free(g);
  if (press_doc_check(doc, &err)) fail_msg("%s", err.message);
  uint32_t n, n_countries;
  const press_entity *e = press_doc_entities(doc, &n);
  const press_country *c = press_doc_countries(doc, &n_countries);
  assert_int_equal(n, 3);
  assert_true(press_str__eq(e[0].name, S("Ada Quist")));
  assert_true(press_str__eq(e[0].iri, S("https://example.org/q")));
  assert_int_equal(e[0].mentions.n, 2);
  assert_string_equal(c[e[0].country].code, "NO");
  assert_int_equal(e[1].type, PRESS_ORGANIZATION);
  assert_int_equal(e[1].iri.n, 0);
  assert_int_equal(e[2].type, PRESS_PLACE);
  assert_int_equal(n_countries, 2);
  assert_string_equal(c[0].code, "US");
  assert_int_equal(c[1].n_mentions, 0);
  press_doc_free(doc);
}

/** Options of the first version end before the gazetteer. */
static void test_versions(void **state) {
  (void)state;
  press_engine *engine = NULL;
  press_options options = PRESS_OPTIONS_INIT;
  options.gazetteer = (const press_gazetteer *)&options;
  options.version = 1;
  assert_int_equal(press_engine_new(&engine, &options, NULL), PRESS_OK);
  press_doc *doc = NULL;
  press_article in = {.text = S("Oslo spoke.")};
  assert_int_equal(press_doc_new(&doc, engine, &in, NULL), PRESS_OK);
  press_doc_free(doc);
  press_engine_free(engine);
  options.version = 3;
  assert_int_equal(press_engine_new(&engine, &options, NULL), PRESS_ERR_ARG);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_files),    cmocka_unit_test(test_refused),
      cmocka_unit_test(test_bounds),   cmocka_unit_test(test_spellings),
      cmocka_unit_test(test_document), cmocka_unit_test(test_versions),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
