/** The gradient of every parameter against finite differences of the loss, on a small
 *  network with every head, dropout on (the same masks each time). */
#include "train/teach.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <math.h>
#include <stdio.h>

#define STEP      4e-3f /**< of a weight */
#define TOLERANCE 0.04  /**< relative, with... */
#define SLACK     6e-4  /**< ...the rounding of float sums */
#define RANDOM    12345u

static const char *const words[] = {"The", "minister", "said", "on",    "Monday",
                                    "\"",  "We",       "will", "pay",   ".",
                                    "\"",  "Ms",       "Lind", "warned"};
#define N (sizeof words / sizeof *words)

typedef struct fixture {
  press_arena arena;
  jmp_buf full;
  t_corpus corpus;
  t_net net;
  press_tape tape;
  t_doc *docs[3];
  uint32_t n_docs;
  float glove[8 * 100];
} fixture;

static uint32_t *some(press_arena *a, uint32_t classes, uint32_t n) {
  uint32_t *y = PRESS_NEW(a, uint32_t, n);
  for (uint32_t i = 0; i < n; i++) y[i] = (i * 7 + 3) % classes;
  return y;
}

static void make_doc(fixture *f, bool tree, bool attr) {
  press_arena *a = &f->arena;
  press_str tokens[N];
  uint32_t sentence[N], para[N];
  for (uint32_t i = 0; i < N; i++) {
    tokens[i] = press_str__of(words[i]);
    sentence[i] = i > 4;
    para[i] = i > 10;
  }
  for (uint32_t i = 11; i < N; i++) sentence[i] = 2;
  t_doc d = {.domain = tree ? DOMAIN_UNER : DOMAIN_SILVER};
  if (tree || attr) d.name = some(a, 13, N);
  press_corpus__text(a, tokens, sentence, para, N, &d.text);
  if (tree) {
    d.tag = some(a, 3, N), d.rel = some(a, 4, N), d.head = some(a, 3, N);
    for (uint32_t i = 0; i < N; i++) // no word under itself
      if (d.head[i] == i - d.text.sentences[sentence[i]].begin + 1) d.head[i] = 0;
  }
  if (attr) {
    d.attrs = PRESS_NEW(a, t_attr, 1);
    d.n_attrs = 1;
    uint32_t(*s)[2] = press_arena__array(a, 2, sizeof *s);
    s[0][0] = 0, s[0][1] = 2, s[1][0] = 5, s[1][1] = 11;
    d.attrs[0] = (t_attr){{2, 3}, {s, 1}, {s + 1, 1}};
  }
  *PRESS_PUSH(a, &f->corpus.docs) = d;
}

static int set_up(void **state) {
  fixture *f = calloc(1, sizeof *f);
  if (!f) return -1;
  press_arena__init(&f->arena, 1 << 28, &f->full);
  f->corpus.arena = &f->arena;
  make_doc(f, true, false);
  make_doc(f, false, true);
  make_doc(f, false, false);
  press_vocab v = {.n = 8};
  for (uint32_t i = 1; i < 8; i++) {
    static const char *const known[] = {"the", "said", "\"", "we", "pay", ".", "ms"};
    *press_map__put(&f->arena, &v.map, press_str__of(known[i - 1])) = i;
  }
  static const char *const names[] = {"a", "b", "c", "d"};
  for (uint32_t i = 0; i < 4; i++) {
    if (i < 3) press_corpus__label(&f->corpus, &f->corpus.tags, press_str__of(names[i]));
    press_corpus__label(&f->corpus, &f->corpus.rels, press_str__of(names[i]));
  }
  press_corpus__units(&f->corpus, &v);
  for (size_t i = 100; i < 800; i++) f->glove[i] = sinf((float)i) * 0.3f;
  t_config cfg = {
      .heads = 15, .d0 = 16, .h = 16, .layers = 2, .k = 32, .drop = 0.25f, .seed = 5};
  press_net__init(&f->net, &cfg, &f->corpus, (t_mat){8, 100, f->glove, NULL}, 6);
  press_tape__init(&f->tape, 1 << 27, 1);
  f->tape.training = true;
  for (uint32_t i = 0; i < 3; i++) f->docs[i] = &f->corpus.docs.at[i];
  f->n_docs = 2;
  *state = f;
  return 0;
}

/** With teachers: the network as it starts, and a document that has no labels. */
static int set_up_taught(void **state) {
  if (set_up(state)) return -1;
  fixture *f = *state;
  t_net *const teacher = &f->net;
  press_teach__corpus(&f->corpus, &teacher, 1, &f->tape);
  f->docs[1]->as_uner = true;
  f->net.cfg.teach = 0.4f;
  f->n_docs = 3;
  return 0;
}

static int tear_down(void **state) {
  fixture *f = *state;
  press_tape__free(&f->tape);
  press_net__free(&f->net);
  press_arena__clear(&f->arena);
  free(f);
  return 0;
}

static double loss(fixture *f) {
  const t_shares shares = {1, 1, 1, 4};
  f->tape.random = RANDOM;
  t_losses l = press_net__losses(&f->net, &f->tape, f->docs, f->n_docs, &shares, false);
  return (double)l.tag + (double)l.arc + (double)l.label + (double)l.name +
         (double)l.cue + (double)l.aux + (double)l.pair;
}

static double slope(fixture *f, float *at) {
  float was = *at;
  *at = was + STEP;
  double up = loss(f);
  *at = was - STEP;
  double down = loss(f);
  *at = was;
  return (up - down) / (2 * (double)STEP);
}

/** The entry with the largest gradient, and two others. */
static size_t entry(const float *g, size_t n, int k) {
  size_t best = 0;
  if (k) return (size_t)k * 7919 % n;
  for (size_t i = 1; i < n; i++)
    if (fabsf(g[i]) > fabsf(g[best])) best = i;
  return best;
}

static void gradients(void **state) {
  fixture *f = *state;
  t_params *p = &f->net.params;
  loss(f);
  uint32_t moved = 0;
  for (uint32_t i = 0; i < p->n; i++) {
    size_t n = (size_t)p->at[i].m.rows * p->at[i].m.cols;
    float *g = malloc(n * sizeof *g);
    assert_non_null(g);
    for (uint32_t q = 0; q < p->n; q++)
      memset(p->at[q].m.g, 0, (size_t)p->at[q].m.rows * p->at[q].m.cols * sizeof(float));
    loss(f);
    memcpy(g, p->at[i].m.g, n * sizeof *g);
    for (int k = 0; k < 3; k++) {
      size_t at = entry(g, n, k);
      double found = slope(f, &p->at[i].m.v[at]), want = (double)g[at];
      moved += fabs(want) > 10 * SLACK;
      if (fabs(found - want) > TOLERANCE * fmax(fabs(found), fabs(want)) + SLACK)
        fail_msg("%s (%u)[%zu]: gradient %g, slope %g", p->at[i].name, i, at, want,
                 found);
    }
    free(g);
  }
  assert_true(moved > p->n); // most parameters matter: the check is not empty
}

/** Two trainings from one seed end in the same bytes, and learn. */
static void repeats(void **state) {
  fixture *f = *state;
  double first = loss(f), last[2];
  const t_config cfg = f->net.cfg;
  for (int run = 0; run < 2; run++) {
    press_net__free(&f->net);
    press_net__init(&f->net, &cfg, &f->corpus, (t_mat){8, 100, f->glove, NULL}, 6);
    for (int i = 0; i < 60; i++) {
      last[run] = loss(f);
      press_param__clip(&f->net.params, 2);
      press_param__adam(&f->net.params, 5e-3f);
    }
  }
  assert_true(last[0] < 0.7 * first);
  assert_memory_equal(&last[0], &last[1], sizeof last[0]);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(gradients, set_up, tear_down),
      cmocka_unit_test_setup_teardown(gradients, set_up_taught, tear_down),
      cmocka_unit_test_setup_teardown(repeats, set_up, tear_down),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
