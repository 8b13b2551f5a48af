#if defined(__x86_64__) && defined(__GNUC__)
#include <immintrin.h>
#include <math.h>
#include <string.h>

#ifdef __clang__
#pragma clang attribute push(                                                            \
    __attribute__((target("avx512f,avx512bw,avx512vl,avx512dq,avx512vnni,avx2,fma"))),   \
    apply_to = function)
#else
#pragma GCC target("avx512f,avx512bw,avx512vl,avx512dq,avx512vnni,avx2,fma")
#endif
#define SET       avx512vnni
#define VL        16
#define TILE_ROWS 12
#include "nn/vector.h"

static inline __attribute__((always_inline)) vf vfma(vf a, vf b, vf c) {
  return (vf)_mm512_fmadd_ps((__m512)a, (__m512)b, (__m512)c);
}

static inline __attribute__((always_inline)) vi vdot(vi acc, int32_t x, vi w) {
  return (vi)_mm512_dpbusd_epi32((__m512i)acc, _mm512_set1_epi32(x), (__m512i)w);
}

#include "nn/kernel_body.h"
#ifdef __clang__
#pragma clang attribute pop
#endif
#else
typedef int press_no_avx512vnni;
#endif
