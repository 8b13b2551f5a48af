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

/** Puts one row of weights, for output `to`, into panels. */
static void pack(press_dense *d, uint32_t to, const char *p, float scale) {
  float *panel = d->w + (size_t)(to / 16) * 16 * d->in + to % 16;
  for (uint32_t i = 0; i < d->in; i++, p += 2) {
    int16_t q;
    memcpy(&q, p, sizeof q);
    panel[(size_t)i * 16] = scale * (float)q;
  }
}

static int32_t largest(const char *p, uint32_t n) {
  int32_t most = 0;
  for (uint32_t i = 0; i < n; i++, p += 2) {
    int16_t q;
    memcpy(&q, p, sizeof q);
    int32_t far = q < 0 ? -(int32_t)q : q;
    if (far > most) most = far;
  }
  return most;
}

/** The same in eight bits, in whole numbers: a step is the largest weight's 127th. */
static void pack8(press_dense *d, uint32_t to, const char *p, float scale) {
  int8_t *panel = d->small.at + (size_t)(to / 16) * 16 * d->in + (size_t)(to % 16) * 4;
  int32_t most = largest(p, d->in), sum = 0;
  for (uint32_t i = 0; i < d->in; i++, p += 2) {
    int16_t q;
    memcpy(&q, p, sizeof q);
    int32_t up = 2 * 127 * (int32_t)q + (q < 0 ? -most : most); /* rounds */
    int8_t b = (int8_t)(most ? up / (2 * most) : 0);
    panel[(size_t)(i / 4) * 64 + i % 4] = b;
    sum += b;
  }
  d->small.scale[to] = scale * (float)most / 127.0f;
  d->small.sum[to] = (float)sum;
}

/** Puts one weight matrix, out x in, into panels from output `from` on. */
static void read_weights(press_reader *r, press_dense *d, uint32_t from, uint32_t out) {
  const char *p = tensor(r, PRESS_TENSOR_INT16, out, d->in);
  if (!p) return;
  float *scale = PRESS_NEW(r->arena, float, out);
  copy(r, scale, p, out);
  p += 4 * (size_t)out;
  for (uint32_t o = 0; o < out; o++, p += 2 * (size_t)d->in)
    if (d->w)
      pack(d, from + o, p, scale[o]);
    else
      pack8(d, from + o, p, scale[o]);
}

static press_dense read_dense(press_reader *r, uint32_t in, const uint32_t *outs,
                              uint32_t n, bool small) {
  press_dense d = {.in = in};
  for (uint32_t i = 0; i < n; i++) d.out += outs[i];
  d.pad = PRESS_NN_PAD(d.out);
  if ((size_t)d.out * in > r->rest.n) r->fault = "weights end early";
  if (r->fault) return (press_dense){0};
  if (small) {
    d.small.at = PRESS_NEW(r->arena, int8_t, (size_t)d.pad * in);
    d.small.scale = PRESS_NEW(r->arena, float, d.pad);
    d.small.sum = PRESS_NEW(r->arena, float, d.pad);
  } else {
    d.w = PRESS_NEW(r->arena, float, (size_t)d.pad *in);
  }
  d.bias = PRESS_NEW(r->arena, float, d.pad);
  for (uint32_t i = 0, from = 0; i < n; from += outs[i++]) {
    read_weights(r, &d, from, outs[i]);
    const float *bias = press_reader__floats(r, 1, outs[i]);
    if (!r->fault) memcpy(d.bias + from, bias, outs[i] * sizeof *bias);
  }
  return d;
}

press_dense press_reader__dense(press_reader *r, uint32_t in, const uint32_t *outs,
                                uint32_t n) {
  return read_dense(r, in, outs, n, false);
}

press_dense press_reader__dense8(press_reader *r, uint32_t in, const uint32_t *outs,
                                 uint32_t n) {
  return read_dense(r, in, outs, n, true);
}
