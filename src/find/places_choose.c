/** Which country a phrase means, if any. Two passes: what is sure (a country's own
 *  name, "Paris, Texas") gives each country evidence; then the namesakes are weighed by
 *  size, evidence and the words around them. */
#include "find/places_around.h"

/* Tuned on LGL dev and GeoVirus (docs/linguistics.md). Sizes are decimal logarithms of
 * the population, in thousands. */
static const float size_name = 4.0f;  /* a country's own name weighs as a big city */
static const float size_state = 3.5f; /* a state or province */
static const float size_great_state = 5.0f; /* Ontario, Texas: flag A */
static const float size_capital = 0.5f;     /* added for a capital */
static const float cost_other = 2.0f;       /* a reading marked "o" */
static const float gain_evidence = 1.2f;  /* for each doubling of a country's evidence */
static const float gain_neighbour = 0.8f; /* for a country's own name */
static const float clear_lead = 2.0f; /* by which a namesake must lead to be evidence */
static const float size_known =
    2.5f; /* a city known though its name is a person's, too */
static const float most_gain = 4.0f;
/* Whether there is a place at all: half the size and a quarter of the evidence, more or
 * less what follows, must reach `need`. */
static const float half = 0.5f, quarter = 0.25f, need = 1.0f;
static const float cost_word = 2.5f, cost_surname = 0.6f, cost_given = 0.6f;
static const float gain_locative = 1.5f, gain_civic = 1.2f, gain_named = 1.5f;
static const float gain_sense = 1.5f;
static const float cost_person =
    3.0f;                            /* the word was part of a person's name elsewhere */
static const uint32_t clue_cap = 12; /* most that clue words give one country */

typedef struct chooser {
  const press_context *cx;
  press_guesses *g;
  press_map evidence; /**< country code to points */
  press_map land;     /**< the same from places inside the country alone */
  press_map clues;    /**< country code to points from clue words */
  press_map sense;    /**< phrase to country, once qualified in the text */
  uint32_t foreign;   /**< points of the strongest country but the United States */
  press_map person;   /**< phrase seen as part of a person's name */
} chooser;

static press_str code_of(const press_row *r) {
  return r->column[PRESS_PLACE_CODE];
}
static char how_of(const press_row *r) {
  return r->column[PRESS_PLACE_HOW].n ? r->column[PRESS_PLACE_HOW].at[0] : 'n';
}

static void add(chooser *c, press_map *m, press_str code, uint32_t points) {
  if (!code.n || code.at[0] == '-') return;
  uint32_t *p = press_map__put(c->cx->arena, m, code);
  *p = *p == PRESS_NONE ? points : *p + points;
  if (m == &c->evidence && *p > c->foreign && !press_str__eq(code, S("US")))
    c->foreign = *p;
}

static uint32_t points(const press_map *m, press_str code) {
  uint32_t p = press_map__get(m, code);
  return p == PRESS_NONE ? 0 : p;
}

static const press_row *next_row(const chooser *c, const press_row *r) {
  return r->next == PRESS_NONE ? NULL : &c->cx->lex->places.rows[r->next];
}

static const press_row *reading_in(const chooser *c, const press_row *r, press_str code) {
  for (; r; r = next_row(c, r))
    if (press_str__eq(code_of(r), code)) return r;
  return NULL;
}

static bool open_question(const press_guess *g) {
  return !(g->marks & (PRESS_GUESS_QUALIFIED | PRESS_GUESS_QUALIFIER | PRESS_GUESS_OUT |
                       PRESS_GUESS_PERSON));
}

/** "Walker County": American unless the text tells more of another country that has
 *  such a place; a name that the tables do not hold counts for no country but one. */
static void settle_division(chooser *c, press_guess *g) {
  const press_row *r = reading_in(c, g->rows, S("US"));
  uint32_t home = points(&c->evidence, S("US")) + points(&c->clues, S("US")),
           abroad = home;
  for (const press_row *k = g->rows; k; k = next_row(c, k)) {
    if (points(&c->evidence, code_of(k)) <= abroad) continue;
    abroad = points(&c->evidence, code_of(k));
    r = k;
  }
  if (!r && c->foreign > home) return;
  g->marks |= PRESS_GUESS_QUALIFIED;
  g->how = PRESS_BY_PLACE;
  g->pick = r;
  g->code = r ? code_of(r) : S("US");
}

/** A single reading that nothing in the language competes with. */
static bool sure(const chooser *c, const press_guess *g) {
  if (g->marks & (PRESS_GUESS_OUT | PRESS_GUESS_PERSON) || !g->rows) return false;
  if (next_row(c, g->rows) || code_of(g->rows).at[0] == '-') return false;
  char how = how_of(g->rows);
  if (how == 'p' && !press_places__flag(g->rows, 'a')) return false;
  return !press_places__flag(g->rows, 'g') && !press_places__flag(g->rows, 's') &&
         !press_places__flag(g->rows, 'q') && !press_places__flag(g->rows, 'w');
}

static void settle(press_guess *g, const press_row *r) {
  static const uint8_t hows[] = {['n'] = PRESS_BY_NAME,
                                 ['d'] = PRESS_BY_DEMONYM,
                                 ['c'] = PRESS_BY_CAPITAL,
                                 ['p'] = PRESS_BY_PLACE,
                                 ['m'] = PRESS_BY_METONYM};
  char how = how_of(r);
  g->pick = r;
  g->code = code_of(r);
  g->how = how >= 'c' && how <= 'p' ? hows[(unsigned char)how] : PRESS_BY_NAME;
}

/* ---- "Paris, Texas" ---- */

/** The state or country that the guess after `k` gives to `k`, or NULL. */
static const press_row *qualifier(const chooser *c, uint32_t k) {
  if (k + 1 >= c->g->n) return NULL;
  const press_guess *a = &c->g->at[k], *b = &c->g->at[k + 1];
  if (!b->rows || !press_places__joined(c->cx, a->at, b->at)) return NULL;
  for (const press_row *r = b->rows; r; r = next_row(c, r)) {
    bool state = press_places__flag(r, 'a') || press_places__flag(r, 'q');
    if (state || how_of(r) == 'n') return r;
  }
  return NULL;
}

static void qualify(chooser *c, uint32_t k) {
  const press_row *q = qualifier(c, k);
  press_guess *a = &c->g->at[k], *b = &c->g->at[k + 1];
  if (!q || !a->rows || how_of(a->rows) == 'd' || how_of(a->rows) == 'm') return;
  // Any reading of the state that the city has too: "Athens, Georgia".
  const press_row *r = NULL;
  for (; q && !r; q = next_row(c, q)) r = reading_in(c, a->rows, code_of(q));
  if (!r || how_of(r) == 'n') return;
  settle(a, r);
  settle(b, reading_in(c, b->rows, a->code));
  a->marks |= PRESS_GUESS_QUALIFIED;
  b->marks |= PRESS_GUESS_QUALIFIER;
  *press_map__put(c->cx->arena, &c->sense, a->rows->column[0]) =
      (uint32_t)(r - c->cx->lex->places.rows);
}

/* ---- Weighing ---- */

/** Logarithm to base 2, straight between the powers: the same on every machine. */
static float log2_of(uint32_t n) {
  uint32_t power = 0;
  while (n >> power > 1) power++;
  return n ? (float)power + (float)n / (float)(1u << power) - 1.0f : 0.0f;
}

static float size_of(const press_row *r) {
  float size =
      0.30103f * log2_of((uint32_t)press_row__number(r, PRESS_PLACE_POPULATION, 0) + 1);
  char how = how_of(r);
  if (how == 'n' || how == 'd') size = size_name;
  if (how == 'm') size = size_name;
  if (press_places__flag(r, 'a') && size < size_state) size = size_state;
  if (press_places__flag(r, 'A')) size = size_great_state;
  if (how == 'p' && size <= 0) size = 2.5f;
  if (how == 'c') size = (size > 3.0f ? size : 3.0f) + size_capital;
  return press_places__flag(r, 'o') ? size - cost_other : size;
}

/* ---- Evidence ---- */

static void count_clues(chooser *c) {
  const press_text *t = c->cx->text;
  for (uint32_t i = 0; i < t->n_tokens; i++) {
    const press_row *r = press_table__find(&c->cx->lex->place_clues, t->tokens[i].low);
    if (!r) continue;
    uint32_t more = (uint32_t)press_row__number(r, 2, 1);
    if (points(&c->clues, r->column[1]) + more <= clue_cap)
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
  if (g->rows && code_of(g->rows).at[0] == '-') {
    g->marks |= PRESS_GUESS_OUT;
    if (how_of(g->rows) == 'x') note_names(c, g);
    return;
  }
  g->marks |= press_places__around(c->cx, g);
  if (g->rows && g->marks & PRESS_GUESS_PERSON) note_person(c, g);
}

/** A word speaks for a country, or a place inside it does. */
static void witness(chooser *c, press_str code, bool inside, uint32_t n) {
  add(c, &c->evidence, code, n);
  if (inside) add(c, &c->land, code, n);
}

static bool is_inside(const press_row *r) {
  return how_of(r) == 'p' || how_of(r) == 'm';
}

/** Weaker evidence: a word that is most of all a place of one country. */
static void lean(chooser *c, const press_guess *g) {
  if (!g->rows || !open_question(g)) return;
  const press_row *top = NULL;
  float best_size = 0, second = 0;
  for (const press_row *r = g->rows; r; r = next_row(c, r)) {
    float s = size_of(r);
    bool doubtful = press_places__flag(r, 's') || press_places__flag(r, 'g') ||
                    press_places__flag(r, 'w');
    if (doubtful && (s < size_known || !(g->marks & PRESS_GUESS_LOCATIVE))) return;
    second = top && s > best_size ? best_size : (top && s > second ? s : second);
    if (!top || s > best_size) {
      top = r;
      best_size = s;
    }
  }
  if (best_size - second >= clear_lead) witness(c, code_of(top), is_inside(top), 1);
}

static void settle_divisions(chooser *c) {
  for (uint32_t k = 0; k < c->g->n; k++) {
    press_guess *g = &c->g->at[k];
    if (!(g->marks & PRESS_GUESS_DIVISION) || !open_question(g)) continue;
    settle_division(c, g);
    witness(c, g->code, true, 1);
  }
}

static void gather(chooser *c) {
  for (uint32_t k = 0; k < c->g->n; k++) look_around(c, k);
  for (uint32_t k = 0; k < c->g->n; k++) qualify(c, k);
  for (uint32_t k = 0; k < c->g->n; k++) {
    press_guess *g = &c->g->at[k];
    if (g->marks & (PRESS_GUESS_QUALIFIED | PRESS_GUESS_QUALIFIER))
      witness(c, g->code, g->how == PRESS_BY_PLACE, 2);
    else if (sure(c, g))
      witness(c, code_of(g->rows), is_inside(g->rows), 2);
    else
      lean(c, g);
  }
  count_clues(c);
  settle_divisions(c);
}

/** A country whose neighbours the text names is likelier than a namesake of it. */
static float neighbours_gain(const chooser *c, press_str code) {
  const press_row *country = press_table__find(&c->cx->lex->countries, code);
  float gain = 0;
  for (press_str rest = country ? country->column[4] : (press_str){0};
       rest.at && rest.n;) {
    if (points(&c->evidence, press_str__cut(rest, ',', &rest))) gain += gain_neighbour;
  }
  return gain > 2 * gain_neighbour ? 2 * gain_neighbour : gain;
}

/** `r` is one of `rows`. Where a place shares its name with a country, as Georgia does,
 *  only other places of its land speak for it: an article on the country Georgia
 *  names the United States, too, but no American towns. */
static float evidence_for(const chooser *c, const press_row *rows, const press_row *r) {
  press_str code = code_of(r);
  bool namesake = how_of(rows) == 'n' && how_of(r) == 'p';
  uint32_t p = points(namesake ? &c->land : &c->evidence, code) + points(&c->clues, code);
  float gain = gain_evidence * log2_of(1 + p);
  if (how_of(r) == 'n') gain += neighbours_gain(c, code);
  return gain > most_gain ? most_gain : gain;
}

static const press_row *best(const chooser *c, const press_guess *g) {
  const press_row *winner = NULL;
  float sum = 0;
  for (const press_row *r = g->rows; r; r = next_row(c, r)) {
    float s = size_of(r) + evidence_for(c, g->rows, r);
    if (winner && s <= sum) continue;
    winner = r;
    sum = s;
  }
  return winner;
}

/** How far the text shows a place here; at least `need` lets it stand. */
static float belief(const chooser *c, const press_guess *g, const press_row *r) {
  float b = half * size_of(r) + quarter * evidence_for(c, g->rows, r);
  if (press_places__flag(r, 'w')) b -= cost_word;
  if (press_places__flag(r, 's')) b -= cost_surname;
  if (press_places__flag(r, 'g')) b -= cost_given;
  if (press_map__get(&c->person, r->column[0]) != PRESS_NONE) b -= cost_person;
  if (press_map__get(&c->sense, r->column[0]) != PRESS_NONE) b += gain_sense;
  if (g->marks & PRESS_GUESS_LOCATIVE) b += gain_locative;
  if (g->marks & PRESS_GUESS_CIVIC) b += gain_civic;
  if (g->marks & PRESS_GUESS_NAMED) b += gain_named;
  return b;
}

static const press_row *choice(const chooser *c, const press_guess *g) {
  uint32_t known = press_map__get(&c->sense, g->rows->column[0]);
  return known == PRESS_NONE ? best(c, g) : &c->cx->lex->places.rows[known];
}

static bool holds(const chooser *c, const press_guess *g, const press_row *r) {
  if (press_places__flag(r, 'q')) return press_places__after_comma(c->cx, g);
  if (press_places__flag(r, 'e') && !points(&c->evidence, code_of(r))) return false;
  if (how_of(r) == 'd' || how_of(r) == 'm') return true;
  return belief(c, g, r) >= need;
}

/** What the text once shows to be a place is one where the same words come again. */
static void learn_sense(chooser *c, const press_guess *g) {
  if (!g->rows || !open_question(g) ||
      !(g->marks & (PRESS_GUESS_LOCATIVE | PRESS_GUESS_CIVIC)))
    return;
  const press_row *r = choice(c, g);
  if (!holds(c, g, r)) return;
  *press_map__put(c->cx->arena, &c->sense, r->column[0]) =
      (uint32_t)(r - c->cx->lex->places.rows);
}

static void decide(chooser *c, press_guess *g) {
  if (!g->rows || !open_question(g)) return;
  const press_row *r = choice(c, g);
  if (holds(c, g, r)) settle(g, r);
}

void press_places__choose(const press_context *cx, press_guesses *g) {
  chooser c = {.cx = cx, .g = g};
  gather(&c);
  for (uint32_t k = 0; k < g->n; k++) learn_sense(&c, &g->at[k]);
  for (uint32_t k = 0; k < g->n; k++) decide(&c, &g->at[k]);
}
