/** Reading tensors from a file of weights: every step is checked, the first fault
 *  sticks and later reads give harmless empties. */
#ifndef PRESS_READER_H
#define PRESS_READER_H

#include "base/arena.h"
#include "base/str.h"
#include "nn/kernel.h"

typedef struct press_reader {
  press_arena *arena;
  press_str rest;
  const char *fault; /**< what was wrong first, or NULL */
} press_reader;

/** A linear layer, packed for press_kernels.gemm or, where `w` is NULL, gemm8. */
typedef struct press_dense {
  uint32_t in, out; /**< as trained */
  uint32_t pad;     /**< outputs padded to lanes: what gemm gives */
  float *w, *bias;
  press_weights8 small;
} press_dense;

/** A table of rows in bytes; row r is scale[r] times its bytes. */
typedef struct press_bytes {
  uint32_t rows, cols;
  const float *scale;
  const int8_t *at;
} press_bytes;

uint32_t press_reader__u32(press_reader *r);
/** The next `n` bytes, padded to four in the file; NULL when there are not so many. */
const char *press_reader__raw(press_reader *r, size_t n);
/** Count, bytes, and that many NUL-terminated strings. */
press_str *press_reader__strings(press_reader *r, uint32_t most, uint32_t *n);
/** Floats of this shape; all finite. The copy is padded to lanes. */
float *press_reader__floats(press_reader *r, uint32_t rows, uint32_t cols);
press_bytes press_reader__bytes(press_reader *r, uint32_t rows, uint32_t cols);
/** Several layers with the same input as one: outs[i] outputs each, every one but the
 *  last a multiple of the lanes. */
press_dense press_reader__dense(press_reader *r, uint32_t in, const uint32_t *outs,
                                uint32_t n);
/** The same with weights cut to eight bits; `in` is a multiple of the lanes. */
press_dense press_reader__dense8(press_reader *r, uint32_t in, const uint32_t *outs,
                                 uint32_t n);

#endif
