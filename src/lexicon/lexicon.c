#include "lexicon/lexicon.h"

#include "lexicon/embed.h"

press_status press_lexicon__load(press_arena *arena, press_lexicon *out,
                                 press_error *err) {
  *out = (press_lexicon){0};
#define X(name)                                                                          \
  TRY(press_table__load(arena, S(#name), press_embed__##name(), &out->name, err));       \
  out->n_tables++;
#include "lexicon/tables.def"
#undef X
#define X(name) TRY(press_linear__load(arena, press_embed__##name(), &out->name, err));
#include "lexicon/models.def"
#undef X
  return PRESS_OK;
}
