/** Inside of the places stage, in working order: match (which phrases), choose (which
 *  country each means, if any), actor (land or state), weigh (the article's countries).
 */
#ifndef PRESS_PLACES_H
#define PRESS_PLACES_H

#include "base/vec.h"
#include "find/find.h"

/** Why a guess is believed or not; bits of press_guess.marks. */
enum {
  PRESS_GUESS_QUALIFIED = 1,  /**< a state or country behind it says which */
  PRESS_GUESS_QUALIFIER = 2,  /**< it is that state or country */
  PRESS_GUESS_LOCATIVE = 4,   /**< "in", "near", "-based", a dateline */
  PRESS_GUESS_PERSON = 8,     /**< part of somebody's name */
  PRESS_GUESS_NAMED = 16,     /**< the language layer calls it a place */
  PRESS_GUESS_OUT = 32,       /**< no country after all */
  PRESS_GUESS_CIVIC = 64,     /**< "Springfield police" */
  PRESS_GUESS_DIVISION = 128, /**< "Walker County" */
  PRESS_GUESS_OWN = 256,      /**< the caller's gazetteer says so */
  PRESS_GUESS_TOWN = 512,     /**< it has people and bodies as a town has */
  PRESS_GUESS_AGED = 1024,    /**< "Ann Orr, 54, of Palestine" */
  PRESS_GUESS_PART = 2048     /**< of a longer name: "Danube Delta" */
};

/** A phrase of the text that may mean a country. */
typedef struct press_guess {
  press_range at;
  const press_row *rows; /**< readings of places.tsv, or NULL */
  const press_row *pick; /**< the one that holds, or NULL */
  const press_row *seat; /**< row of metonyms.tsv, or NULL */
  press_str code;        /**< country, empty while unknown */
  uint16_t marks;
  uint8_t how; /**< press_place_how */
  bool rule;   /**< state by the rules of places_actor.c */
  bool actor, local;
} press_guess;

typedef struct press_guesses {
  press_guess *at;
  uint32_t n, cap;
  float *source; /**< for each token how surely it is in an attribution's source */
} press_guesses;

/** Columns of places.tsv. */
enum {
  PRESS_PLACE_PHRASE,
  PRESS_PLACE_CODE,
  PRESS_PLACE_HOW,
  PRESS_PLACE_FLAGS,
  PRESS_PLACE_POPULATION
};

/** Every longest phrase of the tables in the text, in order, not overlapping. */
void press_places__match(const press_context *cx, press_guesses *out);
/** Settles `code`, `how` and `pick` of each guess, or marks it OUT. */
void press_places__choose(const press_context *cx, press_guesses *g);
/** Settles `actor`, and the country of seats that only act ("Brussels"). */
void press_places__actor(const press_context *cx, press_guesses *g);
/** Fills places and countries of `f` from the guesses that hold. */
void press_places__weigh(const press_context *cx, const press_guesses *g, press_found *f);

/** Whether row `r` has `flag` in its flags. */
bool press_places__flag(const press_row *r, char flag);
/** Lower-case form of token `i`, empty outside the text. */
press_str press_places__low(const press_context *cx, uint32_t i);
/** Whether token `i` is a word that begins with a capital letter. */
bool press_places__capital(const press_context *cx, uint32_t i);
/** Whether `i` and `j` are tokens of one sentence. */
bool press_places__together(const press_context *cx, uint32_t i, uint32_t j);
/** Whether place_words.tsv has `w` as a word of `kind`. */
bool press_places__word(const press_context *cx, press_str w, press_str kind);
/** Whether `w` is one of the words of `list`, divided by single spaces. */
bool press_places__among(press_str w, const char *list);

#endif
