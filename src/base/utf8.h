/** UTF-8 and character classes, thin over libutf8proc. */
#ifndef PRESS_UTF8_H
#define PRESS_UTF8_H

#include "base/str.h"

/** What a character is to a tokenizer. */
typedef enum press_char {
  PRESS_CHAR_LETTER, /**< letters and the marks on them */
  PRESS_CHAR_DIGIT,
  PRESS_CHAR_BLANK,  /**< spaces, line ends, form feeds */
  PRESS_CHAR_HIDDEN, /**< soft hyphen, zero width characters, BOM, controls */
  PRESS_CHAR_PUNCT,
  PRESS_CHAR_SYMBOL
} press_char;

/** Length of the valid, strict UTF-8 sequence at the start of `s`; 0 when there is
 *  none. */
size_t press_utf8__valid(press_str s);
/** The code point at byte `*i`, which moves behind it; a bad byte gives U+FFFD and
 *  moves by one. `*i` must be less than `s.n`. */
uint32_t press_utf8__next(press_str s, size_t *i);
/** The code point before byte `*i`, which moves to its begin; 0 at the start. */
uint32_t press_utf8__prev(press_str s, size_t *i);
/** Writes `cp` to `out` (4 bytes of room) and returns its length. */
size_t press_utf8__put(uint32_t cp, char *out);

press_char press_utf8__class(uint32_t cp);
uint32_t press_utf8__lower(uint32_t cp);
bool press_utf8__is_upper(uint32_t cp);
bool press_utf8__is_lower(uint32_t cp);
/** Curly, low and reversed single marks, primes and grave accents as "'". */
bool press_utf8__is_single(uint32_t cp);
/** Curly and low double marks and guillemets, as '"'. */
bool press_utf8__is_double(uint32_t cp);

/** Lower case with straight marks and without hidden characters: the form under
 *  which tables and models keep a word. `s` itself where nothing changes. */
press_str press_utf8__fold(press_arena *arena, press_str s);

#endif
