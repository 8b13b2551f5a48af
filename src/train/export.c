#include "train/export.h"

#include <cblas.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

static void put32(FILE *f, uint32_t x) {
  fwrite(&x, sizeof x, 1, f);
}

static void pad(FILE *f, size_t n) {
  static const char zeros[4];
  fwrite(zeros, 1, (4 - n % 4) % 4, f);
}

static void strings(FILE *f, const press_str *s, uint32_t n) {
  uint32_t bytes = 0;
  for (uint32_t i = 0; i < n; i++) bytes += (uint32_t)s[i].n + 1;
  put32(f, n);
  put32(f, bytes);
  for (uint32_t i = 0; i < n; i++) {
    if (s[i].n)
      fwrite(s[i].at, 1, s[i].n, f); // row 0 has no word: NULL is not to be read
    fputc(0, f);
  }
  pad(f, bytes);
}

static void floats(FILE *f, const t_mat *m) {
  put32(f, PRESS_TENSOR_FLOAT);
  put32(f, m->rows);
  put32(f, m->cols);
  fwrite(m->v, sizeof(float), (size_t)m->rows * m->cols, f);
}

static float row_scale(const float *row, uint32_t n, float most) {
  float top = 0;
  for (uint32_t i = 0; i < n; i++) top = fabsf(row[i]) > top ? fabsf(row[i]) : top;
  return top > 0 ? top / most : 1.0f;
}

/** Rows as whole numbers of `kind` bits with a scale each. */
static void rounded(FILE *f, const float *v, uint32_t rows, uint32_t cols,
                    uint32_t kind) {
  float most = kind == PRESS_TENSOR_INT8 ? 127.0f : 32767.0f;
  put32(f, kind);
  put32(f, rows);
  put32(f, cols);
  for (uint32_t r = 0; r < rows; r++) {
    float s = row_scale(v + (size_t)r * cols, cols, most);
    fwrite(&s, sizeof s, 1, f);
  }
  for (uint32_t r = 0; r < rows; r++) {
    const float *row = v + (size_t)r * cols, scale = row_scale(row, cols, most);
    for (uint32_t i = 0; i < cols; i++) {
      int16_t q = (int16_t)lrintf(row[i] / scale);
      int8_t b = (int8_t)q;
      if (kind == PRESS_TENSOR_INT8)
        fwrite(&b, 1, 1, f);
      else
        fwrite(&q, 2, 1, f);
    }
  }
  pad(f, (size_t)rows * cols * (kind / 8));
}

static void put_linear(FILE *f, t_linear l) {
  rounded(f, l.w->v, l.w->rows, l.w->cols, PRESS_TENSOR_INT16);
  floats(f, l.b);
}

/** Adds table x part of the input layer: rows already d0 wide. */
static void fold(float *rows, const t_mat *table, const t_net *n, uint32_t from) {
  const t_mat *w = n->in.w;
  cblas_sgemm(CblasRowMajor, CblasNoTrans, CblasTrans, (int)table->rows, (int)w->rows,
              (int)table->cols, 1, table->v, (int)table->cols, w->v + from, (int)w->cols,
              1, rows, (int)w->rows);
}

static void put_tables(FILE *f, const t_net *n) {
  uint32_t from = n->glove.cols, d0 = n->cfg.d0;
  for (int i = 0; i < PRESS_N_FEATS; from += n->tables[i++]->cols) {
    t_mat t = *n->tables[i];
    uint32_t rows = i == PRESS_FEAT_WORD ? n->glove.rows : t.rows;
    float *v = calloc((size_t)rows * d0, sizeof *v);
    if (!v) abort();
    if (i == PRESS_FEAT_WORD) {
      fold(v, &n->glove, n, 0);
      t.rows--, t.v += t.cols; // row 0, the unknown word, has no embedding
      fold(v + d0, &t, n, from);
    } else {
      fold(v, &t, n, from);
    }
    rounded(f, v, rows, d0, PRESS_TENSOR_INT8);
    free(v);
  }
}

static void put_layer(FILE *f, const t_layer *l) {
  put_linear(f, (t_linear){l->w, l->b});
  floats(f, l->gain);
  floats(f, l->bias);
}

static void put_net(FILE *f, const t_net *n) {
  const t_config *c = &n->cfg;
  const uint32_t head[] = {c->heads, c->d0, c->h, c->layers, c->k};
  fwrite(head, sizeof head, 1, f);
  put_tables(f, n);
  floats(f, n->in.b);
  floats(f, n->gain0);
  floats(f, n->bias0);
  for (uint32_t i = 0; i < c->layers; i++) put_layer(f, &n->layers[i]);
  if (c->heads & PRESS_HEAD_TAG) put_linear(f, n->tag);
  if (c->heads & PRESS_HEAD_PARSE) {
    const t_linear all[] = {n->parse.tags, n->parse.dep,   n->parse.head, n->parse.arc,
                            n->parse.ldep, n->parse.lhead, n->parse.label};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) put_linear(f, all[i]);
    floats(f, n->parse.root);
    floats(f, n->parse.dist);
  }
  if (c->heads & PRESS_HEAD_NAME) {
    put_linear(f, n->name.mid);
    floats(f, n->name.domain);
    put_linear(f, n->name.out);
  }
  if (c->heads & PRESS_HEAD_ATTRIBUTION) {
    const t_linear all[] = {n->attr.cue, n->attr.u, n->attr.v, n->attr.out};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) put_linear(f, all[i]);
    const t_mat *rest[] = {n->attr.near, n->attr.sent, n->attr.para, n->attr.gain,
                           n->attr.bias};
    for (size_t i = 0; i < sizeof rest / sizeof *rest; i++) floats(f, rest[i]);
    put_layer(f, &n->attr.pair);
  }
}

bool press_export__write(const char *path, const t_net *n, const t_words *words,
                         const t_corpus *c) {
  FILE *f = fopen(path, "wb");
  if (!f) return false;
  put32(f, PRESS_MODEL_MAGIC);
  put32(f, PRESS_MODEL_VERSION);
  strings(f, words->words, words->vocab.n);
  strings(f, c->tags.names.at, c->tags.names.n);
  strings(f, c->rels.names.at, c->rels.names.n);
  put32(f, 1);
  put_net(f, n);
  return fclose(f) == 0;
}

/** Bytes before the number of networks. */
static size_t head_size(press_str s) {
  size_t at = 8;
  for (int i = 0; i < 3; i++) {
    uint32_t bytes = 0;
    if (at + 8 > s.n) return 0;
    memcpy(&bytes, s.at + at + 4, 4);
    at += 8 + ((size_t)bytes + 3) / 4 * 4;
  }
  return at + 4 <= s.n ? at : 0;
}

bool press_export__join(press_arena *a, const char *out, char *const *paths, int n) {
  FILE *f = fopen(out, "wb");
  if (!f) return false;
  press_str first = {NULL, 0};
  size_t head = 0;
  for (int i = 0; i < n; i++) {
    press_str s = press_corpus__read(a, paths[i]);
    if (i == 0) {
      first = s;
      head = head_size(s);
      fwrite(s.at, 1, head, f);
      put32(f, (uint32_t)n);
    }
    if (!head || s.n < head || memcmp(first.at, s.at, head) != 0) {
      fprintf(stderr, "press-train: %s has another vocabulary\n", paths[i]);
      fclose(f);
      return false;
    }
    fwrite(s.at + head + 4, 1, s.n - head - 4, f);
  }
  return fclose(f) == 0;
}
