/** The file of --gazetteer. */
#ifndef APP_GAZETTEER_H
#define APP_GAZETTEER_H

#include "app/say.h"

#include "pressgraph.h"

/** Reads `path` and tells of each line that cannot be used; `*flawed` says that there
 *  were such. NULL when there is nothing to use. */
press_gazetteer *app_gazetteer__read(const char *path, const app_say *say, bool *flawed);

#endif
