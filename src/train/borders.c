/** Learns the weights of data/borders.tsv: a log-linear choice over the candidates of
 *  src/find/statement_borders.c, by stochastic gradient on the documents of PolNeAR. */
#include "train/commands.h"

#include "find/statement_borders.h"
#include "lexicon/embed.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#define ROUNDS      6
#define RATE        0.1
#define DECAY       1e-3 /**< of every weight towards zero, at each of its updates */
#define LEAST_COUNT 20   /**< a feature must occur so often */
#define LEAST       0.05 /**< smaller weights are left out */
/** Share of the words that a part and its gold content have in common. */
#define SAME_SHARE 0.3

typedef struct fact {
  uint32_t feature;
  float value;
} fact;

/** Candidates of one case: facts [first[k], first[k + 1]). */
typedef struct lesson {
  uint32_t first, n, right;
} lesson;

typedef struct school {
  press_arena *arena;
  press_map map;
  PRESS_VEC(press_str) names;
  PRESS_VEC(fact) facts;
  PRESS_VEC(uint32_t) ends; /**< of the candidates' facts */
  PRESS_VEC(lesson) lessons;
  uint32_t *count;
  double *weight, *square;
} school;

static void learn(void *to, press_str feature, float value) {
  school *s = to;
  uint32_t id = press_map__get(&s->map, feature);
  if (id == PRESS_NONE) {
    press_str name = press_str__copy(s->arena, feature);
    id = s->names.n;
    *PRESS_PUSH(s->arena, &s->names) = name;
    *press_map__put(s->arena, &s->map, name) = id;
  }
  *PRESS_PUSH(s->arena, &s->facts) = (fact){id, value};
}

static uint32_t overlap(press_range a, uint32_t b, uint32_t e) {
  uint32_t from = a.begin > b ? a.begin : b, to = a.end < e ? a.end : e;
  return from < to ? to - from : 0;
}

/** The gold content that a part of the claim should be, or an empty range. */
static press_range gold_of(const t_doc *d, const press_claim *c, press_range part) {
  press_range best = {0, 0};
  uint32_t most = 0;
  for (uint32_t i = 0; i < d->n_attrs; i++) {
    const t_attr *a = &d->attrs[i];
    if (!overlap(c->cue, a->cue[0], a->cue[1])) continue;
    for (uint32_t k = 0; k < a->content.n; k++) {
      uint32_t n = overlap(part, a->content.at[k][0], a->content.at[k][1]);
      if (n <= most) continue;
      most = n;
      best = (press_range){a->content.at[k][0], a->content.at[k][1]};
    }
  }
  uint32_t size = part.end - part.begin + best.end - best.begin;
  return 2 * most >= SAME_SHARE * size ? best : (press_range){0, 0};
}

static void take(school *s, const press_stating *st, const t_doc *d,
                 press_border_case *x) {
  const press_claim *c = &st->claims.at[x->claim];
  if (!press_border__case(st, x)) return;
  press_range gold = gold_of(d, c, x->at[0]);
  if (press_range__empty(gold)) return;
  gold = press_claim__tidy(st, c, gold);
  uint32_t right = x->n;
  for (uint32_t k = 0; k < x->n; k++)
    if (x->side == PRESS_SIDE_BEGIN ? x->at[k].begin == gold.begin
                                    : x->at[k].end == gold.end)
      right = k;
  if (right == x->n) return;
  *PRESS_PUSH(s->arena, &s->lessons) = (lesson){s->ends.n, x->n, right};
  for (uint32_t k = 0; k < x->n; k++) {
    press_border__features(st, x, k, learn, s);
    *PRESS_PUSH(s->arena, &s->ends) = s->facts.n;
  }
}

/** The cases of one document, through the stages before. */
static void read_doc(school *s, const t_doc *d, const press_model *m,
                     const press_lexicon *lex) {
  static const press_options usual = PRESS_OPTIONS_INIT;
  press_arena own;
  press_arena__init(&own, (size_t)1 << 30, s->arena->out);
  press_article article = {.text = d->text.raw};
  press_ling l;
  press_found f = {0};
  press_ling__build(&own, m, lex, &d->text, &l);
  press_context cx = {.arena = &own,
                      .lex = lex,
                      .text = &d->text,
                      .ling = &l,
                      .article = &article,
                      .options = &usual,
                      .model = m};
  press_find__places(&cx, &f);
  press_find__entities(&cx, &f);
  press_stating st;
  press_stating__begin(&cx, &f, &st);
  for (uint32_t i = 0; i < st.claims.n; i++)
    for (uint32_t k = 0; !st.claims.at[i].gone && k < st.claims.at[i].parts.n; k++)
      for (int side = 0; side < 2; side++) {
        press_border_case x = {.claim = i, .part = k, .side = (press_side)side};
        take(s, &st, d, &x);
      }
  press_arena__clear(&own);
}

/* ---- learning ---- */

static uint32_t facts_from(const school *s, uint32_t candidate) {
  return candidate ? s->ends.at[candidate - 1] : 0;
}

static double score(const school *s, uint32_t candidate) {
  double sum = 0;
  for (uint32_t i = facts_from(s, candidate); i < s->ends.at[candidate]; i++)
    sum += s->weight[s->facts.at[i].feature] * (double)s->facts.at[i].value;
  return sum;
}

/** Probabilities of the candidates; the best of them. */
static uint32_t judge(const school *s, const lesson *x, double *p) {
  double most = -1e300, all = 0;
  uint32_t best = 0;
  for (uint32_t k = 0; k < x->n; k++) {
    p[k] = score(s, x->first + k);
    if (p[k] > most) most = p[k], best = k;
  }
  for (uint32_t k = 0; k < x->n; k++) all += p[k] = exp(p[k] - most);
  for (uint32_t k = 0; k < x->n; k++) p[k] /= all;
  return best;
}

/** AdaGrad on one case. */
static void step(school *s, const lesson *x, double *loss, uint32_t *right) {
  double p[PRESS_BORDERS + 1] = {0};
  *right += judge(s, x, p) == x->right;
  *loss -= log(p[x->right] + 1e-12);
  for (uint32_t k = 0; k < x->n; k++) {
    double pull = (k == x->right) - p[k];
    for (uint32_t i = facts_from(s, x->first + k); i < s->ends.at[x->first + k]; i++) {
      fact f = s->facts.at[i];
      if (s->count[f.feature] < LEAST_COUNT) continue;
      double g = pull * (double)f.value - DECAY * s->weight[f.feature];
      s->square[f.feature] += g * g;
      s->weight[f.feature] += RATE * g / sqrt(s->square[f.feature] + 1e-6);
    }
  }
}

static uint32_t rank(uint32_t *state) {
  *state = *state * 1664525u + 1013904223u;
  return *state >> 8;
}

static void shuffle(school *s, uint32_t *state) {
  for (uint32_t i = s->lessons.n; i > 1; i--) {
    uint32_t k = rank(state) % i;
    lesson x = s->lessons.at[i - 1];
    s->lessons.at[i - 1] = s->lessons.at[k];
    s->lessons.at[k] = x;
  }
}

static void train(school *s) {
  uint32_t n = s->names.n, state = 7;
  s->count = PRESS_NEW(s->arena, uint32_t, n);
  s->weight = press_arena__array(s->arena, n, sizeof *s->weight);
  s->square = press_arena__array(s->arena, n, sizeof *s->square);
  for (uint32_t i = 0; i < s->facts.n; i++) s->count[s->facts.at[i].feature]++;
  for (int round = 0; round < ROUNDS; round++) {
    double loss = 0;
    uint32_t right = 0, kept = 0;
    shuffle(s, &state);
    for (uint32_t i = 0; i < s->lessons.n; i++) {
      kept += s->lessons.at[i].right == 0;
      step(s, &s->lessons.at[i], &loss, &right);
    }
    printf("round %d: loss %.4f, right %.2f %% (model alone %.2f %%) of %u\n", round + 1,
           loss / s->lessons.n, 100.0 * right / s->lessons.n, 100.0 * kept / s->lessons.n,
           s->lessons.n);
  }
}

static int by_name(const void *x, const void *y) {
  return press_str__cmp(*(const press_str *)x, *(const press_str *)y);
}

static bool write(school *s, const char *path) {
  FILE *f = fopen(path, "w");
  if (!f) return false;
  fputs(
      "# Where a content begins and ends: weights of the log-linear choice between the\n"
      "# borders that the model weighed (src/find/statement_borders.c).\n"
      "# Columns: feature (b: begin, e: end; what it looks at; its values); weight.\n"
      "# Source: learnt on the training part of PolNeAR by `press-train borders`.\n"
      "#   Numbers, no text.\n",
      f);
  press_str *names = PRESS_NEW(s->arena, press_str, s->names.n);
  for (uint32_t i = 0; i < s->names.n; i++) names[i] = s->names.at[i];
  qsort(names, s->names.n, sizeof *names, by_name);
  for (uint32_t i = 0; i < s->names.n; i++) {
    double w = s->weight[press_map__get(&s->map, names[i])];
    if (fabs(w) >= LEAST) fprintf(f, "%.*s\t%.2f\n", SFMT(names[i]), w);
  }
  return !fclose(f);
}

int press_train__borders(press_arena *a, int argc, char **argv) {
  (void)argc;
  t_corpus c = {.arena = a};
  press_lexicon lex;
  press_error err = {0};
  const press_model *m = NULL;
  press_str bytes = press_corpus__read(a, argv[1]);
  if (!bytes.n || press_model__load(a, bytes, &m, &err) ||
      press_lexicon__load(a, &lex, &err) ||
      !press_corpus__attributions(
          &c, press_train__path(a, argv[0], "attribution/polnear-train.jsonl"), NULL)) {
    fprintf(stderr, "press-train: %s\n", err.message);
    return 1;
  }
  school s = {.arena = a};
  for (uint32_t i = 0; i < c.docs.n; i++) read_doc(&s, &c.docs.at[i], m, &lex);
  train(&s);
  return write(&s, argv[2]) ? 0 : 1;
}
