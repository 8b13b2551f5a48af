/** Length-counted strings: never NUL-terminated, never owned. */
#ifndef PRESS_STR_H
#define PRESS_STR_H

#include "base/arena.h"
#include "pressgraph.h"

#include <stdbool.h>
#include <stdint.h>

#define PRESS_NONE UINT32_MAX

/** A literal as press_str. */
#define S(literal) ((press_str){(literal), sizeof(literal) - 1})
/** For printf's "%.*s". */
#define SFMT(s) (int)(s).n, (s).at

bool press_str__eq(press_str a, press_str b);
/** ASCII letters only: for words that tables hold in lower case. */
bool press_str__eq_nocase(press_str a, press_str b);
/** The same as a C string? */
bool press_str__is(press_str s, const char *cstr);
/** Bytewise order; a prefix comes first. */
int press_str__cmp(press_str a, press_str b);
bool press_str__starts(press_str s, press_str prefix);
bool press_str__ends(press_str s, press_str suffix);
/** First place of `needle`, or PRESS_NONE. */
uint32_t press_str__find(press_str s, press_str needle);
/** Bytes [b, e) of s, cut to its length. */
press_str press_str__sub(press_str s, size_t b, size_t e);
press_str press_str__trim(press_str s);
/** What follows the last space; all of it when there is none. */
press_str press_str__last_word(press_str s);
/** Cuts `s` at the first `sep`: the head is returned, `*rest` is what follows
 *  (empty with at NULL when there was no `sep`). */
press_str press_str__cut(press_str s, char sep, press_str *rest);
press_str press_str__copy(press_arena *a, press_str s);
/** A NUL-terminated copy. */
char *press_str__cstr(press_arena *a, press_str s);
/** `x` then `y`, with `sep` between when both hold something. */
press_str press_str__join(press_arena *a, press_str x, press_str sep, press_str y);
press_str press_str__format(press_arena *a, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
uint64_t press_str__hash(press_str s);
press_str press_str__of(const char *cstr);
/** The bytes of `at` in `text`. */
press_str press_str__span(press_str text, press_span at);

#endif
