/** The kernels themselves; included once for each instruction set. The including
 *  file defines SET (its name), VL (lanes of a vector: 8 or 16), vfma, vdot, and the
 *  tile: TILE_ROWS rows by two vectors. */
#include "nn/kernel.h"

#include <math.h>
#include <string.h>

#define INLINE static inline __attribute__((always_inline))

INLINE vf load(const float *p) {
  vf v;
  memcpy(&v, p, sizeof v);
  return v;
}

INLINE void store(float *p, vf v) {
  memcpy(p, &v, sizeof v);
}
INLINE vf all(float x) {
  return (vf){0} + x;
}

INLINE vf pick(vi mask, vf a, vf b) {
  return (vf)((mask & (vi)a) | (~mask & (vi)b));
}

/** 2^x' with x' = x / ln 2 cut to +-125: whole part through the exponent bits, the
 *  rest by its Taylor polynomial. */
INLINE vf vexp(vf x) {
  const vf magic = all(12582912.0f);
  vf z = x * 1.44269504f;
  z = pick(z < 125.0f, z, all(125.0f));
  z = pick(z > -125.0f, z, all(-125.0f));
  vf whole = z + magic;
  vf f = z - (whole - magic);
  vf p = all(1.54035304e-4f);
  p = vfma(p, f, all(1.33335581e-3f));
  p = vfma(p, f, all(9.61812911e-3f));
  p = vfma(p, f, all(5.55041087e-2f));
  p = vfma(p, f, all(2.40226507e-1f));
  p = vfma(p, f, all(6.93147181e-1f));
  p = vfma(p, f, all(1.0f));
  return (vf)((vu)p + ((vu)whole << 23));
}

INLINE vf vsigmoid(vf x) {
  return 1.0f / (1.0f + vexp(-x));
}
INLINE vf vtanh(vf x) {
  return 2.0f * vsigmoid(2.0f * x) - 1.0f;
}

/** Sum of 16 lanes, always in the same order. */
INLINE float lanes(const vf v[16 / VL]) {
  float a[16], s = 0;
  memcpy(a, v, sizeof a);
  for (int i = 0; i < 8; i++) a[i] += a[i + 8];
  for (int i = 0; i < 8; i++) s += a[i];
  return s;
}

/** Vector `j` of a strip: where its weights for input 0 are. */
INLINE size_t column(int j, uint32_t in) {
  return (size_t)(j * VL / 16) * in * 16 + (size_t)(j * VL % 16);
}

INLINE void tile(int rows, int vectors, const float *x, size_t ldx, const float *w,
                 const float *bias, float *y, size_t ldy, uint32_t in) {
  vf a[TILE_ROWS][2];
#pragma GCC unroll 16
  for (int i = 0; i < rows; i++)
#pragma GCC unroll 2
    for (int j = 0; j < vectors; j++) a[i][j] = load(bias + (size_t)VL * (size_t)j);
  for (uint32_t k = 0; k < in; k++) {
    vf v[2];
#pragma GCC unroll 2
    for (int j = 0; j < vectors; j++) v[j] = load(w + column(j, in) + (size_t)k * 16);
#pragma GCC unroll 16
    for (int i = 0; i < rows; i++) {
      vf xi = all(x[(size_t)i * ldx + k]);
#pragma GCC unroll 2
      for (int j = 0; j < vectors; j++) a[i][j] = vfma(xi, v[j], a[i][j]);
    }
  }
#pragma GCC unroll 16
  for (int i = 0; i < rows; i++)
#pragma GCC unroll 2
    for (int j = 0; j < vectors; j++)
      store(y + (size_t)i * ldy + (size_t)VL * (size_t)j, a[i][j]);
}

/** All rows against `vectors` vectors of outputs. */
INLINE void strip(int vectors, const float *x, size_t ldx, const float *w,
                  const float *bias, float *y, size_t ldy, uint32_t rows, uint32_t in) {
  uint32_t r = 0;
  for (; r + TILE_ROWS <= rows; r += TILE_ROWS)
    tile(TILE_ROWS, vectors, x + r * ldx, ldx, w, bias, y + r * ldy, ldy, in);
  for (; r + 4 <= rows; r += 4)
    tile(4, vectors, x + r * ldx, ldx, w, bias, y + r * ldy, ldy, in);
  for (; r < rows; r++) tile(1, vectors, x + r * ldx, ldx, w, bias, y + r * ldy, ldy, in);
}

static void gemm(const float *x, size_t ldx, const float *w, const float *bias, float *y,
                 size_t ldy, uint32_t rows, uint32_t in, uint32_t out) {
  uint32_t n = 0;
  for (; n + 2 * VL <= out; n += 2 * VL)
    strip(2, x, ldx, w + (size_t)n * in, bias + n, y + n, ldy, rows, in);
  for (; n < out; n += VL)
    strip(1, x, ldx, w + (size_t)n * in, bias + n, y + n, ldy, rows, in);
}

/* ---- in eight bits ---- */

static void shrink(const float *x, size_t ldx, const press_small *q, uint32_t rows,
                   uint32_t in) {
  for (uint32_t r = 0; r < rows; r++, x += ldx) {
    vf low = load(x), top = low;
    for (uint32_t j = VL; j < in; j += VL) {
      vf v = load(x + j);
      low = pick(v < low, v, low);
      top = pick(v > top, v, top);
    }
    float least = low[0], most = top[0];
    for (int j = 1; j < VL; j++) {
      least = low[j] < least ? low[j] : least;
      most = top[j] > most ? top[j] : most;
    }
    float range = most - least, steps = range > 0 ? 127.0f / range : 0;
    q->low[r] = least;
    q->scale[r] = range / 127.0f;
    uint8_t *to = q->at + (size_t)r * in;
    for (uint32_t j = 0; j < in; j += VL) {
      vu bits = (vu)vfma(load(x + j) - least, all(steps), all(12582912.0f));
      vc bytes = __builtin_convertvector(bits & 127u, vc);
      memcpy(to + j, &bytes, sizeof bytes);
    }
  }
}

INLINE void tile8(int rows, int vectors, const press_small *q, uint32_t first,
                  const press_weights8 *w, uint32_t n, const float *bias, float *y,
                  size_t ldy, uint32_t in) {
  const uint8_t *x = q->at + (size_t)first * in;
  const int8_t *at = w->at + (size_t)n * in;
  vi a[TILE_ROWS][2];
#pragma GCC unroll 16
  for (int i = 0; i < rows; i++)
#pragma GCC unroll 2
    for (int j = 0; j < vectors; j++) a[i][j] = (vi){0};
  for (uint32_t k = 0; k < in; k += 4) {
    vi v[2];
#pragma GCC unroll 2
    for (int j = 0; j < vectors; j++)
      memcpy(&v[j], at + 4 * column(j, in / 4) + (size_t)k * 16, sizeof v[j]);
#pragma GCC unroll 16
    for (int i = 0; i < rows; i++) {
      int32_t four;
      memcpy(&four, x + (size_t)i * in + k, sizeof four);
#pragma GCC unroll 2
      for (int j = 0; j < vectors; j++) a[i][j] = vdot(a[i][j], four, v[j]);
    }
  }
#pragma GCC unroll 16
  for (int i = 0; i < rows; i++)
#pragma GCC unroll 2
    for (int j = 0; j < vectors; j++) {
      const size_t o = (size_t)VL * (size_t)j;
      vf t = __builtin_convertvector(a[i][j], vf) * q->scale[first + (uint32_t)i];
      t = vfma(all(q->low[first + (uint32_t)i]), load(w->sum + n + o), t);
      store(y + (size_t)i * ldy + o, vfma(t, load(w->scale + n + o), load(bias + o)));
    }
}

INLINE void strip8(int vectors, const press_small *q, const press_weights8 *w, uint32_t n,
                   const float *bias, float *y, size_t ldy, uint32_t rows, uint32_t in) {
  uint32_t r = 0;
  for (; r + TILE_ROWS <= rows; r += TILE_ROWS)
    tile8(TILE_ROWS, vectors, q, r, w, n, bias, y + r * ldy, ldy, in);
  for (; r + 4 <= rows; r += 4) tile8(4, vectors, q, r, w, n, bias, y + r * ldy, ldy, in);
  for (; r < rows; r++) tile8(1, vectors, q, r, w, n, bias, y + r * ldy, ldy, in);
}

static void gemm8(const press_small *q, const press_weights8 *w, const float *bias,
                  float *y, size_t ldy, uint32_t rows, uint32_t in, uint32_t out) {
  uint32_t n = 0;
  for (; n + 2 * VL <= out; n += 2 * VL)
    strip8(2, q, w, n, bias + n, y + n, ldy, rows, in);
  for (; n < out; n += VL) strip8(1, q, w, n, bias + n, y + n, ldy, rows, in);
}

static void pool(const float *gates, float *state, float *out, size_t ldo, uint32_t rows,
                 uint32_t width, int back) {
  for (uint32_t q = 0; q < rows; q++) {
    uint32_t r = back ? rows - 1 - q : q;
    const float *g = gates + (size_t)r * 3 * width;
    float *o = out + (size_t)r * ldo;
    for (uint32_t j = 0; j < width; j += VL) {
      vf z = vtanh(load(g + j)), f = vsigmoid(load(g + width + j));
      vf c = vfma(f, load(state + j) - z, z);
      store(state + j, c);
      store(o + j, vsigmoid(load(g + (size_t)2 * width + j)) * c);
    }
  }
}

static void norm(float *x, const float *residual, const float *gain, const float *bias,
                 uint32_t width) {
  vf s[16 / VL] = {all(0)}, q[16 / VL] = {all(0)};
  for (uint32_t j = 0; j < width; j += VL) {
    vf v = load(x + j);
    if (residual) v = v + load(residual + j);
    store(x + j, v);
    s[j / VL % (16 / VL)] += v;
  }
  float mean = lanes(s) / (float)width;
  for (uint32_t j = 0; j < width; j += VL) {
    vf v = load(x + j) - mean;
    q[j / VL % (16 / VL)] = vfma(v, v, q[j / VL % (16 / VL)]);
  }
  float r = 1.0f / sqrtf(lanes(q) / (float)width + 1e-5f);
  for (uint32_t j = 0; j < width; j += VL)
    store(x + j, vfma((load(x + j) - mean) * r, load(gain + j), load(bias + j)));
}

#define MAP(name, call)                                                                  \
  static void name(float *x, size_t n) {                                                 \
    for (size_t j = 0; j < n; j += VL) {                                                 \
      vf v = load(x + j);                                                                \
      store(x + j, call);                                                                \
    }                                                                                    \
  }
MAP(map_gelu, v *vsigmoid(1.702f * v))
MAP(map_exp, vexp(v))
MAP(map_sigmoid, vsigmoid(v))
MAP(map_tanh, vtanh(v))

static void add_bytes(float *x, const int8_t *row, float scale, uint32_t width) {
  for (uint32_t j = 0; j < width; j += VL) {
    vb b;
    memcpy(&b, row + j, sizeof b);
    store(x + j, vfma(__builtin_convertvector(b, vf), all(scale), load(x + j)));
  }
}

static void add(float *x, const float *y, uint32_t width) {
  for (uint32_t j = 0; j < width; j += VL) store(x + j, load(x + j) + load(y + j));
}

#define JOIN_(a, b) a##b
#define JOIN(a, b)  JOIN_(a, b)
#define TEXT_(a)    #a
#define TEXT(a)     TEXT_(a)
const press_kernels JOIN(press_kernels__, SET) = {
    TEXT(SET), gemm,    shrink,      gemm8,    pool,      norm,
    map_gelu,  map_exp, map_sigmoid, map_tanh, add_bytes, add};
