#include "base/arena.h"
#include "base/limits.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

struct press_block {
  press_block *older;
  size_t used, size;
  alignas(max_align_t) unsigned char bytes[];
};

void press_arena__init(press_arena *a, size_t cap, jmp_buf *out) {
  *a = (press_arena){.cap = cap, .out = out};
}

press_arena_mark press_arena__mark(const press_arena *a) {
  return (press_arena_mark){a->last, a->last ? a->last->used : 0};
}

void press_arena__rewind(press_arena *a, press_arena_mark to) {
  while (a->last != to.block) {
    press_block *newest = a->last;
    a->last = newest->older;
    a->taken -= newest->size;
    free(newest);
  }
  if (a->last) a->last->used = to.used;
}

void press_arena__clear(press_arena *a) {
  press_arena__rewind(a, (press_arena_mark){NULL, 0});
}

/** Blocks double, so that a long document costs few calls; -DPRESS_ARENA_MALLOC
 *  gives every object its own block, so that sanitizers see each overrun. */
static size_t block_size(const press_arena *a, size_t n) {
#ifdef PRESS_ARENA_MALLOC
  (void)a;
  return n;
#else
  size_t size = a->last ? a->last->size * 2 : PRESS_LIMIT_ARENA_FIRST;
  if (size > PRESS_LIMIT_ARENA_BLOCK) size = PRESS_LIMIT_ARENA_BLOCK;
  return size < n ? n : size;
#endif
}

static press_block *grow(press_arena *a, size_t n) {
  size_t size = block_size(a, n);
  if (size > a->cap - a->taken) longjmp(*a->out, 1);
  press_block *b = malloc(sizeof *b + size);
  if (!b) longjmp(*a->out, 1);
  b->older = a->last;
  b->used = 0;
  b->size = size;
  a->last = b;
  a->taken += size;
  return b;
}

void *press_arena__alloc(press_arena *a, size_t n) {
  const size_t align = alignof(max_align_t);
  if (n > SIZE_MAX / 2) longjmp(*a->out, 1);
  n = n ? (n + align - 1) / align * align : align;
  press_block *b = a->last;
  if (!b || b->size - b->used < n) b = grow(a, n);
  void *p = b->bytes + b->used;
  b->used += n;
  return memset(p, 0, n);
}

void *press_arena__array(press_arena *a, size_t count, size_t size) {
  if (size && count > SIZE_MAX / 2 / size) longjmp(*a->out, 1);
  return press_arena__alloc(a, count * size);
}
