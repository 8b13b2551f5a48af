/** What the choice of a country is made from: shared by places_evidence.c, which gathers
 *  it, and places_choose.c, which weighs it. */
#ifndef PRESS_PLACES_CHOOSE_H
#define PRESS_PLACES_CHOOSE_H

#include "find/places_around.h"

typedef struct press_chooser {
  const press_context *cx;
  press_guesses *g;
  press_map evidence; /**< country code to points */
  press_map land;     /**< the same from places inside the country alone */
  press_map clues;    /**< country code to points from clue words */
  press_map sense;    /**< phrase to country, once qualified in the text */
  uint32_t foreign;   /**< points of the strongest country but the United States */
  press_map person;   /**< phrase seen as part of a person's name */
  press_map town;     /**< phrase that people are of as of a town, to how often */
} press_chooser;

/** Fills the chooser's maps from the whole text; settles what its own state or country
 *  decides ("Paris, Texas") and counties. */
void press_chooser__gather(press_chooser *c);

press_str press_chooser__code(const press_row *r);
/** Points of "54, of Paris" among those that make a town of a name; a capital needs as
 *  many, a country's name one. */
#define PRESS_CHOOSER_AGED 8
/** The letter of places.tsv: 'n', 'd', 'c', 'p', 'm' or 'x'. */
char press_chooser__how(const press_row *r);
/** The next reading of the same phrase, or NULL. */
const press_row *press_chooser__next(const press_chooser *c, const press_row *r);
/** Whether nothing is settled about `g` yet. */
bool press_chooser__open(const press_guess *g);
void press_chooser__settle(press_guess *g, const press_row *r);
uint32_t press_chooser__points(const press_map *m, press_str code);
/** How large a reading is: a decimal logarithm, see the head of places_choose.c. */
float press_chooser__size(const press_row *r);

#endif
