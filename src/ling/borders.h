/** Other edges of a content: what the decoder weighed and did not take. */
#ifndef PRESS_LING_BORDERS_H
#define PRESS_LING_BORDERS_H

#include "ling/feature.h"
#include "ling/ling.h"

/** Scores of BIOES labels for a row of units, and the labels chosen. */
typedef struct press_labelled {
  const float *scores;
  uint32_t stride;
  const uint8_t *labels;
  uint32_t n;
} press_labelled;

/** Edges for the content at units [b, e) of the row; `units` are the row's. The
 *  content's neighbours are never taken in. */
void press_borders__find(const press_labelled *l, uint32_t b, uint32_t e,
                         const press_unit *units, press_borders *out);

#endif
