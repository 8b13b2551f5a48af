/** The best tree over a sentence's arc scores. */
#ifndef PRESS_MST_H
#define PRESS_MST_H

#include "base/arena.h"

#include <stdbool.h>
#include <stdint.h>

/** Working memory, kept from sentence to sentence; zero it first. */
typedef struct press_tree_room {
  uint32_t most; /**< words there is room for */
  double *score;
  uint16_t *enter, *leave;
  uint32_t *head, *mark, *first;
  bool *gone;
} press_tree_room;

/** Chu-Liu-Edmonds with exactly one root. scores[i][h], `stride` floats a row: word
 *  i (from 0) under head h, where h 0 is the root and h k the k-th word; heads[i]
 *  gets h. Time n^2 where the best heads are a tree already, n^3 at worst. */
void press_nn__tree(press_arena *arena, press_tree_room *room, const float *scores,
                    uint32_t stride, uint32_t n, uint32_t *heads);

#endif
