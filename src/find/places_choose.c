/** Which country a phrase means, if any. Two passes: what is sure (a country's own
 *  name, "Paris, Texas") gives each country evidence; then the namesakes are weighed by
 *  size, evidence and the words around them. */
#include "find/places_choose.h"

/* Tuned on LGL dev and GeoVirus (docs/linguistics.md). Sizes are decimal logarithms of
 * the population, in thousands. */
static const float size_name = 4.0f;  /* a country's own name weighs as a big city */
static const float size_state = 3.5f; /* a state or province */
static const float size_great_state = 5.0f; /* Ontario, Texas: flag A */
static const float size_capital = 0.5f;     /* added for a capital */
static const float cost_other = 2.0f;       /* a reading marked "o" */
static const float gain_evidence = 1.2f;  /* for each doubling of a country's evidence */
static const float gain_neighbour = 0.8f; /* for a country's own name */
static const float most_gain = 4.0f;
/* Whether there is a place at all: half the size and a quarter of the evidence, more or
 * less what follows, must reach `need`. */
static const float half = 0.5f, quarter = 0.25f, need = 1.0f;
static const float cost_word = 2.5f, cost_surname = 0.6f, cost_given = 0.6f;
static const float gain_locative = 1.5f, gain_civic = 1.2f, gain_named = 1.5f;
static const float cost_part = 1.5f;
static const float gain_sense = 1.5f;
static const float cost_town = 3.0f; /* for a country, where people are of a town */
static const float cost_person =
    3.0f; /* the word was part of a person's name elsewhere */

typedef press_chooser chooser;

/** Logarithm to base 2, straight between the powers: the same on every machine. */
static float log2_of(uint32_t n) {
  uint32_t power = 0;
  while (n >> power > 1) power++;
  return n ? (float)power + (float)n / (float)(1u << power) - 1.0f : 0.0f;
}

float press_chooser__size(const press_row *r) {
  float size =
      0.30103f * log2_of((uint32_t)press_row__number(r, PRESS_PLACE_POPULATION, 0) + 1);
  char how = press_chooser__how(r);
  if (how == 'n' || how == 'd') size = size_name;
  if (how == 'm') size = size_name;
  if (press_places__flag(r, 'a') && size < size_state) size = size_state;
  if (press_places__flag(r, 'A')) size = size_great_state;
  if (how == 'p' && size <= 0) size = 2.5f;
  if (how == 'c') size = (size > 3.0f ? size : 3.0f) + size_capital;
  return press_places__flag(r, 'o') ? size - cost_other : size;
}

/** A country whose neighbours the text names is likelier than a namesake of it. */
static float neighbours_gain(const chooser *c, press_str code) {
  const press_row *country = press_table__find(&c->cx->lex->countries, code);
  float gain = 0;
  for (press_str rest = country ? country->column[4] : (press_str){0};
       rest.at && rest.n;) {
    if (press_chooser__points(&c->evidence, press_str__cut(rest, ',', &rest)))
      gain += gain_neighbour;
  }
  return gain > 2 * gain_neighbour ? 2 * gain_neighbour : gain;
}

/** `r` is one of `rows`. Where a place shares its name with a country, as Georgia does,
 *  only other places of its land speak for it: an article on the country Georgia
 *  names the United States, too, but no American towns. */
static float evidence_for(const chooser *c, const press_row *rows, const press_row *r) {
  press_str code = press_chooser__code(r);
  bool greater = press_chooser__how(rows) == 'n' || press_chooser__how(rows) == 'c';
  bool namesake = greater && press_chooser__how(r) == 'p';
  uint32_t p = press_chooser__points(namesake ? &c->land : &c->evidence, code) +
               press_chooser__points(&c->clues, code);
  float gain = gain_evidence * log2_of(1 + p);
  if (press_chooser__how(r) == 'n' || press_chooser__how(r) == 'c')
    gain += neighbours_gain(c, code);
  return gain > most_gain ? most_gain : gain;
}

/** A country or a capital whose name people here are of as of a town. */
static bool is_town(const chooser *c, const press_row *r) {
  uint32_t points = press_chooser__points(&c->town, r->column[0]);
  char how = press_chooser__how(r);
  return (how == 'n' && points) || (how == 'c' && points >= PRESS_CHOOSER_AGED);
}

static const press_row *best(const chooser *c, const press_guess *g) {
  const press_row *winner = NULL;
  float sum = 0;
  for (const press_row *r = g->rows; r; r = press_chooser__next(c, r)) {
    float s = press_chooser__size(r) + evidence_for(c, g->rows, r);
    if (is_town(c, r)) s -= cost_town;
    if (winner && s <= sum) continue;
    winner = r;
    sum = s;
  }
  return winner;
}

/** How far the text shows a place here; at least `need` lets it stand. */
static float belief(const chooser *c, const press_guess *g, const press_row *r) {
  float b = half * press_chooser__size(r) + quarter * evidence_for(c, g->rows, r);
  if (press_places__flag(r, 'w')) b -= cost_word;
  if (press_places__flag(r, 's')) b -= cost_surname;
  if (press_places__flag(r, 'g')) b -= cost_given;
  if (press_map__get(&c->person, r->column[0]) != PRESS_NONE) b -= cost_person;
  if (press_map__get(&c->sense, r->column[0]) != PRESS_NONE) b += gain_sense;
  if (g->marks & PRESS_GUESS_LOCATIVE) b += gain_locative;
  if (g->marks & PRESS_GUESS_CIVIC) b += gain_civic;
  if (g->marks & PRESS_GUESS_NAMED) b += gain_named;
  if (g->marks & PRESS_GUESS_PART && press_chooser__how(r) == 'p') b -= cost_part;
  return b;
}

static const press_row *choice(const chooser *c, const press_guess *g) {
  uint32_t known = press_map__get(&c->sense, g->rows->column[0]);
  return known == PRESS_NONE ? best(c, g) : &c->cx->lex->places.rows[known];
}

static bool holds(const chooser *c, const press_guess *g, const press_row *r) {
  if (press_places__flag(r, 'q')) return press_places__after_comma(c->cx, g);
  if (press_places__flag(r, 'e') &&
      !press_chooser__points(&c->evidence, press_chooser__code(r)))
    return false;
  if (press_chooser__how(r) == 'd' || press_chooser__how(r) == 'm') return true;
  return belief(c, g, r) >= need;
}

/** What the text once shows to be a place is one where the same words come again. */
static void learn_sense(chooser *c, const press_guess *g) {
  if (!g->rows || !press_chooser__open(g) ||
      !(g->marks & (PRESS_GUESS_LOCATIVE | PRESS_GUESS_CIVIC)))
    return;
  const press_row *r = choice(c, g);
  if (!holds(c, g, r)) return;
  *press_map__put(c->cx->arena, &c->sense, r->column[0]) =
      (uint32_t)(r - c->cx->lex->places.rows);
}

static void decide(chooser *c, press_guess *g) {
  if (!g->rows || !press_chooser__open(g)) return;
  const press_row *r = choice(c, g);
  if (holds(c, g, r)) press_chooser__settle(g, r);
}

void press_places__choose(const press_context *cx, press_guesses *g) {
  chooser c = {.cx = cx, .g = g};
  press_chooser__gather(&c);
  for (uint32_t k = 0; k < g->n; k++) learn_sense(&c, &g->at[k]);
  for (uint32_t k = 0; k < g->n; k++) decide(&c, &g->at[k]);
}
