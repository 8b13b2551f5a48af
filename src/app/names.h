/** Names of output files: from the article's own, each used once. Remembers hashes
 *  only, so that a run over millions of articles stays small. */
#ifndef PRESS_APP_NAMES_H
#define PRESS_APP_NAMES_H

#include "app/inputs.h"

#include <stdint.h>

typedef struct press_used_name {
  uint64_t hash; /**< 0: empty slot */
  uint32_t uses;
} press_used_name;

typedef struct press_names {
  press_used_name *slots;
  size_t n, cap; /**< cap is a power of two */
} press_names;

/** A file name without ending for `input`, not given before; free() it. An NDJSON
 *  article is called by its id, made safe, where it has one. */
char *press_names__take(press_names *names, const press_input *input);
void press_names__clear(press_names *names);

#endif
