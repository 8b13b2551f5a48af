/** The optimiser under train/linear.h. */
#ifndef PRESS_LBFGS_H
#define PRESS_LBFGS_H

#include "base/arena.h"

#include <stddef.h>
#include <stdint.h>

/** Examples as rows of numbers, and the weights: n_rows x labels, then the biases,
 *  which are not drawn towards zero. */
typedef struct t_problem {
  uint32_t n, n_rows, labels;
  size_t *begin; /**< n + 1: example i has entries [begin[i], begin[i + 1]) */
  uint32_t *row;
  float *value;
  uint32_t *label;
  float *weight;
  float l1, l2;
  float *w;
} t_problem;

/** Moves w to (nearly) the least loss; returns it. */
double press_lbfgs__run(press_arena *a, t_problem *p, uint32_t steps);

#endif
