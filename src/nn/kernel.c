#include "nn/kernel.h"

#include <stdbool.h>

#ifdef PRESS_NN_X86
#include <cpuid.h>

/** Not among the names that every compiler's __builtin_cpu_supports knows. */
static bool supports_avx_vnni(void) {
  unsigned a, b, c, d;
  return __get_cpuid_count(7, 1, &a, &b, &c, &d) && a >> 4 & 1;
}
#endif

uint32_t press_nn__all_kernels(const press_kernels *out[PRESS_NN_SETS]) {
  uint32_t n = 0;
  out[n++] = &press_kernels__plain;
#ifdef PRESS_NN_X86
  bool avx2 = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
  bool avx512 = __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
                __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512dq");
  if (avx2) out[n++] = &press_kernels__avx2;
  if (avx2 && supports_avx_vnni()) out[n++] = &press_kernels__avxvnni;
  if (avx512) out[n++] = &press_kernels__avx512;
  if (avx512 && __builtin_cpu_supports("avx512vnni"))
    out[n++] = &press_kernels__avx512vnni;
#endif
  return n;
}

const press_kernels *press_nn__kernels(void) {
  const press_kernels *all[PRESS_NN_SETS];
  return all[press_nn__all_kernels(all) - 1];
}
