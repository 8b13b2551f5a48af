#include "find/places_around.h"

/** From this score on a person's name of the language layer is believed. */
static const float sure_person = 0.5f;

static press_str low(const press_context *cx, uint32_t i) {
  return press_places__low(cx, i);
}

static bool same(const press_context *cx, uint32_t i, uint32_t j) {
  return press_places__together(cx, i, j);
}

static bool is(const press_context *cx, uint32_t i, press_str w) {
  return press_str__eq(low(cx, i), w);
}

static bool given_name(const press_context *cx, uint32_t i) {
  return press_places__capital(cx, i) &&
         press_table__find(&cx->lex->given_names, low(cx, i)) != NULL;
}

/** "W." */
static bool initial(const press_context *cx, uint32_t i) {
  press_str w = low(cx, i);
  return w.n == 2 && w.at[1] == '.' && press_places__capital(cx, i);
}

static bool after_title(const press_context *cx, press_range at) {
  uint32_t p = at.begin - 1;
  return at.begin && same(cx, p, at.begin) && press_places__capital(cx, p) &&
         press_places__word(cx, low(cx, p), S("honorific"));
}

/** A surname: behind a given name or an initial. */
static bool after_person(const press_context *cx, press_range at) {
  if (!at.begin || !same(cx, at.begin - 1, at.begin)) return false;
  uint32_t p = at.begin - 1;
  if (initial(cx, p)) return p && same(cx, p - 1, p) && press_places__capital(cx, p - 1);
  if (!given_name(cx, p)) return false;
  // "Mayor in Paris", not "Paris" as the end of a place's name.
  return press_table__find(&cx->lex->places, low(cx, p)) == NULL;
}

/** A given name: a capital word that is no office and no place stands behind it. */
static bool before_surname(const press_context *cx, const press_guess *g) {
  uint32_t n = g->at.end;
  if (!g->rows || g->at.end - g->at.begin > 1) return false;
  if (!press_places__flag(g->rows, 'g') && !given_name(cx, g->at.begin)) return false;
  if (!same(cx, g->at.begin, n) || !press_places__capital(cx, n)) return false;
  if (press_places__word(cx, low(cx, n), S("office"))) return false;
  return press_table__find(&cx->lex->places, low(cx, n)) == NULL;
}

/** "Ann Orr, 54, of Palestine", "Ann Orr, 54, Palestine": countries have people, too, but
 *  give them no ages. */
static bool aged_of(const press_context *cx, press_range at) {
  const press_token *t = cx->text->tokens;
  uint32_t p = at.begin;
  if (p < 4 || !same(cx, p - 4, p)) return false;
  if (is(cx, p - 1, S("of"))) p--;
  return is(cx, p - 1, S(",")) && t[p - 2].kind == PRESS_TOKEN_NUMBER &&
         is(cx, p - 3, S(","));
}

/** Part of a longer place's name, which the tables do not have; compass words are none.
 */
static bool part_of(const press_context *cx, const press_guess *g,
                    const press_name *name) {
  if (!name || name->type != PRESS_NAME_LOC || !g->rows) return false;
  bool first = name->at.begin == g->at.begin, last = name->at.end == g->at.end;
  if (first == last || name->at.begin > g->at.begin) return false;
  if (first) return press_places__capital(cx, g->at.end);
  uint32_t p = g->at.begin - 1;
  return press_places__capital(cx, p) &&
         !press_places__word(cx, low(cx, p), S("compass"));
}

/** "Dublin Road" */
static bool street(const press_context *cx, press_range at) {
  return same(cx, at.begin, at.end) && press_places__capital(cx, at.end) &&
         press_places__word(cx, low(cx, at.end), S("street"));
}

/** "the Niger River", "Lake Chad", "the Gulf of Guinea"; a state takes no "the", so that
 *  "the Mississippi" is the river. */
static bool water(const press_context *cx, const press_guess *g) {
  uint32_t b = g->at.begin, n = g->at.end;
  if (same(cx, b, n) && press_places__capital(cx, n) &&
      press_places__word(cx, low(cx, n), S("water")))
    return true;
  uint32_t p = b && is(cx, b - 1, S("of")) ? b - 1 : b;
  if (p && same(cx, p - 1, b) && press_places__capital(cx, p - 1) &&
      press_places__word(cx, low(cx, p - 1), S("water")))
    return true;
  bool state = g->rows && press_places__flag(g->rows, 'A');
  return state && b && n - b == 1 && same(cx, b - 1, b) && is(cx, b - 1, S("the")) &&
         cx->ling->words[b].head < cx->text->n_tokens &&
         cx->ling->words[b].deprel != PRESS_DEP_compound;
}

static uint16_t what_follows(const press_context *cx, const press_guess *g) {
  uint32_t n = g->at.end;
  char how = g->rows && g->rows->column[PRESS_PLACE_HOW].n
                 ? g->rows->column[PRESS_PLACE_HOW].at[0]
                 : ' ';
  if (!same(cx, g->at.begin, n) || how == 'd' || how == 'm') return 0;
  bool capital = press_places__capital(cx, n);
  if (water(cx, g)) return PRESS_GUESS_OUT;
  bool land = how == 'n' || (g->rows && press_places__flag(g->rows, 'a'));
  if (street(cx, g->at) && !(land && press_places__capital(cx, n + 1)))
    return PRESS_GUESS_OUT;
  if (capital && press_places__word(cx, low(cx, n), S("division")))
    return PRESS_GUESS_DIVISION;
  if (!press_places__word(cx, low(cx, n), S("civic"))) return 0;
  return PRESS_GUESS_CIVIC | PRESS_GUESS_TOWN;
}

static bool locative(const press_context *cx, press_range at) {
  const press_text *t = cx->text;
  press_span place = t->dateline_place;
  if (t->tokens[at.begin].at.begin >= place.begin &&
      t->tokens[at.begin].at.end <= place.end)
    return true;
  uint32_t p = at.begin;
  if (p && same(cx, p - 1, p) && press_places__word(cx, low(cx, p - 1), S("locative")))
    return true;
  return is(cx, at.end, S("-")) && is(cx, at.end + 1, S("based"));
}

/** Binary search. */
const press_name *press_places__name_over(const press_context *cx, press_range at) {
  const press_ling *l = cx->ling;
  uint32_t lo = 0, hi = l->n_names;
  while (lo < hi) {
    uint32_t mid = lo + (hi - lo) / 2;
    if (l->names[mid].at.end <= at.begin)
      lo = mid + 1;
    else
      hi = mid;
  }
  if (lo == l->n_names || l->names[lo].at.begin > at.begin) return NULL;
  return l->names[lo].at.end >= at.end ? &l->names[lo] : NULL;
}

/** "speaks French", "in English" */
static bool language(const press_context *cx, const press_guess *g) {
  if (!g->rows || !press_places__flag(g->rows, 'l')) return false;
  uint32_t p = g->at.begin, n = g->at.end;
  if (p && same(cx, p - 1, p) &&
      press_places__word(cx, low(cx, p - 1), S("language_verb")))
    return true;
  if (p && is(cx, p - 1, S("in")) && !press_places__capital(cx, n) &&
      (n >= cx->text->n_tokens || cx->text->tokens[n].kind != PRESS_TOKEN_WORD ||
       press_places__among(low(cx, n), "and or on at that by with but as")))
    return true;
  if (is(cx, n, S("-")) &&
      press_places__among(low(cx, n + 1), "speaking language speakers"))
    return true;
  return press_places__among(low(cx, n), "language translation speakers speaker lessons "
                                         "grammar words word");
}

/** "Wells Fargo": the last word of an organisation's name, with no "of" before it. */
static bool ends_company(const press_context *cx, const press_guess *g,
                         const press_name *name) {
  if (!name || name->type != PRESS_NAME_ORG || name->at.begin >= g->at.begin)
    return false;
  if (name->at.end != g->at.end || !g->rows) return false;
  return press_str__eq(g->rows->column[PRESS_PLACE_HOW], S("p")) &&
         !press_places__flag(g->rows, 'a') && press_places__capital(cx, g->at.begin - 1);
}

/** "Jordan, 43, said": a given name that has an age is nobody's country. */
static bool aged(const press_context *cx, const press_guess *g) {
  uint32_t n = g->at.end;
  if (!g->rows || n - g->at.begin > 1 || !same(cx, g->at.begin, n + 2)) return false;
  if (!press_places__flag(g->rows, 'g') && !given_name(cx, g->at.begin)) return false;
  return is(cx, n, S(",")) && cx->text->tokens[n + 1].kind == PRESS_TOKEN_NUMBER &&
         low(cx, n + 1).n < 3 && press_places__among(low(cx, n + 2), ", . and");
}

/** "Lassa fever", "Japanese encephalitis": called after a land, found anywhere. */
static bool disease(const press_context *cx, const press_guess *g) {
  if (!g->rows || g->rows->column[PRESS_PLACE_HOW].n != 1) return false;
  char how = g->rows->column[PRESS_PLACE_HOW].at[0];
  return (how == 'p' || how == 'd') && same(cx, g->at.begin, g->at.end) &&
         press_places__word(cx, low(cx, g->at.end), S("disease"));
}

/** A seat of power and nothing else ("Zhongnanhai"): the core may not know the word. */
static bool only_seat(const press_guess *g, const press_name *name) {
  return g->seat && !g->rows && press_str__eq(g->seat->column[2], S("always")) &&
         name->at.begin == g->at.begin && name->at.end == g->at.end;
}

/** Whether the tables hold a word that people are called, too, or a longer name. */
static bool may_be_person(const press_guess *g, const press_name *name) {
  if (!g->rows || name->at.begin < g->at.begin || name->at.end > g->at.end) return true;
  char how =
      g->rows->column[PRESS_PLACE_HOW].n ? g->rows->column[PRESS_PLACE_HOW].at[0] : ' ';
  return how == 'p' || press_places__flag(g->rows, 'g') ||
         press_places__flag(g->rows, 's');
}

uint16_t press_places__around(const press_context *cx, const press_guess *g) {
  const press_name *name = press_places__name_over(cx, g->at);
  uint16_t marks = what_follows(cx, g);
  bool demonym = g->rows && g->rows->column[PRESS_PLACE_HOW].n &&
                 g->rows->column[PRESS_PLACE_HOW].at[0] == 'd';
  if (disease(cx, g)) return marks | PRESS_GUESS_OUT;
  if (locative(cx, g->at)) marks |= PRESS_GUESS_LOCATIVE;
  if (aged_of(cx, g->at)) marks |= PRESS_GUESS_TOWN | PRESS_GUESS_AGED;
  if (part_of(cx, g, name)) marks |= PRESS_GUESS_PART;
  bool called = name && name->type == PRESS_NAME_PER && name->score >= sure_person;
  if (demonym && called && name->at.begin < g->at.begin)
    return marks | PRESS_GUESS_PERSON;
  if (demonym) return language(cx, g) ? marks | PRESS_GUESS_OUT : marks;
  if (after_title(cx, g->at) || aged(cx, g)) return marks | PRESS_GUESS_PERSON;
  if (called && may_be_person(g, name) && !only_seat(g, name))
    return marks | PRESS_GUESS_PERSON;
  if (name && name->type == PRESS_NAME_LOC && name->at.end == g->at.end)
    return marks | PRESS_GUESS_NAMED;
  if (ends_company(cx, g, name)) return marks | PRESS_GUESS_OUT;
  if (after_person(cx, g->at) || before_surname(cx, g)) marks |= PRESS_GUESS_PERSON;
  return marks;
}

bool press_places__joined(const press_context *cx, press_range a, press_range b) {
  if (!same(cx, a.begin, b.begin) || b.begin != a.end + 1) return false;
  press_str between = low(cx, a.end);
  return press_str__eq(between, S(",")) || press_str__eq(between, S("(")) ||
         press_str__eq(between, S("in"));
}

bool press_places__after_comma(const press_context *cx, const press_guess *g) {
  uint32_t b = g->at.begin;
  if (b < 2 || !same(cx, b - 2, b)) return false;
  if (is(cx, b - 1, S("-"))) return press_places__among(low(cx, b - 2), "r d i");
  return is(cx, b - 1, S(",")) && press_places__capital(cx, b - 2);
}
