/** The language layer: what the neural core says of the text. Token indices are
 *  those of press_text. */
#ifndef PRESS_LING_H
#define PRESS_LING_H

#include "lexicon/lexicon.h"
#include "text/text.h"

/** Universal POS tags; PRESS_UPOS_X last. */
typedef enum press_upos {
#define X(name) PRESS_UPOS_##name,
#include "ling/upos.def"
#undef X
  PRESS_N_UPOS
} press_upos;

/** Universal dependency relations, subtypes cut ("nsubj:pass" is told by
 *  press_word.passive). */
typedef enum press_deprel {
#define X(name) PRESS_DEP_##name,
#include "ling/deprel.def"
#undef X
  PRESS_N_DEP
} press_deprel;

typedef struct press_word {
  uint32_t head;    /**< token, or PRESS_NONE for the root of its sentence */
  uint8_t upos;     /**< press_upos */
  uint8_t deprel;   /**< press_deprel */
  bool passive;     /**< nsubj:pass, aux:pass, csubj:pass, obl:agent */
  const char *xpos; /**< Penn tag as EWT uses it: "VBD"; static */
  press_str lemma;  /**< lower case except for proper names */
} press_word;

/** Tokens [begin, end). */
typedef struct press_range {
  uint32_t begin, end;
} press_range;

typedef struct press_ranges {
  const press_range *at;
  uint32_t n;
} press_ranges;

typedef enum press_name_type {
  PRESS_NAME_PER,
  PRESS_NAME_ORG,
  PRESS_NAME_LOC
} press_name_type;

typedef struct press_name {
  press_range at;
  uint8_t type; /**< press_name_type */
  float score;  /**< 0 to 1 */
} press_name;

/** Another place where a content may begin or end, and what the model loses by it. */
typedef struct press_border {
  uint32_t token; /**< the first, or the one behind the last */
  float loss;     /**< of log probability; 0 is the place that the model chose */
} press_border;

/** The likeliest other edges of a content, the likeliest first. */
#define PRESS_BORDERS 8
typedef struct press_borders {
  press_border begin[PRESS_BORDERS], end[PRESS_BORDERS];
  uint8_t n_begin, n_end;
} press_borders;

/** One cue with the source and content that the model links to it. */
typedef struct press_attribution {
  press_range cue;
  press_ranges source;          /**< none or one */
  press_ranges content;         /**< one or more, in order; never empty */
  const press_borders *borders; /**< one for each content */
  float score;                  /**< probability of the cue */
  float source_score;           /**< of the source, or of there being none */
  float content_score; /**< expected overlap with the right content; 0: not known */
} press_attribution;

typedef struct press_ling {
  const press_word *words;               /**< one for each token */
  const press_name *names;               /**< in order, not overlapping */
  const press_attribution *attributions; /**< by cue */
  uint32_t n_names, n_attributions;
} press_ling;

/** The weights, ready to use: read-only, shared by threads. */
typedef struct press_model press_model;

/** Reads weights as `make models` writes them. `bytes` outlives the model. */
press_status press_model__load(press_arena *arena, press_str bytes,
                               const press_model **out, press_error *err);
/** The core's own vector of a word: its row of the input layer, where words of like use
 *  are alike. Writes up to `room` numbers and returns how many; none for a word that it
 *  does not know. */
uint32_t press_model__vector(const press_model *model, press_str word, float *out,
                             uint32_t room);
/** Runs the core over a text. Linear in the text. Never fails. */
void press_ling__build(press_arena *arena, const press_model *model,
                       const press_lexicon *lex, const press_text *t, press_ling *out);

const char *press_upos__name(press_upos u);
const char *press_deprel__name(press_deprel d);

#endif
