/** Words that may name an issue. */
#ifndef PRESS_ISSUE_CANDIDATES_H
#define PRESS_ISSUE_CANDIDATES_H

#include "base/vec.h"
#include "find/find.h"

/** A row of this weight is at stake by itself; one below ("deal", "network") needs
 *  company. */
#define PRESS_ISSUE_SOLID 0.6f

/** One more than the last major topic. */
#define PRESS_ISSUE_FIELDS 100u

/** One phrase: where it stands, what a reader would call it, how surely it is
 *  something at stake. */
typedef struct press_issue_candidate {
  press_range at;
  press_str label;       /**< singular; lower case but for proper names */
  press_str key;         /**< lower case: equal keys are one issue */
  press_str head;        /**< its last word as it stands in the text, lower case */
  const press_row *row;  /**< of data/issues.tsv that is all of it, or NULL */
  const press_row *part; /**< the row of the longest part that is known, or NULL */
  uint32_t entity;       /**< the entity it is, or PRESS_NONE for a common noun */
  bool definite;         /**< "the", "this", "their" before it */
  bool verb;             /**< told by its verb: "extradite" */
  float weight;          /**< 0 to 1 */
} press_issue_candidate;

typedef PRESS_VEC(press_issue_candidate) press_issue_candidates;

/** Every candidate in text order. Linear in the text. */
void press_issue__candidates(const press_context *cx, const press_found *f,
                             press_issue_candidates *out);

/* ---- issue_phrase.c ---- */

/** Token `i` is a hyphen that ties words together. */
bool press_issue__hyphen(const press_text *t, uint32_t i);
/** `word` has this class (its first letter) in data/issue_words.tsv. */
bool press_issue__is(const press_context *cx, press_str word, char class);
/** The same for a token: its form or its lemma. */
bool press_issue__token_is(const press_context *cx, uint32_t i, char class);
/** Tokens as one phrase, its last noun singular: as tables hold it (`low`), else as
 *  a reader would write it. Empty when it is too long. */
press_str press_issue__phrase(const press_context *cx, press_range at, bool low);
/** The row of data/issues.tsv that is [b, e), or NULL. */
const press_row *press_issue__known(const press_context *cx, uint32_t b, uint32_t e);
/** The longest part of [b, e) that the table knows; later parts before earlier ones,
 *  since the head decides. `*at` stays as it is where there is none. */
const press_row *press_issue__part(const press_context *cx, uint32_t b, uint32_t e,
                                   press_range *at);
/** ASCII letters made small, copied. */
press_str press_issue__lower(const press_context *cx, press_str s);
/** What a row's phrase is called, and its weight. */
press_str press_issue__row_label(const press_row *r);
float press_issue__row_weight(const press_row *r);
/** Its Comparative Agendas major topic, or 0. */
uint32_t press_issue__field(const press_row *r);

#endif
