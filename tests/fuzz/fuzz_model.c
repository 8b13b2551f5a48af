/** Any bytes as a weights file, of the core or of a classifier: loaded or refused with a
 * message. With an odd first byte the rest is laid over the begin of the real file, so
 * that what stands behind the header is reached too. */
#include "lexicon/embed.h"
#include "ling/ling.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void load(press_arena *arena, press_str bytes) {
  const press_model *model = NULL;
  press_error err = {0};
  if (press_model__load(arena, bytes, &model, &err) && !err.message[0]) abort();
  press_linear linear;
  err = (press_error){0};
  if (press_linear__load(arena, bytes, &linear, &err) && !err.message[0]) abort();
}

/** The real file with `bytes` over its begin; free() it. */
static char *overlay(press_str bytes, size_t *n) {
  press_str real = press_embed__model();
  *n = real.n > bytes.n ? real.n : bytes.n;
  char *p = malloc(*n ? *n : 1);
  if (!p) abort();
  if (real.n) memcpy(p, real.at, real.n);
  if (bytes.n) memcpy(p, bytes.at, bytes.n);
  return p;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  jmp_buf full;
  press_arena arena;
  if (!size) return 0;
  press_str bytes = {(const char *)data + 1, size - 1};
  char *volatile over = NULL;
  if (data[0] & 1) over = overlay(bytes, &bytes.n);
  if (over) bytes.at = over;
  press_arena__init(&arena, (size_t)1 << 30, &full);
  if (!setjmp(full)) load(&arena, bytes);
  press_arena__clear(&arena);
  free(over);
  return 0;
}
