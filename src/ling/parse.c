/** Tags and trees. */
#include "ling/core.h"

#include "nn/format.h"
#include "nn/mst.h"

#include <string.h>

/** Longer sentences (the text layer makes none) are parsed in pieces. */
#define MOST_PARSED 160u

#define ARC   PRESS_NET_ARC
#define MLP   ((size_t)2 * (PRESS_NET_ARC + PRESS_NET_LABEL)) /**< all four factors */
#define HEAD  PRESS_NET_ARC
#define LDEP  ((size_t)2 * PRESS_NET_ARC)
#define LHEAD (LDEP + PRESS_NET_LABEL)

static const float *row_of(const press_core *c, const press_network *n, uint32_t unit) {
  return c->h + (size_t)(unit - c->at.lo) * 2 * n->h;
}

static uint32_t best_of(const float *x, uint32_t n) {
  uint32_t best = 0;
  for (uint32_t i = 1; i < n; i++)
    if (x[i] > x[best]) best = i;
  return best;
}

/** The parser's factors of one block, from its rows and tag distributions. */
static void factors(press_core *c, const press_network *n, uint32_t first, uint32_t rows,
                    float *tags) {
  const press_dense *view = &n->parse.tags, *mlp = &n->parse.mlp;
  const uint32_t o = 2 * n->h;
  float *seen = c->gates;
  for (uint32_t r = 0; r < rows; r++)
    press_core__softmax(c, tags + (size_t)r * n->tag.pad, c->model->n_tags);
  c->k->gemm(tags, n->tag.pad, view->w, view->bias, seen, view->pad, rows, view->in,
             view->pad);
  c->k->gelu(seen, (size_t)rows * view->pad);
  for (uint32_t r = 0; r < rows; r++) {
    float *x = c->wide + (size_t)r * mlp->in;
    memcpy(x, row_of(c, n, first + r), o * sizeof *x);
    memcpy(x + o, seen + (size_t)r * view->pad, PRESS_NET_TAG_VIEW * sizeof *x);
  }
  float *y = c->mlp + (size_t)(first - c->at.lo) * MLP;
  press_core__dense(c, mlp, c->wide, rows, y);
  for (uint32_t r = 0; r < rows; r++) c->k->gelu(y + (size_t)r * MLP, LDEP);
}

void press_core__tags(press_core *c, const press_network *n) {
  for (uint32_t first = c->at.begin; first < c->at.end; first += PRESS_BLOCK) {
    uint32_t rows = c->at.end - first < PRESS_BLOCK ? c->at.end - first : PRESS_BLOCK;
    press_core__dense(c, &n->tag, row_of(c, n, first), rows, c->side);
    for (uint32_t r = 0; r < rows; r++) {
      uint32_t token = c->units.at[first + r].token;
      if (token == PRESS_NONE) continue;
      const press_tag *t =
          &c->model->tags[best_of(c->side + (size_t)r * n->tag.pad, c->model->n_tags)];
      c->words[token].upos = t->upos;
      c->words[token].xpos = t->xpos;
    }
    if (n->heads & PRESS_HEAD_PARSE) factors(c, n, first, rows, c->side);
  }
}

/** Head vectors of n words behind the root's, as packed weights. */
static float *pack_heads(press_core *c, const press_network *n, const float *mlp,
                         uint32_t words) {
  uint32_t pad = PRESS_NN_PAD(words + 1);
  float *w = press_core__room(c, PRESS_ROOM_HEADS, (size_t)pad * ARC * sizeof *w);
  for (uint32_t h = 0; h <= words; h++) {
    const float *v = h ? mlp + (size_t)(h - 1) * MLP + HEAD : n->parse.root_head;
    float *panel = w + (size_t)(h / 16) * 16 * ARC + h % 16;
    for (uint32_t i = 0; i < ARC; i++) panel[(size_t)i * 16] = v[i];
  }
  return w;
}

/** Weight of the distance from word i to head h (0 root); as in training. */
static float distance(const float *dist, uint32_t i, uint32_t h) {
  uint32_t a = i + 1, far = a > h ? a - h : h - a;
  if (far >= PRESS_NET_ARC_NEAR) far = PRESS_NET_ARC_NEAR - 1;
  return dist[a > h ? far : PRESS_NET_ARC_NEAR + far];
}

static void find_heads(press_core *c, const press_network *n, const float *mlp,
                       uint32_t words, uint32_t *heads) {
  const uint32_t pad = PRESS_NN_PAD(words + 1);
  const size_t one = sizeof(float), rows = words;
  float *dep = press_core__room(c, PRESS_ROOM_DEP, rows * ARC * one);
  float *scores = press_core__room(c, PRESS_ROOM_SCORES, rows * pad * one);
  const float *zero = press_core__room(c, PRESS_ROOM_ZEROS, pad * one);
  c->k->gemm(mlp, MLP, n->parse.arc.w, n->parse.arc.bias, dep, ARC, words, ARC, ARC);
  c->k->gemm(dep, ARC, pack_heads(c, n, mlp, words), zero, scores, pad, words, ARC, pad);
  for (uint32_t i = 0; i < words; i++)
    for (uint32_t h = 0; h <= words; h++)
      scores[(size_t)i * pad + h] += distance(n->parse.dist, i, h);
  press_nn__tree(c->arena, &c->trees, scores, pad, words, heads);
}

static void label(press_core *c, const press_network *n, const float *mlp, uint32_t words,
                  const uint32_t *heads, uint32_t first) {
  const press_dense *out = &n->parse.label;
  const size_t one = sizeof(float), rows = words;
  float *x = press_core__room(c, PRESS_ROOM_LABEL_IN, rows * PRESS_NET_LABEL * one);
  float *y = press_core__room(c, PRESS_ROOM_LABEL_OUT, rows * out->pad * one);
  for (uint32_t i = 0; i < words; i++) {
    float *to = x + (size_t)i * PRESS_NET_LABEL;
    const float *head =
        heads[i] ? mlp + (size_t)(heads[i] - 1) * MLP + LHEAD : n->parse.root_label;
    memcpy(to, mlp + (size_t)i * MLP + LDEP, PRESS_NET_LABEL * sizeof *to);
    c->k->add(to, head, PRESS_NET_LABEL);
  }
  c->k->gelu(x, (size_t)words * PRESS_NET_LABEL);
  press_core__dense(c, out, x, words, y);
  for (uint32_t i = 0; i < words; i++) {
    press_word *w = &c->words[first + i];
    const press_rel *r =
        &c->model->rels[best_of(y + (size_t)i * out->pad, c->model->n_rels)];
    w->deprel = r->deprel;
    w->passive = r->passive;
    w->head = heads[i] ? first + heads[i] - 1 : PRESS_NONE;
    if (heads[i] == 0)
      w->deprel = PRESS_DEP_root;
    else if (w->deprel == PRESS_DEP_root)
      w->deprel = PRESS_DEP_parataxis;
  }
}

/** One tree over tokens [first, first + words). Returns its root. */
static uint32_t parse(press_core *c, const press_network *n, uint32_t first,
                      uint32_t words) {
  uint32_t *heads = press_core__room(c, PRESS_ROOM_TREE, words * sizeof *heads);
  uint32_t root = first;
  const float *mlp = c->mlp + (size_t)(c->units.of_token[first] - c->at.lo) * MLP;
  find_heads(c, n, mlp, words, heads);
  label(c, n, mlp, words, heads, first);
  for (uint32_t i = 0; i < words; i++)
    if (!heads[i]) root = first + i;
  return root;
}

void press_core__parse(press_core *c, const press_network *n) {
  uint32_t s = PRESS_NONE;
  for (press_range sent; press_core__sentence(c, &s, &sent);) {
    uint32_t root = PRESS_NONE;
    for (uint32_t i = sent.begin; i < sent.end; i += MOST_PARSED) {
      uint32_t left = sent.end - i;
      uint32_t r = parse(c, n, i, left < MOST_PARSED ? left : MOST_PARSED);
      if (root == PRESS_NONE) {
        root = r;
      } else {
        c->words[r].head = root;
        c->words[r].deprel = PRESS_DEP_parataxis;
      }
    }
  }
}
