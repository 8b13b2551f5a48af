/** Log-linear classifiers over sparse hashed features: how likely is each label?
 *
 *  In use: the stage that asks and the trainer's command that learns call the same
 *  function, which makes the features of one case:
 *
 *    press_features f = {0};
 *    press_linear__add(arena, &f, "word", token->low, S(""), 1);
 *    press_linear__add(arena, &f, "head+word", head, token->low, 1);
 *    float p[PRESS_LINEAR_LABELS];
 *    press_linear__apply(&cx->lex->NAME, &f, p);      // p[i] is that of labels[i]
 *
 *  To have a classifier NAME: a line X(NAME) in lexicon/models.def, its weights in
 *  data/NAME.bin (empty at first: then `n_labels` is 0 and the rules go on alone),
 *  and a command of press-train that collects examples (train/linear.h) and writes
 *  that file. Memory for features goes by press_arena__mark() and _rewind(). */
#ifndef PRESS_LINEAR_H
#define PRESS_LINEAR_H

#include "base/error.h"
#include "base/str.h"

/** Most labels of a classifier. */
#define PRESS_LINEAR_LABELS 64u

/** Features may repeat; their values add up. */
typedef struct press_feature {
  uint64_t key;
  float value;
} press_feature;

typedef struct press_features {
  press_feature *at;
  uint32_t n, cap;
} press_features;

/** Weights as they lie in the file (format.h): read-only, shared by threads. */
typedef struct press_linear {
  const press_str *labels;
  uint32_t n_labels; /**< 0: no weights */
  uint32_t n_rows;
  const char *keys;    /**< n_rows words, rising */
  const char *offsets; /**< n_rows + 1 words: row r owns entries [r, r + 1) */
  const int8_t *entry; /**< pairs: label, weight in units of its scale */
  const float *scale, *bias;
} press_linear;

/** The key of a feature: its kind and one or two values ("" for none). */
uint64_t press_linear__key(const char *kind, press_str x, press_str y);
/** What of a key the file keeps. */
uint32_t press_linear__short(uint64_t key);
void press_linear__add(press_arena *a, press_features *f, const char *kind, press_str x,
                       press_str y, float value);

/** Reads weights; no bytes at all are a classifier without labels. `bytes` outlive
 *  it. */
press_status press_linear__load(press_arena *arena, press_str bytes, press_linear *out,
                                press_error *err);
/** The probability of each label into out[n_labels]. */
void press_linear__apply(const press_linear *m, const press_features *f, float *out);
/** The likeliest label's number; ties go to the first. PRESS_NONE without labels. */
uint32_t press_linear__best(const press_linear *m, const float *p);

#endif
