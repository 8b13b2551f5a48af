/** Growable typed array on an arena. Growth copies and leaves the old array
 *  behind, so hold indices, not pointers, across a push. */
#ifndef PRESS_VEC_H
#define PRESS_VEC_H

#include "base/arena.h"

#include <stdint.h>
#include <string.h>

#define PRESS_VEC(T)                                                                     \
  struct {                                                                               \
    T *at;                                                                               \
    uint32_t n, cap;                                                                     \
  }

__attribute__((returns_nonnull)) static inline void *
press_vec__grow(press_arena *a, void *at, uint32_t n, uint32_t *cap, size_t size) {
  if (n < *cap) return at;
  uint32_t bigger = *cap ? *cap * 2 : 8;
  void *p = press_arena__array(a, bigger, size);
  if (n) memcpy(p, at, n * size);
  *cap = bigger;
  return p;
}

/** Makes room for one more item and gives a pointer to it (zeroed or stale:
 *  assign the whole item). */
#define PRESS_PUSH(arena, v)                                                             \
  ((v)->at = press_vec__grow((arena), (v)->at, (v)->n, &(v)->cap, sizeof *(v)->at),      \
   &(v)->at[(v)->n++])

#endif
