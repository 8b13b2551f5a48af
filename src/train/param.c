#include "train/param.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define BETA1   0.9f
#define BETA2   0.98f
#define EPSILON 1e-8f
#define AVERAGE 0.997f

static float *zeros(size_t n) {
  float *p = aligned_alloc(64, (n * sizeof *p + 63) / 64 * 64);
  if (!p) abort();
  return memset(p, 0, (n * sizeof *p + 63) / 64 * 64);
}

t_mat *press_param__new(t_params *p, const char *name, uint32_t rows, uint32_t cols,
                        float start, float range) {
  if (p->n == PARAM_MAX) abort();
  size_t n = (size_t)rows * cols;
  t_param *q = &p->at[p->n++];
  *q = (t_param){name, {rows, cols, zeros(n), zeros(n)}, zeros(n), zeros(n), zeros(n)};
  for (size_t i = 0; i < n; i++)
    q->m.v[i] = start + range * (2 * press_tape__uniform(&p->random) - 1);
  return &q->m;
}

t_mat *press_param__normal(t_params *p, const char *name, uint32_t rows, uint32_t cols,
                           float deviation) {
  t_mat *m = press_param__new(p, name, rows, cols, 0, 0);
  for (size_t i = 0; i < (size_t)rows * cols; i++) {
    float s = 0; // twelve uniforms: near enough to normal
    for (int k = 0; k < 12; k++) s += press_tape__uniform(&p->random);
    m->v[i] = (s - 6) * deviation;
  }
  return m;
}

void press_param__free(t_params *p) {
  for (uint32_t i = 0; i < p->n; i++) {
    free(p->at[i].m.v);
    free(p->at[i].m.g);
    free(p->at[i].first);
    free(p->at[i].second);
    free(p->at[i].mean);
  }
  p->n = 0;
}

static size_t size(const t_param *q) {
  return (size_t)q->m.rows * q->m.cols;
}

/** 16 sums side by side: fast, and the same on every processor. */
TAPE_HOT static double squares(const float *g, size_t n) {
  float lane[16] = {0};
  double all = 0;
  size_t i = 0;
  for (; i + 16 <= n; i += 16)
    for (size_t k = 0; k < 16; k++) lane[k] += g[i + k] * g[i + k];
  for (; i < n; i++) lane[0] += g[i] * g[i];
  for (int k = 0; k < 16; k++) all += (double)lane[k];
  return all;
}

TAPE_HOT static void scaled(float *g, float by, size_t n) {
  for (size_t i = 0; i < n; i++) g[i] *= by;
}

float press_param__clip(t_params *p, float most) {
  double all = 0;
  for (uint32_t i = 0; i < p->n; i++) all += squares(p->at[i].m.g, size(&p->at[i]));
  float norm = (float)sqrt(all);
  if (norm > most)
    for (uint32_t i = 0; i < p->n; i++)
      scaled(p->at[i].m.g, most / norm, size(&p->at[i]));
  return norm;
}

TAPE_HOT static void adam(float *restrict v, float *restrict g, float *restrict m1,
                          float *restrict m2, float *restrict mean, float rate, float c2,
                          float keep, size_t n) {
  for (size_t i = 0; i < n; i++) {
    m1[i] = BETA1 * m1[i] + (1 - BETA1) * g[i];
    m2[i] = BETA2 * m2[i] + (1 - BETA2) * g[i] * g[i];
    v[i] -= rate * m1[i] / (__builtin_sqrtf(m2[i] * c2) + EPSILON);
    mean[i] += (1 - keep) * (v[i] - mean[i]);
    g[i] = 0;
  }
}

void press_param__adam(t_params *p, float rate) {
  float n = (float)++p->steps;
  float keep = (1 + n) / (10 + n) < AVERAGE ? (1 + n) / (10 + n) : AVERAGE;
  float c1 = 1 / (1 - powf(BETA1, n)), c2 = 1 / (1 - powf(BETA2, n));
  for (uint32_t i = 0; i < p->n; i++) {
    t_param *q = &p->at[i];
    if (n < 2) memcpy(q->mean, q->m.v, size(q) * sizeof(float));
    adam(q->m.v, q->m.g, q->first, q->second, q->mean, rate * c1, c2, keep, size(q));
  }
}

void press_param__swap(t_params *p) {
  for (uint32_t i = 0; i < p->n; i++) {
    float *v = p->at[i].m.v;
    p->at[i].m.v = p->at[i].mean;
    p->at[i].mean = v;
  }
}
