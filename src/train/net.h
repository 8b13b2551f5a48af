/** One network in training: its parameters, and the losses of a batch. */
#ifndef PRESS_NET_H
#define PRESS_NET_H

#include "nn/format.h"
#include "train/corpus.h"
#include "train/param.h"

typedef struct t_config {
  uint32_t heads; /**< PRESS_HEAD_... bits */
  uint32_t d0, h, layers, k;
  float drop, rate;
  uint32_t epochs, batch;
  uint64_t seed;
} t_config;

typedef struct t_layer {
  t_mat *w, *b, *gain, *bias;
} t_layer;

typedef struct t_linear {
  t_mat *w, *b;
} t_linear;

#define NET_LAYERS 4

typedef struct t_net {
  t_config cfg;
  t_params params;
  t_mat glove;                  /**< frozen */
  uint32_t n_own;               /**< words from here on have no embedding of their own */
  t_mat *tables[PRESS_N_FEATS]; /**< [PRESS_FEAT_WORD]: own embeddings */
  t_linear in;
  t_mat *gain0, *bias0;
  t_layer layers[NET_LAYERS];
  t_linear tag;
  struct {
    t_linear tags, dep, head, arc, ldep, lhead, label;
    t_mat *root, *dist;
  } parse;
  struct {
    t_linear mid, out;
    t_mat *domain;
  } name;
  struct {
    t_linear cue, aux, u, v, out;
    t_mat *near, *sent, *para, *gain, *bias;
    t_layer pair;
  } attr;
} t_net;

/** Sums of a batch's losses, for the log. */
typedef struct t_losses {
  float tag, arc, label, name, cue, aux, pair;
} t_losses;

/** Average labelled tokens for each token of the corpus, to balance the tasks. */
typedef struct t_shares {
  float tree, name, attr, pair;
} t_shares;

void press_net__init(t_net *n, const t_config *cfg, const t_corpus *c, t_mat glove,
                     uint32_t n_own);
void press_net__free(t_net *n);
/** Runs the batch, filling gradients on the tape and in the parameters. */
t_losses press_net__losses(t_net *n, press_tape *t, t_doc *const *docs, uint32_t n_docs,
                           const t_shares *shares, bool false_cues);

/** Input and encoder: the units of all documents, one after another. */
t_mat *press_net__encode(t_net *n, press_tape *t, t_doc *const *docs, uint32_t n_docs);
/** Attribution: cue tags, auxiliary tags and the pair stage. `h` as encoded. */
void press_net__attribution(t_net *n, press_tape *t, t_mat *h, t_doc *const *docs,
                            uint32_t n_docs, const t_shares *shares, bool false_cues,
                            t_losses *out);

#endif
