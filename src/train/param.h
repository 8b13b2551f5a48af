/** Parameters and how they move: Adam with a warm-up and linear decay, clipped
 *  gradients, and a moving average that is what gets exported. */
#ifndef PRESS_PARAM_H
#define PRESS_PARAM_H

#include "train/tape.h"

typedef struct t_param {
  const char *name;
  t_mat m;
  float *first, *second, *mean; /**< Adam's moments; moving average */
} t_param;

#define PARAM_MAX 96

typedef struct t_params {
  t_param at[PARAM_MAX];
  uint32_t n;
  uint64_t random;
  uint32_t steps;
} t_params;

/** A parameter of uniform values in +-range around `start`. */
t_mat *press_param__new(t_params *p, const char *name, uint32_t rows, uint32_t cols,
                        float start, float range);
/** Normal values with the given deviation. */
t_mat *press_param__normal(t_params *p, const char *name, uint32_t rows, uint32_t cols,
                           float deviation);
void press_param__free(t_params *p);
/** Scales all gradients so that their norm is at most `most`; returns the norm. */
float press_param__clip(t_params *p, float most);
/** One step of Adam on the gradients, which it clears; then the moving average. */
void press_param__adam(t_params *p, float rate);
/** Exchanges values and averages. */
void press_param__swap(t_params *p);

#endif
