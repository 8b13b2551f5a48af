/** Any processor. fmaf is exact wherever it runs, fast only where it is built in. */
#define SET       plain
#define VL        8
#define TILE_ROWS 4
#include "nn/vector.h"

#include <math.h>

static inline __attribute__((always_inline)) vf vfma(vf a, vf b, vf c) {
  for (int i = 0; i < VL; i++) c[i] = fmaf(a[i], b[i], c[i]);
  return c;
}

#include "nn/kernel_body.h"
