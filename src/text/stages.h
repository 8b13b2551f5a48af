/** The stages of the text layer, for text.c only: each adds to one build. */
#ifndef PRESS_TEXT_STAGES_H
#define PRESS_TEXT_STAGES_H

#include "base/vec.h"
#include "text/text.h"

/** What a token is beyond press_token: bits of press_build.notes. */
enum {
  NOTE_ABBREV = 1,  /**< ends in a full stop of its own; a sentence may end here */
  NOTE_BOUND = 2,   /**< such a token that never ends one: "Mr.", "J." */
  NOTE_CLOCK = 4,   /**< "a.m.", "etc.": ends one before any capital */
  NOTE_OPENS = 8,   /**< a mark that opens a quotation */
  NOTE_CLOSES = 16, /**< a mark that closes one */
  NOTE_MARK = 32    /**< may be a quotation mark: quote.c decides */
};

typedef struct press_build {
  press_arena *arena;
  press_str raw;
  PRESS_VEC(press_para) paras;
  PRESS_VEC(press_token) tokens;
  PRESS_VEC(uint8_t) notes; /**< one for each token */
  PRESS_VEC(press_quote) quotes;
  PRESS_VEC(press_sentence) sentences;
  press_span headline, dateline, place;
  bool apart;   /**< a blank line follows the first line */
  bool set_off; /**< and most others have none between them */
} press_build;

/** Lines, unwrapped where they are hard-wrapped, as trimmed paragraphs. */
void press_text__paras(press_build *b);
/** Tokens of every paragraph. */
void press_text__tokens(press_build *b);
/** Headline, byline, crossheads, dateline. */
void press_text__kinds(press_build *b);
/** Quotation marks told from apostrophes and paired, paragraph by paragraph. */
void press_text__quotes(press_build *b);
/** Sentences of every paragraph. */
void press_text__sentences(press_build *b);

/** Is `low` one of `words` (" a b c ": a blank before and behind each)? */
bool press_text__is_among(press_str low, const char *words);

/** Bytes of token `i`. */
static inline press_str press_build__token(const press_build *b, uint32_t i) {
  return press_str__span(b->raw, b->tokens.at[i].at);
}

#endif
