/** Attribution: cues over the text, then source and content around each cue. */
#include "ling/core.h"

#include "ling/borders.h"
#include "ling/pair.h"
#include "nn/format.h"
#include "nn/viterbi.h"

#include <string.h>

/** Cues are kept from this probability on; later stages ask for more. */
#define CUE_KEPT 0.3f
/** Added to the score of "no cue": the networks see a few too many. */
#define OUTSIDE 0.4f

#define ROLES  2u /**< source, content */
#define WINDOW (PRESS_PAIR_BEFORE + PRESS_PAIR_AFTER)

/** Cue probabilities (O, B, I of each unit) and the pair stage's view. */
static float *project(press_core *c, const press_network *n) {
  uint32_t rows = c->at.hi - c->at.lo;
  float *p =
      press_core__room(c, PRESS_ROOM_CUES, (size_t)rows * PRESS_NET_N_CUES * sizeof *p);
  for (uint32_t first = 0; first < rows; first += PRESS_BLOCK) {
    uint32_t k = rows - first < PRESS_BLOCK ? rows - first : PRESS_BLOCK;
    const float *h = c->h + (size_t)first * 2 * n->h;
    press_core__dense(c, &n->attr.u, h, k, c->u + (size_t)first * n->k);
    press_core__dense(c, &n->attr.cue, h, k, c->side);
    for (uint32_t r = 0; r < k; r++) {
      float *x = c->side + (size_t)r * n->attr.cue.pad;
      x[0] += OUTSIDE;
      press_core__softmax(c, x, PRESS_NET_N_CUES);
      memcpy(p + (size_t)(first + r) * PRESS_NET_N_CUES, x, PRESS_NET_N_CUES * sizeof *x);
    }
  }
  return p;
}

/** The window of one cue as the pair stage's input. */
static void lay_window(press_core *c, const press_network *n, uint32_t b, uint32_t e,
                       uint32_t lo, uint32_t hi, float *x) {
  const uint32_t k = n->k, o = 2 * n->h;
  float mean[PRESS_MODEL_WIDTH] = {0}, cue[PRESS_MODEL_WIDTH];
  for (uint32_t i = b; i < e; i++) c->k->add(mean, c->h + (size_t)(i - c->at.lo) * o, o);
  for (uint32_t j = 0; j < o; j++) mean[j] /= (float)(e - b);
  press_core__dense(c, &n->attr.v, mean, 1, cue);
  for (uint32_t i = lo; i < hi; i++) {
    press_place p = press_pair__place(c->units.at, b, e, i);
    float *row = x + (size_t)(i - lo) * k;
    memcpy(row, c->u + (size_t)(i - c->at.lo) * k, k * sizeof *row);
    c->k->add(row, cue, k);
    c->k->add(row, n->attr.near + (size_t)p.near * k, k);
    c->k->add(row, n->attr.sent + (size_t)p.sent * k, k);
    c->k->add(row, n->attr.para + (size_t)p.para * k, k);
    c->k->norm(row, NULL, n->attr.gain, n->attr.bias, k);
  }
  c->k->gelu(x, (size_t)(hi - lo) * k);
}

/** Units [b, e) as tokens; breaks at the edges are left out. */
static press_range tokens(const press_core *c, uint32_t b, uint32_t e) {
  while (b < e && c->units.at[b].token == PRESS_NONE) b++;
  while (e > b && c->units.at[e - 1].token == PRESS_NONE) e--;
  if (b == e) return (press_range){0, 0};
  return (press_range){c->units.at[b].token, c->units.at[e - 1].token + 1};
}

typedef PRESS_VEC(press_range) ranges;
typedef PRESS_VEC(press_borders) borders;

/** The runs of labels of one role; of contents their other edges too. */
static void collect(press_core *c, const press_labelled *l, uint32_t lo, uint8_t role,
                    ranges *out, borders *others) {
  for (uint32_t i = 0, e; i < l->n; i = e) {
    e = i + 1;
    if (!l->labels[i] || (l->labels[i] - 1) / 4 != role) continue;
    if ((l->labels[i] - 1) % 4 == 0)
      while (e < l->n && (l->labels[e - 1] - 1) % 4 != 2) e++;
    press_range r = tokens(c, lo + i, lo + e);
    if (r.end <= r.begin) continue;
    *PRESS_PUSH(c->arena, out) = r;
    if (others)
      press_borders__find(l, i, e, c->units.at + lo, PRESS_PUSH(c->arena, others));
  }
}

/** The range that ends or begins nearest to the cue. */
static press_range nearest(const ranges *r, press_range cue) {
  uint32_t best = 0, least = UINT32_MAX;
  for (uint32_t i = 0; i < r->n; i++) {
    press_range x = r->at[i];
    uint32_t far = x.end <= cue.begin   ? cue.begin - x.end
                   : x.begin >= cue.end ? x.begin - cue.end
                                        : 0;
    if (far < least) least = far, best = i;
  }
  return r->at[best];
}

static void add(press_core *c, press_range cue, const ranges *source,
                const ranges *content, const borders *others, float score,
                press_surety sure) {
  press_attribution a = {.cue = cue,
                         .score = score,
                         .source_score = sure.source,
                         .content_score = sure.content,
                         .content = {content->at, content->n},
                         .borders = others->at};
  if (source->n) {
    press_range *one = PRESS_NEW(c->arena, press_range, 1);
    *one = nearest(source, cue);
    a.source = (press_ranges){one, 1};
  }
  *PRESS_PUSH(c->arena, &c->attributions) = a;
}

/** Source and content of the cue at units [b, e). */
static void link(press_core *c, const press_network *n, uint32_t b, uint32_t e,
                 float score, float *x, float *y) {
  uint32_t lo, hi;
  press_pair__window(b, c->at.hi, &lo, &hi);
  if (lo < c->at.lo) lo = c->at.lo;
  const uint32_t rows = hi - lo, stride = n->attr.out.pad;
  uint8_t labels[WINDOW], back[WINDOW * (1 + 4 * ROLES)];
  ranges source = {0}, content = {0};
  borders others = {0};
  if (e > hi) e = hi;
  lay_window(c, n, b, e, lo, hi, x);
  press_core__layer(c, &n->attr.pair, x, y, rows);
  press_core__dense(c, &n->attr.out, y, rows, x);
  press_nn__viterbi(x, stride, rows, ROLES, back, labels);
  press_labelled l = {x, stride, labels, rows};
  collect(c, &l, lo, 0, &source, NULL);
  collect(c, &l, lo, 1, &content, &others);
  press_range cue = tokens(c, b, e);
  if (!content.n || cue.end <= cue.begin) return;
  press_surety sure = press_core__surety(c, x, stride, labels, rows);
  add(c, cue, &source, &content, &others, score, sure);
}

void press_core__attributions(press_core *c, const press_network *n) {
  const uint32_t wide = n->k > n->attr.out.pad ? n->k : n->attr.out.pad;
  float *x = press_core__room(c, PRESS_ROOM_SCORES, (size_t)WINDOW * wide * sizeof *x);
  float *y = press_core__room(c, PRESS_ROOM_DEP, (size_t)WINDOW * n->k * sizeof *y);
  const float *p = project(c, n);
  for (uint32_t i = c->at.begin, e; i < c->at.end; i = e) {
    const float *q = p + (size_t)(i - c->at.lo) * PRESS_NET_N_CUES;
    float score = 1 - q[0];
    e = i + 1;
    if (!(score > CUE_KEPT)) continue;
    for (q += PRESS_NET_N_CUES; e < c->at.end && 1 - q[0] > CUE_KEPT && q[2] > q[1]; e++)
      q += PRESS_NET_N_CUES;
    link(c, n, i, e, score, x, y);
  }
}
