/** How far a run is: a line on a terminal, or JSON objects for a scheduler. */
#ifndef APP_PROGRESS_H
#define APP_PROGRESS_H

#include "app/inputs.h"

typedef struct app_counts {
  size_t done, failed, skipped;
} app_counts;

typedef struct app_progress {
  app_progress_how how; /**< none, line or json */
  double began, told;   /**< seconds */
} app_progress;

void app_progress__begin(app_progress *p, const app_flags *flags);
/** Tells, but no more than a few times a second. */
void app_progress__step(app_progress *p, app_inputs *in, const app_counts *n);
/** The sum at the end. */
void app_progress__end(app_progress *p, const app_say *say, const app_counts *n);
/** Takes the line away, for a message to stand in its place. */
void app_progress__hide(void);

#endif
