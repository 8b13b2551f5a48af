/** Other borders of a content: which places are weighed, in which order, at what loss. */
#include "ling/borders.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { O = 0, B = 5, I = 6, E = 7, S_ = 8, CLASSES = 9, UNITS = 6 };

typedef struct row {
  const char *name;
  uint32_t unit;  /**< whose score changes */
  uint8_t label;  /**< for this label */
  float gain;     /**< by so much */
  uint32_t begin; /**< the likeliest other begin */
  float begin_loss;
  uint32_t end; /**< the likeliest other end */
  float end_loss;
} row;

/** Units 1 to 3 are content; a chosen label has 2, every other 1. */
static void likeliest(void **state) {
  static const row rows[] = {
      {"even: the nearer is cheaper", 0, S_, 0, 0, 2, 5, 2},
      {"a begin behind the old one", 2, B, 1.5f, 2, 0.5f, 5, 2},
      {"an end before the old one", 2, E, 1.5f, 0, 2, 3, 0.5f},
  };
  (void)state;
  for (size_t k = 0; k < sizeof rows / sizeof *rows; k++) {
    const row *r = &rows[k];
    const uint8_t labels[UNITS] = {O, B, I, E, O, O};
    float scores[UNITS * CLASSES];
    press_unit units[UNITS] = {0};
    for (uint32_t i = 0; i < UNITS; i++) {
      units[i].token = i;
      for (uint32_t c = 0; c < CLASSES; c++)
        scores[i * CLASSES + c] = c == labels[i] ? 2 : 1;
    }
    scores[r->unit * CLASSES + r->label] += r->gain;
    press_labelled l = {scores, CLASSES, labels, UNITS};
    press_borders out;
    press_borders__find(&l, 1, 4, units, &out);
    print_message("%s\n", r->name);
    assert_true(out.n_begin > 0 && out.n_end > 0);
    assert_int_equal(out.begin[0].token, r->begin);
    assert_true(out.begin[0].loss == r->begin_loss);
    assert_int_equal(out.end[0].token, r->end);
    assert_true(out.end[0].loss == r->end_loss);
    for (uint32_t i = 1; i < out.n_end; i++)
      assert_true(out.end[i - 1].loss <= out.end[i].loss);
  }
}

/** A neighbour's words are not taken in. */
static void neighbours(void **state) {
  (void)state;
  const uint8_t labels[UNITS] = {S_, O, B, E, O, S_};
  float scores[UNITS * CLASSES] = {0};
  press_unit units[UNITS] = {0};
  for (uint32_t i = 0; i < UNITS; i++) units[i].token = i;
  press_labelled l = {scores, CLASSES, labels, UNITS};
  press_borders out;
  press_borders__find(&l, 2, 4, units, &out);
  for (uint32_t i = 0; i < out.n_begin; i++) assert_true(out.begin[i].token > 0);
  for (uint32_t i = 0; i < out.n_end; i++) assert_true(out.end[i].token < 6);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(likeliest),
      cmocka_unit_test(neighbours),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
