/** What each option of the table sets. All take the value (NULL for switches) and give
 *  false with `why` (256 bytes) when it is not one. */
#ifndef APP_FLAG_SET_H
#define APP_FLAG_SET_H

#include "app/flags.h"

/** The words that an option's value can be, by what the table calls the value ("THEME");
 *  ends with NULL. NULL where any value may stand. */
const char *const *app_set__choices(const char *arg);

bool app_set__to(app_flags *f, const char *value, char *why);
bool app_set__output(app_flags *f, const char *value, char *why);
bool app_set__merge(app_flags *f, const char *value, char *why);
bool app_set__from(app_flags *f, const char *value, char *why);
bool app_set__scope(app_flags *f, const char *value, char *why);
bool app_set__min_score(app_flags *f, const char *value, char *why);
bool app_set__top(app_flags *f, const char *value, char *why);
bool app_set__theme(app_flags *f, const char *value, char *why);
bool app_set__focus(app_flags *f, const char *value, char *why);
bool app_set__layout(app_flags *f, const char *value, char *why);
bool app_set__dot_style(app_flags *f, const char *value, char *why);
bool app_set__files_from(app_flags *f, const char *value, char *why);
bool app_set__null(app_flags *f, const char *value, char *why);
bool app_set__shard(app_flags *f, const char *value, char *why);
bool app_set__skip_existing(app_flags *f, const char *value, char *why);
bool app_set__errors(app_flags *f, const char *value, char *why);
bool app_set__line_buffered(app_flags *f, const char *value, char *why);
bool app_set__progress(app_flags *f, const char *value, char *why);
bool app_set__jobs(app_flags *f, const char *value, char *why);
bool app_set__base(app_flags *f, const char *value, char *why);
bool app_set__gazetteer(app_flags *f, const char *value, char *why);
bool app_set__color(app_flags *f, const char *value, char *why);
bool app_set__quiet(app_flags *f, const char *value, char *why);
bool app_set__verbose(app_flags *f, const char *value, char *why);
bool app_set__help(app_flags *f, const char *value, char *why);
bool app_set__version(app_flags *f, const char *value, char *why);
bool app_set__complete(app_flags *f, const char *value, char *why);
bool app_set__mdoc(app_flags *f, const char *value, char *why);

#endif
