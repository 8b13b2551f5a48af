/** Words that mean a country: the stage, and what its parts share. */
#include "find/places.h"

#include <string.h>

bool press_places__flag(const press_row *r, char flag) {
  press_str flags = r->column[PRESS_PLACE_FLAGS];
  return flags.n && memchr(flags.at, flag, flags.n);
}

press_str press_places__low(const press_context *cx, uint32_t i) {
  return i < cx->text->n_tokens ? cx->text->tokens[i].low : (press_str){0};
}

bool press_places__together(const press_context *cx, uint32_t i, uint32_t j) {
  const press_text *t = cx->text;
  return i < t->n_tokens && j < t->n_tokens &&
         t->tokens[i].sentence == t->tokens[j].sentence;
}

bool press_places__capital(const press_context *cx, uint32_t i) {
  if (i >= cx->text->n_tokens || cx->text->tokens[i].kind != PRESS_TOKEN_WORD)
    return false;
  press_span at = cx->text->tokens[i].at;
  press_str low = cx->text->tokens[i].low;
  // Only case tells the two forms apart, so a changed first byte (or a changed second
  // one, for letters beyond ASCII) is a capital.
  const char *raw = cx->text->raw.at + at.begin;
  uint32_t n = at.end - at.begin;
  if (!n || !low.n) return false;
  if ((unsigned char)raw[0] < 0x80) return raw[0] >= 'A' && raw[0] <= 'Z';
  return raw[0] != low.at[0] || (n > 1 && low.n > 1 && raw[1] != low.at[1]);
}

bool press_places__among(press_str w, const char *list) {
  if (!w.n) return false;
  for (press_str rest = press_str__of(list); rest.at && rest.n;) {
    if (press_str__eq(press_str__cut(rest, ' ', &rest), w)) return true;
  }
  return false;
}

bool press_places__word(const press_context *cx, press_str w, press_str kind) {
  const press_table *t = &cx->lex->place_words;
  const press_row *r = w.n ? press_table__find(t, w) : NULL;
  while (r && !press_str__eq(r->column[1], kind))
    r = r->next == PRESS_NONE ? NULL : &t->rows[r->next];
  return r != NULL;
}

void press_find__places(const press_context *cx, press_found *f) {
  press_guesses guesses = {0};
  press_places__match(cx, &guesses);
  press_places__choose(cx, &guesses);
  press_places__actor(cx, &guesses);
  press_places__weigh(cx, &guesses, f);
}
