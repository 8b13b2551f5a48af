/** Reading exported networks back, as teachers: their tables are folded (every row is
 *  d0 wide already), so the input layer only adds them up. */
#include "train/export.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct source {
  press_str rest;
  bool bad;
} source;

static const char *take(source *s, size_t n) {
  if (n > s->rest.n) s->bad = true;
  if (s->bad) return NULL;
  const char *p = s->rest.at;
  s->rest = press_str__sub(s->rest, n, s->rest.n);
  return p;
}

static uint32_t take32(source *s) {
  uint32_t x = 0;
  const char *p = take(s, sizeof x);
  if (p) memcpy(&x, p, sizeof x);
  return x;
}

static size_t padded(size_t n) {
  return (n + 3) / 4 * 4;
}

/** Strings, each with its place. */
static press_map strings(source *s, press_arena *a, uint32_t *n) {
  press_map map = {0};
  *n = take32(s);
  uint32_t bytes = take32(s), at = 0;
  const char *p = take(s, padded(bytes));
  for (uint32_t i = 0; p && i < *n; i++) {
    press_str one = press_str__of(p + at);
    at += (uint32_t)one.n + 1;
    *press_map__put(a, &map, one) = i;
  }
  return map;
}

static bool same_labels(source *s, press_arena *a, const t_labels *l) {
  uint32_t n;
  press_map map = strings(s, a, &n);
  bool same = n == l->names.n;
  for (uint32_t i = 0; i < l->names.n; i++)
    same &= press_map__get(&map, l->names.at[i]) == i;
  return same;
}

/** A tensor of any kind into m, which has its shape; of data sets there may be fewer. */
static void tensor(source *s, t_mat *m) {
  uint32_t kind = take32(s), rows = take32(s), cols = take32(s);
  if (rows > m->rows || cols != m->cols) s->bad = true;
  const char *scales = kind == PRESS_TENSOR_FLOAT ? NULL : take(s, (size_t)rows * 4);
  size_t n = (size_t)rows * cols;
  const char *p = take(s, padded(n * (kind / 8)));
  if (s->bad) return;
  if (!scales) {
    memcpy(m->v, p, n * sizeof(float));
    return;
  }
  for (size_t i = 0; i < n; i++) {
    float by;
    int16_t wide;
    memcpy(&by, scales + i / cols * 4, sizeof by);
    memcpy(&wide, p + (kind == PRESS_TENSOR_INT16 ? 2 * i : 0), sizeof wide);
    m->v[i] = by * (kind == PRESS_TENSOR_INT8 ? (float)(int8_t)p[i] : (float)wide);
  }
}

static void linear(source *s, t_linear l) {
  tensor(s, l.w);
  tensor(s, l.b);
}

static void layer(source *s, const t_layer *l) {
  tensor(s, l->w);
  tensor(s, l->b);
  tensor(s, l->gain);
  tensor(s, l->bias);
}

/** Their rows in the order of our words; what they lack is unknown to them. */
static void word_rows(source *s, press_arena *a, const press_map *theirs, uint32_t n_rows,
                      const t_words *words, t_net *n) {
  t_mat all = {n_rows, n->cfg.d0, NULL, NULL};
  all.v = PRESS_NEW(a, float, (size_t)n_rows *all.cols);
  tensor(s, &all);
  for (uint32_t i = 0; i < words->vocab.n; i++) {
    uint32_t from = i ? press_map__get(theirs, words->words[i]) : 0;
    if (from == PRESS_NONE) from = 0;
    memcpy(n->glove.v + (size_t)i * all.cols, all.v + (size_t)from * all.cols,
           all.cols * sizeof(float));
  }
}

static void tables(source *s, t_net *n, uint32_t version) {
  const uint32_t d0 = n->cfg.d0, width = n->in.w->cols;
  for (int i = 1; i < PRESS_N_FEATS; i++) {
    if (version == 1 && i == PRESS_FEAT_CASING) {
      memset(n->tables[i]->v, 0, (size_t)PRESS_FEAT_N_CASING * d0 * sizeof(float));
      continue;
    }
    tensor(s, n->tables[i]);
  }
  memset(n->in.w->v, 0, (size_t)d0 * width * sizeof(float));
  for (uint32_t at = 0; at < width; at += d0)
    for (uint32_t i = 0; i < d0 && at != d0; i++) // the second block: no own embeddings
      n->in.w->v[(size_t)i * width + at + i] = 1;
  tensor(s, n->in.b);
  tensor(s, n->gain0);
  tensor(s, n->bias0);
}

static void heads(source *s, t_net *n) {
  linear(s, n->tag);
  const t_linear parse[] = {n->parse.tags, n->parse.dep,   n->parse.head, n->parse.arc,
                            n->parse.ldep, n->parse.lhead, n->parse.label};
  for (size_t i = 0; i < sizeof parse / sizeof *parse; i++) linear(s, parse[i]);
  tensor(s, n->parse.root);
  tensor(s, n->parse.dist);
  linear(s, n->name.mid);
  tensor(s, n->name.domain);
  linear(s, n->name.out);
  const t_linear attr[] = {n->attr.cue, n->attr.u, n->attr.v, n->attr.out};
  for (size_t i = 0; i < sizeof attr / sizeof *attr; i++) linear(s, attr[i]);
  t_mat *rest[] = {n->attr.near, n->attr.sent, n->attr.para, n->attr.gain, n->attr.bias};
  for (size_t i = 0; i < sizeof rest / sizeof *rest; i++) tensor(s, rest[i]);
  layer(s, &n->attr.pair);
}

bool press_import__read(const char *path, const t_words *words, const t_corpus *c,
                        t_net *n) {
  press_arena *a = c->arena;
  source s = {press_corpus__read(a, path), false};
  bool ours = take32(&s) == PRESS_MODEL_MAGIC;
  uint32_t version = take32(&s), n_words;
  press_map theirs = strings(&s, a, &n_words);
  ours &= same_labels(&s, a, &c->tags) && same_labels(&s, a, &c->rels);
  ours &= take32(&s) == 1;
  t_config cfg = {.heads = take32(&s), .folded = true};
  cfg.d0 = take32(&s), cfg.h = take32(&s), cfg.layers = take32(&s), cfg.k = take32(&s);
  if (!ours || s.bad || cfg.heads != 15) {
    fprintf(stderr, "press-train: %s cannot teach these labels\n", path);
    return false;
  }
  t_mat rows = {words->vocab.n, cfg.d0, NULL, NULL};
  rows.v = PRESS_NEW(a, float, (size_t)rows.rows *rows.cols);
  press_net__init(n, &cfg, c, rows, 1);
  word_rows(&s, a, &theirs, n_words, words, n);
  tables(&s, n, version);
  for (uint32_t i = 0; i < cfg.layers; i++) layer(&s, &n->layers[i]);
  heads(&s, n);
  if (s.bad) fprintf(stderr, "press-train: %s has other shapes\n", path);
  return !s.bad;
}
