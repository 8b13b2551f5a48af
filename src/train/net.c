#include "train/net.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Tuned numbers of the network's own; those of a run are in t_config. */
#define WORD_DIM      64u   /**< own embedding of a word */
#define GLOVE_DROP    0.05f /**< words whose GloVe row is hidden */
#define OWN_DROP      0.2f  /**< words whose own embedding is hidden */
#define INPUT_DROP    0.6f  /**< of the general dropout */
#define MLP_DROP      0.3f
#define EMBED_SPREAD  0.3f
#define TAG_WEIGHT    0.5f
#define ARC_WEIGHT    1.0f
#define LABEL_WEIGHT  1.0f
#define NAME_WEIGHT   1.5f
#define SILVER_WEIGHT 0.5f /**< machine labels count for less */

static const struct {
  const char *name;
  uint32_t rows, dim;
} tables[PRESS_N_FEATS] = {
    [PRESS_FEAT_WORD] = {"word", 0, WORD_DIM},
    [PRESS_FEAT_PREFIX] = {"prefix", PRESS_FEAT_HASHED, 24},
    [PRESS_FEAT_SUFFIX3] = {"suffix3", PRESS_FEAT_HASHED, 32},
    [PRESS_FEAT_SUFFIX2] = {"suffix2", PRESS_FEAT_HASHED, 16},
    [PRESS_FEAT_SHAPE] = {"shape", PRESS_FEAT_HASHED, 24},
    [PRESS_FEAT_INSIDE] = {"inside", PRESS_FEAT_N_INSIDE, 16},
    [PRESS_FEAT_OUTSIDE] = {"outside", PRESS_FEAT_N_OUTSIDE, 16},
    [PRESS_FEAT_CASING] = {"casing", PRESS_FEAT_N_CASING, 16},
};

static t_linear linear(t_params *p, const char *name, uint32_t out, uint32_t in) {
  float range = 1.0f / sqrtf((float)in);
  return (t_linear){press_param__new(p, name, out, in, 0, range),
                    press_param__new(p, name, 1, out, 0, range)};
}

static void norm(t_params *p, uint32_t n, t_mat **gain, t_mat **bias) {
  *gain = press_param__new(p, "gain", 1, n, 1, 0);
  *bias = press_param__new(p, "bias", 1, n, 0, 0);
}

/** Forget gates start open: between 0 and 2. */
static t_layer layer(t_params *p, uint32_t in, uint32_t h) {
  t_linear l = linear(p, "layer", 6 * h, in);
  t_layer y = {.w = l.w, .b = l.b};
  for (uint32_t dir = 0; dir < 2; dir++)
    for (uint32_t i = 0; i < h; i++)
      l.b->v[dir * 3 * h + h + i] = 2 * press_tape__uniform(&p->random);
  norm(p, 2 * h, &y.gain, &y.bias);
  return y;
}

static void init_parse(t_net *n, uint32_t o, uint32_t tags, uint32_t rels) {
  t_params *p = &n->params;
  n->parse.tags = linear(p, "tags", PRESS_NET_TAG_VIEW, tags);
  o += PRESS_NET_TAG_VIEW;
  n->parse.dep = linear(p, "dep", PRESS_NET_ARC, o);
  n->parse.head = linear(p, "head", PRESS_NET_ARC, o);
  n->parse.arc = linear(p, "arc", PRESS_NET_ARC, PRESS_NET_ARC);
  n->parse.ldep = linear(p, "ldep", PRESS_NET_LABEL, o);
  n->parse.lhead = linear(p, "lhead", PRESS_NET_LABEL, o);
  n->parse.label = linear(p, "label", rels, PRESS_NET_LABEL);
  n->parse.root = press_param__normal(p, "root", 1, o, 0.1f);
  n->parse.dist = press_param__new(p, "dist", 1, 2 * PRESS_NET_ARC_NEAR, 0, 0);
}

static void init_attr(t_net *n, uint32_t o) {
  t_params *p = &n->params;
  uint32_t k = n->cfg.k;
  n->attr.cue = linear(p, "cue", PRESS_NET_N_CUES, o);
  n->attr.aux = linear(p, "aux", 2 * PRESS_NET_N_CUES, o);
  n->attr.u = linear(p, "u", k, o);
  n->attr.v = linear(p, "v", k, o);
  n->attr.near = press_param__normal(p, "near", PRESS_PAIR_NEAR, k, EMBED_SPREAD);
  n->attr.sent = press_param__normal(p, "sent", PRESS_PAIR_SENT, k, EMBED_SPREAD);
  n->attr.para = press_param__normal(p, "para", PRESS_PAIR_PARA, k, EMBED_SPREAD);
  norm(p, k, &n->attr.gain, &n->attr.bias);
  n->attr.pair = layer(p, k, k / 2);
  n->attr.out = linear(p, "roles", PRESS_NET_N_ROLES, k);
}

void press_net__init(t_net *n, const t_config *cfg, const t_corpus *c, t_mat glove,
                     uint32_t n_own) {
  *n = (t_net){.cfg = *cfg, .glove = glove, .n_own = n_own};
  t_params *p = &n->params;
  p->random = cfg->seed * 0x9e3779b97f4a7c15u + 1;
  uint32_t width = glove.cols;
  for (int i = 0; i < PRESS_N_FEATS; i++) {
    uint32_t rows = i == PRESS_FEAT_WORD ? n_own : tables[i].rows;
    uint32_t dim = cfg->folded ? cfg->d0 : tables[i].dim;
    n->tables[i] = press_param__normal(p, tables[i].name, rows, dim, EMBED_SPREAD);
    width += dim;
  }
  n->in = linear(p, "in", cfg->d0, width);
  norm(p, cfg->d0, &n->gain0, &n->bias0);
  for (uint32_t i = 0; i < cfg->layers; i++)
    n->layers[i] = layer(p, i ? 2 * cfg->h : cfg->d0, cfg->h);
  uint32_t o = 2 * cfg->h;
  if (cfg->heads & PRESS_HEAD_TAG) n->tag = linear(p, "tag", c->tags.names.n, o);
  if (cfg->heads & PRESS_HEAD_PARSE) init_parse(n, o, c->tags.names.n, c->rels.names.n);
  if (cfg->heads & PRESS_HEAD_NAME) {
    n->name.mid = linear(p, "name", PRESS_NET_NAME, o);
    n->name.domain = press_param__new(p, "domain", N_DOMAINS, PRESS_NET_NAME, 0, 0);
    n->name.out = linear(p, "names", PRESS_NET_N_NAMES, PRESS_NET_NAME);
  }
  if (cfg->heads & PRESS_HEAD_ATTRIBUTION) init_attr(n, o);
}

void press_net__free(t_net *n) {
  press_param__free(&n->params);
}

/* ---- Input and encoder ---- */

/** Row of table `f` for a unit, hidden now and then in training. */
static uint32_t row_of(t_net *n, press_tape *t, const press_unit *u, int f) {
  uint32_t id = u->ids[f];
  if (f != PRESS_FEAT_WORD) return id;
  if (id == 0 || id >= n->n_own) return TAPE_NONE;
  return t->training && press_tape__uniform(&t->random) < OWN_DROP ? TAPE_NONE : id;
}

static t_mat *input(t_net *n, press_tape *t, t_doc *const *docs, uint32_t n_docs,
                    uint32_t rows) {
  t_mat *parts[PRESS_N_FEATS + 1];
  for (int f = -1; f < PRESS_N_FEATS; f++) {
    uint32_t *idx = press_tape__alloc(t, rows * sizeof *idx), at = 0;
    for (uint32_t d = 0; d < n_docs; d++)
      for (uint32_t i = 0; i < docs[d]->units.n; i++) {
        const press_unit *u = &docs[d]->units.at[i];
        if (f >= 0) {
          idx[at++] = row_of(n, t, u, f);
        } else {
          bool hide = t->training && press_tape__uniform(&t->random) < GLOVE_DROP;
          idx[at++] = hide ? TAPE_NONE : u->ids[PRESS_FEAT_WORD];
        }
      }
    parts[f + 1] = press_tape__rows(t, f < 0 ? &n->glove : n->tables[f], idx, rows);
  }
  return press_tape__concat(t, parts, PRESS_N_FEATS + 1);
}

static t_mat *run_layer(press_tape *t, const t_layer *l, t_mat *x, const uint8_t *starts,
                        float drop) {
  t_mat *h = press_tape__pool(t, press_tape__linear(t, x, l->w, l->b), starts);
  h = press_tape__dropout(t, h, drop);
  if (h->cols == x->cols) h = press_tape__add(t, h, x);
  return press_tape__norm(t, h, l->gain, l->bias);
}

t_mat *press_net__encode(t_net *n, press_tape *t, t_doc *const *docs, uint32_t n_docs) {
  uint32_t rows = 0;
  for (uint32_t d = 0; d < n_docs; d++) rows += docs[d]->units.n;
  uint8_t *starts = press_tape__alloc(t, rows);
  memset(starts, 0, rows);
  for (uint32_t d = 0, at = 0; d < n_docs; at += docs[d++]->units.n) starts[at] = 1;
  t_mat *x =
      press_tape__dropout(t, input(n, t, docs, n_docs, rows), n->cfg.drop * INPUT_DROP);
  x = press_tape__linear(t, x, n->in.w, n->in.b);
  x = press_tape__gelu(t, press_tape__norm(t, x, n->gain0, n->bias0));
  for (uint32_t i = 0; i < n->cfg.layers; i++)
    x = run_layer(t, &n->layers[i], x, starts, n->cfg.drop);
  return press_tape__dropout(t, x, n->cfg.drop);
}

/* ---- Heads ---- */

/** A batch's labels of one kind, from the member at `offset` of t_doc. */
static uint32_t *labels(press_tape *t, t_doc *const *docs, uint32_t n_docs, uint32_t rows,
                        size_t offset, uint32_t *labelled) {
  uint32_t *y = press_tape__alloc(t, rows * sizeof *y), at = 0;
  *labelled = 0;
  for (uint32_t d = 0; d < n_docs; d++) {
    uint32_t *const *of =
        (uint32_t *const *)(const void *)((const char *)docs[d] + offset);
    for (uint32_t i = 0; i < docs[d]->units.n; i++) {
      y[at++] = *of ? (*of)[i] : TAPE_NONE;
      *labelled += y[at - 1] != TAPE_NONE;
    }
  }
  return y;
}

#define LABELS(member, count)                                                            \
  labels(t, docs, n_docs, h->rows, offsetof(t_doc, member), count)

static t_mat *mlp(press_tape *t, t_mat *x, t_linear l, float drop) {
  return press_tape__dropout(t, press_tape__gelu(t, press_tape__linear(t, x, l.w, l.b)),
                             drop);
}

/** Sentences of the batch as rows of h. */
static t_sentence *sentences(press_tape *t, t_doc *const *docs, uint32_t n_docs,
                             uint32_t *n) {
  uint32_t all = 0, at = 0;
  for (uint32_t d = 0; d < n_docs; d++) all += docs[d]->n_sentences;
  t_sentence *s = press_tape__alloc(t, (all + 1) * sizeof *s);
  *n = 0;
  for (uint32_t d = 0; d < n_docs; at += docs[d++]->units.n)
    for (uint32_t i = 0; i < docs[d]->n_sentences; i++) {
      s[*n] = docs[d]->sentences[i];
      s[(*n)++].begin += at;
    }
  return s;
}

const t_soft *const *press_net__softs(press_tape *t, t_doc *const *docs, uint32_t n_docs,
                                      uint32_t rows, size_t offset) {
  const t_soft **y = press_tape__alloc(t, (rows + 1) * sizeof *y);
  uint32_t at = 0;
  for (uint32_t d = 0; d < n_docs; d++) {
    t_soft *const *of =
        (t_soft *const *)(const void *)((const char *)&docs[d]->taught + offset);
    for (uint32_t i = 0; i < docs[d]->units.n; i++)
      y[at++] = *of && (*of)[i].p[0] ? &(*of)[i] : NULL;
  }
  return y;
}

t_tree_view press_net__trees(t_net *n, press_tape *t, t_mat *h, t_mat *tags) {
  t_mat *view = mlp(t, press_tape__softmax(t, tags), n->parse.tags, 0);
  t_mat *both[] = {h, view};
  t_mat *x = press_tape__concat(t, both, 2);
  t_mat *rooted = press_tape__stack(t, x, n->parse.root);
  t_mat *dep = mlp(t, x, n->parse.dep, MLP_DROP);
  return (t_tree_view){
      .dep = press_tape__linear(t, dep, n->parse.arc.w, n->parse.arc.b),
      .head = mlp(t, rooted, n->parse.head, MLP_DROP),
      .ldep = press_tape__linear(t, x, n->parse.ldep.w, n->parse.ldep.b),
      .lhead = press_tape__linear(t, rooted, n->parse.lhead.w, n->parse.lhead.b)};
}

t_mat *press_net__rels(t_net *n, press_tape *t, t_tree_view v, const uint32_t *to) {
  t_mat *l = press_tape__add(t, v.ldep, press_tape__rows(t, v.lhead, to, v.ldep->rows));
  l = press_tape__dropout(t, press_tape__gelu(t, l), MLP_DROP);
  return press_tape__linear(t, l, n->parse.label.w, n->parse.label.b);
}

static void parse_losses(t_net *n, press_tape *t, t_mat *h, t_mat *tags,
                         t_doc *const *docs, uint32_t n_docs, float scale,
                         t_losses *out) {
  uint32_t count, n_sent;
  uint32_t *heads = LABELS(head, &count), *rels = LABELS(rel, &count);
  t_sentence *sent = sentences(t, docs, n_docs, &n_sent);
  if (!n_sent) return;
  t_tree_view v = press_net__trees(n, t, h, tags);
  uint32_t *to = press_tape__alloc(t, h->rows * sizeof *to);
  for (uint32_t i = 0; i < h->rows; i++) to[i] = h->rows;
  for (uint32_t s = 0; s < n_sent; s++)
    for (uint32_t i = sent[s].begin; i < sent[s].begin + sent[s].n; i++)
      if (heads[i] && heads[i] <= sent[s].n) to[i] = sent[s].begin + heads[i] - 1;
  uint32_t at = 0; // heads that teachers gave are no labels: their places only
  for (uint32_t d = 0; d < n_docs; d++)
    for (uint32_t i = 0; i < docs[d]->units.n; i++, at++)
      if (docs[d]->guessed) heads[at] = rels[at] = TAPE_NONE;
  float a = n->cfg.teach, hard = scale * (1 - a);
  t_mat *l = press_net__rels(n, t, v, to);
  const t_arcs arcs = {sent,
                       n_sent,
                       heads,
                       NET_SOFTS(head),
                       hard * ARC_WEIGHT,
                       scale * a * ARC_WEIGHT,
                       scale * NET_LONE * ARC_WEIGHT};
  out->arc = press_tape__arcs(t, v.dep, v.head, n->parse.dist, &arcs);
  out->label = press_tape__xent(t, l, rels, hard * LABEL_WEIGHT) +
               press_tape__teach(t, l, NET_SOFTS(rel), rels, scale * a * LABEL_WEIGHT,
                                 scale * NET_LONE * LABEL_WEIGHT);
}

t_mat *press_net__names(t_net *n, press_tape *t, t_mat *h, const uint32_t *domain) {
  t_mat *x = press_tape__linear(t, h, n->name.mid.w, n->name.mid.b);
  x = press_tape__add(t, x, press_tape__rows(t, n->name.domain, domain, h->rows));
  x = press_tape__dropout(t, press_tape__gelu(t, x), n->cfg.drop);
  return press_tape__linear(t, x, n->name.out.w, n->name.out.b);
}

/** Silver documents are read by turns with their own labels and with the teachers' as
 *  the first data set's guidelines would have them. */
static float name_loss(t_net *n, press_tape *t, t_mat *h, t_doc *const *docs,
                       uint32_t n_docs, float scale) {
  uint32_t count, at = 0;
  uint32_t *gold = LABELS(name, &count);
  const t_soft *const *taught = NET_SOFTS(name);
  const t_soft **soft = press_tape__alloc(t, (h->rows + 1) * sizeof *soft);
  uint32_t *domain = press_tape__alloc(t, h->rows * sizeof *domain);
  uint32_t *silver = press_tape__alloc(t, h->rows * sizeof *silver);
  for (uint32_t d = 0; d < n_docs; d++)
    for (uint32_t i = 0; i < docs[d]->units.n; i++, at++) {
      bool s = docs[d]->domain == DOMAIN_SILVER, uner = docs[d]->as_uner;
      domain[at] = (uint32_t)(uner ? DOMAIN_UNER : docs[d]->domain);
      silver[at] = s && !uner ? gold[at] : TAPE_NONE;
      soft[at] = s && !uner ? NULL : taught[at];
      if (s) gold[at] = TAPE_NONE;
    }
  t_mat *x = press_net__names(n, t, h, domain);
  scale *= NAME_WEIGHT;
  float a = n->cfg.teach;
  return press_tape__xent(t, x, gold, scale * (1 - a)) +
         press_tape__xent(t, x, silver, scale * SILVER_WEIGHT) +
         press_tape__teach(t, x, soft, gold, scale * a, scale * NET_LONE);
}

t_losses press_net__losses(t_net *n, press_tape *t, t_doc *const *docs, uint32_t n_docs,
                           const t_shares *shares, bool false_cues) {
  t_losses out = {0};
  press_tape__reset(t);
  t_mat *h = press_net__encode(n, t, docs, n_docs);
  float rows = (float)h->rows;
  uint32_t count;
  if (n->cfg.heads & PRESS_HEAD_TAG) {
    uint32_t *gold = LABELS(tag, &count);
    float scale = 1 / (rows * shares->tree);
    if (count || n->cfg.teach > 0) {
      t_mat *tags = press_tape__linear(t, h, n->tag.w, n->tag.b);
      if (n->cfg.heads & PRESS_HEAD_PARSE)
        parse_losses(n, t, h, tags, docs, n_docs, scale, &out);
      float a = n->cfg.teach;
      scale *= TAG_WEIGHT;
      out.tag =
          press_tape__xent(t, tags, gold, scale * (1 - a)) +
          press_tape__teach(t, tags, NET_SOFTS(tag), gold, scale * a, scale * NET_LONE);
    }
  }
  if (n->cfg.heads & PRESS_HEAD_NAME)
    out.name = name_loss(n, t, h, docs, n_docs, 1 / (rows * shares->name));
  if (n->cfg.heads & PRESS_HEAD_ATTRIBUTION)
    press_net__attribution(n, t, h, docs, n_docs, shares, false_cues, &out);
  press_tape__back(t);
  return out;
}
