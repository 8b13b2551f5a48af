/** The engine and the document as the pipeline and the writers see them: each
 *  layer's result, from the text up. */
#ifndef PRESS_DOC_H
#define PRESS_DOC_H

#include "find/find.h"

struct press_engine {
  press_arena arena;
  press_options options;
  press_lexicon lexicon;
  const press_model *model;
};

struct press_doc {
  press_arena arena;
  press_article article;
  char sha256[65];
  press_text text;
  press_ling ling;
  press_found found;
  bool is_record; /**< read back: offsets are code points, there is no text */
};

#endif
