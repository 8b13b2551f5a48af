/** The arithmetic of the networks: one set of kernels for each kind of processor,
 *  chosen at run time. All sets give the same bytes: every output is one chain of
 *  fused multiply-adds in the same order, exp is one polynomial, sums run over 16
 *  lanes that are joined in one order. */
#ifndef PRESS_KERNEL_H
#define PRESS_KERNEL_H

#include <stddef.h>
#include <stdint.h>

/** Widths that vectors run over are multiples of this; outputs are padded to it. */
#define PRESS_NN_LANES  16u
#define PRESS_NN_PAD(n) (((n) + PRESS_NN_LANES - 1) / PRESS_NN_LANES * PRESS_NN_LANES)

typedef struct press_kernels {
  const char *name;
  /** y[rows][out] = x[rows][in] w + bias. `w` is packed: panels of 16 outputs, in
   *  each panel 16 weights for every input. `out` and `ldy` count padded outputs. */
  void (*gemm)(const float *x, size_t ldx, const float *w, const float *bias, float *y,
               size_t ldy, uint32_t rows, uint32_t in, uint32_t out);
  /** Recurrence of one direction over a block: gates[rows][3 width] hold the sums of
   *  z, f, o; state[width] goes on from block to block; out has row stride ldo.
   *  `back` runs from the last row to the first. */
  void (*pool)(const float *gates, float *state, float *out, size_t ldo, uint32_t rows,
               uint32_t width, int back);
  /** x = norm(x + residual) gain + bias; residual may be NULL. */
  void (*norm)(float *x, const float *residual, const float *gain, const float *bias,
               uint32_t width);
  void (*gelu)(float *x, size_t n);    /**< x sigmoid(1.702 x) */
  void (*exp)(float *x, size_t n);     /**< */
  void (*sigmoid)(float *x, size_t n); /**< */
  void (*tanh)(float *x, size_t n);    /**< */
  /** x += scale row, a row of a table in bytes. */
  void (*add_bytes)(float *x, const int8_t *row, float scale, uint32_t width);
  void (*add)(float *x, const float *y, uint32_t width); /**< x += y */
} press_kernels;

/** The fastest set that this processor runs. */
const press_kernels *press_nn__kernels(void);
/** All sets that this processor runs, plain first; for tests. Returns how many. */
uint32_t press_nn__all_kernels(const press_kernels *out[3]);

extern const press_kernels press_kernels__plain;
#if defined(__x86_64__) && defined(__GNUC__)
#define PRESS_NN_X86 1
extern const press_kernels press_kernels__avx2, press_kernels__avx512;
#endif

#endif
