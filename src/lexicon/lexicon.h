/** Every table and classifier of data/, loaded once, then read-only and shared by
 * threads. */
#ifndef PRESS_LEXICON_H
#define PRESS_LEXICON_H

#include "lexicon/table.h"
#include "nn/linear.h"

typedef struct press_lexicon {
#define X(name) press_table name;
#include "lexicon/tables.def"
#undef X
#define X(name) press_linear name;
#include "lexicon/models.def"
#undef X
  uint32_t n_tables;
} press_lexicon;

/** Loads all tables from the bytes built into the library (embed.h). */
press_status press_lexicon__load(press_arena *arena, press_lexicon *out,
                                 press_error *err);

#endif
