/** Attribution in training: cue tags and the pair stage. */
#include "train/net.h"

#include "ling/pair.h"

#include <math.h>
#include <string.h>

#define CUE_WEIGHT  1.0f
#define AUX_WEIGHT  0.3f
#define PAIR_WEIGHT 2.0f
#define PAIR_DROP   0.15f
#define FALSE_CUE   0.3f /**< a cue found at this probability that is none... */
#define FALSE_SHARE 0.3f /**< ...is trained as "nothing" this often */

static void bio(uint32_t *y, uint32_t b, uint32_t e) {
  for (uint32_t i = b; i < e; i++)
    if (y[i] != BIO_O) return;
  for (uint32_t i = b; i < e; i++) y[i] = i == b ? BIO_B : BIO_I;
}

typedef enum component { CUE, SOURCE, CONTENT } component;

static void doc_bio(uint32_t *y, const t_doc *d, component c) {
  memset(y, 0, d->units.n * sizeof *y);
  for (uint32_t i = 0; i < d->n_attrs; i++) {
    const t_attr *a = &d->attrs[i];
    const t_spans *s = c == SOURCE ? &a->source : &a->content;
    if (c == CUE) bio(y, a->cue[0], a->cue[1]);
    for (uint32_t k = 0; c != CUE && k < s->n; k++) bio(y, s->at[k][0], s->at[k][1]);
  }
}

/** BIO labels of a batch; documents without attributions have none. */
static uint32_t *labels(press_tape *t, t_doc *const *docs, uint32_t n_docs, uint32_t rows,
                        component c) {
  uint32_t *y = press_tape__alloc(t, rows * sizeof *y), at = 0;
  memset(y, 255, rows * sizeof *y);
  for (uint32_t d = 0; d < n_docs; at += docs[d++]->units.n)
    if (docs[d]->attrs) doc_bio(y + at, docs[d], c);
  return y;
}

/** Columns [0, 3) or [3, 6) of the auxiliary logits, as a matrix of its own. */
t_mat *press_net__aux(t_net *n, press_tape *t, t_mat *h, int k) {
  t_mat w = {3, h->cols, n->attr.aux.w->v + (size_t)k * 3 * h->cols,
             n->attr.aux.w->g + (size_t)k * 3 * h->cols};
  t_mat b = {1, 3, n->attr.aux.b->v + (size_t)k * 3, n->attr.aux.b->g + (size_t)k * 3};
  t_mat *keep = press_tape__alloc(t, 2 * sizeof *keep);
  keep[0] = w, keep[1] = b;
  return press_tape__linear(t, h, &keep[0], &keep[1]);
}

static float aux_losses(t_net *n, press_tape *t, t_mat *h, t_doc *const *docs,
                        uint32_t n_docs, float scale) {
  float loss = 0;
  for (int k = 0; k < 2; k++)
    loss +=
        press_tape__xent(t, press_net__aux(n, t, h, k),
                         labels(t, docs, n_docs, h->rows, k ? CONTENT : SOURCE), scale);
  return loss;
}

t_pair press_net__pair(const t_doc *d, uint32_t at, uint32_t b, uint32_t e) {
  t_pair p = {.b = b, .e = e, .at = at, .doc = d};
  press_pair__window(b, d->units.n, &p.lo, &p.hi);
  return p;
}

static float prob_of_cue(const float *x) {
  float top = fmaxf(x[0], fmaxf(x[1], x[2]));
  float o = expf(x[0] - top), all = o + expf(x[1] - top) + expf(x[2] - top);
  return 1 - o / all;
}

static bool in_gold_cue(const t_doc *d, uint32_t i) {
  for (uint32_t k = 0; k < d->n_attrs; k++)
    if (i >= d->attrs[k].cue[0] && i < d->attrs[k].cue[1]) return true;
  return false;
}

/** Cues of one document: the true ones, and some that the model wrongly sees. */
static uint32_t doc_pairs(press_tape *t, const t_doc *d, uint32_t at, const t_mat *cues,
                          bool false_cues, t_pair *out, uint32_t room) {
  uint32_t n = 0;
  for (uint32_t k = 0; k < d->n_attrs && n < room; k++) {
    out[n] = press_net__pair(d, at, d->attrs[k].cue[0], d->attrs[k].cue[1]);
    out[n++].gold = &d->attrs[k];
  }
  for (uint32_t i = 0; false_cues && i < d->units.n && n < room; i++) {
    if (prob_of_cue(cues->v + (size_t)(at + i) * 3) < FALSE_CUE || in_gold_cue(d, i))
      continue;
    if (press_tape__uniform(&t->random) < FALSE_SHARE)
      out[n++] = press_net__pair(d, at, i, i + 1);
  }
  return n;
}

/** The same with teachers: cues that are annotated, or likely and nowhere annotated;
 *  now and then one of the others. */
static uint32_t taught_pairs(press_tape *t, const t_doc *d, uint32_t at, t_pair *out,
                             uint32_t room) {
  uint32_t n = 0;
  for (uint32_t k = 0; k < d->taught.n_cues && n < room; k++) {
    const t_cue *c = &d->taught.cues[k];
    bool sure = c->gold || (!d->attrs && c->p > 0.5f);
    if (!sure && press_tape__uniform(&t->random) >= FALSE_SHARE) continue;
    out[n] = press_net__pair(d, at, c->b, c->e);
    out[n].cue = c;
    out[n++].gold = c->gold;
  }
  return n;
}

static void bioes(uint32_t *y, uint32_t lo, uint32_t hi, const t_spans *s, uint32_t base,
                  uint32_t *full) {
  for (uint32_t k = 0; k < s->n; k++) {
    uint32_t b = s->at[k][0], e = s->at[k][1];
    bool free = true;
    for (uint32_t i = b; i < e; i++) free &= i < lo || i >= hi || y[i - lo] == 0;
    if (!free) continue;
    for (uint32_t i = b > lo ? b : lo; i < e && i < hi; i++)
      y[i - lo] = e - b == 1   ? base + 3
                  : i == b     ? base
                  : i + 1 == e ? base + 2
                               : base + 1;
    ++*full;
  }
}

static uint32_t *pair_labels(press_tape *t, const t_pair *pairs, uint32_t n,
                             uint32_t rows) {
  uint32_t *y = press_tape__alloc(t, rows * sizeof *y), at = 0, full = 0;
  memset(y, 0, rows * sizeof *y);
  for (uint32_t i = 0; i < n; at += pairs[i].hi - pairs[i].lo, i++)
    if (!pairs[i].doc->attrs) {
      memset(y + at, 255, (pairs[i].hi - pairs[i].lo) * sizeof *y); // none known
    } else if (pairs[i].gold) {
      bioes(y + at, pairs[i].lo, pairs[i].hi, &pairs[i].gold->source, 1, &full);
      bioes(y + at, pairs[i].lo, pairs[i].hi, &pairs[i].gold->content, 5, &full);
    }
  return y;
}

/** Index vectors of all windows' rows. */
typedef struct window_rows {
  uint32_t *unit, *pair, *near, *sent, *para;
  uint8_t *starts;
  uint32_t n;
} window_rows;

static window_rows lay_out(press_tape *t, const t_pair *pairs, uint32_t n) {
  window_rows w = {.n = 0};
  for (uint32_t i = 0; i < n; i++) w.n += pairs[i].hi - pairs[i].lo;
  uint32_t **const all[] = {&w.unit, &w.pair, &w.near, &w.sent, &w.para}, at = 0;
  for (int k = 0; k < 5; k++)
    *all[k] = press_tape__alloc(t, (w.n + 1) * sizeof(uint32_t));
  w.starts = press_tape__alloc(t, w.n + 1);
  for (uint32_t i = 0; i < n; i++)
    for (uint32_t u = pairs[i].lo; u < pairs[i].hi; u++, at++) {
      press_place p =
          press_pair__place(pairs[i].doc->units.at, pairs[i].b, pairs[i].e, u);
      w.starts[at] = u == pairs[i].lo;
      w.unit[at] = pairs[i].at + u;
      w.pair[at] = i;
      w.near[at] = p.near, w.sent[at] = p.sent, w.para[at] = p.para;
    }
  return w;
}

t_mat *press_net__roles(t_net *n, press_tape *t, t_mat *h, const t_pair *pairs,
                        uint32_t n_pairs, uint32_t *rows) {
  window_rows w = lay_out(t, pairs, n_pairs);
  *rows = w.n;
  uint32_t *cues = press_tape__alloc(t, (size_t)2 * n_pairs * sizeof *cues);
  for (uint32_t i = 0; i < n_pairs; i++) {
    cues[2 * (size_t)i] = pairs[i].at + pairs[i].b;
    cues[2 * (size_t)i + 1] = pairs[i].at + pairs[i].e;
  }
  t_mat *u = press_tape__linear(t, h, n->attr.u.w, n->attr.u.b);
  t_mat *v = press_tape__linear(t, press_tape__means(t, h, cues, n_pairs), n->attr.v.w,
                                n->attr.v.b);
  const t_picked parts[] = {{u, w.unit},
                            {v, w.pair},
                            {n->attr.near, w.near},
                            {n->attr.sent, w.sent},
                            {n->attr.para, w.para}};
  t_mat *x = press_tape__sum_rows(t, parts, 5, w.n);
  x = press_tape__gelu(t, press_tape__norm(t, x, n->attr.gain, n->attr.bias));
  const t_layer *l = &n->attr.pair;
  t_mat *y = press_tape__pool(t, press_tape__linear(t, x, l->w, l->b), w.starts);
  y = press_tape__add(t, press_tape__dropout(t, y, PAIR_DROP), x);
  y = press_tape__dropout(t, press_tape__norm(t, y, l->gain, l->bias), PAIR_DROP);
  return press_tape__linear(t, y, n->attr.out.w, n->attr.out.b);
}

static const t_soft **pair_softs(press_tape *t, const t_pair *pairs, uint32_t n,
                                 uint32_t rows) {
  const t_soft **y = press_tape__alloc(t, (rows + 1) * sizeof *y);
  uint32_t at = 0;
  for (uint32_t i = 0; i < n; i++)
    for (uint32_t k = 0; k < pairs[i].hi - pairs[i].lo; k++)
      y[at++] = pairs[i].cue ? &pairs[i].cue->roles[k] : NULL;
  return y;
}

#define MAX_PAIRS 1024u

void press_net__attribution(t_net *n, press_tape *t, t_mat *h, t_doc *const *docs,
                            uint32_t n_docs, const t_shares *shares, bool false_cues,
                            t_losses *out) {
  bool any = false;
  for (uint32_t d = 0; d < n_docs; d++) any |= docs[d]->attrs || docs[d]->taught.cues;
  if (!any) return;
  float scale = 1 / ((float)h->rows * shares->attr), a = n->cfg.teach;
  t_mat *cues = press_tape__linear(t, h, n->attr.cue.w, n->attr.cue.b);
  t_pair *pairs = press_tape__alloc(t, MAX_PAIRS * sizeof *pairs);
  uint32_t n_pairs = 0, at = 0;
  for (uint32_t d = 0; d < n_docs; at += docs[d++]->units.n)
    if (docs[d]->taught.cues)
      n_pairs += taught_pairs(t, docs[d], at, pairs + n_pairs, MAX_PAIRS - n_pairs);
    else if (docs[d]->attrs)
      n_pairs += doc_pairs(t, docs[d], at, cues, false_cues, pairs + n_pairs,
                           MAX_PAIRS - n_pairs);
  uint32_t *gold = labels(t, docs, n_docs, h->rows, CUE);
  float weight = scale * CUE_WEIGHT;
  out->cue =
      press_tape__xent(t, cues, gold, weight * (1 - a)) +
      press_tape__teach(t, cues, NET_SOFTS(cue), gold, weight * a, weight * NET_LONE);
  out->aux = aux_losses(n, t, h, docs, n_docs, scale * AUX_WEIGHT);
  if (!n_pairs) return;
  uint32_t rows;
  t_mat *roles = press_net__roles(n, t, h, pairs, n_pairs, &rows);
  gold = pair_labels(t, pairs, n_pairs, rows);
  weight = PAIR_WEIGHT / ((float)h->rows * shares->pair);
  out->pair = press_tape__xent(t, roles, gold, weight * (1 - a)) +
              press_tape__teach(t, roles, pair_softs(t, pairs, n_pairs, rows), gold,
                                weight * a, weight * NET_LONE);
}
