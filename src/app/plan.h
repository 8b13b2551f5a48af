/** Where the output goes, decided before any work is done, so that a run that could
 *  not write its results fails at once. */
#ifndef APP_PLAN_H
#define APP_PLAN_H

#include "app/flags.h"

typedef struct app_plan {
  const app_kind *kinds[APP_KINDS];
  unsigned n_kinds;
  bool folder;      /**< `path` is a folder: one file for each article and format */
  bool pair;        /**< `path` is NAME.csv, for NAME.nodes.csv and NAME.edges.csv */
  const char *path; /**< NULL: standard output */
  bool graphs;      /**< some format needs a press_graph */
  bool texts;       /**< and one that shows the article in it */
} app_plan;

/** False: `why` (256 bytes) says what does not go together, and what to do. */
bool app_plan__make(app_plan *out, const app_flags *flags, char *why);

/** "DIR/name.ending" in a plan with a folder; free() it. */
char *app_plan__file(const app_plan *plan, const char *name, const app_kind *kind);
/** Where the stream of kinds[i] goes; NULL: standard output. free() it. */
char *app_plan__stream(const app_plan *plan, unsigned i);
/** All files of the article `name` are there; with NULL, those of the streams. */
bool app_plan__is_done(const app_plan *plan, const char *name);

#endif
