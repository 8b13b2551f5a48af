/** The vocabulary and its GloVe vectors, cut to what the networks use. */
#ifndef PRESS_WORDS_H
#define PRESS_WORDS_H

#include "train/corpus.h"

#define WORDS_GLOVE_DIM 100u

typedef struct t_words {
  press_vocab vocab;
  const press_str *words; /**< row 0 is empty */
  uint32_t n_own;         /**< rows below it occur often enough to be learnt */
  t_mat glove;            /**< unit vectors times 3; zeros where GloVe has none */
} t_words;

/** Counts the corpus, reads the GloVe package's JSON, writes `out`. */
bool press_words__prepare(const t_corpus *c, const char *json, const char *out);
/** Reads what prepare wrote. */
bool press_words__load(press_arena *a, const char *path, t_words *out);

#endif
