/** Element-wise operations and the recurrence. */
#include "train/tape.h"

#include "nn/kernel.h"

#include <math.h>
#include <string.h>

#define NORM_EPS 1e-5f

/* Sums in double, since the gradient checks need them exact, over LANES side by side:
 * fast, and the same on every processor. */
#define LANES 16u

static double all_of(const double *lane) {
  double s = 0;
  for (uint32_t k = 0; k < LANES; k++) s += lane[k];
  return s;
}

TAPE_HOT static double sum(const float *x, uint32_t n) {
  double lane[LANES] = {0};
  uint32_t i = 0;
  for (; i + LANES <= n; i += LANES)
    for (uint32_t k = 0; k < LANES; k++) lane[k] += (double)x[i + k];
  for (; i < n; i++) lane[0] += (double)x[i];
  return all_of(lane);
}

TAPE_HOT static double dot(const float *x, const float *y, uint32_t n) {
  double lane[LANES] = {0};
  uint32_t i = 0;
  for (; i + LANES <= n; i += LANES)
    for (uint32_t k = 0; k < LANES; k++) lane[k] += (double)x[i + k] * (double)y[i + k];
  for (; i < n; i++) lane[0] += (double)x[i] * (double)y[i];
  return all_of(lane);
}

TAPE_HOT static void norm_params(float *restrict gain, float *restrict bias,
                                 const float *restrict by, const float *restrict g,
                                 const float *restrict y, float *restrict d, uint32_t n) {
  for (uint32_t i = 0; i < n; i++) {
    gain[i] += g[i] * y[i];
    bias[i] += g[i];
    d[i] = g[i] * by[i];
  }
}

TAPE_HOT static void norm_input(float *restrict gx, const float *restrict d,
                                const float *restrict y, float inv, float m, float k,
                                uint32_t n) {
  for (uint32_t i = 0; i < n; i++) gx[i] += inv * (d[i] - m - y[i] * k);
}

/** s->keep: the normalised rows, then 1 / deviation of each. */
static void norm_back(const t_step *s) {
  uint32_t n = s->out->cols;
  float *inv = s->keep + (size_t)s->out->rows * n;
  float d[4096];
  for (uint32_t r = 0; r < s->out->rows; r++) {
    const float *g = s->out->g + (size_t)r * n, *y = s->keep + (size_t)r * n;
    norm_params(s->b->g, s->c->g, s->b->v, g, y, d, n);
    float m = (float)(sum(d, n) / n), k = (float)(dot(d, y, n) / n);
    norm_input(s->a->g + (size_t)r * n, d, y, inv[r], m, k, n);
  }
}

t_mat *press_tape__norm(press_tape *t, t_mat *x, t_mat *gain, t_mat *bias) {
  uint32_t n = x->cols;
  t_mat *y = press_tape__mat(t, x->rows, n);
  float *keep = press_tape__alloc(t, (size_t)x->rows * (n + 1) * sizeof *keep);
  for (uint32_t r = 0; r < x->rows; r++) {
    const float *v = x->v + (size_t)r * n;
    float *k = keep + (size_t)r * n, mean = (float)(sum(v, n) / n);
    for (uint32_t i = 0; i < n; i++) k[i] = v[i] - mean;
    float inv = 1.0f / sqrtf((float)(dot(k, k, n) / n) + NORM_EPS);
    keep[(size_t)x->rows * n + r] = inv;
    for (uint32_t i = 0; i < n; i++) {
      k[i] *= inv;
      y->v[(size_t)r * n + i] = k[i] * gain->v[i] + bias->v[i];
    }
  }
  t_step *s = press_tape__step(t, norm_back, y);
  s->a = x, s->b = gain, s->c = bias, s->keep = keep;
  return y;
}

/** s->keep: sigmoid(1.702 x). */
TAPE_HOT static void gelu_grad(float *restrict gx, const float *restrict x,
                               const float *restrict g, const float *restrict k,
                               size_t n) {
  for (size_t i = 0; i < n; i++)
    gx[i] += g[i] * (k[i] + 1.702f * x[i] * k[i] * (1 - k[i]));
}

static void gelu_back(const t_step *s) {
  gelu_grad(s->a->g, s->a->v, s->out->g, s->keep, (size_t)s->out->rows * s->out->cols);
}

TAPE_HOT static void scale(float *restrict y, const float *restrict x, float by,
                           size_t n) {
  for (size_t i = 0; i < n; i++) y[i] = x[i] * by;
}

TAPE_HOT static void times(float *restrict y, const float *restrict a,
                           const float *restrict b, size_t n) {
  for (size_t i = 0; i < n; i++) y[i] = a[i] * b[i];
}

t_mat *press_tape__gelu(press_tape *t, t_mat *x) {
  size_t n = (size_t)x->rows * x->cols;
  t_mat *y = press_tape__mat(t, x->rows, x->cols);
  float *k = press_tape__alloc(t, n * sizeof *k);
  scale(k, x->v, 1.702f, n);
  press_nn__kernels()->sigmoid(k, n);
  times(y->v, x->v, k, n);
  t_step *s = press_tape__step(t, gelu_back, y);
  s->a = x, s->keep = k;
  return y;
}

static void softmax_row(float *y, const float *x, uint32_t n) {
  float top = x[0], all = 0;
  for (uint32_t i = 1; i < n; i++) top = x[i] > top ? x[i] : top;
  for (uint32_t i = 0; i < n; i++) y[i] = expf(x[i] - top), all += y[i];
  for (uint32_t i = 0; i < n; i++) y[i] /= all;
}

static void softmax_back(const t_step *s) {
  uint32_t n = s->out->cols;
  for (uint32_t r = 0; r < s->out->rows; r++) {
    const float *g = s->out->g + (size_t)r * n, *y = s->out->v + (size_t)r * n;
    float k = (float)dot(g, y, n), *gx = s->a->g + (size_t)r * n;
    for (uint32_t i = 0; i < n; i++) gx[i] += y[i] * (g[i] - k);
  }
}

t_mat *press_tape__softmax(press_tape *t, t_mat *x) {
  t_mat *y = press_tape__mat(t, x->rows, x->cols);
  for (uint32_t r = 0; r < x->rows; r++)
    softmax_row(y->v + (size_t)r * x->cols, x->v + (size_t)r * x->cols, x->cols);
  t_step *s = press_tape__step(t, softmax_back, y);
  s->a = x;
  return y;
}

TAPE_HOT static void mask_grad(float *restrict gx, const float *restrict g,
                               const uint8_t *restrict keep, float by, size_t n) {
  for (size_t i = 0; i < n; i++) gx[i] += keep[i] ? g[i] * by : 0;
}

static void dropout_back(const t_step *s) {
  mask_grad(s->a->g, s->out->g, s->flags, s->x, (size_t)s->out->rows * s->out->cols);
}

TAPE_HOT static void mask(float *restrict y, const float *restrict x,
                          const uint8_t *restrict keep, float by, size_t n) {
  for (size_t i = 0; i < n; i++) y[i] = keep[i] ? x[i] * by : 0;
}

t_mat *press_tape__dropout(press_tape *t, t_mat *x, float p) {
  uint32_t cut = (uint32_t)(p * 256);
  if (!t->training || !cut) return x;
  size_t n = (size_t)x->rows * x->cols;
  t_mat *y = press_tape__mat(t, x->rows, x->cols);
  uint8_t *keep = press_tape__alloc(t, n + 8);
  for (size_t i = 0; i < n; i += 8) {
    uint64_t r = press_tape__random(&t->random);
    for (int k = 0; k < 8; k++) keep[i + (size_t)k] = (r >> (8 * k) & 255) >= cut;
  }
  float by = 256.0f / (float)(256 - cut);
  mask(y->v, x->v, keep, by, n);
  t_step *s = press_tape__step(t, dropout_back, y);
  s->a = x, s->flags = keep, s->x = by;
  return y;
}

/* ---- Recurrence ---- */

/** One direction's columns at row r: act has z, f, o after their functions. */
typedef struct row {
  const float *z, *f, *o;
  float *gz, *gf, *go;
  float *c;
  const float *before; /**< state of the row before, NULL at a start */
} row;

static row row_at(const t_step *s, uint32_t r, int dir) {
  const size_t h = s->out->cols / 2, rows = s->out->rows;
  size_t at = (size_t)r * 6 * h + (size_t)dir * 3 * h;
  float *act = s->keep, *c = act + (size_t)rows * 6 * h;
  row w = {act + at, act + at + h, act + at + 2 * h,
           .c = c + (size_t)r * 2 * h + (size_t)dir * h};
  float *g = s->a->g + at;
  w.gz = g, w.gf = g + h, w.go = g + 2 * h;
  bool first = dir ? r + 1 == rows || s->flags[r + 1] : s->flags[r];
  w.before = first ? NULL : dir ? w.c + 2 * h : w.c - 2 * h;
  return w;
}

TAPE_HOT static void pool_row(row w, float *restrict out, uint32_t h) {
  for (uint32_t j = 0; j < h; j++) {
    float b = w.before ? w.before[j] : 0;
    w.c[j] = w.z[j] + w.f[j] * (b - w.z[j]);
    out[j] = w.o[j] * w.c[j];
  }
}

TAPE_HOT static void pool_row_back(row w, const float *restrict g, float *restrict carry,
                                   uint32_t h) {
  for (uint32_t j = 0; j < h; j++) {
    float b = w.before ? w.before[j] : 0;
    float dc = g[j] * w.o[j] + carry[j];
    w.go[j] += g[j] * w.c[j] * w.o[j] * (1 - w.o[j]);
    w.gz[j] += dc * (1 - w.f[j]) * (1 - w.z[j] * w.z[j]);
    w.gf[j] += dc * (b - w.z[j]) * w.f[j] * (1 - w.f[j]);
    carry[j] = w.before ? dc * w.f[j] : 0;
  }
}

static void pool_back(const t_step *s) {
  uint32_t h = s->out->cols / 2, rows = s->out->rows;
  float carry[2048];
  for (int dir = 0; dir < 2; dir++) {
    memset(carry, 0, sizeof carry);
    for (uint32_t q = 0; q < rows; q++) {
      uint32_t r = dir ? q : rows - 1 - q;
      const float *g = s->out->g + (size_t)r * 2 * h + (size_t)dir * h;
      pool_row_back(row_at(s, r, dir), g, carry, h);
    }
  }
}

t_mat *press_tape__pool(press_tape *t, t_mat *gates, const uint8_t *starts) {
  const press_kernels *k = press_nn__kernels();
  const uint32_t h = gates->cols / 6, rows = gates->rows;
  t_mat *y = press_tape__mat(t, rows, 2 * h);
  t_step *s = press_tape__step(t, pool_back, y);
  s->a = gates, s->flags = starts;
  s->keep = press_tape__alloc(t, (size_t)rows * 8 * h * sizeof(float));
  memcpy(s->keep, gates->v, (size_t)rows * 6 * h * sizeof(float));
  for (size_t r = 0; r < (size_t)rows * 2; r++) {
    k->tanh(s->keep + r * 3 * h, h);
    k->sigmoid(s->keep + r * 3 * h + h, (size_t)2 * h);
  }
  for (int dir = 0; dir < 2; dir++)
    for (uint32_t q = 0; q < rows; q++) {
      uint32_t r = dir ? rows - 1 - q : q;
      pool_row(row_at(s, r, dir), y->v + (size_t)r * 2 * h + (size_t)dir * h, h);
    }
  return y;
}
