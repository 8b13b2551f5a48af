/** Names in the making: what names.c and the name_*.c files share. */
#ifndef PRESS_NAMES_H
#define PRESS_NAMES_H

#include "find/people.h"

/** Weight of a span found by rule in the vote on a name's type. */
#define PRESS_NAMES_RULE_SCORE 0.5f

typedef struct press_candidate {
  press_range at;
  press_range shown;
  uint8_t type; /**< press_name_type */
  uint8_t gender;
  float score;
  press_str key;
  uint32_t own; /**< hit of the caller's gazetteer, or PRESS_NONE */
} press_candidate;

typedef struct press_votes {
  float of[3];
} press_votes;

typedef struct press_finder {
  press_cast *c;
  PRESS_VEC(press_candidate) found;
  uint32_t *cover; /**< token to candidate, or PRESS_NONE */
  press_map index; /**< key to its votes */
  PRESS_VEC(press_votes) votes;
} press_finder;

/* ---- names.c ---- */

/** The words name an institution of `country`, not the country itself. */
bool press_names__institution(const press_finder *f, press_range at, uint32_t country);

/* ---- name_mend.c ---- */

bool press_names__is(const press_finder *f, uint32_t token, const char *word);
uint8_t press_names__kind(const press_finder *f, uint32_t token);
bool press_names__mark(const press_finder *f, uint32_t token);
/** The title that token `i` is, or NULL; "Mr." and "Mr" are one. */
const press_row *press_names__title(const press_finder *f, uint32_t i);
/** Cuts off what is no part of the name; the span may end up empty. */
void press_names__clean(const press_finder *f, press_range *at, uint8_t type);
/** Adds a candidate unless another covers one of its tokens. */
void press_names__add(press_finder *f, press_range at, uint8_t type, float score);
/** "Retailer Marlow's", "Rival Ladle": what begins a sentence is what they do. */
bool press_names__trade_first(const press_finder *f, press_range at);
/** "Ban Ki" to "Ban Ki-moon": a short syllable hangs on. "Kerry-led" is not one. */
uint32_t press_names__with_syllable(const press_finder *f, press_range at);
/** "Bharat Forge" to "Bharat Forge & Steel": the end of the wider name. */
uint32_t press_names__with_partner(const press_finder *f, press_range at);
/** "Monday", "March". */
bool press_names__dated(const press_finder *f, press_range at);
/** Adds the name finder's spans, mended. */
void press_names__collect(press_finder *f);

/** Adds the names of the caller's gazetteer: nothing else touches them. */
void press_names__own(press_finder *f);

/* ---- name_rules.c ---- */

/** A capitalised word that no candidate covers. */
bool press_names__name_word(const press_finder *f, uint32_t i);
/** "Mr Hale" where the finder missed it. */
void press_names__titled(press_finder *f);
/** "gave his name as Monday". */
void press_names__called(press_finder *f);
/** "spokesman Chip Donnelly" where the finder missed it. */
void press_names__after_role(press_finder *f);
/** A given name and a capitalised word, both proper nouns to the tagger. */
void press_names__by_given_name(press_finder *f);
/** Phrases that the table of institutions has: "the Commons". */
void press_names__bodies(press_finder *f);
/** Two or more proper nouns inside a sentence that the finder left out. */
void press_names__proper_runs(press_finder *f);
/** Acronyms of the organisations found so far. */
void press_names__acronyms(press_finder *f);
/** Lone proper nouns that are the source of an attribution. */
void press_names__speaking(press_finder *f);

/* ---- name_votes.c ---- */

/** Ends in a word that organisations end in: "Huron Foods", "Harbour Board". */
bool press_names__business(const press_finder *f, press_range at);
/** Counts the votes for each name's type. */
void press_names__poll(press_finder *f);
/** Drops what only such a headline makes a name of; of "Derelict Hale" it keeps the
 *  surname that the article has elsewhere. */
void press_names__quiet(press_finder *f);
/** "Washington Post Trump" is two names: its last word is a person known well. */
void press_names__part(press_finder *f);
/** Gives each name the type that won. */
void press_names__agree(press_finder *f);
/** One-word names seen elsewhere, where the finder missed them. */
void press_names__repeats(press_finder *f);

#endif
