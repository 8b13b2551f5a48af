/** Documents parsed by hand, for the tests of stages that read parses before they
 *  see what the neural core makes of a text. */
#ifndef PRESS_PARSED_H
#define PRESS_PARSED_H

#include "doc.h"

/** One token a word, divided by blanks: form/head/deprel/TAG[/lemma[/@who]].
 *  head counts from 1, 0 is the root; deprel as in UD ("nsubj:pass"). TAG is the
 *  Penn tag. A lemma left empty is the form in lower case. @NO is the country with
 *  that code, @n an entity with that number (a person; @u7 unnamed, @p7 a place, @o7
 *  an organisation; @7NO one of that country). A newline begins the next sentence.
 *  The document holds text, ling, and in found places, countries, mentions and
 *  entities ("e7" by name, nameless ones by their form). Free with press_doc_free(). */
press_doc *parsed_doc(const char *sentences);
/** What stages read of it. The lexicon is loaded once and kept. */
press_context parsed_context(press_doc *doc);

#endif
