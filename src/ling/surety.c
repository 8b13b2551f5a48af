/** How sure the pair stage is of the source and content that it gave a cue. */
#include "ling/core.h"

/** Logits by which "outside" leads from which on a unit counts as outside for sure. */
#define CLEAR_LEAD 6.0f
#define TYPES      4u /**< B I E S */

static float sum(const float *x) {
  return x[0] + x[1] + x[2] + x[3];
}

static bool clearly_outside(const float *x, uint32_t classes) {
  for (uint32_t k = 1; k < classes; k++)
    if (x[0] - x[k] < CLEAR_LEAD) return false;
  return true;
}

press_surety press_core__surety(const press_core *c, float *x, uint32_t stride,
                                const uint8_t *labels, uint32_t rows) {
  float in = 0, all = 0, source = 0, stray = 0;
  uint32_t n = 0, n_source = 0;
  for (uint32_t i = 0; i < rows; i++, x += stride) {
    bool is_source = labels[i] >= 1 && labels[i] <= TYPES, is_content = labels[i] > TYPES;
    if (!labels[i] && clearly_outside(x, 1 + 2 * TYPES)) continue;
    press_core__softmax(c, x, 1 + 2 * TYPES);
    float p = sum(x + 1), q = sum(x + 1 + TYPES);
    all += q;
    if (is_content) in += q, n++;
    if (is_source) source += p, n_source++;
    if (!is_source && p > stray) stray = p;
  }
  return (press_surety){
      .source = n_source ? source / (float)n_source : 1 - stray,
      .content = n ? 2 * in / ((float)n + all) : 0,
  };
}
