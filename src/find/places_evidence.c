/** What the whole text says about where it is: evidence for each country, people who are
 *  called like places, and the places that their own state decides. */
#include "find/places_choose.h"

/* Tuned on LGL dev and GeoVirus. */
static const float clear_lead = 2.0f; /* by which a namesake must lead to be evidence */
static const float size_known =
    2.5f;                            /* a city known though its name is a person's, too */
static const uint32_t clue_cap = 12; /* most that clue words give one country */

typedef press_chooser chooser;

press_str press_chooser__code(const press_row *r) {
  return r->column[PRESS_PLACE_CODE];
}
char press_chooser__how(const press_row *r) {
  return r->column[PRESS_PLACE_HOW].n ? r->column[PRESS_PLACE_HOW].at[0] : 'n';
}

const press_row *press_chooser__next(const chooser *c, const press_row *r) {
  return r->next == PRESS_NONE ? NULL : &c->cx->lex->places.rows[r->next];
}

uint32_t press_chooser__points(const press_map *m, press_str code) {
  uint32_t p = press_map__get(m, code);
  return p == PRESS_NONE ? 0 : p;
}

bool press_chooser__open(const press_guess *g) {
  return !(g->marks & (PRESS_GUESS_QUALIFIED | PRESS_GUESS_QUALIFIER | PRESS_GUESS_OUT |
                       PRESS_GUESS_PERSON));
}

static void add(chooser *c, press_map *m, press_str code, uint32_t points) {
  if (!code.n || code.at[0] == '-') return;
  uint32_t *p = press_map__put(c->cx->arena, m, code);
  *p = *p == PRESS_NONE ? points : *p + points;
  if (m == &c->evidence && *p > c->foreign && !press_str__eq(code, S("US")))
    c->foreign = *p;
}

static const press_row *reading_in(const chooser *c, const press_row *r, press_str code) {
  for (; r; r = press_chooser__next(c, r))
    if (press_str__eq(press_chooser__code(r), code)) return r;
  return NULL;
}

void press_chooser__settle(press_guess *g, const press_row *r) {
  static const uint8_t hows[] = {['n'] = PRESS_BY_NAME,
                                 ['d'] = PRESS_BY_DEMONYM,
                                 ['c'] = PRESS_BY_CAPITAL,
                                 ['p'] = PRESS_BY_PLACE,
                                 ['m'] = PRESS_BY_METONYM};
  char how = press_chooser__how(r);
  g->pick = r;
  g->code = press_chooser__code(r);
  g->how = how >= 'c' && how <= 'p' ? hows[(unsigned char)how] : PRESS_BY_NAME;
}

/** A single reading that nothing in the language competes with. */
static bool sure(const chooser *c, const press_guess *g) {
  if (g->marks & (PRESS_GUESS_OUT | PRESS_GUESS_PERSON) || !g->rows) return false;
  if (press_chooser__code(g->rows).at[0] == '-') return false;
  for (const press_row *r = press_chooser__next(c, g->rows); r;
       r = press_chooser__next(c, r))
    if (press_chooser__how(r) != 'p' || !press_places__flag(r, 'o')) return false;
  char how = press_chooser__how(g->rows);
  if (how == 'p' && !press_places__flag(g->rows, 'a')) return false;
  return !press_places__flag(g->rows, 'g') && !press_places__flag(g->rows, 's') &&
         !press_places__flag(g->rows, 'q') && !press_places__flag(g->rows, 'w');
}

/* ---- "Paris, Texas" ---- */

/** A state or a country. */
static bool qualifies(const press_row *r) {
  return press_places__flag(r, 'a') || press_places__flag(r, 'q') ||
         press_chooser__how(r) == 'n';
}

/** The state or country that the guess after `k` gives to `k`, or NULL. */
static const press_row *qualifier(const chooser *c, uint32_t k) {
  if (k + 1 >= c->g->n) return NULL;
  const press_guess *a = &c->g->at[k], *b = &c->g->at[k + 1];
  if (!b->rows || !press_places__joined(c->cx, a->at, b->at)) return NULL;
  const press_row *r = b->rows;
  while (r && !qualifies(r)) r = press_chooser__next(c, r);
  return r;
}

static void qualify(chooser *c, uint32_t k) {
  const press_row *q = qualifier(c, k);
  press_guess *a = &c->g->at[k], *b = &c->g->at[k + 1];
  if (!q || !a->rows || press_chooser__how(a->rows) == 'd' ||
      press_chooser__how(a->rows) == 'm')
    return;
  // Any reading of the state that the city has too: "Athens, Georgia".
  const press_row *r = NULL;
  for (; q && !r; q = press_chooser__next(c, q))
    if (qualifies(q)) r = reading_in(c, a->rows, press_chooser__code(q));
  if (!r || press_chooser__how(r) == 'n') return;
  press_chooser__settle(a, r);
  press_chooser__settle(b, reading_in(c, b->rows, a->code));
  a->marks |= PRESS_GUESS_QUALIFIED;
  b->marks |= PRESS_GUESS_QUALIFIER;
  *press_map__put(c->cx->arena, &c->sense, a->rows->column[0]) =
      (uint32_t)(r - c->cx->lex->places.rows);
}

/** "Walker County": American unless the text tells more of another country that has
 *  such a place; a name that the tables do not hold counts for no country but one. */
static void settle_division(chooser *c, press_guess *g) {
  const press_row *r = reading_in(c, g->rows, S("US"));
  uint32_t home = press_chooser__points(&c->evidence, S("US")) +
                  press_chooser__points(&c->clues, S("US")),
           abroad = home;
  for (const press_row *k = g->rows; k; k = press_chooser__next(c, k)) {
    if (press_chooser__points(&c->evidence, press_chooser__code(k)) <= abroad) continue;
    abroad = press_chooser__points(&c->evidence, press_chooser__code(k));
    r = k;
  }
  if (!r && c->foreign > home) return;
  g->marks |= PRESS_GUESS_QUALIFIED;
  g->how = PRESS_BY_PLACE;
  g->pick = r;
  g->code = r ? press_chooser__code(r) : S("US");
}

/* ---- Evidence ---- */

static void count_clues(chooser *c) {
  const press_text *t = c->cx->text;
  for (uint32_t i = 0; i < t->n_tokens; i++) {
    const press_row *r = press_table__find(&c->cx->lex->place_clues, t->tokens[i].low);
    if (!r) continue;
    uint32_t more = (uint32_t)press_row__number(r, 2, 1);
    if (press_chooser__points(&c->clues, r->column[1]) + more <= clue_cap)
      add(c, &c->clues, r->column[1], more);
  }
}

static void note_person(chooser *c, press_guess *g) {
  g->marks |= PRESS_GUESS_PERSON;
  if (g->rows) *press_map__put(c->cx->arena, &c->person, g->rows->column[0]) = 1;
}

/** After "Denzel Washington", "Washington" is he. */
static void note_names(chooser *c, const press_guess *g) {
  for (uint32_t i = g->at.begin; i < g->at.end; i++)
    *press_map__put(c->cx->arena, &c->person, press_places__low(c->cx, i)) = 1;
}

static void look_around(chooser *c, uint32_t k) {
  press_guess *g = &c->g->at[k];
  if (g->marks & PRESS_GUESS_OWN) return;
  if (g->rows && press_chooser__code(g->rows).at[0] == '-') {
    g->marks |= PRESS_GUESS_OUT;
    if (press_chooser__how(g->rows) == 'x') note_names(c, g);
    return;
  }
  g->marks |= press_places__around(c->cx, g);
  if (g->rows && g->marks & PRESS_GUESS_PERSON) note_person(c, g);
  if (g->rows && g->marks & PRESS_GUESS_TOWN)
    add(c, &c->town, g->rows->column[0],
        g->marks & PRESS_GUESS_AGED ? PRESS_CHOOSER_AGED : 1);
}

/** A word speaks for a country, or a place inside it does. */
static void witness(chooser *c, press_str code, bool inside, uint32_t n) {
  add(c, &c->evidence, code, n);
  if (inside) add(c, &c->land, code, n);
}

static bool is_inside(const press_row *r) {
  return press_chooser__how(r) == 'p' || press_chooser__how(r) == 'm';
}

/** Weaker evidence: a word that is most of all a place of one country. */
static void lean(chooser *c, const press_guess *g) {
  if (!g->rows || !press_chooser__open(g)) return;
  const press_row *top = NULL;
  float best_size = 0, second = 0;
  for (const press_row *r = g->rows; r; r = press_chooser__next(c, r)) {
    float s = press_chooser__size(r);
    bool doubtful = press_places__flag(r, 's') || press_places__flag(r, 'g') ||
                    press_places__flag(r, 'w');
    if (doubtful && (s < size_known || !(g->marks & PRESS_GUESS_LOCATIVE))) return;
    second = top && s > best_size ? best_size : (top && s > second ? s : second);
    if (!top || s > best_size) {
      top = r;
      best_size = s;
    }
  }
  if (best_size - second >= clear_lead)
    witness(c, press_chooser__code(top), is_inside(top), 1);
}

static void settle_divisions(chooser *c) {
  for (uint32_t k = 0; k < c->g->n; k++) {
    press_guess *g = &c->g->at[k];
    if (!(g->marks & PRESS_GUESS_DIVISION) || !press_chooser__open(g)) continue;
    settle_division(c, g);
    witness(c, g->code, true, 1);
  }
}

void press_chooser__gather(chooser *c) {
  for (uint32_t k = 0; k < c->g->n; k++) look_around(c, k);
  for (uint32_t k = 0; k < c->g->n; k++) qualify(c, k);
  for (uint32_t k = 0; k < c->g->n; k++) {
    press_guess *g = &c->g->at[k];
    if (g->marks & (PRESS_GUESS_QUALIFIED | PRESS_GUESS_QUALIFIER))
      witness(c, g->code, g->how == PRESS_BY_PLACE, 2);
    else if (g->rows && press_chooser__points(&c->town, g->rows->column[0]) &&
             reading_in(c, g->rows, S("US")))
      continue;
    else if (g->rows && sure(c, g))
      witness(c, press_chooser__code(g->rows), is_inside(g->rows), 2);
    else
      lean(c, g);
  }
  count_clues(c);
  settle_divisions(c);
}
