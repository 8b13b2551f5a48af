/** Learning the linear classifiers of nn/linear.h: multinomial logistic regression by
 *  L-BFGS over all examples (OWL-QN where L1 is asked for). The same examples in the
 *  same order give the same bytes.
 *
 *    t_examples e = {.arena = arena};
 *    press_features f = {0};
 *    ...                                    // the stage's own function fills f
 *    press_examples__add(&e, &f, S("label"), group);
 *    t_fit o = PRESS_FIT_INIT;
 *    press_fit__report(&e, &o, "name");       // cross-validated, prints the scores
 *    press_fit__write(&e, &o, "data/name.bin");
 *
 *  Examples of one group (a document) are in one fold, group % folds. Every measured
 *  probability comes from the rounded weights through press_linear__apply(). */
#ifndef PRESS_TRAIN_LINEAR_H
#define PRESS_TRAIN_LINEAR_H

#include "base/vec.h"
#include "nn/linear.h"

typedef struct t_example {
  press_features f;
  uint32_t label, group;
  float weight; /**< 1 unless set */
} t_example;

typedef struct t_examples {
  press_arena *arena;
  PRESS_VEC(t_example) all;
  PRESS_VEC(press_str) labels; /**< in order of first use, or as put there before */
} t_examples;

typedef struct t_fit {
  float l1, l2;   /**< l1 * |w| + l2 / 2 * |w|^2 beside the sum of losses */
  uint32_t least; /**< features of fewer examples are left out */
  uint32_t steps; /**< most iterations */
  uint32_t folds;
} t_fit;

#define PRESS_FIT_INIT                                                                   \
  { .l1 = 0, .l2 = 1, .least = 2, .steps = 80, .folds = 5 }

/** Sets one of "l1=", "l2=", "least=", "steps=", "folds=" from a command's argument. */
bool press_fit__option(t_fit *o, const char *arg);

/** Copies the features. */
t_example *press_examples__add(t_examples *e, const press_features *f, press_str label,
                               uint32_t group);
/** The classifier of all examples but those of fold `without` (PRESS_NONE: of all), as
 *  the bytes of its file. */
press_str press_fit__bytes(const t_examples *e, const t_fit *o, uint32_t without);
bool press_fit__write(const t_examples *e, const t_fit *o, const char *path);
/** Weights that were put together elsewhere, as a file: `keys` rise, `w` has a row of
 *  labels.n for each and then the biases. */
bool press_fit__write_rows(const t_examples *e, const uint32_t *keys, uint32_t n_rows,
                           float *w, const char *path);
/** The same for each fold, into PATH.0, PATH.1 ...: without that fold's examples. */
bool press_fit__write_folds(const t_examples *e, const t_fit *o, const char *path);
/** Each example's probabilities, labels.n of them, by the classifier that has not seen
 *  its fold. */
float *press_fit__cross(const t_examples *e, const t_fit *o);
/** Prints accuracy, macro-F1 and each label's F1 of the cross-validation. */
void press_fit__report(const t_examples *e, const t_fit *o, const char *name);

#endif
