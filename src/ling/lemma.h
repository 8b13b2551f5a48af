/** Base forms of words: a table of exceptions and frequent words (data/lemmas.tsv)
 *  over suffix rules for regular inflection. */
#ifndef PRESS_LEMMA_H
#define PRESS_LEMMA_H

#include "lexicon/lexicon.h"
#include "ling/ling.h"

/** The lemma of `form` (as written; `low` is its lower case with straight marks)
 *  under the tags given: lower case except for proper names. The result belongs to
 *  the arena, the lexicon or the arguments. */
press_str press_lemma__find(press_arena *arena, const press_lexicon *lex, press_str form,
                            press_str low, press_upos upos, const char *xpos);

#endif
