#define _DEFAULT_SOURCE // madvise
#include "train/tape.h"

#include "nn/kernel.h"

#include <cblas.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#define MAX_STEPS 4096
#define HUGE_PAGE ((size_t)2 << 20)

void press_tape__init(press_tape *t, size_t bytes, uint64_t seed) {
  *t = (press_tape){.size = bytes, .random = seed * 2654435761u + 88172645463325252u};
  t->pool = aligned_alloc(HUGE_PAGE, bytes);
  t->steps = malloc(MAX_STEPS * sizeof *t->steps);
  if (!t->pool || !t->steps) abort();
  madvise(t->pool, bytes, MADV_HUGEPAGE); // a batch walks over gigabytes
}

void press_tape__free(press_tape *t) {
  free(t->pool);
  free(t->steps);
}

void press_tape__reset(press_tape *t) {
  t->used = t->n_steps = 0;
}

void *press_tape__alloc(press_tape *t, size_t bytes) {
  bytes = (bytes + 63) / 64 * 64;
  if (bytes > t->size - t->used) {
    fprintf(stderr, "press-train: a batch needs more than %zu bytes\n", t->size);
    abort();
  }
  void *p = t->pool + t->used;
  t->used += bytes;
  return p;
}

t_mat *press_tape__mat(press_tape *t, uint32_t rows, uint32_t cols) {
  t_mat *m = press_tape__alloc(t, sizeof *m);
  size_t n = (size_t)rows * cols * sizeof(float);
  // Kernels run over multiples of 16 floats; alloc rounds up to that.
  *m = (t_mat){rows, cols, press_tape__alloc(t, n), press_tape__alloc(t, n)};
  memset(m->g, 0, n);
  return m;
}

t_step *press_tape__step(press_tape *t, void (*back)(const t_step *), t_mat *out) {
  if (t->n_steps == MAX_STEPS) abort();
  t_step *s = &t->steps[t->n_steps++];
  *s = (t_step){.back = back, .out = out};
  return s;
}

void press_tape__back(press_tape *t) {
  for (uint32_t i = t->n_steps; i-- > 0;) t->steps[i].back(&t->steps[i]);
}

/** xorshift64*. */
uint64_t press_tape__random(uint64_t *state) {
  uint64_t x = *state;
  x ^= x >> 12;
  x ^= x << 25;
  x ^= x >> 27;
  *state = x;
  return x * 2685821657736338717u;
}

float press_tape__uniform(uint64_t *state) {
  return (float)(press_tape__random(state) >> 40) / 16777216.0f;
}

/* ---- Linear ---- */

static void linear_back(const t_step *s) {
  const t_mat *x = s->a, *w = s->b, *y = s->out;
  int rows = (int)x->rows, in = (int)x->cols, out = (int)w->rows;
  if (rows == 0) return;
  cblas_sgemm(CblasRowMajor, CblasNoTrans, CblasNoTrans, rows, in, out, 1, y->g, out,
              w->v, in, 1, x->g, in);
  cblas_sgemm(CblasRowMajor, CblasTrans, CblasNoTrans, out, in, rows, 1, y->g, out, x->v,
              in, 1, w->g, in);
  if (s->c)
    for (int r = 0; r < rows; r++)
      cblas_saxpy(out, 1, y->g + (size_t)r * y->cols, 1, s->c->g, 1);
}

t_mat *press_tape__linear(press_tape *t, t_mat *x, t_mat *w, t_mat *b) {
  t_mat *y = press_tape__mat(t, x->rows, w->rows);
  for (uint32_t r = 0; r < y->rows; r++) {
    float *row = y->v + (size_t)r * y->cols;
    if (b)
      memcpy(row, b->v, y->cols * sizeof *row);
    else
      memset(row, 0, y->cols * sizeof *row);
  }
  if (x->rows)
    cblas_sgemm(CblasRowMajor, CblasNoTrans, CblasTrans, (int)x->rows, (int)w->rows,
                (int)x->cols, 1, x->v, (int)x->cols, w->v, (int)x->cols, 1, y->v,
                (int)y->cols);
  t_step *s = press_tape__step(t, linear_back, y);
  s->a = x, s->b = w, s->c = b;
  return y;
}

/* ---- Moving rows ---- */

TAPE_HOT static void add_to(float *restrict to, const float *restrict from, size_t n) {
  for (size_t i = 0; i < n; i++) to[i] += from[i];
}

/** Column block `c` of s->out belongs to s->a. */
static void concat_back(const t_step *s) {
  for (uint32_t r = 0; r < s->a->rows; r++)
    add_to(s->a->g + (size_t)r * s->a->cols, s->out->g + (size_t)r * s->out->cols + s->n,
           s->a->cols);
}

t_mat *press_tape__concat(press_tape *t, t_mat *const *parts, uint32_t n) {
  uint32_t cols = 0;
  for (uint32_t i = 0; i < n; i++) cols += parts[i]->cols;
  t_mat *y = press_tape__mat(t, parts[0]->rows, cols);
  uint32_t at = 0;
  for (uint32_t i = 0; i < n; at += parts[i++]->cols) {
    for (uint32_t r = 0; r < y->rows; r++)
      memcpy(y->v + (size_t)r * cols + at, parts[i]->v + (size_t)r * parts[i]->cols,
             parts[i]->cols * sizeof(float));
    t_step *s = press_tape__step(t, concat_back, y);
    s->a = parts[i], s->n = at;
  }
  return y;
}

static void stack_back(const t_step *s) {
  size_t n = (size_t)s->a->rows * s->a->cols;
  add_to(s->a->g, s->out->g, n);
  add_to(s->b->g, s->out->g + n, (size_t)s->b->rows * s->b->cols);
}

t_mat *press_tape__stack(press_tape *t, t_mat *a, t_mat *b) {
  t_mat *y = press_tape__mat(t, a->rows + b->rows, a->cols);
  size_t n = (size_t)a->rows * a->cols;
  memcpy(y->v, a->v, n * sizeof(float));
  memcpy(y->v + n, b->v, (size_t)b->rows * b->cols * sizeof(float));
  t_step *s = press_tape__step(t, stack_back, y);
  s->a = a, s->b = b;
  return y;
}

static void rows_back(const t_step *s) {
  size_t c = s->a->cols;
  if (!s->a->g) return;
  for (uint32_t i = 0; i < s->out->rows; i++)
    if (s->idx[i] != TAPE_NONE) add_to(s->a->g + s->idx[i] * c, s->out->g + i * c, c);
}

t_mat *press_tape__rows(press_tape *t, t_mat *x, const uint32_t *idx, uint32_t n) {
  t_mat *y = press_tape__mat(t, n, x->cols);
  size_t c = x->cols;
  for (uint32_t i = 0; i < n; i++)
    if (idx[i] == TAPE_NONE)
      memset(y->v + i * c, 0, c * sizeof(float));
    else
      memcpy(y->v + i * c, x->v + idx[i] * c, c * sizeof(float));
  t_step *s = press_tape__step(t, rows_back, y);
  s->a = x, s->idx = idx;
  return y;
}

static void sum_rows_back(const t_step *s) {
  const t_picked *of = (const t_picked *)(const void *)s->flags;
  size_t c = s->out->cols;
  for (uint32_t i = 0; i < s->out->rows; i++)
    for (uint32_t k = 0; k < s->n; k++)
      add_to(of[k].x->g + of[k].idx[i] * c, s->out->g + i * c, c);
}

t_mat *press_tape__sum_rows(press_tape *t, const t_picked *of, uint32_t n_of,
                            uint32_t n) {
  t_mat *y = press_tape__mat(t, n, of[0].x->cols);
  size_t c = y->cols;
  for (uint32_t i = 0; i < n; i++) {
    float *row = y->v + i * c;
    memcpy(row, of[0].x->v + of[0].idx[i] * c, c * sizeof(float));
    for (uint32_t k = 1; k < n_of; k++) add_to(row, of[k].x->v + of[k].idx[i] * c, c);
  }
  t_picked *keep = press_tape__alloc(t, n_of * sizeof *keep);
  memcpy(keep, of, n_of * sizeof *keep);
  t_step *s = press_tape__step(t, sum_rows_back, y);
  s->flags = (const uint8_t *)(const void *)keep, s->n = n_of;
  return y;
}

static void means_back(const t_step *s) {
  size_t c = s->a->cols;
  for (uint32_t i = 0; i < s->out->rows; i++) {
    float share = 1.0f / (float)(s->idx[2 * (size_t)i + 1] - s->idx[2 * (size_t)i]);
    for (size_t r = s->idx[2 * (size_t)i]; r < s->idx[2 * (size_t)i + 1]; r++)
      cblas_saxpy((int)c, share, s->out->g + i * c, 1, s->a->g + r * c, 1);
  }
}

t_mat *press_tape__means(press_tape *t, t_mat *x, const uint32_t *spans, uint32_t n) {
  t_mat *y = press_tape__mat(t, n, x->cols);
  size_t c = x->cols;
  memset(y->v, 0, n * c * sizeof(float));
  for (uint32_t i = 0; i < n; i++) {
    float share = 1.0f / (float)(spans[2 * (size_t)i + 1] - spans[2 * (size_t)i]);
    for (size_t r = spans[2 * (size_t)i]; r < spans[2 * (size_t)i + 1]; r++)
      cblas_saxpy((int)c, share, x->v + r * c, 1, y->v + i * c, 1);
  }
  t_step *s = press_tape__step(t, means_back, y);
  s->a = x, s->idx = spans;
  return y;
}

static void add_back(const t_step *s) {
  size_t n = (size_t)s->out->rows * s->out->cols;
  add_to(s->a->g, s->out->g, n);
  add_to(s->b->g, s->out->g, n);
}

t_mat *press_tape__add(press_tape *t, t_mat *a, t_mat *b) {
  t_mat *y = press_tape__mat(t, a->rows, a->cols);
  size_t n = (size_t)a->rows * a->cols;
  memcpy(y->v, a->v, n * sizeof(float));
  add_to(y->v, b->v, n);
  t_step *s = press_tape__step(t, add_back, y);
  s->a = a, s->b = b;
  return y;
}
