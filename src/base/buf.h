/** A string that grows on an arena. Joining many parts one by one with
 *  press_str__join() would copy the first part each time. */
#ifndef PRESS_BUF_H
#define PRESS_BUF_H

#include "base/str.h"
#include "base/vec.h"

typedef struct press_buf {
  char *at;
  uint32_t n, cap;
} press_buf;

static inline void press_buf__add(press_arena *a, press_buf *b, press_str s) {
  while (s.n > b->cap - b->n) {
    uint32_t cap = b->cap; /* grow() doubles: pretend to be full */
    b->at = press_vec__grow(a, b->at, cap, &b->cap, 1);
  }
  if (s.n) memcpy(b->at + b->n, s.at, s.n);
  b->n += (uint32_t)s.n;
}

/** `s`, after `sep` unless it is the first. */
static inline void press_buf__join(press_arena *a, press_buf *b, press_str sep,
                                   press_str s) {
  if (!s.n) return;
  if (b->n) press_buf__add(a, b, sep);
  press_buf__add(a, b, s);
}

static inline press_str press_buf__str(const press_buf *b) {
  return (press_str){b->at, b->n};
}

#endif
