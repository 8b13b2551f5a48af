/** Names of people, organisations and places. */
#include "ling/core.h"

#include "nn/format.h"
#include "nn/viterbi.h"

#define TYPES 3u

/** Class scores of units [first, first + rows) into core->side. */
static void score(press_core *c, const press_network *n, uint32_t first, uint32_t rows) {
  const float *h = c->h + (size_t)(first - c->at.lo) * 2 * n->h;
  press_core__dense(c, &n->name.mid, h, rows, c->gates);
  c->k->gelu(c->gates, (size_t)rows * n->name.mid.pad);
  press_core__dense(c, &n->name.out, c->gates, rows, c->side);
}

/** Adds the names among labels [0, n) of tokens from `first` on. A name's score is
 *  the mean probability of its labels. */
static void add_names(press_core *c, uint32_t first, const uint8_t *labels, uint32_t n,
                      float *scores, uint32_t stride) {
  for (uint32_t i = 0, e; i < n; i = e) {
    e = i + 1;
    if (!labels[i]) continue;
    uint8_t type = (uint8_t)((labels[i] - 1) / 4);
    while (e < n && labels[e] && (labels[e] - 1) % 4 != 0 && (labels[e] - 1) % 4 != 3 &&
           (labels[e] - 1) / 4 == type)
      e++;
    float p = 0;
    for (uint32_t k = i; k < e; k++) {
      float *x = scores + (size_t)k * stride;
      press_core__softmax(c, x, PRESS_NET_N_NAMES);
      p += x[labels[k]];
    }
    *PRESS_PUSH(c->arena, &c->names) =
        (press_name){{first + i, first + e}, type, p / (float)(e - i)};
  }
}

/** One sentence, in pieces that fit a block. */
static void sentence(press_core *c, const press_network *n, press_range s) {
  const uint32_t stride = n->name.out.pad, words = s.end - s.begin;
  float *all =
      press_core__room(c, PRESS_ROOM_NAMES, (size_t)words * stride * sizeof *all);
  uint8_t *labels = press_core__room(c, PRESS_ROOM_BACK, (size_t)words * (2 + 4 * TYPES));
  for (uint32_t i = 0; i < words; i += PRESS_BLOCK) {
    uint32_t rows = words - i < PRESS_BLOCK ? words - i : PRESS_BLOCK;
    score(c, n, c->units.of_token[s.begin] + i, rows);
    memcpy(all + (size_t)i * stride, c->side, (size_t)rows * stride * sizeof *all);
  }
  press_nn__viterbi(all, stride, words, TYPES, labels + words, labels);
  add_names(c, s.begin, labels, words, all, stride);
}

void press_core__names(press_core *c, const press_network *n) {
  uint32_t s = PRESS_NONE;
  for (press_range sent; press_core__sentence(c, &s, &sent);) sentence(c, n, sent);
}
