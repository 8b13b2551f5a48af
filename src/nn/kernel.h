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

/** Shrunken rows. */
typedef struct press_small {
  uint8_t *at;        /**< 0 to 127: pairs of products stay within 16 bits */
  float *scale, *low; /**< by row */
} press_small;

/** Weights in eight bits, packed: panels of 16 outputs, in each panel 16 times four
 *  weights for every four inputs. Weight = scale of its output times its byte. */
typedef struct press_weights8 {
  int8_t *at;
  float *scale;
  float *sum; /**< of the bytes of an output */
} press_weights8;

typedef struct press_kernels {
  const char *name;
  /** y[rows][out] = x[rows][in] w + bias. `w` is packed: panels of 16 outputs, in
   *  each panel 16 weights for every input. `out` and `ldy` count padded outputs. */
  void (*gemm)(const float *x, size_t ldx, const float *w, const float *bias, float *y,
               size_t ldy, uint32_t rows, uint32_t in, uint32_t out);
  /** Rows of x in seven bits: x = low + scale q, with a low and a scale for each row.
   *  `in` is a multiple of the lanes; q has row stride `in`. */
  void (*shrink)(const float *x, size_t ldx, const press_small *q, uint32_t rows,
                 uint32_t in);
  /** y[rows][out] = x w + bias from shrunken rows and weights of eight bits. Sums are
   *  whole numbers: exact, whatever the order. */
  void (*gemm8)(const press_small *q, const press_weights8 *w, const float *bias,
                float *y, size_t ldy, uint32_t rows, uint32_t in, uint32_t out);
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

/** How many sets there are at most. */
#define PRESS_NN_SETS 5u

/** The fastest set that this processor runs. */
const press_kernels *press_nn__kernels(void);
/** All sets that this processor runs, plain first; for tests. Returns how many. */
uint32_t press_nn__all_kernels(const press_kernels *out[PRESS_NN_SETS]);

extern const press_kernels press_kernels__plain;
#if defined(__x86_64__) && defined(__GNUC__)
#define PRESS_NN_X86 1
extern const press_kernels press_kernels__avx2, press_kernels__avx512;
extern const press_kernels press_kernels__avxvnni, press_kernels__avx512vnni;
#endif

#endif
