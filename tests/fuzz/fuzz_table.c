/** Any bytes as a table of data/: loaded or refused with a message; each key of a
 *  loaded table is found again. */
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

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  jmp_buf full;
  press_arena arena;
  press_arena__init(&arena, (size_t)256 << 20, &full);
  if (!setjmp(full)) load(&arena, (press_str){(const char *)data, size});
  press_arena__clear(&arena);
  return 0;
}
