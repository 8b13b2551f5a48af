/** Noun phrases that may name an issue. */
#ifndef PRESS_ISSUE_CANDIDATES_H
#define PRESS_ISSUE_CANDIDATES_H

#include "base/vec.h"
#include "find/find.h"

/** One noun phrase: where it stands, what a reader would call it, how surely it is
 *  something at stake. */
typedef struct press_issue_candidate {
  press_range at;
  press_str label;      /**< singular; lower case but for proper names */
  press_str key;        /**< lower-case label: equal keys are one issue */
  press_str head;       /**< its last word as it stands in the text, lower case */
  const press_row *row; /**< of data/issues.tsv; NULL when no word of it is there */
  uint32_t entity;      /**< the entity it is, or PRESS_NONE for a common noun */
  float weight;         /**< 0 to 1 */
} press_issue_candidate;

typedef PRESS_VEC(press_issue_candidate) press_issue_candidates;

/** Every candidate in text order. Linear in the text. */
void press_issue__candidates(const press_context *cx, const press_found *f,
                             press_issue_candidates *out);

#endif
