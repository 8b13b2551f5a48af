#include "nn/reader.h"

#include "nn/format.h"
#include "nn/kernel.h"

#include <string.h>

/** No honest weight is larger; keeps every product finite. */
#define MOST_WEIGHT 1e6f

static const char *take(press_reader *r, size_t n) {
  if (!r->fault && n > r->rest.n) r->fault = "weights end early";
  if (r->fault) return NULL;
  const char *p = r->rest.at;
  r->rest = press_str__sub(r->rest, n, r->rest.n);
  return p;
}

static size_t padded(size_t n) {
  return (n + 3) / 4 * 4;
}

uint32_t press_reader__u32(press_reader *r) {
  uint32_t x = 0;
  const char *p = take(r, sizeof x);
  if (p) memcpy(&x, p, sizeof x);
  return x;
}

const char *press_reader__raw(press_reader *r, size_t n) {
  return take(r, padded(n));
}

press_str *press_reader__strings(press_reader *r, uint32_t most, uint32_t *n) {
  *n = press_reader__u32(r);
  uint32_t bytes = press_reader__u32(r);
  const char *p = take(r, padded(bytes));
  if (p && (*n > most || *n > bytes)) r->fault = "bad number of strings";
  if (r->fault) return *n = 0, NULL;
  press_str *s = PRESS_NEW(r->arena, press_str, *n);
  size_t at = 0;
  for (uint32_t i = 0; i < *n; i++) {
    const char *end = at < bytes ? memchr(p + at, 0, bytes - at) : NULL;
    if (!end) {
      r->fault = "a string has no end";
      return *n = 0, NULL;
    }
    s[i] = (press_str){p + at, (size_t)(end - p) - at};
    at += s[i].n + 1;
  }
  return s;
}

/** The data of a tensor of this kind and shape. */
static const char *tensor(press_reader *r, uint32_t kind, uint32_t rows, uint32_t cols) {
  uint32_t head[3];
  const char *p = take(r, sizeof head);
  if (!p) return NULL;
  memcpy(head, p, sizeof head);
  if (head[0] != kind || head[1] != rows || head[2] != cols) {
    r->fault = "a tensor has another shape";
    return NULL;
  }
  size_t scales = kind == PRESS_TENSOR_FLOAT ? 0 : 4 * (size_t)rows;
  return take(r, scales + padded((size_t)rows * cols * (kind / 8)));
}

/** Copies floats and checks them. */
static void copy(press_reader *r, float *to, const char *from, size_t n) {
  memcpy(to, from, n * sizeof *to);
  for (size_t i = 0; i < n; i++)
    if (!(to[i] < MOST_WEIGHT && to[i] > -MOST_WEIGHT)) {
      to[i] = 0;
      r->fault = "a weight is out of range";
    }
}

float *press_reader__floats(press_reader *r, uint32_t rows, uint32_t cols) {
  const char *p = tensor(r, PRESS_TENSOR_FLOAT, rows, cols);
  if (!p) return PRESS_NEW(r->arena, float, PRESS_NN_LANES);
  size_t n = (size_t)rows * cols;
  float *x = PRESS_NEW(r->arena, float, PRESS_NN_PAD(n));
  copy(r, x, p, n);
  return x;
}

press_bytes press_reader__bytes(press_reader *r, uint32_t rows, uint32_t cols) {
  const char *p = tensor(r, PRESS_TENSOR_INT8, rows, cols);
  if (!p) return (press_bytes){0};
  float *scale = PRESS_NEW(r->arena, float, rows);
  copy(r, scale, p, rows);
  return (press_bytes){rows, cols, scale, (const int8_t *)p + 4 * (size_t)rows};
}

/** Puts one weight matrix, out x in, into panels from output `from` on. */
static void pack(press_reader *r, press_dense *d, uint32_t from, uint32_t out) {
  const char *p = tensor(r, PRESS_TENSOR_INT16, out, d->in);
  if (!p) return;
  float *scale = PRESS_NEW(r->arena, float, out);
  copy(r, scale, p, out);
  p += 4 * (size_t)out;
  for (uint32_t o = 0; o < out; o++) {
    uint32_t to = from + o;
    float *panel = d->w + (size_t)(to / 16) * 16 * d->in + to % 16;
    for (uint32_t i = 0; i < d->in; i++, p += 2) {
      int16_t q;
      memcpy(&q, p, sizeof q);
      panel[(size_t)i * 16] = scale[o] * (float)q;
    }
  }
}

press_dense press_reader__dense(press_reader *r, uint32_t in, const uint32_t *outs,
                                uint32_t n) {
  press_dense d = {.in = in};
  for (uint32_t i = 0; i < n; i++) d.out += outs[i];
  d.pad = PRESS_NN_PAD(d.out);
  if ((size_t)d.out * in > r->rest.n) r->fault = "weights end early";
  if (r->fault) return (press_dense){0};
  d.w = PRESS_NEW(r->arena, float, (size_t)d.pad *in);
  d.bias = PRESS_NEW(r->arena, float, d.pad);
  for (uint32_t i = 0, from = 0; i < n; from += outs[i++]) {
    pack(r, &d, from, outs[i]);
    const float *bias = press_reader__floats(r, 1, outs[i]);
    if (!r->fault) memcpy(d.bias + from, bias, outs[i] * sizeof *bias);
  }
  return d;
}
