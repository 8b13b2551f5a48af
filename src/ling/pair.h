/** Where a unit stands as seen from a cue: what the pair stage reads beside the
 *  encoder. Shared by inference and training. */
#ifndef PRESS_PAIR_H
#define PRESS_PAIR_H

#include "ling/feature.h"

typedef struct press_place {
  uint32_t near, sent, para; /**< rows of three small tables */
} press_place;

/** The window [lo, hi) of units around the cue [b, e) within [0, n). */
void press_pair__window(uint32_t b, uint32_t n, uint32_t *lo, uint32_t *hi);
/** Place of unit `i`. */
press_place press_pair__place(const press_unit *units, uint32_t b, uint32_t e,
                              uint32_t i);

#endif
