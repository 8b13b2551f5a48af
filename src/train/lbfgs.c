/** Limited-memory BFGS; with L1 its orthant-wise form (Andrew and Gao 2007). */
#include "train/lbfgs.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

#define MEMORY   6
#define HALVINGS 20
#define DECREASE 1e-4 /* of the slope, for a step to count */
#define ENOUGH   1e-5 /* relative change of the loss that ends it */
#define LABELS   64

typedef struct t_state {
  t_problem *p;
  size_t n;          /**< weights */
  float *g, *pg, *d; /**< gradient, with L1, direction */
  float *w1, *g1;    /**< where the step leads */
  float *s[MEMORY], *y[MEMORY];
  double rho[MEMORY];
  uint32_t kept;
} t_state;

static double dot(const float *x, const float *y, size_t n) {
  double sum = 0;
  for (size_t i = 0; i < n; i++) sum += (double)x[i] * (double)y[i];
  return sum;
}

/** Probabilities of one example in place of its scores; the loss of its label. */
static double softmax(double *x, uint32_t n, uint32_t label) {
  double top = x[0], sum = 0;
  for (uint32_t c = 1; c < n; c++) top = x[c] > top ? x[c] : top;
  for (uint32_t c = 0; c < n; c++) sum += exp(x[c] - top);
  double loss = log(sum) - (x[label] - top);
  for (uint32_t c = 0; c < n; c++) x[c] = exp(x[c] - top) / sum;
  return loss;
}

static double example(const t_problem *p, uint32_t i, const float *w, float *g) {
  const uint32_t L = p->labels;
  const size_t bias = (size_t)p->n_rows * L;
  double x[LABELS];
  for (uint32_t c = 0; c < L; c++) x[c] = (double)w[bias + c];
  for (size_t k = p->begin[i]; k < p->begin[i + 1]; k++) {
    const float *row = w + (size_t)p->row[k] * L;
    for (uint32_t c = 0; c < L; c++) x[c] += (double)(row[c] * p->value[k]);
  }
  double loss = softmax(x, L, p->label[i]);
  x[p->label[i]] -= 1;
  float up[LABELS];
  for (uint32_t c = 0; c < L; c++) up[c] = (float)x[c] * p->weight[i];
  for (uint32_t c = 0; c < L; c++) g[bias + c] += up[c];
  for (size_t k = p->begin[i]; k < p->begin[i + 1]; k++) {
    float *row = g + (size_t)p->row[k] * L;
    for (uint32_t c = 0; c < L; c++) row[c] += up[c] * p->value[k];
  }
  return loss * (double)p->weight[i];
}

/** Loss with both penalties; `g` is the gradient without L1. */
static double evaluate(const t_problem *p, const float *w, float *g) {
  const size_t rows = (size_t)p->n_rows * p->labels;
  double loss = 0, norm = 0, sum = 0;
  for (size_t i = 0; i < rows; i++) {
    g[i] = p->l2 * w[i];
    norm += (double)w[i] * (double)w[i];
    sum += fabs((double)w[i]);
  }
  memset(g + rows, 0, p->labels * sizeof *g);
  for (uint32_t i = 0; i < p->n; i++) loss += example(p, i, w, g);
  return loss + (double)p->l2 / 2 * norm + (double)p->l1 * sum;
}

/** The gradient with L1: at zero, the side that falls. */
static void slope(t_state *s) {
  const float l1 = s->p->l1, *w = s->p->w;
  const size_t rows = (size_t)s->p->n_rows * s->p->labels;
  memcpy(s->pg, s->g, s->n * sizeof *s->g);
  for (size_t i = 0; i < rows && l1 > 0; i++) {
    float g = s->g[i];
    if (w[i] != 0)
      s->pg[i] = w[i] > 0 ? g + l1 : g - l1;
    else
      s->pg[i] = g + l1 < 0 ? g + l1 : g - l1 > 0 ? g - l1 : 0;
  }
}

/** d = -H pg by the two loops over the kept pairs. */
static void direction(t_state *s, uint32_t step) {
  double alpha[MEMORY];
  for (size_t i = 0; i < s->n; i++) s->d[i] = -s->pg[i];
  for (uint32_t j = 0; j < s->kept; j++) {
    uint32_t k = (step + MEMORY - 1 - j) % MEMORY;
    alpha[k] = s->rho[k] * dot(s->s[k], s->d, s->n);
    for (size_t i = 0; i < s->n; i++) s->d[i] -= (float)alpha[k] * s->y[k][i];
  }
  if (s->kept) {
    uint32_t k = (step + MEMORY - 1) % MEMORY;
    float h = (float)(1 / (s->rho[k] * dot(s->y[k], s->y[k], s->n)));
    for (size_t i = 0; i < s->n; i++) s->d[i] *= h;
  }
  for (uint32_t j = s->kept; j-- > 0;) {
    uint32_t k = (step + MEMORY - 1 - j) % MEMORY;
    float b = (float)(alpha[k] - s->rho[k] * dot(s->y[k], s->d, s->n));
    for (size_t i = 0; i < s->n; i++) s->d[i] += b * s->s[k][i];
  }
  for (size_t i = 0; i < s->n && s->p->l1 > 0; i++)
    if (s->d[i] * s->pg[i] >= 0) s->d[i] = 0;
}

/** w1 = w + t d, not across zero where L1 rules. */
static void move(t_state *s, float t) {
  const float *w = s->p->w;
  const size_t rows = (size_t)s->p->n_rows * s->p->labels;
  for (size_t i = 0; i < s->n; i++) {
    s->w1[i] = w[i] + t * s->d[i];
    if (s->p->l1 <= 0 || i >= rows) continue;
    float side = w[i] != 0 ? w[i] : -s->pg[i];
    if (s->w1[i] * side <= 0) s->w1[i] = 0;
  }
}

/** Steps along d until the loss falls enough; false when it does not. */
static bool search(t_state *s, double *loss) {
  double size = sqrt(dot(s->pg, s->pg, s->n));
  float t = s->kept || size <= 1 ? 1 : (float)(1 / size);
  for (int i = 0; i < HALVINGS; i++, t /= 2) {
    move(s, t);
    double fall = 0, now = evaluate(s->p, s->w1, s->g1);
    for (size_t k = 0; k < s->n; k++)
      fall += (double)s->pg[k] * (double)(s->w1[k] - s->p->w[k]);
    if (now <= *loss + DECREASE * fall && now < *loss) return *loss = now, true;
  }
  return false;
}

/** Keeps the step, and the pair that tells the curvature along it. */
static void accept(t_state *s, uint32_t *step) {
  uint32_t k = *step % MEMORY;
  for (size_t i = 0; i < s->n; i++) {
    s->s[k][i] = s->w1[i] - s->p->w[i];
    s->y[k][i] = s->g1[i] - s->g[i];
  }
  double sy = dot(s->s[k], s->y[k], s->n);
  memcpy(s->p->w, s->w1, s->n * sizeof *s->w1);
  memcpy(s->g, s->g1, s->n * sizeof *s->g1);
  slope(s);
  if (sy <= 1e-10) return;
  s->rho[k] = 1 / sy;
  ++*step;
  if (s->kept < MEMORY) s->kept++;
}

double press_lbfgs__run(press_arena *a, t_problem *p, uint32_t steps) {
  t_state s = {.p = p, .n = ((size_t)p->n_rows + 1) * p->labels};
  float **const rooms[] = {&s.g, &s.pg, &s.d, &s.w1, &s.g1};
  for (size_t i = 0; i < sizeof rooms / sizeof *rooms; i++)
    *rooms[i] = PRESS_NEW(a, float, s.n);
  for (int i = 0; i < MEMORY; i++) {
    s.s[i] = PRESS_NEW(a, float, s.n);
    s.y[i] = PRESS_NEW(a, float, s.n);
  }
  double loss = evaluate(p, p->w, s.g);
  uint32_t step = 0;
  slope(&s);
  for (uint32_t i = 0; i < steps; i++) {
    double before = loss;
    direction(&s, step);
    if (!search(&s, &loss)) break;
    accept(&s, &step);
    if (before - loss < ENOUGH * before) break;
  }
  return loss;
}
