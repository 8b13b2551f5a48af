/** Patterns inside one run of visible characters, for token.c only. Each function
 *  gives the cell behind its match at `i`, or `i` when there is none. */
#ifndef PRESS_TEXT_SCAN_H
#define PRESS_TEXT_SCAN_H

#include "base/str.h"

/** One visible character; hidden ones are left out. */
typedef struct press_cell {
  uint32_t at, cp;
  uint32_t key;  /**< lower case; "'" for single marks, "-" for hyphens */
  uint8_t bytes; /**< */
  uint8_t class; /**< press_char */
} press_cell;

/** A run of visible characters between blanks. */
typedef struct press_run {
  const press_cell *at;
  uint32_t n;
  uint32_t next_at_sign; /**< first "@" at or behind the last asked place */
  press_str rest;        /**< the paragraph behind the run */
  bool first;            /**< the paragraph begins with it */
} press_run;

uint32_t press_scan__url(const press_run *r, uint32_t i);
uint32_t press_scan__mail(press_run *r, uint32_t i);
/** "@handle", "#hashtag". */
uint32_t press_scan__handle(const press_run *r, uint32_t i);
/** Numbers with their inner marks, telephone numbers, dates, "5G", "1990s", "20th";
 *  a unit is left for the next token. */
uint32_t press_scan__number(const press_run *r, uint32_t i);
/** A word: letters and digits with inner apostrophes, "AT&T", "U.S" without its
 *  last stop, "anti-war", "example.com". `*acronym`: it has inner stops like "U.S". */
uint32_t press_scan__word(const press_run *r, uint32_t i, bool *acronym);
/** Marks that stand as one token: "...", "--", "?!", "''", "***". Never `i`. */
uint32_t press_scan__marks(const press_run *r, uint32_t i);
/** "'em", "'70s" at an apostrophe, and clitics that are left behind a stop. */
uint32_t press_scan__elision(const press_run *r, uint32_t i);
/** Does the whole run make ":-)" or the like? */
bool press_scan__is_face(const press_run *r);

/** The key of cell `i`; 0 behind the end. */
static inline uint32_t press_run__key(const press_run *r, uint32_t i) {
  return i < r->n ? r->at[i].key : 0;
}
/** Do the keys from `i` on spell `word`? */
bool press_run__spells(const press_run *r, uint32_t i, const char *word);
/** Is [b, e) spelled like `word`? */
bool press_run__is(const press_run *r, uint32_t b, uint32_t e, const char *word);

#endif
