/** What the networks read: units. A unit is a token, or the break before a
 *  paragraph; each has one row in each of a few tables. One builder serves
 *  inference and training. */
#ifndef PRESS_FEATURE_H
#define PRESS_FEATURE_H

#include "base/map.h"
#include "text/text.h"

/** Tables that a unit has a row in. */
typedef enum press_table_id {
  PRESS_FEAT_WORD,
  PRESS_FEAT_PREFIX,  /**< first three letters, hashed */
  PRESS_FEAT_SUFFIX3, /**< */
  PRESS_FEAT_SUFFIX2, /**< */
  PRESS_FEAT_SHAPE,   /**< "Xxxx", "dd.d", hashed */
  PRESS_FEAT_INSIDE,  /**< in quotation marks: distances to both ends of the run */
  PRESS_FEAT_OUTSIDE, /**< outside: distances to the nearest runs */
  PRESS_FEAT_CASING,  /**< how sentence and document write it: casing.c */
  PRESS_N_FEATS
} press_table_id;

#define PRESS_FEAT_HASHED    4096u /**< rows of a hashed table */
#define PRESS_FEAT_N_INSIDE  27u
#define PRESS_FEAT_N_OUTSIDE 25u
#define PRESS_FEAT_N_CASING  33u

/** Known words in folded form; row 0 is every other word. */
typedef struct press_vocab {
  press_map map;
  uint32_t n; /**< rows, row 0 counted */
} press_vocab;

typedef struct press_unit {
  uint32_t ids[PRESS_N_FEATS];
  uint32_t token;    /**< PRESS_NONE for a break */
  uint32_t sentence; /**< a break's: that of the token before it */
  uint32_t para;     /**< a break's: that of the token after it */
} press_unit;

typedef struct press_units {
  const press_unit *at;
  const uint32_t *of_token; /**< the unit of each token */
  uint32_t n;
} press_units;

/** Bytes that the folded form of any word fits in. */
#define PRESS_FOLD_MAX 64

/** The form that the vocabulary holds: lower case, plain marks. Long words are
 *  cut. Returns its length. */
uint32_t press_feature__fold(press_str word, char out[PRESS_FOLD_MAX]);
/** Row of `word`; digits may be read as zeros. */
uint32_t press_feature__word(const press_vocab *v, press_str word);
void press_feature__build(press_arena *arena, const press_vocab *vocab,
                          const press_text *t, press_units *out);
/** The words as the networks read them: the tokens' bytes, but where single marks
 *  are the outer ones, as in British papers, they and those inside change places,
 *  since the training texts quote with double marks. */
const press_str *press_feature__words(press_arena *arena, const press_text *t);
/** The part of press_feature__build that reads quotation marks. */
void press_feature__quotes(press_arena *arena, const press_str *words, press_units *u,
                           press_unit *units);
/** The part that reads capitals. */
void press_feature__casing(press_arena *arena, const press_text *t, const press_units *u,
                           press_unit *units);

#endif
