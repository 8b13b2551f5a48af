/** The caller's own names: lines of a gazetteer, and every name under which a text may
 *  have them. Its file is not trusted: sizes are bounded, and finding is by hash. */
#ifndef PRESS_LEXICON_GAZETTEER_H
#define PRESS_LEXICON_GAZETTEER_H

#include "base/map.h"
#include "base/vec.h"

typedef enum press_own_type {
  PRESS_OWN_PERSON,
  PRESS_OWN_ORGANIZATION,
  PRESS_OWN_PLACE,
  PRESS_OWN_COUNTRY /**< only other words for a country */
} press_own_type;

/** One line. */
typedef struct press_own {
  press_str name;    /**< as an entity of it is called */
  press_str iri;     /**< or empty */
  press_str country; /**< alpha-2 code, or empty */
  unsigned line;
  uint8_t type; /**< press_own_type */
} press_own;

/** One way to write it. */
typedef struct press_own_alias {
  press_str written; /**< words divided by single spaces */
  uint32_t own;
} press_own_alias;

struct press_gazetteer {
  press_arena arena;
  PRESS_VEC(press_own) own;
  PRESS_VEC(press_own_alias) aliases;
  press_map alias_of; /**< folded words to alias */
  press_map longest;  /**< press_gazetteer__first() to the bytes of the longest
                           folded alias that begins so */
};

/** The letters and digits that `folded` begins with; its first byte where it begins
 *  with none. */
press_str press_gazetteer__first(press_str folded);
/** The alias whose folded form is `key` and that may be written as `text` is: where it
 *  has capitals the text has them, too. NULL when there is none. */
const press_own_alias *press_gazetteer__find(const press_gazetteer *g, press_str key,
                                             press_str text);

#endif
