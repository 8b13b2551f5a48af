/** What the words beside a phrase say: is it a place here, or somebody's name? */
#ifndef PRESS_PLACES_AROUND_H
#define PRESS_PLACES_AROUND_H

#include "find/places.h"

/** The marks LOCATIVE, PERSON, NAMED and OUT as they follow from the words around. */
uint16_t press_places__around(const press_context *cx, const press_guess *g);
/** The name of the language layer that holds all of `at`, or NULL. */
const press_name *press_places__name_over(const press_context *cx, press_range at);
/** Whether `b` stands right behind `a` as its state or country: "Paris, Texas",
 *  "Paris (Texas)", "Paris in Texas". */
bool press_places__joined(const press_context *cx, press_range a, press_range b);
/** Whether a capital word and a comma (or "R-", "D-") stand before it. */
bool press_places__after_comma(const press_context *cx, const press_guess *g);

#endif
