#include "train/rank.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define BATCH 16
/** Epochs and step with hidden units (he, him, his) and without (they, it). */
#define EPOCHS_UNITS 8
#define STEP_UNITS   0.01f
#define EPOCHS_PLAIN 40
#define STEP_PLAIN   0.02f
/** Pulls towards 0: of what he, him and his have in common, of what each has of its
 *  own, of the units. */
#define DECAY_COMMON 0.001f
#define DECAY_OWN    0.002f
#define DECAY_UNITS  0.002f
/** Width of the random values that the units begin with. */
#define START_UNITS 0.4f
#define START_OUT   0.6f

#define CLUES PRESS_N_CLUES
#define USES  PRESS_N_USES

/** Parameters; an array of floats to Adam. */
typedef struct net {
  float own[USES][CLUES], common[CLUES];
  float unit[RANK_UNITS][CLUES], start[RANK_UNITS][USES], out[RANK_UNITS];
} net;
#define PARAMETERS (sizeof(net) / sizeof(float))

typedef struct learner {
  net at, gradient, first, second;
  uint64_t random;
  uint32_t steps, units;
} learner;

static uint64_t next_random(uint64_t *s) {
  *s ^= *s << 13;
  *s ^= *s >> 7;
  *s ^= *s << 17;
  return *s;
}

/** Uniform around 0. */
static float uniform(uint64_t *s, float width) {
  return ((float)(next_random(s) >> 40) / 16777216.0f - 0.5f) * width;
}

static float forward(const learner *l, const t_question *q, uint32_t i, float *hidden) {
  const float *x = q->x[i];
  float sum = 0.0f;
  for (uint32_t k = 0; k < CLUES; k++)
    sum += (l->at.own[q->use][k] + l->at.common[k]) * x[k];
  for (uint32_t u = 0; u < l->units; u++) {
    float h = l->at.start[u][q->use];
    for (uint32_t k = 0; k < CLUES; k++) h += l->at.unit[u][k] * x[k];
    hidden[u] = h > 0.0f ? h : 0.0f;
    sum += hidden[u] * l->at.out[u];
  }
  return sum;
}

static void backward(learner *l, const t_question *q, uint32_t i, const float *hidden,
                     float g) {
  const float *x = q->x[i];
  for (uint32_t k = 0; k < CLUES; k++) {
    l->gradient.own[q->use][k] += g * x[k];
    l->gradient.common[k] += g * x[k];
  }
  for (uint32_t u = 0; u < l->units; u++) {
    if (hidden[u] <= 0.0f) continue;
    l->gradient.out[u] += g * hidden[u];
    float h = g * l->at.out[u];
    for (uint32_t k = 0; k < CLUES; k++) l->gradient.unit[u][k] += h * x[k];
    l->gradient.start[u][q->use] += h;
  }
}

/** Adds the gradient of -log p(right). */
static void learn(learner *l, const t_question *q) {
  float p[PRESS_ANTECEDENTS], hidden[PRESS_ANTECEDENTS][RANK_UNITS];
  float most = -1e30f, all = 0.0f, good = 1e-20f;
  for (uint32_t i = 0; i < q->n; i++) {
    p[i] = forward(l, q, i, hidden[i]);
    if (p[i] > most) most = p[i];
  }
  for (uint32_t i = 0; i < q->n; i++) {
    p[i] = expf(p[i] - most);
    all += p[i];
    if (q->right[i]) good += p[i];
  }
  for (uint32_t i = 0; i < q->n; i++)
    backward(l, q, i, hidden[i], p[i] / all - (q->right[i] ? p[i] / good : 0.0f));
}

static float decay_of(size_t i) {
  if (i < offsetof(net, common) / sizeof(float)) return DECAY_OWN;
  return i < offsetof(net, unit) / sizeof(float) ? DECAY_COMMON : DECAY_UNITS;
}

static void move(learner *l, float step) {
  float *at = (float *)&l->at, *g = (float *)&l->gradient;
  float *m = (float *)&l->first, *v = (float *)&l->second;
  l->steps++;
  float a = 1.0f - powf(0.9f, (float)l->steps), b = 1.0f - powf(0.99f, (float)l->steps);
  for (size_t i = 0; i < PARAMETERS; i++) {
    float gi = g[i] / BATCH + decay_of(i) * at[i];
    m[i] = 0.9f * m[i] + 0.1f * gi;
    v[i] = 0.99f * v[i] + 0.01f * gi * gi;
    at[i] -= step * (m[i] / a) / (sqrtf(v[i] / b) + 1e-6f);
  }
  memset(g, 0, sizeof l->gradient);
}

static void shuffle(uint32_t *order, uint32_t n, uint64_t *random) {
  for (uint32_t i = n; i > 1; i--) {
    uint32_t j = (uint32_t)(next_random(random) % i), t = order[i - 1];
    order[i - 1] = order[j];
    order[j] = t;
  }
}

static void train(learner *l, const t_questions *q, uint32_t *order, uint32_t n) {
  uint32_t epochs = l->units ? EPOCHS_UNITS : EPOCHS_PLAIN;
  for (uint32_t u = 0; u < l->units; u++) {
    for (uint32_t k = 0; k < CLUES; k++)
      l->at.unit[u][k] = uniform(&l->random, START_UNITS);
    l->at.out[u] = uniform(&l->random, START_OUT);
  }
  for (uint32_t e = 0; e < epochs; e++) {
    shuffle(order, n, &l->random);
    float step = (l->units ? STEP_UNITS : STEP_PLAIN) * (1.0f - (float)e / (float)epochs);
    for (uint32_t i = 0; i < n; i++) {
      learn(l, &q->at.at[order[i]]);
      if (i % BATCH == BATCH - 1 || i + 1 == n) move(l, step);
    }
  }
}

/** Adds network `number` of the person's, or the other pronouns', to the weights. */
static void add(const learner *l, bool person, uint32_t number,
                press_pronoun_weights *w) {
  uint32_t from = person ? 0 : PRESS_USE_HIS + 1, to = person ? PRESS_USE_HIS + 1 : USES;
  float part = 1.0f / (person ? RANK_NETS : 1);
  for (uint32_t k = 0; k < CLUES; k++)
    for (uint32_t u = from; u < to; u++)
      w->of[k][u] += part * (l->at.own[u][k] + l->at.common[k]);
  for (uint32_t h = 0; h < l->units; h++) {
    uint32_t at = number * RANK_UNITS + h;
    for (uint32_t k = 0; k < CLUES; k++) w->unit[k][at] = l->at.unit[h][k];
    for (uint32_t u = from; u < to; u++) w->start[u][at] = l->at.start[h][u];
    w->out[at] = part * l->at.out[h];
  }
}

/** As the table will hold it. */
static void round_all(press_pronoun_weights *w) {
  float *at = (float *)w;
  for (size_t i = 0; i < sizeof *w / sizeof *at; i++)
    at[i] = rintf(at[i] / PRESS_PRONOUN_SCALE) * PRESS_PRONOUN_SCALE;
}

void press_rank__fit(const t_questions *q, uint32_t folds, uint32_t fold,
                     press_pronoun_weights *w) {
  uint32_t *order = malloc((q->at.n + 1) * sizeof *order);
  learner *l = malloc(sizeof *l);
  memset(w, 0, sizeof *w);
  for (uint32_t number = 0; order && l && number <= RANK_NETS; number++) {
    bool person = number < RANK_NETS; /* the last is for "they" and "it" */
    uint32_t n = 0;
    for (uint32_t i = 0; i < q->at.n; i++) {
      const t_question *k = &q->at.at[i];
      bool out = k->lost || (folds && k->gap && k->doc % folds == fold);
      if (!out && (k->use <= PRESS_USE_HIS) == person) order[n++] = i;
    }
    memset(l, 0, sizeof *l);
    l->random = 88172645463325252u + number;
    l->units = person ? RANK_UNITS : 0;
    train(l, q, order, n);
    add(l, person, number, w);
  }
  round_all(w);
  free(order);
  free(l);
}

uint32_t press_rank__choose(const press_pronoun_weights *w, const t_question *q) {
  float weight[PRESS_ANTECEDENTS];
  for (uint32_t i = 0; i < q->n; i++)
    weight[i] = press_pronoun__weigh(w, (uint8_t)q->use, q->x[i]);
  return press_pronoun__choose((uint8_t)q->use, weight, q->whom, q->n);
}
