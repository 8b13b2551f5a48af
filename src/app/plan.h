/** Where the output goes, decided before any work is done, so that a run that could
 *  not write its results fails at once. */
#ifndef PRESS_APP_PLAN_H
#define PRESS_APP_PLAN_H

#include "app/flags.h"

typedef struct press_plan {
  const press_kind *kinds[PRESS_KINDS];
  unsigned n_kinds;
  bool folder;      /**< `path` is a folder: one file for each article and format */
  const char *path; /**< NULL: standard output */
  bool graphs;      /**< some format needs a press_graph */
} press_plan;

/** False: `why` (256 bytes) says what does not go together, and what to do. */
bool press_plan__make(press_plan *out, const press_flags *flags, char *why);

#endif
