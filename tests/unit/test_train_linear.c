/** Linear classifiers: learnt, written, read, applied; bad files refused. */
#include "nn/format.h"
#include "train/linear.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <math.h>

#define DOCS 120u

static press_arena arena;
static jmp_buf full;

static void feature(press_features *f, const char *kind, uint32_t x, float value) {
  char digit = (char)('a' + x);
  press_linear__add(&arena, f, kind, (press_str){&digit, 1}, S(""), value);
}

/** Three labels; `word` tells them but for one case in ten, `noise` tells nothing. */
static t_examples cases(void) {
  static const press_str labels[] = {{"sea", 3}, {"land", 4}, {"air", 3}};
  t_examples e = {.arena = &arena};
  for (uint32_t i = 0; i < DOCS; i++) {
    press_features f = {0};
    feature(&f, "word", i % 10 == 9 ? (i + 1) % 3 : i % 3, 1);
    feature(&f, "noise", i * 7 % 11, 0.5f);
    press_examples__add(&e, &f, labels[i % 3], i / 3);
  }
  return e;
}

static press_linear loaded(press_str bytes) {
  press_linear m;
  press_error err = {0};
  assert_int_equal(press_linear__load(&arena, bytes, &m, &err), PRESS_OK);
  return m;
}

static double right(const t_examples *e, const float *p) {
  uint32_t n = 0;
  for (uint32_t i = 0; i < e->all.n; i++, p += e->labels.n) {
    uint32_t best = 0;
    for (uint32_t c = 1; c < e->labels.n; c++)
      if (p[c] > p[best]) best = c;
    n += best == e->all.at[i].label;
  }
  return (double)n / e->all.n;
}

static void learns(void **state) {
  (void)state;
  t_examples e = cases();
  t_fit o = PRESS_FIT_INIT;
  press_linear m = loaded(press_fit__bytes(&e, &o, PRESS_NONE));
  assert_int_equal(m.n_labels, 3);
  assert_true(press_str__eq(m.labels[1], S("land")));
  press_features f = {0};
  float p[PRESS_LINEAR_LABELS];
  feature(&f, "word", 1, 1);
  press_linear__apply(&m, &f, p);
  assert_int_equal(press_linear__best(&m, p), 1);
  assert_true(fabsf(p[0] + p[1] + p[2] - 1) < 1e-5f);
  assert_true(p[1] > 0.7f);
  assert_true(right(&e, press_fit__cross(&e, &o)) >= 0.89);
}

/** L1 takes the noise away; rare features are not learnt; the bytes are the same. */
static void is_sparse_and_same(void **state) {
  (void)state;
  t_examples e = cases();
  t_fit plain = PRESS_FIT_INIT, sparse = plain, rare = plain;
  sparse.l1 = 4;
  rare.least = DOCS / 4;
  assert_int_equal(loaded(press_fit__bytes(&e, &plain, PRESS_NONE)).n_rows, 14);
  assert_int_equal(loaded(press_fit__bytes(&e, &sparse, PRESS_NONE)).n_rows, 3);
  assert_int_equal(loaded(press_fit__bytes(&e, &rare, PRESS_NONE)).n_rows, 3);
  assert_true(
      press_str__eq(press_fit__bytes(&e, &sparse, 1), press_fit__bytes(&e, &sparse, 1)));
  assert_true(right(&e, press_fit__cross(&e, &sparse)) >= 0.89);
}

/** A fold's classifier has not seen its fold: labels that only occur there are lost. */
static void folds_are_honest(void **state) {
  (void)state;
  t_examples e = {.arena = &arena};
  t_fit o = PRESS_FIT_INIT;
  for (uint32_t i = 0; i < 50; i++) {
    press_features f = {0};
    feature(&f, "own", i % 5, 1);
    press_examples__add(&e, &f, i % 5 ? S("other") : S("fold 0"), i);
  }
  const float *p = press_fit__cross(&e, &o);
  assert_true(right(&e, p) < 0.81); // the ten of fold 0 are all wrong
  assert_true(p[0] < 0.1f);
}

static void takes_no_bytes(void **state) {
  (void)state;
  press_linear m = loaded((press_str){"", 0});
  assert_int_equal(m.n_labels, 0);
  assert_int_equal(press_linear__best(&m, NULL), PRESS_NONE);
}

/** Every cut and every changed word of the head is refused or harmless. */
static void refuses_bad_files(void **state) {
  (void)state;
  t_examples e = cases();
  t_fit o = PRESS_FIT_INIT;
  press_str good = press_fit__bytes(&e, &o, PRESS_NONE);
  char *bad = press_arena__alloc(&arena, good.n);
  press_features f = {0};
  float p[PRESS_LINEAR_LABELS];
  feature(&f, "word", 1, 1);
  for (size_t n = 1; n < good.n; n++) {
    press_linear m;
    press_error err = {0};
    memcpy(bad, good.at, n);
    assert_int_equal(press_linear__load(&arena, (press_str){bad, n}, &m, &err),
                     PRESS_ERR_FORMAT);
    assert_int_equal(m.n_labels, 0);
  }
  for (size_t i = 0; i < good.n; i++) {
    press_linear m;
    press_error err = {0};
    memcpy(bad, good.at, good.n);
    bad[i] = (char)(bad[i] ^ 0xff);
    if (!press_linear__load(&arena, (press_str){bad, good.n}, &m, &err))
      press_linear__apply(&m, &f, p);
    else
      assert_true(err.message[0]);
  }
}

static void reads_options(void **state) {
  (void)state;
  t_fit o = PRESS_FIT_INIT;
  assert_true(press_fit__option(&o, "l2=0.25"));
  assert_true(press_fit__option(&o, "least=3"));
  assert_false(press_fit__option(&o, "l3=1"));
  assert_true(o.l2 > 0.24f && o.l2 < 0.26f);
  assert_int_equal(o.least, 3);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(learns),
      cmocka_unit_test(is_sparse_and_same),
      cmocka_unit_test(folds_are_honest),
      cmocka_unit_test(takes_no_bytes),
      cmocka_unit_test(refuses_bad_files),
      cmocka_unit_test(reads_options),
  };
  press_arena__init(&arena, (size_t)1 << 30, &full);
  if (setjmp(full)) return 1;
  int failed = cmocka_run_group_tests(tests, NULL, NULL);
  press_arena__clear(&arena);
  return failed;
}
