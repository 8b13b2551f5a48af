/** One network in training: its parameters, and the losses of a batch. */
#ifndef PRESS_NET_H
#define PRESS_NET_H

#include "nn/format.h"
#include "train/corpus.h"
#include "train/param.h"

typedef struct t_config {
  uint32_t heads; /**< PRESS_HEAD_... bits */
  uint32_t d0, h, layers, k;
  float drop, rate, recase;
  float teach; /**< share of a label that the teachers' distribution takes */
  uint32_t epochs, batch;
  uint64_t seed;
  bool folded; /**< tables as exported: every row d0 wide */
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

/** Weight of a unit that only the teachers have labelled. */
#define NET_LONE 0.5f

/** What the parser makes of a batch: arcs' factors, labels' summands; the last row of
 *  `head` and `lhead` is the root. */
typedef struct t_tree_view {
  t_mat *dep, *head, *ldep, *lhead;
} t_tree_view;
t_tree_view press_net__trees(t_net *n, press_tape *t, t_mat *h, t_mat *tags);
/** Label scores of every row below row to[i]. */
t_mat *press_net__rels(t_net *n, press_tape *t, t_tree_view v, const uint32_t *to);
/** Name classes, each row read as its data set would. */
t_mat *press_net__names(t_net *n, press_tape *t, t_mat *h, const uint32_t *domain);

/** One cue of the batch with its window. */
typedef struct t_pair {
  uint32_t b, e, lo, hi; /**< units of its document */
  uint32_t at;           /**< first row of the document */
  const t_doc *doc;
  const t_attr *gold; /**< NULL: a false cue */
  const t_cue *cue;   /**< as the teachers see it; NULL without */
} t_pair;
t_pair press_net__pair(const t_doc *d, uint32_t at, uint32_t b, uint32_t e);
/** Roles of the units of all windows, one after another; *rows of them. */
t_mat *press_net__roles(t_net *n, press_tape *t, t_mat *h, const t_pair *pairs,
                        uint32_t n_pairs, uint32_t *rows);
/** Row [offset] of every document's t_taught, as one list; NULL where there is none. */
const t_soft *const *press_net__softs(press_tape *t, t_doc *const *docs, uint32_t n_docs,
                                      uint32_t rows, size_t offset);
#define NET_SOFTS(member)                                                                \
  press_net__softs(t, docs, n_docs, h->rows, offsetof(t_taught, member))

/** Input and encoder: the units of all documents, one after another. */
t_mat *press_net__encode(t_net *n, press_tape *t, t_doc *const *docs, uint32_t n_docs);
/** Attribution: cue tags, auxiliary tags and the pair stage. `h` as encoded. */
void press_net__attribution(t_net *n, press_tape *t, t_mat *h, t_doc *const *docs,
                            uint32_t n_docs, const t_shares *shares, bool false_cues,
                            t_losses *out);

#endif
