/** Sentences with given actors, as the events stage sees documents. */
#ifndef PRESS_EVENT_DATA_H
#define PRESS_EVENT_DATA_H

#include "doc.h"
#include "find/event.h"

typedef struct t_actor {
  uint32_t begin, end; /**< bytes of the text */
  press_str name;      /**< actors of the same name are the same */
} t_actor;

/** Text, trees and the given actors as entities 0, 1 ... in order of their names' first
 *  use. `doc->arena` is set up by the caller. */
void press_event_data__build(press_doc *doc, const press_engine *engine, press_str text,
                             const t_actor *actors, uint32_t n, press_context *cx);
/** Features of the pair of the actors called "s" and "t"; false without either. */
bool press_event_data__features(const press_doc *doc, const press_context *cx,
                                press_features *out);
/** The same for texts that differ in spaces and marks only: to keep them in one fold. */
uint32_t press_event_data__group(press_str text);

#endif
