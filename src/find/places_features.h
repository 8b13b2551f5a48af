/** What tells land from state, for the classifier of data/place_actors.bin: made the
 *  same way here and by the trainer. */
#ifndef PRESS_PLACES_FEATURES_H
#define PRESS_PLACES_FEATURES_H

#include "find/places.h"
#include "nn/linear.h"

/** Its labels. */
#define PRESS_PLACES_LAND  S("land")
#define PRESS_PLACES_STATE S("state")

/** A country's name, a capital or a seat: not what only tells where a city is. */
bool press_places__may_act(const press_guess *x);
/** What the features need besides the guesses: `source` and each `rule`. */
void press_places__rules(const press_context *cx, press_guesses *g);
/** The features of guess `k`. */
void press_places__features(const press_context *cx, const press_guesses *g, uint32_t k,
                            press_features *f);

#endif
