/** Trees and label sequences against trying everything. */
#include "nn/mst.h"
#include "nn/viterbi.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <math.h>

#define WORDS 5u
#define ITEMS 5u

static uint32_t seed = 11;

static uint32_t dice(uint32_t n) {
  seed = seed * 1664525u + 1013904223u;
  return (seed >> 8) % n;
}

static bool is_tree(const uint32_t *heads, uint32_t n) {
  uint32_t roots = 0;
  for (uint32_t i = 0; i < n; i++) {
    uint32_t v = i + 1, steps = 0;
    roots += heads[i] == 0;
    while (v && steps++ <= n) v = heads[v - 1];
    if (v) return false;
  }
  return roots == 1;
}

static float weight(const float *s, const uint32_t *heads, uint32_t n) {
  float w = 0;
  for (uint32_t i = 0; i < n; i++) w += s[i * (n + 1) + heads[i]];
  return w;
}

/** The weight of the best of all trees. */
static float best_tree(const float *s, uint32_t n) {
  uint32_t heads[WORDS] = {0};
  float best = -1e30f;
  for (;;) {
    if (is_tree(heads, n) && weight(s, heads, n) > best) best = weight(s, heads, n);
    uint32_t i = 0;
    while (i < n && ++heads[i] > n) heads[i++] = 0;
    if (i == n) return best;
  }
}

static void trees(void **state) {
  (void)state;
  press_arena a;
  press_tree_room room = {0};
  jmp_buf full;
  press_arena__init(&a, 1 << 26, &full);
  if (setjmp(full)) fail();
  for (uint32_t k = 0; k < 400; k++) {
    uint32_t n = 1 + k % WORDS, heads[WORDS];
    float s[WORDS * (WORDS + 1)];
    for (uint32_t i = 0; i < n * (n + 1); i++) s[i] = (float)dice(40);
    press_nn__tree(&a, &room, s, n + 1, n, heads);
    assert_true(is_tree(heads, n));
    assert_true(fabsf(weight(s, heads, n) - best_tree(s, n)) < 0.5f);
  }
  press_arena__clear(&a);
}

/** Long cycles, equal scores, and scores that are no numbers. */
static void hard_trees(void **state) {
  (void)state;
  enum { N = 120 };
  static float s[N * (N + 1)];
  static uint32_t heads[N];
  press_arena a;
  press_tree_room room = {0};
  jmp_buf full;
  press_arena__init(&a, 1 << 26, &full);
  if (setjmp(full)) fail();
  for (int kind = 0; kind < 4; kind++) {
    for (uint32_t i = 0; i < N; i++)
      for (uint32_t h = 0; h <= N; h++) {
        float ring = h == (i + 1) % N + 1 ? 9.0f : (float)dice(5);
        s[i * (N + 1) + h] = kind == 0   ? ring
                             : kind == 1 ? 0
                             : kind == 2 ? NAN
                             : h         ? 0
                                         : 50.0f;
      }
    press_nn__tree(&a, &room, s, N + 1, N, heads);
    assert_true(is_tree(heads, N));
  }
  press_arena__clear(&a);
}

static bool allowed(const uint8_t *y, uint32_t n) {
  for (uint32_t i = 0; i < n; i++) {
    uint32_t place = y[i] ? (y[i] - 1u) % 4 : 3;
    bool open = i && y[i - 1] && (y[i - 1] - 1u) % 4 < 2;
    bool goes_on = place == 1 || place == 2;
    if (open != goes_on) return false;
    if (open && (y[i] - 1u) / 4 != (y[i - 1] - 1u) / 4) return false;
  }
  return !y[n - 1] || (y[n - 1] - 1u) % 4 >= 2;
}

static float path(const float *s, const uint8_t *y, uint32_t n, uint32_t stride) {
  float w = 0;
  for (uint32_t i = 0; i < n; i++) w += s[i * stride + y[i]];
  return w;
}

static void sequences(void **state) {
  (void)state;
  enum { CLASSES = 9, STRIDE = 16 };
  for (int k = 0; k < 20; k++) {
    float s[ITEMS * STRIDE], best = -1e30f;
    uint8_t y[ITEMS] = {0}, found[ITEMS], back[ITEMS * CLASSES];
    for (uint32_t i = 0; i < ITEMS * STRIDE; i++) s[i] = (float)dice(50) - 25;
    for (uint32_t i = 0; i != ITEMS;) {
      if (allowed(y, ITEMS) && path(s, y, ITEMS, STRIDE) > best)
        best = path(s, y, ITEMS, STRIDE);
      for (i = 0; i < ITEMS && ++y[i] == CLASSES;) y[i++] = 0;
    }
    press_nn__viterbi(s, STRIDE, ITEMS, 2, back, found);
    assert_true(allowed(found, ITEMS));
    assert_true(fabsf(path(s, found, ITEMS, STRIDE) - best) < 0.5f);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(trees),
      cmocka_unit_test(hard_trees),
      cmocka_unit_test(sequences),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
