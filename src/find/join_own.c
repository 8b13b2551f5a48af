/** Figures of the caller's gazetteer: made first, so that every other name of the
 *  article can be theirs ("Berg" after "Anna Berg"). */
#include "base/utf8.h"
#include "find/people.h"

/** Given name and surname of a person's canonical name. */
static void name_person(press_cast *c, press_figure *g, press_str name) {
  static const char *const tails[] = {"jr.", "jr", "sr.", "sr", "ii", "iii", "iv", NULL};
  press_str rest = press_utf8__fold(c->cx->arena, name),
            words[2] = {{NULL, 0}, {NULL, 0}};
  uint32_t n = 0;
  while (rest.n) {
    press_str word = press_str__cut(rest, ' ', &rest);
    if (press_people__one_of(tails, word))
      g->joined_suffix = true;
    else
      words[n++ ? 1 : 0] = word;
  }
  g->given = n > 1 ? words[0] : (press_str){NULL, 0};
  g->surname = words[n > 1];
  g->gender = press_people__gender_of(c, words[0]);
}

static uint32_t make(press_cast *c, uint32_t hit) {
  const press_own *own = press_find__own_at(c->cx, hit);
  press_arena *a = c->cx->arena;
  static const uint8_t types[] = {PRESS_PERSON, PRESS_ORGANIZATION, PRESS_PLACE};
  press_str name = press_str__copy(a, own->name);
  uint32_t id = press_people__figure(c, name, types[own->type]);
  press_figure *g = &c->figures.at[id];
  g->own = hit;
  if (own->country.n) g->country = press_people__country_of(c, own->country);
  if (g->type == PRESS_PERSON) {
    name_person(c, g, name);
    press_register__put(c, &c->surnames, g->surname, id);
    press_register__put(c, &c->givens, g->given, id);
  } else {
    g->key = press_utf8__fold(a, name);
    press_register__put(c, &c->keys, g->key, id);
  }
  return id;
}

void press_people__join_own(press_cast *c) {
  press_map made = {0}; /* canonical name to figure: no two lines share one */
  for (uint32_t i = 0; i < c->drafts.n; i++) {
    press_draft *d = &c->drafts.at[i];
    if (d->own == PRESS_NONE) continue;
    const press_own *own = press_find__own_at(c->cx, d->own);
    uint32_t *figure = press_map__put(c->cx->arena, &made, own->name);
    if (*figure == PRESS_NONE) *figure = make(c, d->own);
    if (own->type == PRESS_OWN_ORGANIZATION && d->m.at.end - d->m.at.begin > 1)
      press_people__shorten(c, d->m.at, *figure);
    press_people__take(c, i, *figure);
  }
}
