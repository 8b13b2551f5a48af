#include "ling/model.h"

#include "nn/format.h"
#include "nn/kernel.h"

#include <string.h>

/* What a file may hold. */
#define MOST_WORDS  1000000u
#define MOST_LABELS 1024u
#define MOST_NETS   8u
#define MOST_WIDTH  (PRESS_MODEL_WIDTH / 2)

/** Names as the networks know them are read as this data set's guidelines. */
#define NAME_DOMAIN 0u
#define N_DOMAINS   5u

static uint8_t upos_of(press_str s) {
  for (uint32_t u = 0; u < PRESS_N_UPOS; u++)
    if (press_str__eq(s, press_str__of(press_upos__name((press_upos)u))))
      return (uint8_t)u;
  return PRESS_UPOS_X;
}

static press_rel rel_of(press_str s) {
  press_str sub, base = press_str__cut(s, ':', &sub);
  press_rel r = {PRESS_DEP_dep,
                 press_str__eq(sub, S("pass")) || press_str__eq(s, S("obl:agent"))};
  for (uint32_t d = 0; d < PRESS_N_DEP; d++)
    if (press_str__eq(base, press_str__of(press_deprel__name((press_deprel)d))))
      r.deprel = (uint8_t)d;
  return r;
}

/** Room for `n` words at once: growing step by step would hash them again. */
static void size_map(press_arena *a, press_map *m, uint32_t n) {
  for (m->cap = 16; m->cap / 2 < n;) m->cap *= 2;
  m->slots = PRESS_NEW(a, press_map_slot, m->cap);
}

static void read_labels(press_reader *r, press_model *m) {
  press_str *words = press_reader__strings(r, MOST_WORDS, &m->vocab.n);
  size_map(r->arena, &m->vocab.map, m->vocab.n);
  for (uint32_t i = 1; i < m->vocab.n; i++)
    *press_map__put(r->arena, &m->vocab.map, words[i]) = i;
  press_str *names = press_reader__strings(r, MOST_LABELS, &m->n_tags);
  press_tag *tags = PRESS_NEW(r->arena, press_tag, m->n_tags);
  for (uint32_t i = 0; i < m->n_tags; i++) {
    press_str xpos, upos = press_str__cut(names[i], ' ', &xpos);
    tags[i] = (press_tag){upos_of(upos), xpos.at ? xpos.at : ""};
  }
  m->tags = tags;
  names = press_reader__strings(r, MOST_LABELS, &m->n_rels);
  press_rel *rels = PRESS_NEW(r->arena, press_rel, m->n_rels);
  for (uint32_t i = 0; i < m->n_rels; i++) rels[i] = rel_of(names[i]);
  m->rels = rels;
  if (!r->fault && (m->vocab.n == 0 || m->n_tags == 0 || m->n_rels == 0))
    r->fault = "no words, tags or labels";
}

static press_dense dense(press_reader *r, uint32_t in, uint32_t out) {
  return press_reader__dense(r, in, &out, 1);
}

/** For the large layers, which take nearly all of the time. */
static press_dense dense8(press_reader *r, uint32_t in, uint32_t out) {
  return press_reader__dense8(r, in, &out, 1);
}

/** Outputs [from, from + n) of a layer in eight bits. */
static press_dense part(const press_dense *d, uint32_t from, uint32_t n) {
  press_weights8 w = {d->small.at + (size_t)from * d->in, d->small.scale + from,
                      d->small.sum + from};
  return (press_dense){d->in, n, n, NULL, d->bias + from, w};
}

/** A layer's matrix holds both directions, one under the other. */
static press_layer read_layer(press_reader *r, uint32_t in, uint32_t h) {
  press_layer l = {.in = in, .h = h};
  press_dense both = dense8(r, in, 6 * h);
  for (uint32_t d = 0; d < 2 && !r->fault; d++) l.dir[d] = part(&both, d * 3 * h, 3 * h);
  l.gain = press_reader__floats(r, 1, 2 * h);
  l.bias = press_reader__floats(r, 1, 2 * h);
  return l;
}

static void read_tables(press_reader *r, const press_model *m, press_network *n) {
  const uint32_t rows[PRESS_N_FEATS] = {
      m->vocab.n,        PRESS_FEAT_HASHED,   PRESS_FEAT_HASHED,    PRESS_FEAT_HASHED,
      PRESS_FEAT_HASHED, PRESS_FEAT_N_INSIDE, PRESS_FEAT_N_OUTSIDE, PRESS_FEAT_N_CASING};
  for (int i = 0; i < PRESS_N_FEATS; i++)
    n->tables[i] = press_reader__bytes(r, rows[i], n->d0);
}

/** Two layers with the same input as one. */
static press_dense join(press_reader *r, const press_dense *x, const press_dense *y) {
  press_dense d = {x->in, x->out + y->out, x->pad + y->pad, NULL, NULL, {0}};
  d.small.at = PRESS_NEW(r->arena, int8_t, (size_t)d.pad * d.in);
  d.small.scale = PRESS_NEW(r->arena, float, d.pad);
  d.small.sum = PRESS_NEW(r->arena, float, d.pad);
  d.bias = PRESS_NEW(r->arena, float, d.pad);
  const press_dense *const of[] = {x, y};
  for (uint32_t i = 0, from = 0; i < 2; from += of[i++]->pad) {
    size_t n = of[i]->pad;
    memcpy(d.small.at + (size_t)from * d.in, of[i]->small.at, n * d.in);
    memcpy(d.small.scale + from, of[i]->small.scale, n * sizeof(float));
    memcpy(d.small.sum + from, of[i]->small.sum, n * sizeof(float));
    memcpy(d.bias + from, of[i]->bias, n * sizeof(float));
  }
  return d;
}

/** The root as head and as label head: what the layers make of its row. */
static void read_root(press_reader *r, press_network *n, const float *root) {
  const press_kernels *k = press_nn__kernels();
  const press_dense *d = &n->parse.mlp;
  float scale, low, *y = PRESS_NEW(r->arena, float, d->pad);
  press_small q = {PRESS_NEW(r->arena, uint8_t, d->in), &scale, &low};
  k->shrink(root, d->in, &q, 1, d->in);
  k->gemm8(&q, &d->small, d->bias, y, d->pad, 1, d->in, d->pad);
  k->gelu(y + PRESS_NET_ARC, PRESS_NET_ARC);
  n->parse.root_head = y + PRESS_NET_ARC;
  n->parse.root_label = y + 3 * (size_t)PRESS_NET_ARC;
}

static void read_parse(press_reader *r, const press_model *m, press_network *n) {
  const uint32_t o = 2 * n->h + PRESS_NET_TAG_VIEW, a = PRESS_NET_ARC;
  n->parse.tags = dense(r, m->n_tags, PRESS_NET_TAG_VIEW);
  const uint32_t first[] = {a, a}, second[] = {PRESS_NET_LABEL, PRESS_NET_LABEL};
  press_dense arcs = press_reader__dense8(r, o, first, 2);
  n->parse.arc = dense(r, a, a);
  press_dense labels = press_reader__dense8(r, o, second, 2);
  n->parse.label = dense(r, PRESS_NET_LABEL, m->n_rels);
  const float *root = press_reader__floats(r, 1, o);
  n->parse.dist = press_reader__floats(r, 1, 2 * PRESS_NET_ARC_NEAR);
  if (r->fault) return;
  n->parse.mlp = join(r, &arcs, &labels);
  read_root(r, n, root);
}

static void read_name(press_reader *r, press_network *n) {
  n->name.mid = dense8(r, 2 * n->h, PRESS_NET_NAME);
  const float *domains = press_reader__floats(r, N_DOMAINS, PRESS_NET_NAME);
  n->name.out = dense(r, PRESS_NET_NAME, PRESS_NET_N_NAMES);
  for (uint32_t i = 0; i < PRESS_NET_NAME && !r->fault; i++)
    n->name.mid.bias[i] += domains[NAME_DOMAIN * PRESS_NET_NAME + i];
}

static void read_attr(press_reader *r, press_network *n) {
  uint32_t o = 2 * n->h, k = n->k;
  n->attr.cue = dense(r, o, PRESS_NET_N_CUES);
  n->attr.u = dense8(r, o, k);
  n->attr.v = dense8(r, o, k);
  n->attr.out = dense(r, k, PRESS_NET_N_ROLES);
  n->attr.near = press_reader__floats(r, PRESS_PAIR_NEAR, k);
  n->attr.sent = press_reader__floats(r, PRESS_PAIR_SENT, k);
  n->attr.para = press_reader__floats(r, PRESS_PAIR_PARA, k);
  n->attr.gain = press_reader__floats(r, 1, k);
  n->attr.bias = press_reader__floats(r, 1, k);
  n->attr.pair = read_layer(r, k, k / 2);
}

static bool bad_width(uint32_t x, uint32_t unit) {
  return x == 0 || x > MOST_WIDTH || x % unit;
}

static void read_network(press_reader *r, const press_model *m, press_network *n) {
  uint32_t *const head[] = {&n->heads, &n->d0, &n->h, &n->layers, &n->k};
  for (size_t i = 0; i < sizeof head / sizeof *head; i++) *head[i] = press_reader__u32(r);
  bool lone_parse = n->heads & PRESS_HEAD_PARSE && !(n->heads & PRESS_HEAD_TAG);
  if (!r->fault && (bad_width(n->d0, 16) || bad_width(n->h, 16) || bad_width(n->k, 32) ||
                    n->layers == 0 || n->layers > PRESS_MODEL_LAYERS || lone_parse))
    r->fault = "a network has bad sizes";
  if (r->fault) return;
  read_tables(r, m, n);
  n->bias0 = press_reader__floats(r, 1, n->d0);
  n->gain0 = press_reader__floats(r, 1, n->d0);
  n->shift0 = press_reader__floats(r, 1, n->d0);
  for (uint32_t i = 0; i < n->layers; i++)
    n->layer[i] = read_layer(r, i ? 2 * n->h : n->d0, n->h);
  if (n->heads & PRESS_HEAD_TAG) n->tag = dense8(r, 2 * n->h, m->n_tags);
  if (n->heads & PRESS_HEAD_PARSE) read_parse(r, m, n);
  if (n->heads & PRESS_HEAD_NAME) read_name(r, n);
  if (n->heads & PRESS_HEAD_ATTRIBUTION) read_attr(r, n);
}

press_status press_model__load(press_arena *arena, press_str bytes,
                               const press_model **out, press_error *err) {
  press_model *m = PRESS_NEW(arena, press_model, 1);
  *out = m;
  press_reader r = {arena, bytes, NULL};
  if (press_reader__u32(&r) != PRESS_MODEL_MAGIC ||
      press_reader__u32(&r) != PRESS_MODEL_VERSION)
    return press_error__set(err, PRESS_ERR_FORMAT, "not a file of weights");
  read_labels(&r, m);
  m->n_nets = press_reader__u32(&r);
  if (m->n_nets > MOST_NETS) r.fault = "too many networks";
  if (r.fault) m->n_nets = 0;
  press_network *nets = PRESS_NEW(arena, press_network, m->n_nets);
  for (uint32_t i = 0; i < m->n_nets; i++) read_network(&r, m, &nets[i]);
  m->nets = nets;
  if (!r.fault && r.rest.n) r.fault = "bytes left over";
  if (r.fault) return press_error__set(err, PRESS_ERR_FORMAT, "weights: %s", r.fault);
  return PRESS_OK;
}

uint32_t press_model__vector(const press_model *model, press_str word, float *out,
                             uint32_t room) {
  if (!model || !model->n_nets) return 0;
  const press_bytes *t = &model->nets[0].tables[PRESS_FEAT_WORD];
  uint32_t row = press_feature__word(&model->vocab, word);
  uint32_t n = t->cols < room ? t->cols : room;
  if (!row || row >= t->rows) return 0;
  for (uint32_t i = 0; i < n; i++)
    out[i] = t->scale[row] * (float)t->at[(size_t)row * t->cols + i];
  return n;
}
