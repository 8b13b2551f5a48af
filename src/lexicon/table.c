#include "lexicon/table.h"

#include <stdlib.h>

static uint32_t words_in(press_str key) {
  uint32_t n = 1;
  for (size_t i = 0; i < key.n; i++) n += key.at[i] == ' ';
  return n;
}

static uint32_t lines_in(press_str bytes) {
  uint32_t n = 0;
  for (press_str rest = bytes; rest.n; n++) press_str__cut(rest, '\n', &rest);
  return n;
}

static press_status parse_row(press_str line, press_row *row) {
  *row = (press_row){.next = PRESS_NONE};
  for (uint32_t c = 0; line.at; c++) {
    if (c == PRESS_TABLE_COLUMNS) return PRESS_ERR_FORMAT;
    row->column[c] = press_str__cut(line, '\t', &line);
  }
  return row->column[0].n ? PRESS_OK : PRESS_ERR_FORMAT;
}

/** Chains row `i` behind the rows that share its key, keeping file order. */
static void chain(press_arena *arena, press_table *t, uint32_t *last, uint32_t i) {
  uint32_t *first = press_map__put(arena, &t->index, t->rows[i].column[0]);
  if (*first == PRESS_NONE)
    *first = i;
  else
    t->rows[last[*first]].next = i;
  last[*first] = i;
}

press_status press_table__load(press_arena *arena, press_str name, press_str bytes,
                               press_table *out, press_error *err) {
  // All rows and slots at once: growing would touch twice the memory.
  uint32_t room = lines_in(bytes), n = 0;
  press_row *rows = PRESS_NEW(arena, press_row, room);
  *out = (press_table){0};
  press_map__reserve(arena, &out->index, room);
  for (unsigned number = 1; bytes.n; number++) {
    press_str line = press_str__cut(bytes, '\n', &bytes);
    if (line.n && line.at[line.n - 1] == '\r') line.n--;
    if (!line.n || line.at[0] == '#') continue;
    press_row *row = &rows[n++];
    if (parse_row(line, row))
      return press_error__at(err, PRESS_ERR_FORMAT, 0, number, 1,
                             "table %.*s: bad line %u", SFMT(name), number);
    uint32_t words = words_in(row->column[0]);
    if (words > out->longest) out->longest = words;
  }
  out->rows = rows;
  out->n = n;
  uint32_t *last = PRESS_NEW(arena, uint32_t, n);
  for (uint32_t i = 0; i < n; i++) chain(arena, out, last, i);
  return PRESS_OK;
}

const press_row *press_table__find(const press_table *t, press_str key) {
  uint32_t i = press_map__get(&t->index, key);
  return i == PRESS_NONE ? NULL : &t->rows[i];
}

double press_row__number(const press_row *r, uint32_t column, double otherwise) {
  press_str s = r->column[column];
  char digits[32], *end;
  if (!s.n || s.n >= sizeof digits) return otherwise;
  for (size_t i = 0; i < s.n; i++) digits[i] = s.at[i];
  digits[s.n] = 0;
  double v = strtod(digits, &end);
  return *end ? otherwise : v;
}
