/** Any bytes as a table of data/ and as a caller's gazetteer: loaded or refused with a
 *  message; each key of a loaded table, and each name, is found again. */
#include "lexicon/gazetteer.h"
#include "lexicon/table.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void load(press_arena *arena, press_str bytes) {
  press_table table;
  press_error err = {0};
  if (press_table__load(arena, S("fuzz"), bytes, &table, &err)) {
    if (!err.message[0]) abort();
    return;
  }
  for (uint32_t i = 0; i < table.n; i++) {
    const press_row *row = press_table__find(&table, table.rows[i].column[0]);
    if (!row) abort();
    press_row__number(row, 1, 0);
  }
}

static int go_on(void *to, const press_error *problem) {
  (void)to;
  if (!problem->message[0] || !problem->line || !problem->column) abort();
  return 0;
}

static void load_own(press_str bytes) {
  press_gazetteer *g = NULL;
  press_error err = {0};
  if (press_gazetteer_new(&g, bytes, go_on, NULL, &err)) {
    if (!err.message[0] || g) abort();
    return;
  }
  if (press_gazetteer_size(g) > g->aliases.n) abort();
  for (uint32_t i = 0; i < g->alias_of.cap; i++) {
    const press_map_slot *s = &g->alias_of.slots[i];
    if (!s->key.at) continue;
    press_str written = g->aliases.at[s->value].written;
    if (press_gazetteer__find(g, s->key, written) != &g->aliases.at[s->value]) abort();
  }
  press_gazetteer_free(g);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  jmp_buf full;
  press_arena arena;
  press_arena__init(&arena, (size_t)256 << 20, &full);
  if (!setjmp(full)) load(&arena, (press_str){(const char *)data, size});
  press_arena__clear(&arena);
  load_own((press_str){(const char *)data, size});
  return 0;
}
