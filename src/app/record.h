/** The words for what failed: a message, and the JSON record that stands in for a
 *  failed article. */
#ifndef PRESS_APP_RECORD_H
#define PRESS_APP_RECORD_H

#include "app/inputs.h"

/** Where in its file an article's error is. */
press_place press_record__place(const press_input *input, const press_error *err);
/** What is wrong, as a sentence. */
const char *press_record__what(const press_error *err);
/** `{"article": {"path": ...}, "error": {...}}` and a newline. */
void press_record__write(const press_input *input, const press_error *err,
                         press_sink sink);

#endif
