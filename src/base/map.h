/** Map from string to uint32_t on an arena: open addressing, keys not copied. */
#ifndef PRESS_MAP_H
#define PRESS_MAP_H

#include "base/str.h"

typedef struct press_map_slot {
  press_str key;
  uint64_t hash;
  uint32_t value;
} press_map_slot;

typedef struct press_map {
  press_map_slot *slots; /**< power of two; key.at NULL marks an empty slot */
  uint32_t n, cap;
} press_map;

/** The value under `key`, or PRESS_NONE. */
uint32_t press_map__get(const press_map *m, press_str key);
/** Makes room for `n` keys in all, so that putting them grows nothing. */
void press_map__reserve(press_arena *a, press_map *m, uint32_t n);
/** Where `key`'s value is kept; a new key starts at PRESS_NONE. `key` must
 *  outlive the map and have `at` not NULL. */
uint32_t *press_map__put(press_arena *a, press_map *m, press_str key);

#endif
