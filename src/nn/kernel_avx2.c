#if defined(__x86_64__) && defined(__GNUC__)
#include <immintrin.h>
#include <math.h>
#include <string.h>
#ifdef __clang__
#pragma clang attribute push(__attribute__((target("avx2,fma"))), apply_to = function)
#else
#pragma GCC target("avx2,fma")
#endif
#define SET       avx2
#define VL        8
#define TILE_ROWS 6
#include "nn/vector.h"

static inline __attribute__((always_inline)) vf vfma(vf a, vf b, vf c) {
  return (vf)_mm256_fmadd_ps((__m256)a, (__m256)b, (__m256)c);
}

static inline __attribute__((always_inline)) vi vdot(vi acc, int32_t x, vi w) {
  __m256i pairs = _mm256_maddubs_epi16(_mm256_set1_epi32(x), (__m256i)w);
  return acc + (vi)_mm256_madd_epi16(pairs, _mm256_set1_epi16(1));
}

#include "nn/kernel_body.h"
#ifdef __clang__
#pragma clang attribute pop
#endif
#else
typedef int press_no_avx2;
#endif
