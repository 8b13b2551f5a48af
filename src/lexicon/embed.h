/** Files of data/ as bytes inside the library: press_embed__NAME() for each table
 *  of tables.def, each classifier of models.def, and press_embed__model() for the
 *  weights of the core. */
#ifndef PRESS_EMBED_H
#define PRESS_EMBED_H

#include "base/str.h"

#define X(name) press_str press_embed__##name(void);
#include "lexicon/tables.def"
#undef X
press_str press_embed__model(void);
/** The page of `-t html`, with places for what is written into it. */
press_str press_embed__page(void);
#define X(name) press_str press_embed__##name(void);
#include "lexicon/models.def"
#undef X

#endif
