/** The words for what was found and what failed: messages, and the JSON record for a
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
/** With -v: "12 statements, 1 without a speaker, 3 events, ...". Notes what is odd. */
void app_record__tell(const app_say *say, const app_input *input, const press_doc *doc);

#endif
