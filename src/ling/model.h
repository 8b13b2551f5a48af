/** The weights in memory. */
#ifndef PRESS_MODEL_H
#define PRESS_MODEL_H

#include "ling/feature.h"
#include "ling/ling.h"
#include "nn/reader.h"

#define PRESS_MODEL_LAYERS 4u
#define PRESS_MODEL_WIDTH  1024u /**< of any layer */

/** One bidirectional recurrent layer. */
typedef struct press_layer {
  uint32_t in, h;
  press_dense dir[2]; /**< in -> 3 h: z, f, o */
  const float *gain, *bias;
} press_layer;

typedef struct press_tag {
  uint8_t upos;
  const char *xpos;
} press_tag;

typedef struct press_rel {
  uint8_t deprel;
  bool passive;
} press_rel;

typedef struct press_network {
  uint32_t heads, d0, h, layers, k;
  press_bytes tables[PRESS_N_FEATS];
  const float *bias0, *gain0, *shift0;
  press_layer layer[PRESS_MODEL_LAYERS];
  press_dense tag;
  struct {
    press_dense tags; /**< tag distribution -> view */
    press_dense mlp;  /**< encoder and view -> dep, head, label dep, label head */
    press_dense arc, label;
    const float *root_head, *root_label, *dist;
  } parse;
  struct {
    press_dense mid, out;
  } name;
  struct {
    press_dense cue, u, v, out;
    const float *near, *sent, *para, *gain, *bias;
    press_layer pair;
  } attr;
} press_network;

struct press_model {
  press_vocab vocab;
  const press_tag *tags;
  const press_rel *rels;
  uint32_t n_tags, n_rels;
  const press_network *nets;
  uint32_t n_nets;
};

#endif
