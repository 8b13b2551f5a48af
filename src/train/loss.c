/** Losses: they write gradients at once. */
#include "train/tape.h"

#include "nn/kernel.h"

#include <cblas.h>
#include <math.h>
#include <string.h>

/** -log softmax(x)[y]; adds scale (softmax - onehot) to g. */
static double xent_row(const float *x, float *g, uint32_t n, uint32_t y, float scale) {
  float top = x[0];
  double all = 0;
  for (uint32_t i = 1; i < n; i++) top = x[i] > top ? x[i] : top;
  for (uint32_t i = 0; i < n; i++) all += (double)expf(x[i] - top);
  for (uint32_t i = 0; i < n; i++)
    g[i] += scale * (float)((double)expf(x[i] - top) / all);
  g[y] -= scale;
  return log(all) + (double)top - (double)x[y];
}

float press_tape__xent(press_tape *t, t_mat *logits, const uint32_t *labels,
                       float scale) {
  (void)t;
  double loss = 0;
  for (uint32_t r = 0; r < logits->rows; r++) {
    size_t at = (size_t)r * logits->cols;
    if (labels[r] != TAPE_NONE)
      loss += xent_row(logits->v + at, logits->g + at, logits->cols, labels[r], scale);
  }
  return (float)loss * scale;
}

void press_soft__of(const float *x, uint32_t n, t_soft *out) {
  float top[TAPE_SOFT], all = 0;
  uint32_t k = 0;
  *out = (t_soft){{0}, {0}};
  for (uint32_t i = 0; i < n; i++) {
    uint32_t at = k < TAPE_SOFT ? k : TAPE_SOFT;
    while (at > 0 && top[at - 1] < x[i]) at--;
    if (at == TAPE_SOFT) continue;
    if (k < TAPE_SOFT) k++;
    for (uint32_t q = k - 1; q > at; q--)
      top[q] = top[q - 1], out->id[q] = out->id[q - 1];
    top[at] = x[i], out->id[at] = (uint16_t)i;
  }
  for (uint32_t q = 0; q < k; q++) all += top[q];
  for (uint32_t q = 0; q < k; q++) out->p[q] = (uint16_t)(top[q] / all * 65535.0f + 0.5f);
}

/** Cross-entropy against a distribution; adds scale (softmax - it) to g. */
static double soft_row(const float *x, float *g, uint32_t n, const t_soft *y,
                       float scale) {
  float top = x[0];
  double all = 0, loss = 0;
  for (uint32_t i = 1; i < n; i++) top = x[i] > top ? x[i] : top;
  for (uint32_t i = 0; i < n; i++) all += (double)expf(x[i] - top);
  for (uint32_t i = 0; i < n; i++)
    g[i] += scale * (float)((double)expf(x[i] - top) / all);
  double norm = log(all) + (double)top;
  for (uint32_t q = 0; q < TAPE_SOFT && y->p[q]; q++) {
    float p = (float)y->p[q] / 65535.0f;
    g[y->id[q]] -= scale * p;
    loss += (double)p * (norm - (double)x[y->id[q]]);
  }
  return loss * (double)scale;
}

float press_tape__teach(press_tape *t, t_mat *logits, const t_soft *const *soft,
                        const uint32_t *labels, float scale, float lone) {
  (void)t;
  double loss = 0;
  for (uint32_t r = 0; r < logits->rows; r++) {
    size_t at = (size_t)r * logits->cols;
    if (soft[r])
      loss += soft_row(logits->v + at, logits->g + at, logits->cols, soft[r],
                       labels[r] == TAPE_NONE ? lone : scale);
  }
  return (float)loss;
}

/** Where the weight of the distance from row i to head h (0 root) lies in dist. */
static uint32_t bucket(uint32_t i, uint32_t h) {
  uint32_t a = i + 1, far = a > h ? a - h : h - a;
  if (far >= TAPE_ARC_BUCKETS) far = TAPE_ARC_BUCKETS - 1;
  return a > h ? far : TAPE_ARC_BUCKETS + far;
}

void press_tape__arc_scores(const t_mat *dep, const t_mat *head, const t_mat *dist,
                            t_sentence s, float *scores) {
  int n = (int)s.n, a = (int)dep->cols, ld = n + 1;
  const float *d = dep->v + (size_t)s.begin * dep->cols;
  const float *h = head->v + (size_t)s.begin * head->cols;
  const float *root = head->v + (size_t)(head->rows - 1) * head->cols;
  cblas_sgemm(CblasRowMajor, CblasNoTrans, CblasTrans, n, n, a, 1, d, a, h, a, 0,
              scores + 1, ld);
  cblas_sgemv(CblasRowMajor, CblasNoTrans, n, a, 1, d, a, root, 1, 0, scores, ld);
  for (uint32_t i = 0; i < s.n; i++) {
    float *row = scores + (size_t)i * (s.n + 1);
    for (uint32_t k = 0; k <= s.n; k++) row[k] += dist->v[bucket(i, k)];
    row[i + 1] = -1e4f;
  }
}

/** Spreads the scores' gradient to both factors and the distances. */
static void arc_grads(t_mat *dep, t_mat *head, t_mat *dist, t_sentence s,
                      const float *g) {
  int n = (int)s.n, a = (int)dep->cols, ld = n + 1;
  size_t at = (size_t)s.begin * dep->cols, root = (size_t)(head->rows - 1) * head->cols;
  cblas_sgemm(CblasRowMajor, CblasNoTrans, CblasNoTrans, n, a, n, 1, g + 1, ld,
              head->v + at, a, 1, dep->g + at, a);
  cblas_sgemm(CblasRowMajor, CblasTrans, CblasNoTrans, n, a, n, 1, g + 1, ld, dep->v + at,
              a, 1, head->g + at, a);
  cblas_sgemv(CblasRowMajor, CblasTrans, n, a, 1, dep->v + at, a, g, ld, 1,
              head->g + root, 1);
  for (uint32_t i = 0; i < s.n; i++) {
    cblas_saxpy(a, g[(size_t)i * (s.n + 1)], head->v + root, 1,
                dep->g + at + (size_t)i * dep->cols, 1);
    for (uint32_t k = 0; k <= s.n; k++)
      dist->g[bucket(i, k)] += g[(size_t)i * (s.n + 1) + k];
  }
}

/** The losses of one row of scores; the row itself is no head. */
static double arc_row(const t_arcs *a, uint32_t row, const float *x, float *g,
                      uint32_t n) {
  double loss = 0;
  bool known = a->heads[row] != TAPE_NONE;
  if (known) loss += (double)a->scale * xent_row(x, g, n, a->heads[row], a->scale);
  if (a->soft && a->soft[row])
    loss += soft_row(x, g, n, a->soft[row], known ? a->taught : a->lone);
  return loss;
}

float press_tape__arcs(press_tape *t, t_mat *dep, t_mat *head, t_mat *dist,
                       const t_arcs *arcs) {
  double loss = 0;
  for (uint32_t q = 0; q < arcs->n; q++) {
    t_sentence s = arcs->sentences[q];
    size_t cells = (size_t)s.n * (s.n + 1), used = t->used;
    float *scores = press_tape__alloc(t, cells * sizeof(float));
    float *g = press_tape__alloc(t, cells * sizeof(float));
    memset(g, 0, cells * sizeof(float));
    press_tape__arc_scores(dep, head, dist, s, scores);
    for (uint32_t i = 0; i < s.n; i++) {
      size_t at = (size_t)i * (s.n + 1);
      loss += arc_row(arcs, s.begin + i, scores + at, g + at, s.n + 1);
      g[at + i + 1] = 0;
    }
    arc_grads(dep, head, dist, s, g);
    t->used = used;
  }
  return (float)loss;
}
