/** The loop over the articles: read, analyse, write. */
#ifndef APP_BATCH_H
#define APP_BATCH_H

#include "app/plan.h"

/** Runs the command line. Returns the exit status. */
int app_batch__run(const app_flags *flags, const app_plan *plan, const app_say *say);

#endif
