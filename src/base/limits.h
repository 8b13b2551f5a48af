/** Every tuned limit, and what it guards against. Numbers that decide quality
 *  (thresholds, weights) live beside their stage in a block of the same kind. */
#ifndef PRESS_LIMITS_H
#define PRESS_LIMITS_H

#include "pressgraph.h"

/** One article. Offsets are 32 bits; longer input is refused, not cut. */
#define PRESS_LIMIT_TEXT_BYTES PRESS_TEXT_MAX
/** First block of a document's arena; later blocks double up to the second. */
#define PRESS_LIMIT_ARENA_FIRST (64u << 10)
#define PRESS_LIMIT_ARENA_BLOCK (8u << 20)
/** Memory one document may take, before PRESS_ERR_NOMEM. Guards the batch. */
#define PRESS_LIMIT_ARENA_TOTAL ((size_t)8 << 30)
/** Tokens of one sentence: longer ones are cut here, so that parsing, which is
 *  quadratic in the sentence, stays linear in the article. */
#define PRESS_LIMIT_SENTENCE_TOKENS 120

#endif
