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

/** acc + the products of four bytes, 0 to 127, and four signed ones in each lane. */
static inline __attribute__((always_inline)) vi vdot(vi acc, int32_t x, vi w) {
  return acc + (w << 24 >> 24) * (x & 127) + (w << 16 >> 24) * (x >> 8 & 127) +
         (w << 8 >> 24) * (x >> 16 & 127) + (w >> 24) * (x >> 24 & 127);
}

#include "nn/kernel_body.h"
