#include "ling/core.h"

#include <string.h>

void press_core__softmax(const press_core *c, float *x, uint32_t n) {
  float top = x[0], sum = 0;
  for (uint32_t i = 1; i < n; i++) top = x[i] > top ? x[i] : top;
  for (uint32_t i = 0; i < n; i++) x[i] -= top;
  for (uint32_t i = n; i < PRESS_NN_PAD(n); i++) x[i] = 0;
  c->k->exp(x, n);
  for (uint32_t i = 0; i < n; i++) sum += x[i];
  for (uint32_t i = 0; i < n; i++) x[i] /= sum;
}

void press_core__dense(const press_core *c, const press_dense *d, const float *x,
                       uint32_t rows, float *y) {
  if (!d->w) {
    c->k->shrink(x, d->in, &c->small, rows, d->in);
    c->k->gemm8(&c->small, &d->small, d->bias, y, d->pad, rows, d->in, d->pad);
    return;
  }
  c->k->gemm(x, d->in, d->w, d->bias, y, d->pad, rows, d->in, d->pad);
}

/** A unit as the sum of its rows, normalised. */
static void embed(press_core *c, const press_network *n, const press_unit *u, float *x) {
  memcpy(x, n->bias0, n->d0 * sizeof *x);
  for (int i = 0; i < PRESS_N_FEATS; i++) {
    const press_bytes *t = &n->tables[i];
    uint32_t id = u->ids[i];
    c->k->add_bytes(x, t->at + (size_t)id * t->cols, t->scale[id], n->d0);
  }
  c->k->norm(x, NULL, n->gain0, n->shift0, n->d0);
}

void press_core__layer(press_core *c, const press_layer *l, const float *in, float *out,
                       uint32_t rows) {
  const uint32_t d = 2 * l->h, blocks = (rows + PRESS_BLOCK - 1) / PRESS_BLOCK;
  float state[PRESS_MODEL_WIDTH];
  for (uint32_t dir = 0; dir < 2; dir++) {
    memset(state, 0, l->h * sizeof *state);
    for (uint32_t b = 0; b < blocks; b++) {
      uint32_t first = (dir ? blocks - 1 - b : b) * PRESS_BLOCK;
      uint32_t n = rows - first < PRESS_BLOCK ? rows - first : PRESS_BLOCK;
      press_core__dense(c, &l->dir[dir], in + (size_t)first * l->in, n, c->gates);
      c->k->pool(c->gates, state, out + (size_t)first * d + (size_t)dir * l->h, d, n,
                 l->h, (int)dir);
    }
  }
  for (uint32_t r = 0; r < rows; r++)
    c->k->norm(out + (size_t)r * d, l->in == d ? in + (size_t)r * d : NULL, l->gain,
               l->bias, d);
}

void press_core__encode(press_core *c, const press_network *n) {
  uint32_t rows = c->at.hi - c->at.lo;
  float *in = c->rows[0], *out = c->rows[1];
  for (uint32_t r = 0; r < rows; r++)
    embed(c, n, &c->units.at[c->at.lo + r], in + (size_t)r * n->d0);
  c->k->gelu(in, (size_t)rows * n->d0);
  for (uint32_t i = 0; i < n->layers; i++) {
    press_core__layer(c, &n->layer[i], in, out, rows);
    float *swap = in;
    in = out;
    out = swap;
  }
  c->h = in;
}
