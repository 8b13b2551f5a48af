/** The command's own parts: its flags, the names of its files, lines of NDJSON. */
#include "app/flags.h"
#include "app/names.h"
#include "app/plan.h"
#include "app/read.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

/** Parses the words of `line`; they must live as long as the flags. */
static bool parse(char *line, app_flags *flags, char *why) {
  char *words[16] = {"pressgraph"};
  int n = 1;
  for (char *w = strtok(line, " "); w && n < 16; w = strtok(NULL, " ")) words[n++] = w;
  why[0] = 0;
  return app_flags__parse(flags, n, words, why);
}

static void test_bad_flags(void **state) {
  static const struct {
    const char *line, *why;
  } rows[] = {
      {"--nope", "no option '--nope'"},
      {"-x", "no option '-x'"},
      {"-t", "--to needs a value"},
      {"-t dot,,json", "format '' is not available"},
      {"-t docx", "format 'docx' is not available"},
      {"--merge=1", "--merge takes no value"},
      {"-j 1025", "not a number from 1 to 1024"},
      {"-j 2x", "not a number"},
      {"--min-score nan", "not a number from 0 to 1"},
      {"--from pdf", "not text or ndjson"},
      {"--base 1a:b", "not an absolute IRI"},
      {"--base http://a/{b}", "not an absolute IRI"},
      {"--color blue", "not auto, always or never"},
  };
  (void)state;
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    char line[64], why[256];
    app_flags flags;
    snprintf(line, sizeof line, "%s", rows[i].line);
    assert_false(parse(line, &flags, why));
    if (!strstr(why, rows[i].why)) fail_msg("%s: %s", rows[i].line, why);
    free(flags.inputs);
  }
}

static void test_good_flags(void **state) {
  char line[] =
      "-qmtdot,json a.txt --to=dot -o out -j3 --scope all --min-score 0.5 -- -b";
  char why[256];
  app_flags f;
  (void)state;
  assert_true(parse(line, &f, why));
  assert_true(f.quiet && f.merge && !f.verbose);
  assert_int_equal(f.n_to, 2);
  assert_string_equal(f.to[1]->name, "json");
  assert_string_equal(f.output, "out");
  assert_int_equal(f.jobs, 3);
  assert_int_equal(f.options.scope, PRESS_SCOPE_ALL);
  assert_true(f.options.min_score > 0.49F && f.options.min_score < 0.51F);
  assert_int_equal(f.n_inputs, 2);
  assert_string_equal(f.inputs[1], "-b");
  free(f.inputs);
}

/** Where the output goes, without anything on disk. */
static void test_plan(void **state) {
  static const struct {
    const char *line;
    bool good, folder;
    const char *kind; /**< first format */
  } rows[] = {
      {"/nowhere/a.txt", true, false, "text"},
      {"-o /nowhere/x.jsonld /nowhere/a.txt", true, false, "jsonld"},
      {"-o /nowhere/x.gv /nowhere/a.txt", true, false, "dot"},
      {"-o /nowhere/x.ndjson a b", true, false, "json"},
      {"-o /nowhere/x a b", true, true, "dot"},
      {"-o /nowhere/x.png/ a b", true, true, "dot"},
      {"-t json -o /nowhere/x a b", true, false, "json"},
      {"-t json,dot -o /nowhere/x a b", true, true, "json"},
      {"-o /nowhere/x.docx a b", false, false, NULL},
      {"-o /nowhere/x.docx/ a b", true, true, "dot"},
      {"-o /nowhere/.x a b", true, true, "dot"},
      {"-t json,dot a", false, false, NULL},
      {"-t png -o /nowhere/x.png a b", false, false, NULL},
      {"-t png -m -o /nowhere/x.png a b", true, false, "png"},
      {"-t jsonld /nowhere/a.ndjson", false, false, NULL},
  };
  (void)state;
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    char line[80], why[256];
    app_flags flags;
    app_plan plan;
    snprintf(line, sizeof line, "%s", rows[i].line);
    assert_true(parse(line, &flags, why));
    if (app_plan__make(&plan, &flags, why) != rows[i].good)
      fail_msg("%s: %s", rows[i].line, why);
    if (rows[i].good) assert_int_equal(plan.folder, rows[i].folder);
    if (rows[i].good) assert_string_equal(plan.kinds[0]->name, rows[i].kind);
    free(flags.inputs);
  }
}

static void test_names(void **state) {
  static const struct {
    const char *name, *id, *taken; /**< id: of a line of NDJSON */
  } rows[] = {
      {"a", NULL, "a"},
      {"a", NULL, "a-2"},
      {"a-2", NULL, "a-2-2"},
      {"a", NULL, "a-3"},
      {"sub/a", NULL, "sub/a"},
      {"news-1", "../../etc/passwd", "-.-..-etc-passwd"},
      {"news-2", ".hidden", "-hidden"},
      {"news-3", "a b\tc", "a-b-c"},
      {"news-4", "", "news-4"},
  };
  app_names names = {0};
  (void)state;
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    char name[32];
    snprintf(name, sizeof name, "%s", rows[i].name);
    app_input input = {.name = name, .line = rows[i].id != NULL};
    if (rows[i].id) input.article.id = (press_str){rows[i].id, strlen(rows[i].id)};
    char *taken = app_names__take(&names, &input);
    assert_string_equal(taken, rows[i].taken);
    free(taken);
  }
  app_names__clear(&names);
}

/** Lines longer than the limit are told and skipped; a last line needs no end. */
static void test_lines(void **state) {
  static const struct {
    app_line kind;
    const char *text;
  } rows[] = {{APP_LINE, "one"}, {APP_LINE, ""},        {APP_LINE_LONG, NULL},
              {APP_LINE, "two"}, {APP_LINE, "thr\0ee"}, {APP_LINE_END, NULL}};
  int ends[2];
  (void)state;
  assert_int_equal(pipe(ends), 0);
  static const char text[] = "one\n\n0123456789abcdef\ntwo\nthr\0ee";
  assert_int_equal(write(ends[1], text, sizeof text - 1), sizeof text - 1);
  close(ends[1]);
  app_lines lines = {.fd = ends[0]};
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    const char *line = NULL;
    size_t n = 0;
    assert_int_equal(app_lines__next(&lines, 8, &line, &n), rows[i].kind);
    if (rows[i].text) assert_memory_equal(line, rows[i].text, n);
    if (rows[i].kind == APP_LINE) assert_int_equal(lines.number, i + 1);
  }
  app_lines__clear(&lines);
  close(ends[0]);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_bad_flags), cmocka_unit_test(test_good_flags),
      cmocka_unit_test(test_plan),      cmocka_unit_test(test_names),
      cmocka_unit_test(test_lines),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
