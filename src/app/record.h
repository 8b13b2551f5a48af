/** The words for what failed: a message, and the JSON record that stands in for a
 *  failed article. */
#ifndef APP_RECORD_H
#define APP_RECORD_H

#include "app/inputs.h"

/** Where in its file an article's error is. */
app_place app_record__place(const app_input *input, const press_error *err);
/** What is wrong, as a sentence. */
const char *app_record__what(const press_error *err);
/** `{"article": {"path": ...}, "error": {...}}` and a newline. */
void app_record__write(const app_input *input, const press_error *err, press_sink sink);

#endif
