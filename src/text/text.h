/** The text layer: an article's bytes as paragraphs, sentences, tokens and
 *  quotations. All spans are byte offsets into the article as given. */
#ifndef PRESS_TEXT_H
#define PRESS_TEXT_H

#include "base/error.h"
#include "base/str.h"

typedef enum press_token_kind {
  PRESS_TOKEN_WORD,
  PRESS_TOKEN_NUMBER,
  PRESS_TOKEN_PUNCT,
  PRESS_TOKEN_QUOTE, /**< a quotation mark (not an apostrophe) */
  PRESS_TOKEN_SYMBOL
} press_token_kind;

/** Universal Dependencies English (EWT) tokens: "do" "n't", "Pompeo" "'s",
 *  "high" "-" "risk", "U.S." */
typedef struct press_token {
  press_span at;
  press_str low;     /**< lower case, straight marks: the form that tables hold */
  uint32_t sentence; /**< */
  uint8_t kind;      /**< press_token_kind */
  uint8_t quoted;    /**< depth of quotation it stands in, its marks included */
  bool space_before; /**< white space, or the text's begin, before it */
} press_token;

typedef struct press_sentence {
  uint32_t begin, end; /**< tokens */
  uint32_t para;
} press_sentence;

typedef enum press_para_kind {
  PRESS_PARA_BODY,
  PRESS_PARA_HEADLINE, /**< a first line set off, or short and without a stop */
  PRESS_PARA_BYLINE,   /**< "By Jane Doe", a date line alone */
  PRESS_PARA_HEADING   /**< a crosshead, a caption */
} press_para_kind;

/** One line of text that is not blank: news has no hard-wrapped paragraphs; where
 *  a file is hard-wrapped, one run of lines between blank lines. */
typedef struct press_para {
  press_span at;                 /**< trimmed */
  uint32_t begin, end;           /**< tokens */
  uint32_t first, last_sentence; /**< sentences [first, last_sentence) */
  uint8_t kind;                  /**< press_para_kind */
} press_para;

/** One run of quoted text. Parity of marks starts anew at each paragraph. */
typedef struct press_quote {
  press_span at;       /**< marks inside */
  uint32_t begin, end; /**< tokens, marks inside */
  uint32_t continues;  /**< the quotation of the paragraph before that this one goes
                            on with (that one is not closed), or PRESS_NONE */
  uint32_t parent;     /**< the quotation it is nested in, or PRESS_NONE */
  bool single;         /**< single marks */
  bool closed;         /**< has its closing mark */
} press_quote;

typedef struct press_text {
  press_str raw; /**< the article as given */
  const press_token *tokens;
  const press_sentence *sentences;
  const press_para *paras;
  const press_quote *quotes; /**< by begin; outer before inner */
  uint32_t n_tokens, n_sentences, n_paras, n_quotes;
  press_span headline;       /**< empty where none */
  press_span dateline;       /**< "LONDON (Reuters) -": its tokens are in no quote or
                                  statement; empty where none */
  press_span dateline_place; /**< "LONDON" */
  const uint32_t *marks;     /**< code points before byte 64 k, for each k */
} press_text;

/** Checks that `raw` is strict UTF-8 (no overlong forms, no surrogates) without NUL
 *  bytes and within PRESS_LIMIT_TEXT_BYTES. The error has byte, line, column. */
press_status press_text__check(press_str raw, press_error *err);
/** Builds the layer. `raw` was checked and outlives the result. Never fails. */
void press_text__build(press_arena *arena, press_str raw, press_text *out);
/** Code points before byte `offset`. */
uint32_t press_text__codepoint(const press_text *t, uint32_t offset);

/** The bytes of token `i`. */
press_str press_text__token(const press_text *t, uint32_t i);
/** The span from token `begin` to `end` (exclusive, not empty). */
press_span press_text__range(const press_text *t, uint32_t begin, uint32_t end);
/** First token that ends after byte `offset`; n_tokens when there is none. */
uint32_t press_text__token_at(const press_text *t, uint32_t offset);

#endif
