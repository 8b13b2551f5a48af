#include "nn/viterbi.h"

#include <string.h>

#define MAX_CLASSES 33
#define NEVER       -1e30f

enum { B = 1, I, E, S_ }; // of a type, from its base

/** Best of the classes after which anything outside may begin: O and all E, S. */
static uint8_t best_end(const float *a, uint32_t types) {
  uint8_t best = 0;
  for (uint32_t t = 0; t < types; t++) {
    uint8_t e = (uint8_t)(4 * t + E), s = (uint8_t)(4 * t + S_);
    if (a[e] > a[best]) best = e;
    if (a[s] > a[best]) best = s;
  }
  return best;
}

/** One step: scores of the best paths to each class, and where they came from. */
static void step(const float *a, const float *x, uint32_t types, float *out,
                 uint8_t *from) {
  uint8_t end = best_end(a, types);
  out[0] = a[end] + x[0];
  from[0] = end;
  for (uint32_t t = 0; t < types; t++) {
    uint32_t k = 4 * t;
    uint8_t in = (uint8_t)(a[k + I] > a[k + B] ? k + I : k + B);
    out[k + B] = a[end] + x[k + B], from[k + B] = end;
    out[k + S_] = a[end] + x[k + S_], from[k + S_] = end;
    out[k + I] = a[in] + x[k + I], from[k + I] = in;
    out[k + E] = a[in] + x[k + E], from[k + E] = in;
  }
}

void press_nn__viterbi(const float *scores, uint32_t stride, uint32_t n, uint32_t types,
                       uint8_t *back, uint8_t *labels) {
  const uint32_t classes = 1 + 4 * types;
  if (n == 0 || classes > MAX_CLASSES) return;
  float a[MAX_CLASSES] = {0}, b[MAX_CLASSES];
  for (uint32_t c = 0; c < classes; c++) a[c] = c ? NEVER : 0;
  for (uint32_t i = 0; i < n; i++) {
    step(a, scores + (size_t)i * stride, types, b, back + (size_t)i * classes);
    memcpy(a, b, sizeof a);
  }
  uint8_t c = best_end(a, types);
  for (uint32_t i = n; i-- > 0; c = back[(size_t)i * classes + c]) labels[i] = c;
}
