/** Names of output files: from the article's own, each used once. Remembers hashes
 *  only, so that a run over millions of articles stays small. */
#ifndef APP_NAMES_H
#define APP_NAMES_H

#include "app/inputs.h"

#include <stdint.h>

typedef struct app_used_name {
  uint64_t hash; /**< 0: empty slot */
  uint32_t uses;
} app_used_name;

typedef struct app_names {
  app_used_name *slots;
  size_t n, cap; /**< cap is a power of two */
} app_names;

/** A file name without ending for `input`, not given before; free() it. An NDJSON
 *  article is called by its id, made safe, where it has one. */
char *app_names__take(app_names *names, const app_input *input);
void app_names__clear(app_names *names);

#endif
