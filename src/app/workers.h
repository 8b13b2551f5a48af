/** Jobs done side by side and given back in the order in which they were put in, so
 *  that the output does not depend on the number of threads. The caller's thread puts,
 *  takes and writes; the workers only run the one function. */
#ifndef APP_WORKERS_H
#define APP_WORKERS_H

#include <stdbool.h>
#include <stddef.h>

typedef struct app_workers app_workers;

/** Does one job; `context` is shared and read-only. */
typedef void (*app_job_fn)(const void *context, void *job);

/** `n` workers over jobs of `size` bytes. With 1, jobs are done in the caller's
 *  thread. Threads start when there is work for them. */
app_workers *app_workers__new(unsigned n, size_t size, app_job_fn run,
                              const void *context);
/** Room for one more job, or NULL: then take the oldest first. */
void *app_workers__room(app_workers *w);
/** Hands the job that was written into the room to the workers. */
void app_workers__put(app_workers *w);
/** The oldest job, once it is done; NULL when there is none. */
void *app_workers__oldest(app_workers *w);
/** The oldest job's room may be used again. */
void app_workers__drop(app_workers *w);
/** Ends the threads. Every job must have been dropped. */
void app_workers__free(app_workers *w);

#endif
