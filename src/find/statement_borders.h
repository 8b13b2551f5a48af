/** Choosing where a content begins and ends: the cases that are weighed in use and
 *  learnt from in training (press-train borders). */
#ifndef PRESS_STATEMENT_BORDERS_H
#define PRESS_STATEMENT_BORDERS_H

#include "find/statement.h"

typedef enum press_side { PRESS_SIDE_BEGIN, PRESS_SIDE_END } press_side;

/** One border of one part, and the ranges that the part may become. The first
 *  candidate is the part as it is. */
typedef struct press_border_case {
  uint32_t claim, part;
  press_side side;
  uint32_t n;
  press_range at[PRESS_BORDERS + 1];
  float loss[PRESS_BORDERS + 1];
} press_border_case;

/** Fills in the candidates; false when there is nothing to choose. */
bool press_border__case(const press_stating *s, press_border_case *out);

/** Gets one feature and its value. */
typedef void (*press_border_visit)(void *to, press_str feature, float value);
/** Names what speaks for or against candidate `k`. */
void press_border__features(const press_stating *s, const press_border_case *x,
                            uint32_t k, press_border_visit visit, void *to);

#endif
