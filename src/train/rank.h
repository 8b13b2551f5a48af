/** A ranker of antecedents: the probability of everybody whom a pronoun may mean is a
 *  softmax of their weights, and the right ones' together shall be high. */
#ifndef PRESS_RANK_H
#define PRESS_RANK_H

#include "train/coref.h"

/** Networks that are averaged, and hidden units of each. */
#define RANK_NETS  4
#define RANK_UNITS (PRESS_PRONOUN_UNITS / RANK_NETS)

/** Learns `w` from the questions; those of document `i` with i % folds == fold are
 *  left out if they are GAP's (folds 0: none is). */
void press_rank__fit(const t_questions *q, uint32_t folds, uint32_t fold,
                     press_pronoun_weights *w);
/** Whom `w` prefers. */
uint32_t press_rank__choose(const press_pronoun_weights *w, const t_question *q);

#endif
