/** Links from issues to IPTC Media Topics in our own articles, judged one by one:
 *  tests/eval/issue-links.tsv. tools/eval-issues scores the rest of that list. */
#include "pressgraph.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define LEAST_PRECISION 0.85
#define LEAST_FOUND     0.80 /* of the links judged right */
#define LIST            "tests/eval/issue-links.tsv"

enum { MOST_TEXT = 1 << 16 };

typedef struct tally {
  unsigned right, wrong, all_right;
} tally;

/** The article without the marks "{3s:" and "}" and the rows under "---" of
 *  tests/corpus, in place. */
static size_t strip(char *text, size_t n) {
  char *rows = strstr(text, "\n---\n");
  if (!rows) return n;
  size_t to = 0, end = (size_t)(rows - text) + 1;
  for (size_t i = 0; i < end; i++) {
    if (text[i] == '{')
      while (text[i] != ':') i++;
    else if (text[i] != '}')
      text[to++] = text[i];
  }
  return to;
}

static press_doc *read_article(const press_engine *engine, const char *id, char *text) {
  char path[256];
  snprintf(path, sizeof path, "%s%s",
           strncmp(id, "train/", 6) == 0 ? "tests/corpus/" : "", id);
  FILE *f = fopen(path, "rb");
  if (!f) fail_msg("%s is not there", path);
  size_t n = fread(text, 1, MOST_TEXT - 1, f);
  fclose(f);
  text[n] = 0;
  press_doc *doc = NULL;
  press_article in = {.text = {text, strip(text, n)}};
  assert_int_equal(press_doc_new(&doc, engine, &in, NULL), PRESS_OK);
  return doc;
}

/** Is the phrase at this offset an issue that is linked to `topic`? */
static bool linked(const press_doc *doc, uint32_t offset, const char *topic) {
  uint32_t n;
  const press_issue *issues = press_doc_issues(doc, &n);
  for (uint32_t i = 0; i < n; i++)
    for (uint32_t m = 0; m < issues[i].mentions.n; m++) {
      press_span at = issues[i].mentions.at[m];
      if (!issues[i].topics.n || offset < press_doc_codepoint(doc, at.begin) ||
          offset >= press_doc_codepoint(doc, at.end))
        continue;
      press_str t = issues[i].topics.at[0];
      if (t.n == strlen(topic) && memcmp(t.at, topic, t.n) == 0) return true;
    }
  return false;
}

static void judge(const press_engine *engine, char *row, tally *all) {
  static char text[MOST_TEXT];
  char *id = strtok(row, "\t"), *offset = strtok(NULL, "\t");
  strtok(NULL, "\t");
  char *topic = strtok(NULL, "\t"), *verdict = strtok(NULL, "\t\n");
  assert_non_null(verdict);
  if (strchr(id, ':')) return; /* of a corpus that is not ours */
  bool right = strcmp(verdict, "right") == 0;
  press_doc *doc = read_article(engine, id, text);
  bool found = linked(doc, (uint32_t)atoi(offset), topic);
  press_doc_free(doc);
  all->all_right += right;
  all->right += found && right;
  all->wrong += found && !right;
}

static void test_links(void **state) {
  (void)state;
  press_engine *engine = NULL;
  assert_int_equal(press_engine_new(&engine, NULL, NULL), PRESS_OK);
  FILE *list = fopen(LIST, "r");
  assert_non_null(list);
  char row[512];
  tally all = {0};
  while (fgets(row, sizeof row, list))
    if (row[0] != '#') judge(engine, row, &all);
  fclose(list);
  press_engine_free(engine);
  printf("%u right, %u wrong, %u of the right ones judged\n", all.right, all.wrong,
         all.all_right);
  assert_true(all.all_right > 30);
  assert_true(all.right >= LEAST_PRECISION * (all.right + all.wrong));
  assert_true(all.right >= LEAST_FOUND * all.all_right);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_links)};
  return cmocka_run_group_tests_name("issue links", tests, NULL, NULL);
}
