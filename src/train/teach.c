#include "train/teach.h"

#include "ling/pair.h"

#include <math.h>
#include <string.h>

#define CUE_LEAST 0.2f /**< less likely cues are not asked about */
#define MOST_WIDE 1024u

/** All teachers' views of one document. */
typedef struct lesson {
  t_corpus *c;
  press_tape *t;
  t_doc *d;
  t_net *const *nets;
  uint32_t n; /**< teachers */
  t_mat *h[TEACH_MOST], *out[TEACH_MOST];
  t_tree_view trees[TEACH_MOST];
} lesson;

static void add_softmax(const float *x, uint32_t n, float share, float *sum) {
  float top = x[0], all = 0;
  for (uint32_t i = 1; i < n; i++) top = x[i] > top ? x[i] : top;
  for (uint32_t i = 0; i < n; i++) all += expf(x[i] - top);
  for (uint32_t i = 0; i < n; i++) sum[i] += share * expf(x[i] - top) / all;
}

/** Mean distribution of row r of the teachers' scores. */
static void mean_row(const lesson *l, uint32_t r, float *out) {
  uint32_t cols = l->out[0]->cols;
  memset(out, 0, cols * sizeof *out);
  for (uint32_t k = 0; k < l->n; k++)
    add_softmax(l->out[k]->v + (size_t)r * cols, cols, 1.0f / (float)l->n, out);
}

/** The scores in l->out, for each unit; breaks only where asked for. */
static t_soft *each_unit(const lesson *l, bool breaks) {
  float mean[MOST_WIDE];
  t_soft *y = PRESS_NEW(l->c->arena, t_soft, l->d->units.n);
  for (uint32_t i = 0; i < l->d->units.n; i++) {
    if (!breaks && l->d->units.at[i].token == PRESS_NONE) continue;
    mean_row(l, i, mean);
    press_soft__of(mean, l->out[0]->cols, &y[i]);
  }
  return y;
}

static void read_tags(lesson *l) {
  for (uint32_t k = 0; k < l->n; k++) {
    const t_net *n = l->nets[k];
    l->h[k] = press_net__encode(l->nets[k], l->t, &l->d, 1);
    l->out[k] = press_tape__linear(l->t, l->h[k], n->tag.w, n->tag.b);
    l->trees[k] = press_net__trees(l->nets[k], l->t, l->h[k], l->out[k]);
  }
  l->d->taught.tag = each_unit(l, false);
}

static void sentence_heads(lesson *l, t_sentence s, uint32_t *heads) {
  const size_t wide = s.n + 1;
  float *scores = press_tape__alloc(l->t, s.n * wide * sizeof *scores);
  float *mean = press_tape__alloc(l->t, s.n * wide * sizeof *mean);
  memset(mean, 0, s.n * wide * sizeof *mean);
  for (uint32_t k = 0; k < l->n; k++) {
    press_tape__arc_scores(l->trees[k].dep, l->trees[k].head, l->nets[k]->parse.dist, s,
                           scores);
    for (uint32_t i = 0; i < s.n; i++)
      add_softmax(scores + i * wide, s.n + 1, 1.0f / (float)l->n, mean + i * wide);
  }
  for (uint32_t i = 0; i < s.n; i++) {
    t_soft *y = &l->d->taught.head[s.begin + i];
    press_soft__of(mean + i * wide, s.n + 1, y);
    heads[s.begin + i] = y->id[0];
  }
}

static void read_trees(lesson *l) {
  t_doc *d = l->d;
  const uint32_t n = d->units.n;
  uint32_t *heads = PRESS_NEW(l->c->arena, uint32_t, n);
  uint32_t *to = press_tape__alloc(l->t, (n + 1) * sizeof *to);
  if (!d->sentences) press_corpus__sentences(l->c, d);
  d->taught.head = PRESS_NEW(l->c->arena, t_soft, n);
  for (uint32_t i = 0; i < d->n_sentences; i++) sentence_heads(l, d->sentences[i], heads);
  if (!d->head) {
    d->guessed = true;
    d->head = heads;
    d->rel = PRESS_NEW(l->c->arena, uint32_t, n);
  }
  for (uint32_t i = 0; i < n; i++) to[i] = n;
  for (uint32_t s = 0; s < d->n_sentences; s++) {
    t_sentence q = d->sentences[s];
    for (uint32_t i = q.begin; i < q.begin + q.n; i++)
      if (d->head[i] && d->head[i] <= q.n) to[i] = q.begin + d->head[i] - 1;
  }
  for (uint32_t k = 0; k < l->n; k++)
    l->out[k] = press_net__rels(l->nets[k], l->t, l->trees[k], to);
  d->taught.rel = each_unit(l, false);
}

static void read_names(lesson *l) {
  const t_domain as = l->d->domain == DOMAIN_SILVER ? DOMAIN_UNER : l->d->domain;
  uint32_t *domain = press_tape__alloc(l->t, (l->d->units.n + 1) * sizeof *domain);
  for (uint32_t i = 0; i < l->d->units.n; i++) domain[i] = as;
  for (uint32_t k = 0; k < l->n; k++)
    l->out[k] = press_net__names(l->nets[k], l->t, l->h[k], domain);
  l->d->taught.name = each_unit(l, false);
}

static void add_cue(lesson *l, uint32_t b, uint32_t e, const t_attr *gold, float p) {
  t_taught *y = &l->d->taught;
  t_cue *cue = &y->cues[y->n_cues++];
  *cue = (t_cue){.b = b, .e = e, .gold = gold, .p = p};
}

/** Annotated cues and likely ones. mean: O, B, I of each unit. */
static void find_cues(lesson *l, const float *mean) {
  t_doc *d = l->d;
  uint8_t *gold = press_tape__alloc(l->t, d->units.n + 1);
  memset(gold, 0, d->units.n + 1);
  d->taught.cues = PRESS_NEW(l->c->arena, t_cue, d->units.n + d->n_attrs);
  for (uint32_t k = 0; k < d->n_attrs; k++) {
    const t_attr *a = &d->attrs[k];
    add_cue(l, a->cue[0], a->cue[1], a, 1);
    memset(gold + a->cue[0], 1, a->cue[1] - a->cue[0]);
  }
  for (uint32_t i = 0, e; i < d->units.n; i = e) {
    float p = 1 - mean[3 * (size_t)i];
    e = i + 1;
    if (p < CUE_LEAST || gold[i]) continue;
    while (e < d->units.n && !gold[e] && 1 - mean[3 * (size_t)e] >= CUE_LEAST &&
           mean[3 * (size_t)e + 2] > mean[3 * (size_t)e + 1])
      e++;
    add_cue(l, i, e, NULL, p);
  }
}

static void read_roles(lesson *l) {
  t_taught *y = &l->d->taught;
  t_pair *pairs = press_tape__alloc(l->t, (y->n_cues + 1) * sizeof *pairs);
  float mean[MOST_WIDE];
  uint32_t rows = 0, at = 0;
  for (uint32_t i = 0; i < y->n_cues; i++)
    pairs[i] = press_net__pair(l->d, 0, y->cues[i].b, y->cues[i].e);
  for (uint32_t k = 0; k < l->n && y->n_cues; k++)
    l->out[k] = press_net__roles(l->nets[k], l->t, l->h[k], pairs, y->n_cues, &rows);
  for (uint32_t i = 0; i < y->n_cues; i++) {
    uint32_t n = pairs[i].hi - pairs[i].lo;
    y->cues[i].roles = PRESS_NEW(l->c->arena, t_soft, n);
    for (uint32_t k = 0; k < n; k++) {
      mean_row(l, at++, mean);
      press_soft__of(mean, l->out[0]->cols, &y->cues[i].roles[k]);
    }
  }
}

static void read_attributions(lesson *l) {
  for (uint32_t k = 0; k < l->n; k++)
    l->out[k] =
        press_tape__linear(l->t, l->h[k], l->nets[k]->attr.cue.w, l->nets[k]->attr.cue.b);
  l->d->taught.cue = each_unit(l, true);
  float *mean = press_tape__alloc(l->t, (size_t)3 * l->d->units.n * sizeof *mean);
  for (uint32_t i = 0; i < l->d->units.n; i++) mean_row(l, i, mean + (size_t)3 * i);
  find_cues(l, mean);
  read_roles(l);
}

void press_teach__corpus(t_corpus *c, t_net *const *nets, uint32_t n, press_tape *t) {
  bool training = t->training;
  t->training = false;
  for (uint32_t i = 0; i < c->docs.n; i++) {
    lesson l = {.c = c, .t = t, .d = &c->docs.at[i], .nets = nets, .n = n};
    if (!l.d->units.n) continue;
    press_tape__reset(t);
    read_tags(&l);
    read_trees(&l);
    read_names(&l);
    read_attributions(&l);
  }
  press_tape__reset(t);
  t->training = training;
}
