/** The score of statements: what must hold whatever the weights are. */
#include "doc.h"

#include "find/statement.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

static press_lexicon lexicon;

/** Each sign has one row of data/score.tsv, and each row is a sign or `base`. */
static void table(void **state) {
  (void)state;
  assert_int_equal(lexicon.score.n, PRESS_N_SIGNS + 1);
  assert_non_null(press_table__find(&lexicon.score, S("base")));
  for (uint32_t k = 0; k < PRESS_N_SIGNS; k++) {
    press_str name = press_str__of(press_sign__name(k));
    const press_row *r = press_table__find(&lexicon.score, name);
    if (!r) fail_msg("no weight for %.*s", SFMT(name));
    double w = press_row__number(r, 1, 1000);
    assert_true(w > -20 && w < 20);
  }
}

/** Repeatable noise from -1 to 1. */
static float noise(uint32_t *seed) {
  *seed = *seed * 1664525u + 1013904223u;
  return (float)(int32_t)*seed / 2147483648.0f;
}

static bool is_hundredths(float x) {
  for (int k = 1; k < 100; k++)
    if (x == (float)(k / 100.0)) return true;
  return false;
}

/** From 0.01 to 0.99 in hundredths, so that --min-score and output agree. */
static void bounded(void **state) {
  (void)state;
  uint32_t seed = 1;
  for (int i = 0; i < 1000; i++) {
    float x[PRESS_N_SIGNS], large = i % 2 ? 8.0f : 1e6f;
    for (uint32_t k = 0; k < PRESS_N_SIGNS; k++) x[k] = large * noise(&seed);
    float score = press_signs__score(&lexicon, x);
    assert_true(is_hundredths(score));
    assert_true(score == press_signs__score(&lexicon, x));
  }
}

/** More probability from the core never lowers the score. */
static void growing(void **state) {
  (void)state;
  static const uint8_t signs[] = {PRESS_SIGN_cue, PRESS_SIGN_source, PRESS_SIGN_content,
                                  PRESS_SIGN_core};
  uint32_t seed = 2, rose = 0;
  for (int i = 0; i < 200; i++) {
    float x[PRESS_N_SIGNS];
    for (uint32_t k = 0; k < PRESS_N_SIGNS; k++) x[k] = 2 * noise(&seed);
    float last = press_signs__score(&lexicon, x), first = last;
    for (size_t k = 0; k < sizeof signs; k++) {
      x[signs[k]] += 3;
      float now = press_signs__score(&lexicon, x);
      assert_true(now >= last);
      last = now;
    }
    rose += last > first;
  }
  assert_true(rose > 150);
}

static const char article[] =
    "Ferry to stay in port, says minister\n\n"
    "\"We will not sail before the repairs are done,\" the transport minister, Ada Lund, "
    "told reporters in Bergen on Monday. She said that the company had been warned twice "
    "and that it had not answered.\n\n"
    "The company denied the report. According to its lawyers, the ferry was safe. A "
    "spokesman for the harbour, who asked not to be named, believes the strike will go "
    "on, and a poster called the minister \"a danger\".\n\n"
    "\"It is over,\" said Per Moe, adding the crew wanted its money.\n";

static press_doc *analyse(float least, press_scope scope) {
  press_engine *engine = NULL;
  press_doc *doc = NULL;
  press_options options = PRESS_OPTIONS_INIT;
  options.min_score = least;
  options.scope = scope;
  assert_int_equal(press_engine_new(&engine, &options, NULL), PRESS_OK);
  press_article in = {.text = S(article)};
  assert_int_equal(press_doc_new(&doc, engine, &in, NULL), PRESS_OK);
  assert_int_equal(press_doc_check(doc, NULL), PRESS_OK);
  press_engine_free(engine);
  return doc;
}

/** min_score keeps exactly the statements that are scored so or higher. */
static void filters(void **state) {
  (void)state;
  uint32_t n_all, n_kept, dropped = 0;
  press_doc *whole = analyse(0, PRESS_SCOPE_ALL);
  const press_statement *all = press_doc_statements(whole, &n_all);
  assert_true(n_all >= 4);
  for (int limit = 0; limit <= 100; limit += 10) {
    float least = (float)(limit / 100.0);
    press_doc *doc = analyse(least, PRESS_SCOPE_ALL);
    const press_statement *kept = press_doc_statements(doc, &n_kept);
    uint32_t at = 0;
    for (uint32_t i = 0; i < n_all; i++) {
      if (all[i].score < least) continue;
      assert_true(at < n_kept && press_str__eq(kept[at].text, all[i].text));
      assert_true(kept[at++].score == all[i].score);
    }
    assert_int_equal(at, n_kept);
    dropped += n_all - n_kept;
    press_doc_free(doc);
  }
  assert_true(dropped > 0);
  press_doc_free(whole);
}

/** The signs of each statement give its score. */
static void signs(void **state) {
  (void)state;
  press_doc *doc = analyse(0, PRESS_SCOPE_SPEECH);
  const press_found *f = &doc->found;
  for (uint32_t i = 0; i < f->n_statements; i++) {
    const float *x = f->signs + (size_t)i * PRESS_N_SIGNS;
    assert_true(press_signs__score(&lexicon, x) == f->statements[i].score);
    assert_true((x[PRESS_SIGN_direct] != 0) == (f->statements[i].form == PRESS_DIRECT));
    assert_true((x[PRESS_SIGN_sourceless] != 0) == !f->statements[i].speaker_spans.n);
  }
  press_doc_free(doc);
}

int main(void) {
  press_arena arena;
  jmp_buf full;
  press_arena__init(&arena, (size_t)1 << 30, &full);
  if (setjmp(full) || press_lexicon__load(&arena, &lexicon, NULL)) return 1;
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(table),   cmocka_unit_test(bounded), cmocka_unit_test(growing),
      cmocka_unit_test(filters), cmocka_unit_test(signs),
  };
  int failed = cmocka_run_group_tests(tests, NULL, NULL);
  press_arena__clear(&arena);
  return failed;
}
