/** Every set of kernels gives the same bytes, and near enough what libm says. */
#include "nn/kernel.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <math.h>

#define MOST 8192

static float noise(uint32_t *s) {
  *s = *s * 1664525u + 1013904223u;
  return (float)(int32_t)*s / 2147483648.0f;
}

static void fill(float *x, size_t n, float range) {
  uint32_t s = 7;
  for (size_t i = 0; i < n; i++) x[i] = range * noise(&s);
}

/** Runs one kernel of a set over fixed input. */
typedef void (*probe)(const press_kernels *k, float *out);

static void probe_gemm(const press_kernels *k, float *out) {
  static float x[31 * 40], w[40 * 48], b[48];
  fill(x, sizeof x / sizeof *x, 2), fill(w, sizeof w / sizeof *w, 1), fill(b, 48, 1);
  k->gemm(x, 40, w, b, out, 48, 31, 40, 48);
}

/** Rows and weights in eight bits: 31 rows of 48 inputs, 80 outputs. */
enum { ROWS8 = 31, IN8 = 48, OUT8 = 80 };

static void probe_gemm8(const press_kernels *k, float *out) {
  static float x[ROWS8 * IN8], scale[ROWS8], low[ROWS8], steps[OUT8], sum[OUT8], b[OUT8];
  static uint8_t small[ROWS8 * IN8];
  static int8_t w[IN8 * OUT8];
  fill(x, sizeof x / sizeof *x, 3), fill(b, OUT8, 1), fill(steps, OUT8, 0.01f);
  for (int i = 0; i < IN8; i++) x[5 * IN8 + i] = 0.25f; /* a row without a range */
  for (int i = 0; i < IN8 * OUT8; i++) w[i] = (int8_t)(i * 89 % 255 - 127);
  for (int i = 0; i < OUT8; i++) sum[i] = (float)(i * 31 % 400 - 200);
  const press_small q = {small, scale, low};
  const press_weights8 weights = {w, steps, sum};
  k->shrink(x, IN8, &q, ROWS8, IN8);
  k->gemm8(&q, &weights, b, out, OUT8, ROWS8, IN8, OUT8);
  for (int i = 0; i < ROWS8 * IN8; i++) out[ROWS8 * OUT8 + i] = small[i];
}

static void probe_pool(const press_kernels *k, float *out) {
  static float g[9 * 96], state[32];
  fill(g, sizeof g / sizeof *g, 4), fill(state, 32, 1);
  k->pool(g, state, out, 64, 9, 32, 0);
  k->pool(g, state, out + 32, 64, 9, 32, 1);
}

static void probe_norm(const press_kernels *k, float *out) {
  static float r[96], gain[96], bias[96];
  fill(out, 192, 3), fill(r, 96, 1), fill(gain, 96, 2), fill(bias, 96, 1);
  k->norm(out, r, gain, bias, 96);
  k->norm(out + 96, NULL, gain, bias, 96);
}

static void probe_maps(const press_kernels *k, float *out) {
  fill(out, 4096, 30);
  k->gelu(out, 1024);
  k->exp(out + 1024, 1024);
  k->sigmoid(out + 2048, 1024);
  k->tanh(out + 3072, 1024);
}

static void probe_adds(const press_kernels *k, float *out) {
  static int8_t row[64];
  for (int i = 0; i < 64; i++) row[i] = (int8_t)(i * 37);
  fill(out, 128, 1);
  k->add_bytes(out, row, 0.013f, 64);
  k->add(out + 64, out, 64);
}

static const struct {
  const char *name;
  probe run;
} probes[] = {{"gemm", probe_gemm}, {"gemm8", probe_gemm8}, {"pool", probe_pool},
              {"norm", probe_norm}, {"maps", probe_maps},   {"adds", probe_adds}};

static void same_bytes(void **state) {
  (void)state;
  static float plain[MOST], other[MOST];
  const void *one = plain, *two = other; // bytes, not values
  const press_kernels *all[PRESS_NN_SETS];
  uint32_t n = press_nn__all_kernels(all);
  for (size_t p = 0; p < sizeof probes / sizeof *probes; p++) {
    memset(plain, 0, sizeof plain);
    probes[p].run(all[0], plain);
    for (uint32_t i = 1; i < n; i++) {
      memset(other, 0, sizeof other);
      probes[p].run(all[i], other);
      if (memcmp(one, two, sizeof plain) != 0)
        fail_msg("%s differs between plain and %s", probes[p].name, all[i]->name);
    }
  }
}

static void near(float x, double y) {
  if (fabs((double)x - y) > 2e-6 * (1 + fabs(y))) fail_msg("%g is not %g", (double)x, y);
}

static void functions(void **state) {
  (void)state;
  const press_kernels *k = press_nn__kernels();
  for (int i = -40; i <= 40; i++) {
    float v = (float)i / 4, a[16], b[16], c[16];
    for (int j = 0; j < 16; j++) a[j] = b[j] = c[j] = v;
    k->exp(a, 16), k->sigmoid(b, 16), k->tanh(c, 16);
    near(a[3], exp((double)v));
    near(b[7], 1 / (1 + exp(-(double)v)));
    near(c[15], tanh((double)v));
  }
}

/** Out of exp's range, and no number at all: an answer all the same. */
static void extremes(void **state) {
  (void)state;
  const float hard[] = {1e30f, -1e30f, INFINITY, -INFINITY};
  for (size_t i = 0; i < sizeof hard / sizeof *hard; i++) {
    float a[16];
    for (int j = 0; j < 16; j++) a[j] = hard[i];
    press_nn__kernels()->sigmoid(a, 16);
    near(a[0], hard[i] > 0 ? 1 : 0);
  }
}

static void matrix(void **state) {
  (void)state;
  const press_kernels *k = press_nn__kernels();
  static float x[7 * 5], w[5 * 16], b[16], y[7 * 16];
  fill(x, 35, 1), fill(w, 80, 1), fill(b, 16, 1);
  k->gemm(x, 5, w, b, y, 16, 7, 5, 16);
  for (int r = 0; r < 7; r++)
    for (int o = 0; o < 16; o++) {
      double s = (double)b[o];
      for (int i = 0; i < 5; i++) s += (double)x[r * 5 + i] * (double)w[i * 16 + o];
      near(y[r * 16 + o], s);
    }
}

/** Products in eight bits are as exact as the steps of rows and weights allow. */
static void matrix8(void **state) {
  (void)state;
  enum { ROWS = 5, IN = 32 };
  static float x[ROWS * IN], scale[ROWS], low[ROWS], steps[16], sum[16], b[16];
  static float y[ROWS * 16], w[IN * 16];
  static uint8_t small[ROWS * IN];
  static int8_t bytes[IN * 16];
  fill(x, ROWS * IN, 1), fill(w, IN * 16, 1), fill(b, 16, 1);
  for (int o = 0; o < 16; o++) {
    steps[o] = 1 / 127.0f;
    for (int i = 0; i < IN; i++) {
      int8_t v = (int8_t)lrintf(w[i * 16 + o] * 127);
      bytes[i / 4 * 64 + o * 4 + i % 4] = v;
      sum[o] += (float)v;
    }
  }
  const press_small q = {small, scale, low};
  const press_weights8 weights = {bytes, steps, sum};
  press_nn__kernels()->shrink(x, IN, &q, ROWS, IN);
  press_nn__kernels()->gemm8(&q, &weights, b, y, 16, ROWS, IN, 16);
  for (int r = 0; r < ROWS; r++)
    for (int o = 0; o < 16; o++) {
      double s = (double)b[o];
      for (int i = 0; i < IN; i++) s += (double)x[r * IN + i] * (double)w[i * 16 + o];
      /* half a step of each: 32 times 0.004, were they all to fall to one side */
      if (fabs(s - (double)y[r * 16 + o]) > 0.12)
        fail_msg("%g is not %g", (double)y[r * 16 + o], s);
    }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(same_bytes), cmocka_unit_test(functions),
      cmocka_unit_test(extremes),   cmocka_unit_test(matrix),
      cmocka_unit_test(matrix8),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
