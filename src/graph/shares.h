/** Shares of an article as written: the graph and the record must agree. */
#ifndef PRESS_SHARES_H
#define PRESS_SHARES_H

#include "base/arena.h"

#include <stdint.h>

/** Shares as whole hundredths that sum to 100 when the shares sum to 1. */
uint32_t *press_shares__hundredths(press_arena *a, const float *share, uint32_t n);

#endif
