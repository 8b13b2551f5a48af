/** Bump allocator: one for each document, freed whole. Never returns NULL: when
 *  memory or the cap runs out it jumps to the boundary that set `out`. */
#ifndef PRESS_ARENA_H
#define PRESS_ARENA_H

#include <setjmp.h>
#include <stddef.h>

typedef struct press_block press_block;

typedef struct press_arena {
  press_block *last; /**< newest block; older ones hang behind it */
  size_t taken;      /**< bytes taken from the system */
  size_t cap;        /**< most that may be taken */
  jmp_buf *out;      /**< where to go when there is no more; never NULL in use */
} press_arena;

/** An empty arena that takes nothing until first asked. `cap` in bytes. */
void press_arena__init(press_arena *a, size_t cap, jmp_buf *out);
/** Frees every block. The arena is then empty and usable again. */
void press_arena__clear(press_arena *a);
/** `n` zeroed bytes aligned for any type. `n` 0 gives a valid pointer. */
void *press_arena__alloc(press_arena *a, size_t n) __attribute__((returns_nonnull));
/** `count` zeroed items of `size` bytes; the product is checked. */
void *press_arena__array(press_arena *a, size_t count, size_t size)
    __attribute__((returns_nonnull));

/** A place to come back to: whatever is taken after press_arena__mark() is given back
 *  by press_arena__rewind(), for scratch work that the results do not point into. */
typedef struct press_arena_mark {
  press_block *block;
  size_t used;
} press_arena_mark;
press_arena_mark press_arena__mark(const press_arena *a);
void press_arena__rewind(press_arena *a, press_arena_mark to);

#define PRESS_NEW(arena, type, count)                                                    \
  ((type *)press_arena__array((arena), (size_t)(count), sizeof(type)))

#endif
