#include "train/words.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#define MIN_COUNT   3u     /**< a word of its own embedding occurs this often */
#define MOST_OWN    20000u /**< */
#define GLOVE_WORDS 80000u /**< GloVe's most frequent words that are kept */
#define GLOVE_ANY                                                                        \
  20000u /**< behind these none with digits or marks: tokens have none                   \
          */
#define GLOVE_SCALE 3.0f

typedef struct count {
  press_str word;
  uint32_t n;
} count;

typedef struct counts {
  PRESS_VEC(count) at;
  press_map map;
} counts;

static void add_word(press_arena *a, counts *c, press_str word, uint32_t n) {
  char form[PRESS_FOLD_MAX];
  press_str f = {form, press_feature__fold(word, form)};
  if (!f.n) return;
  uint32_t id = press_map__get(&c->map, f);
  if (id == PRESS_NONE) {
    f = press_str__copy(a, f);
    id = c->at.n;
    *press_map__put(a, &c->map, f) = id;
    *PRESS_PUSH(a, &c->at) = (count){f, 0};
  }
  if (c->at.at) c->at.at[id].n += n;
}

static int by_count(const void *x, const void *y) {
  const count *a = x, *b = y;
  if (a->n != b->n) return a->n < b->n ? 1 : -1;
  return press_str__cmp(a->word, b->word);
}

static void count_corpus(press_arena *a, const t_corpus *c, counts *out) {
  add_word(a, out, S("\n"), 1000000);
  for (uint32_t d = 0; d < c->docs.n; d++) {
    const press_text *t = &c->docs.at[d].text;
    for (uint32_t i = 0; i < t->n_tokens; i++)
      add_word(a, out, press_str__span(t->raw, t->tokens[i].at), 1);
  }
  qsort(out->at.at, out->at.n, sizeof(count), by_count);
  uint32_t n = 0;
  while (n < out->at.n && n < MOST_OWN && out->at.at[n].n >= MIN_COUNT) n++;
  out->at.n = n;
}

/** A JSON string at `*p` (on its opening quote) into `out`; moves past it. */
static press_str json_word(const char **p, char *out, size_t room) {
  size_t n = 0;
  for (++*p; **p != '"'; ++*p) {
    if (**p == '\\') ++*p;
    if (n < room) out[n++] = **p;
  }
  ++*p;
  return (press_str){out, n};
}

static bool has_marks(press_str w) {
  for (size_t i = 0; i < w.n; i++)
    if (strchr("0123456789-/,:_", w.at[i])) return true;
  return false;
}

/** Words most frequent first; the first GLOVE_WORDS join those of the corpus. */
static void glove_words(press_arena *a, const char *p, press_map *map, counts *words) {
  char form[256];
  p = strstr(p, "\"words\":[") + 9;
  for (uint32_t i = 0; i < GLOVE_WORDS && *p == '"';) {
    press_str w = json_word(&p, form, sizeof form);
    bool kept = w.n < PRESS_FOLD_MAX && (i < GLOVE_ANY || !has_marks(w));
    i += kept;
    if (kept && press_map__get(map, w) == PRESS_NONE) {
      w = press_str__copy(a, w);
      *press_map__put(a, map, w) = words->at.n;
      *PRESS_PUSH(a, &words->at) = (count){w, 0};
    }
    if (*p == ',') p++;
  }
}

static void unit_row(float *row) {
  double s = 0;
  for (uint32_t i = 0; i < WORDS_GLOVE_DIM; i++) s += (double)row[i] * (double)row[i];
  float by = GLOVE_SCALE / (float)(sqrt(s) + 1e-9);
  for (uint32_t i = 0; i < WORDS_GLOVE_DIM; i++) row[i] *= by;
}

static void glove_vectors(const char *p, const press_map *map, float *rows) {
  char form[256];
  p = strstr(p, "\"vectors\":{") + 11;
  while (*p == '"') {
    press_str w = json_word(&p, form, sizeof form);
    uint32_t id = press_map__get(map, w);
    p += 2; // ":["
    if (id != PRESS_NONE) {
      float *row = rows + (size_t)id * WORDS_GLOVE_DIM;
      for (uint32_t i = 0; i < WORDS_GLOVE_DIM; i++) {
        char *end;
        row[i] = strtof(p, &end);
        p = end + 1;
      }
      unit_row(row);
    }
    p = strchr(p, ']') + 1;
    if (*p == ',') p++;
  }
}

static bool write_words(const char *path, const counts *w, uint32_t n_own,
                        const float *rows) {
  FILE *f = fopen(path, "wb");
  if (!f) return false;
  uint32_t head[2] = {w->at.n + 1, n_own + 1};
  fwrite(head, sizeof head, 1, f);
  for (uint32_t i = 0; i < w->at.n; i++) {
    uint32_t n = (uint32_t)w->at.at[i].word.n;
    fwrite(&n, sizeof n, 1, f);
    fwrite(w->at.at[i].word.at, 1, n, f);
  }
  fwrite(rows, sizeof(float) * WORDS_GLOVE_DIM, w->at.n, f);
  return fclose(f) == 0;
}

bool press_words__prepare(const t_corpus *c, const char *json, const char *out) {
  press_arena *a = c->arena;
  press_str all = press_corpus__read(a, json);
  if (!all.n) return false;
  counts words = {.at = {0}};
  count_corpus(a, c, &words);
  uint32_t n_own = words.at.n;
  press_map map = {0};
  for (uint32_t i = 0; i < n_own; i++) *press_map__put(a, &map, words.at.at[i].word) = i;
  glove_words(a, all.at, &map, &words);
  float *rows = PRESS_NEW(a, float, (size_t)words.at.n *WORDS_GLOVE_DIM);
  glove_vectors(all.at, &map, rows);
  printf("%u words, %u of the corpus\n", words.at.n, n_own);
  return write_words(out, &words, n_own, rows);
}

bool press_words__load(press_arena *a, const char *path, t_words *out) {
  press_str s = press_corpus__read(a, path);
  if (s.n < 8) return false;
  uint32_t head[2], n;
  const char *p = s.at;
  memcpy(head, p, sizeof head);
  p += sizeof head;
  press_str *words = PRESS_NEW(a, press_str, head[0]);
  *out = (t_words){.words = words, .n_own = head[1], .vocab = {.n = head[0]}};
  for (uint32_t i = 1; i < head[0]; i++) {
    memcpy(&n, p, sizeof n);
    words[i] = (press_str){p + sizeof n, n};
    p += sizeof n + n;
    *press_map__put(a, &out->vocab.map, words[i]) = i;
  }
  out->glove = (t_mat){head[0], WORDS_GLOVE_DIM, NULL, NULL};
  out->glove.v = PRESS_NEW(a, float, (size_t)head[0] * WORDS_GLOVE_DIM);
  memcpy(out->glove.v + WORDS_GLOVE_DIM, p,
         (size_t)(head[0] - 1) * WORDS_GLOVE_DIM * sizeof(float));
  return true;
}
