/** The loop over the articles: read, analyse, write. */
#ifndef PRESS_APP_BATCH_H
#define PRESS_APP_BATCH_H

#include "app/plan.h"

/** Runs the command line. Returns the exit status. */
int press_batch__run(const press_flags *flags, const press_plan *plan,
                     const press_say *say);

#endif
