/** The Comparative Agendas major topic of articles and statements: a log-linear
 *  classifier over words and known issues (data/topics.bin). */
#ifndef PRESS_TOPIC_H
#define PRESS_TOPIC_H

#include "find/find.h"

/** Adds the features of tokens [at.begin, at.end): each word, and the field of each
 *  issue that data/issues.tsv knows. All values are the same, and smaller the longer
 *  the text. Returns how many words there were. */
uint32_t press_topic__features(press_arena *arena, const press_lexicon *lex,
                               const press_text *t, press_range at, press_features *out);
/** The words alone. */
uint32_t press_topic__words(press_arena *arena, const press_lexicon *lex,
                            const press_text *t, press_range at, press_features *out);
/** The key of a word's feature, as the trainer needs it to spell out vectors. */
uint64_t press_topic__word_key(press_str word);
/** What a text of `n` words gives each feature. */
float press_topic__value(uint32_t n);

#endif
