#include "ling/ling.h"
press_status press_model__load(press_arena *arena, press_str bytes, const press_model **out, press_error *err) { (void)arena; (void)bytes; (void)out; (void)err; return PRESS_OK; }
void press_ling__build(press_arena *arena, const press_model *model,
                       const press_lexicon *lex, const press_text *t, press_ling *out) {
  (void)model;
  (void)lex;
  press_word *words = PRESS_NEW(arena, press_word, t->n_tokens);
  for (uint32_t i = 0; i < t->n_tokens; i++)
    words[i] = (press_word){.head = PRESS_NONE,
                            .upos = PRESS_UPOS_X,
                            .deprel = PRESS_DEP_dep,
                            .xpos = "",
                            .lemma = t->tokens[i].low};
  *out = (press_ling){.words = words};
}
