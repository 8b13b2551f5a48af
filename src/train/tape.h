/** Reverse-mode differentiation: every operation computes its output at once and
 *  leaves a step on the tape; press_tape__back walks the steps backwards. Losses
 *  are the last operations: they write the gradient of their input when called. */
#ifndef PRESS_TAPE_H
#define PRESS_TAPE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define TAPE_NONE UINT32_MAX

/** Hot loops, compiled for the processors that matter. No order of operations
 *  depends on it. */
#if defined(__clang__) || defined(__SANITIZE_ADDRESS__) || !defined(__x86_64__)
#define TAPE_HOT
#else
#define TAPE_HOT                                                                         \
  __attribute__((optimize("O3"), target_clones("avx512f", "avx2", "default")))
#endif

typedef struct t_mat {
  uint32_t rows, cols;
  float *v, *g; /**< values and gradient, row after row */
} t_mat;

typedef struct t_step t_step;
struct t_step {
  void (*back)(const t_step *s);
  t_mat *out, *a, *b, *c;
  const uint32_t *idx;
  float *keep;
  const uint8_t *flags;
  uint32_t n;
  float x;
};

typedef struct press_tape {
  unsigned char *pool;
  size_t used, size;
  t_step *steps;
  uint32_t n_steps;
  uint64_t random;
  bool training; /**< dropout is on */
} press_tape;

void press_tape__init(press_tape *t, size_t bytes, uint64_t seed);
void press_tape__free(press_tape *t);
/** Forgets every matrix and step; parameters are not the tape's. */
void press_tape__reset(press_tape *t);
/** Memory until the next reset, not cleared. */
void *press_tape__alloc(press_tape *t, size_t bytes);
t_mat *press_tape__mat(press_tape *t, uint32_t rows, uint32_t cols);
t_step *press_tape__step(press_tape *t, void (*back)(const t_step *), t_mat *out);
void press_tape__back(press_tape *t);

uint64_t press_tape__random(uint64_t *state);
/** Uniform in [0, 1). */
float press_tape__uniform(uint64_t *state);

/** x w' + b: w is out x in, b (may be NULL) is 1 x out. */
t_mat *press_tape__linear(press_tape *t, t_mat *x, t_mat *w, t_mat *b);
t_mat *press_tape__concat(press_tape *t, t_mat *const *parts, uint32_t n);
/** Rows of `a` under those of `b`. */
t_mat *press_tape__stack(press_tape *t, t_mat *a, t_mat *b);
/** Row idx[i] of `x` for each i; TAPE_NONE gives zeros. */
t_mat *press_tape__rows(press_tape *t, t_mat *x, const uint32_t *idx, uint32_t n);
/** Row r: the sum of rows of[k].idx[r] of of[k].x. */
typedef struct t_picked {
  t_mat *x;
  const uint32_t *idx;
} t_picked;
t_mat *press_tape__sum_rows(press_tape *t, const t_picked *of, uint32_t n_of, uint32_t n);
/** Means of rows [spans[2i], spans[2i+1]). */
t_mat *press_tape__means(press_tape *t, t_mat *x, const uint32_t *spans, uint32_t n);
t_mat *press_tape__add(press_tape *t, t_mat *a, t_mat *b);
t_mat *press_tape__norm(press_tape *t, t_mat *x, t_mat *gain, t_mat *bias);
t_mat *press_tape__gelu(press_tape *t, t_mat *x);
t_mat *press_tape__softmax(press_tape *t, t_mat *x);
t_mat *press_tape__dropout(press_tape *t, t_mat *x, float p);
/** Recurrence over gate sums: columns z, f, o of the forward direction, then of the
 *  backward one. starts[i] marks the first row of a sequence. */
t_mat *press_tape__pool(press_tape *t, t_mat *gates, const uint8_t *starts);

/** Adds scale * sum of cross-entropies to the loss (returned) and to the gradient
 *  of `logits`; rows labelled TAPE_NONE are left out. */
float press_tape__xent(press_tape *t, t_mat *logits, const uint32_t *labels, float scale);

/** A distribution by its largest parts; they sum to 1 in steps of 1/65535. */
#define TAPE_SOFT 6u
typedef struct t_soft {
  uint16_t id[TAPE_SOFT], p[TAPE_SOFT];
} t_soft;
/** The largest parts of x[n]. */
void press_soft__of(const float *x, uint32_t n, t_soft *out);
/** Cross-entropies against distributions, as press_tape__xent; soft[r] NULL: row r is
 *  left out. The row's weight is `lone` where labels[r] is TAPE_NONE, else `scale`. */
float press_tape__teach(press_tape *t, t_mat *logits, const t_soft *const *soft,
                        const uint32_t *labels, float scale, float lone);

/** Sentences of a batch for arc scores. */
typedef struct t_sentence {
  uint32_t begin, n; /**< rows */
} t_sentence;
/** Distance buckets of an arc on each side. */
#define TAPE_ARC_BUCKETS 32u
/** One sentence: scores[n][n + 1], column 0 the root. */
void press_tape__arc_scores(const t_mat *dep, const t_mat *head, const t_mat *dist,
                            t_sentence s, float *scores);
/** What the heads of a batch are to be. */
typedef struct t_arcs {
  const t_sentence *sentences;
  uint32_t n;
  const uint32_t *heads;
  const t_soft *const *soft; /**< of teachers, may be NULL */
  float scale;               /**< of `heads` */
  float taught, lone;        /**< of `soft`, with and without a head in `heads` */
} t_arcs;
/** Cross-entropy over heads. Score of head h for row i: dep_i . head_h + distance;
 *  the last row of `head` is the root. heads[i]: 0 root, k the sentence's k-th row,
 *  TAPE_NONE left out. */
float press_tape__arcs(press_tape *t, t_mat *dep, t_mat *head, t_mat *dist,
                       const t_arcs *arcs);

#endif
