/** Read-only tables from data/: comment lines start with '#', columns are divided
 *  by tabs, the first column is the key (lower case for words and phrases). */
#ifndef PRESS_TABLE_H
#define PRESS_TABLE_H

#include "base/error.h"
#include "base/map.h"

#define PRESS_TABLE_COLUMNS 8

typedef struct press_row {
  press_str column[PRESS_TABLE_COLUMNS]; /**< missing columns are empty */
  uint32_t next;                         /**< next row with the same key, or PRESS_NONE */
} press_row;

typedef struct press_table {
  press_row *rows; /**< in file order */
  uint32_t n;
  uint32_t longest; /**< words in the longest key (words divided by single spaces) */
  press_map index;  /**< key to the first row that has it */
} press_table;

/** Parses `bytes` (which outlive the table). `name` is for messages. */
press_status press_table__load(press_arena *arena, press_str name, press_str bytes,
                               press_table *out, press_error *err);
/** First row under `key`, or NULL; follow `next` for more. */
const press_row *press_table__find(const press_table *t, press_str key);
/** A column as a number; `otherwise` when it is empty or not one. */
double press_row__number(const press_row *r, uint32_t column, double otherwise);

#endif
