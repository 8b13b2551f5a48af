/** Issues found in sentences parsed by hand. */
#include "support/parsed.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

typedef struct issue_case {
  const char *name, *sentences;
  const char *labels; /**< of all issues, heaviest first, divided by "; " */
} issue_case;

static const issue_case CASES[] = {
    {"a known phrase, singular",
     "They/2/nsubj/PRP oppose/0/root/VBP new/4/amod/JJ tariffs/2/obj/NNS/tariff",
     "tariff"},
    {"joined by the table",
     "A/3/det/DT trade/3/compound/NN deal/4/nsubj/NN failed/0/root/VBD",
     "trade agreement"},
    {"the bare head joins its only compound",
     "The/4/det/DT climate/4/compound/NN change/4/compound/NN law/5/nsubj/NN "
     "failed/0/root/VBD\n"
     "The/2/det/DT law/3/nsubj/NN returned/0/root/VBD",
     "climate change law"},
    {"a stop head hands over to what stands before it",
     "Inflation/2/compound/NN fears/3/nsubj/NNS/fear grew/0/root/VBD", "inflation"},
    {"hyphens stay",
     "They/2/nsubj/PRP ended/0/root/VBD the/4/det/DT peace/5/compound/NN "
     "process/2/obj/NN",
     "peace process"},
    {"* stop words alone",
     "People/2/nsubj/NNS/people came/0/root/VBD in/5/case/IN the/5/det/DT "
     "morning/2/obl/NN",
     ""},
    {"* a country", "Norway/2/nsubj/NNP//@NO left/0/root/VBD", ""},
    {"* plain adjectives and a weak head",
     "A/3/det/DT large/3/amod/JJ role/4/nsubj/NN grew/0/root/VBD", ""},
};

static void labels(const press_doc *doc, char *out, size_t size) {
  size_t n = 0;
  out[0] = 0;
  for (uint32_t i = 0; i < doc->found.n_issues; i++) {
    press_str l = doc->found.issues[i].label;
    n += (size_t)snprintf(out + n, size - n, "%s%.*s", i ? "; " : "", SFMT(l));
  }
}

static void test_cases(void **state) {
  (void)state;
  for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
    press_doc *doc = parsed_doc(CASES[i].sentences);
    press_context cx = parsed_context(doc);
    press_find__issues(&cx, &doc->found);
    char got[512];
    labels(doc, got, sizeof got);
    if (strcmp(got, CASES[i].labels) != 0)
      fail_msg("%s: got \"%s\", expected \"%s\"", CASES[i].name, got, CASES[i].labels);
    press_doc_free(doc);
  }
}

/** Weights are shares; every issue has a mention; topics come from the table. */
static void test_weights(void **state) {
  (void)state;
  press_doc *doc = parsed_doc("Tariffs/5/nsubj/NNS/tariff and/4/cc/CC "
                              "the/4/det/DT budget/1/conj/NN matter/0/root/VBP\n"
                              "Tariffs/2/nsubj/NNS/tariff rose/0/root/VBD");
  press_context cx = parsed_context(doc);
  press_find__issues(&cx, &doc->found);
  const press_issue *at = doc->found.issues;
  assert_int_equal(doc->found.n_issues, 2);
  assert_true(at[0].weight > at[1].weight);
  assert_true(at[0].weight + at[1].weight > 0.999f &&
              at[0].weight + at[1].weight < 1.001f);
  assert_int_equal(at[0].mentions.n, 2);
  assert_int_equal(at[0].policy, 18);
  assert_int_equal(at[0].topics.n, 1);
  press_doc_free(doc);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_cases),
                                     cmocka_unit_test(test_weights)};
  return cmocka_run_group_tests_name("issues", tests, NULL, NULL);
}
