/** The best tree over a sentence's arc scores. */
#ifndef PRESS_MST_H
#define PRESS_MST_H

#include "base/arena.h"

#include <stdint.h>

/** Chu-Liu-Edmonds with exactly one root. scores[i][h], `stride` floats a row: word
 *  i (from 0) under head h, where h 0 is the root and h k the k-th word; heads[i]
 *  gets h. Time n^2 where the best heads are a tree already, n^3 at worst. */
void press_nn__tree(press_arena *arena, const float *scores, uint32_t stride, uint32_t n,
                    uint32_t *heads);

#endif
