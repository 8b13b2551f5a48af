#include "nn/kernel.h"

uint32_t press_nn__all_kernels(const press_kernels *out[3]) {
  uint32_t n = 0;
  out[n++] = &press_kernels__plain;
#ifdef PRESS_NN_X86
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma"))
    out[n++] = &press_kernels__avx2;
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
      __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512dq"))
    out[n++] = &press_kernels__avx512;
#endif
  return n;
}

const press_kernels *press_nn__kernels(void) {
  const press_kernels *all[3];
  return all[press_nn__all_kernels(all) - 1];
}
