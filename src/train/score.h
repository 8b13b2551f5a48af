/** Comparing the core's output with a gold document, by letters: the tokens of both
 *  need not be the same. */
#ifndef PRESS_SCORE_H
#define PRESS_SCORE_H

#include "ling/ling.h"
#include "train/corpus.h"

typedef struct t_score {
  uint32_t gold, found, tokens; /**< tokens in gold, found, and in both */
  uint32_t gold_sent, sent, sentences;
  uint32_t upos, xpos, uas, las;                 /**< right */
  uint32_t gold_name[4], found_name[4], name[4]; /**< by type; [3] all */
} t_score;

/** Adds document `d` (labels of tokens, not units) against `l` over `t`. */
void press_score__doc(press_arena *a, const t_corpus *c, const t_doc *d,
                      const press_text *t, const press_ling *l, t_score *out);
/** Adds the document's names, which are of the same tokens as `l`. */
void press_score__names(const t_doc *d, const press_ling *l, t_score *out);

#endif
