/** Candidates joined over the article: one group is one issue. */
#ifndef PRESS_ISSUE_GROUPS_H
#define PRESS_ISSUE_GROUPS_H

#include "find/issue_candidates.h"

typedef struct press_issue_group {
  press_str label;
  const press_row *row; /**< the table's row for all or part of it, or NULL */
  bool exact;           /**< the row is all of it */
  bool name;            /**< an organisation's name */
  uint32_t first;       /**< first candidate: keeps the order of the text */
  float best;           /**< heaviest candidate */
  float points;         /**< how much of the article is about it */
  float score;
  uint32_t rank; /**< index into the issues, or PRESS_NONE */
} press_issue_group;

typedef struct press_issue_groups {
  press_issue_candidates found;
  uint32_t *of; /**< for each candidate its group */
  PRESS_VEC(press_issue_group) at;
} press_issue_groups;

/** Joins `g->found`, which is in text order: equal keys; a bare head with the compound
 *  named before it ("the network" after "5G network"); a compound that stands once
 *  with the known issue inside it ("tax claims" with "tax"); acronyms that the text
 *  explains. */
void press_issue__join(const press_context *cx, press_issue_groups *g);

/** Fills points and score of every group. */
void press_issue__score(const press_context *cx, const press_found *f,
                        press_issue_groups *g);
/** Groups that are issues of the article, heaviest first, into `order` (room for all
 *  of them); gives them their rank. At most `most`. */
uint32_t press_issue__rank(press_issue_groups *g, press_issue_group **order,
                           uint32_t most);

#endif
