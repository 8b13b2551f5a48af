/** `press-train topic DATA WORDS [OUT] [key=value]`: Comparative Agendas major topics,
 *  learnt from front-page headlines and their summaries. The examples are few, so words
 *  share what is learnt through their vectors: those of a text are added up, and in the
 *  file every word of the vocabulary has the weights that its vector gives it. */
#include "find/topic.h"
#include "train/commands.h"
#include "train/linear.h"
#include "train/words.h"

#include <jansson.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#define VECTOR_SCALE  0.1f   /* of a word's vector beside the word itself */
#define PHRASE_WEIGHT 0.2f   /* of a phrase of data/issues.tsv beside a headline */
#define PHRASE_LEAST  0.6    /* rows of less weight are no examples */
#define MOST_WORDS    23000u /* of the vocabulary, in the file */

typedef struct t_topics {
  press_arena *arena;
  const press_lexicon *lex;
  const t_words *words;
  t_examples examples;
  uint32_t n_real; /**< of the examples: the rest are phrases */
} t_topics;

/** Frequent words say little: they come first in the vocabulary. */
static float rarity(uint32_t row) {
  return VECTOR_SCALE * logf((float)row + 1);
}

static uint64_t dimension(uint32_t k) {
  char name[8];
  int n = snprintf(name, sizeof name, "%u", k);
  return press_linear__key("vector", (press_str){name, (size_t)n}, S(""));
}

/** Adds the vectors of the words among `f` as features of their own. */
static void add_vectors(const t_topics *x, const press_text *t, uint32_t n,
                        press_features *f) {
  float sum[WORDS_GLOVE_DIM] = {0}, value = press_topic__value(n);
  for (uint32_t i = 0; i < t->n_tokens; i++) {
    if (t->tokens[i].kind != PRESS_TOKEN_WORD) continue;
    uint32_t row = press_map__get(&x->words->vocab.map, t->tokens[i].low);
    if (row == PRESS_NONE || row >= MOST_WORDS) continue;
    const float *v = x->words->glove.v + (size_t)row * WORDS_GLOVE_DIM;
    for (uint32_t k = 0; k < WORDS_GLOVE_DIM; k++) sum[k] += value * rarity(row) * v[k];
  }
  for (uint32_t k = 0; k < WORDS_GLOVE_DIM; k++)
    *PRESS_PUSH(x->arena, f) = (press_feature){dimension(k), sum[k]};
}

static void add_example(t_topics *x, json_t *row, uint32_t number) {
  press_str title = press_str__of(json_string_value(json_object_get(row, "title")));
  press_str more = press_str__of(json_string_value(json_object_get(row, "summary")));
  long long topic = json_integer_value(json_object_get(row, "cap"));
  press_str both =
      press_str__format(x->arena, "%.*s.\n\n%.*s.\n", SFMT(title), SFMT(more));
  press_text text;
  press_text__build(x->arena, both, &text);
  press_features f = {0};
  press_range all = {0, text.n_tokens};
  uint32_t n = press_topic__features(x->arena, x->lex, &text, all, &f);
  add_vectors(x, &text, n, &f);
  press_examples__add(&x->examples, &f, press_str__format(x->arena, "%lld", topic),
                      number);
}

static bool read_examples(t_topics *x, const char *path) {
  press_str all = press_corpus__read(x->arena, path);
  for (uint32_t i = 0; all.n; i++) {
    press_str line = press_str__cut(all, '\n', &all);
    json_t *row = json_loadb(line.at, line.n, 0, NULL);
    if (row) add_example(x, row, i);
    json_decref(row);
  }
  return x->examples.all.n > 0;
}

/** The phrases of data/issues.tsv, as light examples of their topic: the headlines
 *  are of one paper and ten years. */
static void add_phrases(t_topics *x) {
  for (uint32_t i = 0; i < x->lex->issues.n; i++) {
    const press_row *r = &x->lex->issues.rows[i];
    if (!r->column[3].n || press_row__number(r, 1, 0) < PHRASE_LEAST) continue;
    press_text text;
    press_text__build(x->arena, r->column[0], &text);
    press_features f = {0};
    uint32_t n =
        press_topic__words(x->arena, x->lex, &text, (press_range){0, text.n_tokens}, &f);
    add_vectors(x, &text, n, &f);
    press_examples__add(&x->examples, &f, r->column[3], i)->weight = PHRASE_WEIGHT;
  }
}

/* ---- the file: words instead of vectors ---- */

/** One row of the file in the making. */
typedef struct t_row {
  uint32_t key, order; /**< `order`: rows of one key are added up in this order */
  float w[PRESS_LINEAR_LABELS];
} t_row;

typedef PRESS_VEC(t_row) t_rows;

static uint32_t number(const char *at, uint32_t i) {
  uint32_t n;
  memcpy(&n, at + 4 * (size_t)i, sizeof n);
  return n;
}

static void unpack(const press_linear *m, uint32_t row, float *w) {
  for (uint32_t i = number(m->offsets, row); i < number(m->offsets, row + 1); i++) {
    const int8_t *pair = m->entry + 2 * (size_t)i;
    w[(uint8_t)pair[0]] += (float)pair[1] * m->scale[(uint8_t)pair[0]];
  }
}

/** Which dimension's key this is, or WORDS_GLOVE_DIM. */
static uint32_t which(uint32_t key) {
  uint32_t k = 0;
  while (k < WORDS_GLOVE_DIM && press_linear__short(dimension(k)) != key) k++;
  return k;
}

static int by_key(const void *a, const void *b) {
  const t_row *x = a, *y = b;
  if (x->key != y->key) return x->key < y->key ? -1 : 1;
  return (x->order > y->order) - (x->order < y->order);
}

/** The classifier's rows, with the dimensions' taken out into `axes`. */
static void take_apart(t_topics *x, const press_linear *m, t_rows *rows,
                       float axes[][PRESS_LINEAR_LABELS]) {
  for (uint32_t r = 0; r < m->n_rows; r++) {
    uint32_t key = number(m->keys, r), k = which(key);
    if (k < WORDS_GLOVE_DIM) {
      unpack(m, r, axes[k]);
      continue;
    }
    t_row *row = PRESS_PUSH(x->arena, rows);
    *row = (t_row){.key = key, .order = rows->n};
    unpack(m, r, row->w);
  }
}

static void add_words(t_topics *x, uint32_t labels, t_rows *rows,
                      float axes[][PRESS_LINEAR_LABELS]) {
  for (uint32_t i = 1; i < x->words->vocab.n && i < MOST_WORDS; i++) {
    t_row *row = PRESS_PUSH(x->arena, rows);
    uint64_t key = press_topic__word_key(x->words->words[i]);
    *row = (t_row){.key = press_linear__short(key), .order = rows->n};
    const float *v = x->words->glove.v + (size_t)i * WORDS_GLOVE_DIM;
    for (uint32_t k = 0; k < WORDS_GLOVE_DIM; k++)
      for (uint32_t c = 0; c < labels; c++) row->w[c] += rarity(i) * v[k] * axes[k][c];
  }
}

static bool write(t_topics *x, const t_fit *o, const char *path) {
  const uint32_t n = x->examples.labels.n;
  press_linear m;
  if (press_linear__load(x->arena, press_fit__bytes(&x->examples, o, PRESS_NONE), &m,
                         NULL))
    return false;
  static float axes[WORDS_GLOVE_DIM][PRESS_LINEAR_LABELS];
  t_rows rows = {0};
  take_apart(x, &m, &rows, axes);
  add_words(x, n, &rows, axes);
  qsort(rows.at, rows.n, sizeof *rows.at, by_key);
  uint32_t *keys = PRESS_NEW(x->arena, uint32_t, rows.n), kept = 0;
  float *w = PRESS_NEW(x->arena, float, ((size_t)rows.n + 1) * n);
  for (uint32_t r = 0; r < rows.n; r++) {
    if (!kept || keys[kept - 1] != rows.at[r].key) keys[kept++] = rows.at[r].key;
    for (uint32_t c = 0; c < n; c++) w[(size_t)(kept - 1) * n + c] += rows.at[r].w[c];
  }
  memcpy(w + (size_t)kept * n, m.bias, n * sizeof *w);
  return press_fit__write_rows(&x->examples, keys, kept, w, path);
}

/* ---- measures ---- */

/** How many are given a topic and how many of those are right, by least probability. */
static void report_confidence(const t_topics *x, const t_fit *o) {
  static const float least[] = {0, .3f, .4f, .5f, .6f, .7f, .8f};
  const t_examples *e = &x->examples;
  const float *p = press_fit__cross(e, o);
  for (size_t k = 0; k < sizeof least / sizeof *least; k++) {
    uint32_t given = 0, right = 0;
    for (uint32_t i = 0; i < x->n_real; i++) {
      const float *at = p + (size_t)i * e->labels.n;
      uint32_t best = 0;
      for (uint32_t c = 1; c < e->labels.n; c++)
        if (at[c] > at[best]) best = c;
      given += at[best] >= least[k];
      right += at[best] >= least[k] && best == e->all.at[i].label;
    }
    printf("  p >= %.1f: given %.3f, right %.3f\n", (double)least[k],
           (double)given / x->n_real, (double)right / (given ? given : 1));
  }
}

int press_train__topic(press_arena *a, int argc, char **argv) {
  press_lexicon lex;
  t_words words;
  t_topics x = {.arena = a, .lex = &lex, .words = &words, .examples = {.arena = a}};
  t_fit o = PRESS_FIT_INIT;
  const char *out = NULL;
  for (int i = 2; i < argc; i++)
    if (!press_fit__option(&o, argv[i])) out = argv[i];
  press_error err = {0};
  if (press_lexicon__load(a, &lex, &err) || !press_words__load(a, argv[1], &words) ||
      !read_examples(&x, press_train__path(a, argv[0], "issues/nyt-cap-dev.jsonl"))) {
    fprintf(stderr, "press-train: topic: data missing\n");
    return 1;
  }
  x.n_real = x.examples.all.n;
  add_phrases(&x);
  printf("topics: %u headlines with summaries, %u folds\n", x.n_real, o.folds);
  report_confidence(&x, &o);
  return !out || write(&x, &o, out) ? 0 : 1;
}
