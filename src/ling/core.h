/** Running the networks over one stretch of a text. */
#ifndef PRESS_CORE_H
#define PRESS_CORE_H

#include "base/vec.h"
#include "ling/model.h"
#include "nn/kernel.h"
#include "nn/mst.h"

/** Rows that go through a matrix at a time: the block stays in the cache, and is a
 *  multiple of every kernel's tile. */
#define PRESS_BLOCK 60u

/** A stretch of units: [lo, hi) is encoded, [begin, end) is labelled; what lies
 *  around is context. */
typedef struct press_stretch {
  uint32_t lo, begin, end, hi;
} press_stretch;

/** Buffers that grow as needed and are used again: what a sentence or a cue takes must
 *  not add up over the text. */
typedef enum press_room_id {
  PRESS_ROOM_TREE,
  PRESS_ROOM_DEP,
  PRESS_ROOM_HEADS,
  PRESS_ROOM_SCORES,
  PRESS_ROOM_ZEROS, /**< nobody writes here */
  PRESS_ROOM_LABEL_IN,
  PRESS_ROOM_LABEL_OUT,
  PRESS_ROOM_NAMES,
  PRESS_ROOM_CUES,
  PRESS_ROOM_BACK, /**< the way back of label sequences, in bytes */
  PRESS_N_ROOMS
} press_room_id;

/** One run over a text. Buffers are as large as the largest stretch needs. */
typedef struct press_core {
  press_arena *arena;
  const press_model *model;
  const press_kernels *k;
  const press_text *text;
  press_units units;
  press_stretch at;
  const float *h;    /**< encoded units of the stretch: row 0 is unit at.lo */
  float *rows[2];    /**< encoder rows, in turn */
  float *gates;      /**< one block of gate sums */
  float *wide;       /**< one block before the parser's layers */
  float *side;       /**< one block of any head */
  float *mlp;        /**< the parser's factors of the stretch */
  float *u;          /**< the pair stage's view of the stretch */
  press_small small; /**< one block on its way into a matrix */

  struct {
    void *at;
    size_t bytes;
  } rooms[PRESS_N_ROOMS];
  press_tree_room trees;
  press_word *words; /**< results, of the whole text */
  PRESS_VEC(press_name) names;
  PRESS_VEC(press_attribution) attributions;
} press_core;

/** Encodes the stretch with `n`; sets core->h. */
void press_core__encode(press_core *c, const press_network *n);
/** One bidirectional layer over `rows` rows of `in` into `out` (2 h wide). */
void press_core__layer(press_core *c, const press_layer *l, const float *in, float *out,
                       uint32_t rows);

/* The heads: each reads core->h and adds to the results. */
void press_core__tags(press_core *c, const press_network *n);
void press_core__parse(press_core *c, const press_network *n);
void press_core__names(press_core *c, const press_network *n);
void press_core__attributions(press_core *c, const press_network *n);

/** How sure a cue's source and content are. */
typedef struct press_surety {
  float source;  /**< mean probability of its units; of there being none, where none is */
  float content; /**< expected Dice overlap with the right content */
} press_surety;

/** Of the pair stage's logits (9 classes a row, made into probabilities) and the labels
 *  chosen from them. */
press_surety press_core__surety(const press_core *c, float *x, uint32_t stride,
                                const uint8_t *labels, uint32_t rows);

/** At least `bytes` of a buffer; what was in it may be gone. */
void *press_core__room(press_core *c, press_room_id id, size_t bytes);

/** The next sentence of the stretch after `*s` (PRESS_NONE to begin): its tokens as
 *  far as they lie in the stretch. False when there are no more. */
bool press_core__sentence(const press_core *c, uint32_t *s, press_range *out);

/** x[n] to probabilities; room for a multiple of the lanes. */
void press_core__softmax(const press_core *c, float *x, uint32_t n);
/** y = x through d, `rows` rows, at most PRESS_BLOCK of them where d is in eight
 *  bits; strides are d->in and d->pad. */
void press_core__dense(const press_core *c, const press_dense *d, const float *x,
                       uint32_t rows, float *y);

#endif
