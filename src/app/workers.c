#include "app/workers.h"

#include "app/say.h"

#include <pthread.h>
#include <stdlib.h>

/** Jobs in flight for each worker: enough to hide one slow article, few enough to
 *  keep memory small. */
#define JOBS_EACH 4

struct app_workers {
  app_job_fn run;
  const void *context;
  unsigned char *jobs; /**< a ring of `cap` jobs */
  bool *done;
  size_t size, cap;
  size_t first, next,
      last; /**< oldest, next to be begun, next to be put; they only grow */
  pthread_t *threads;
  unsigned n_threads, most;
  bool stop;
  pthread_mutex_t lock;
  pthread_cond_t put, finished;
};

static void *job_at(app_workers *w, size_t i) {
  return w->jobs + i % w->cap * w->size;
}

static void *work(void *arg) {
  app_workers *w = arg;
  pthread_mutex_lock(&w->lock);
  for (;;) {
    while (w->next == w->last && !w->stop) pthread_cond_wait(&w->put, &w->lock);
    if (w->next == w->last) break;
    size_t i = w->next++;
    pthread_mutex_unlock(&w->lock);
    w->run(w->context, job_at(w, i));
    pthread_mutex_lock(&w->lock);
    w->done[i % w->cap] = true;
    pthread_cond_signal(&w->finished);
  }
  pthread_mutex_unlock(&w->lock);
  return NULL;
}

app_workers *app_workers__new(unsigned n, size_t size, app_job_fn run,
                              const void *context) {
  app_workers *w = app_mem__zeros(1, sizeof *w);
  w->run = run;
  w->context = context;
  w->size = size;
  w->cap = n > 1 ? (size_t)n * JOBS_EACH : 1;
  w->most = n > 1 ? n : 0;
  w->jobs = app_mem__zeros(w->cap, size);
  w->done = app_mem__zeros(w->cap, sizeof *w->done);
  w->threads = app_mem__zeros(n, sizeof *w->threads);
  pthread_mutex_init(&w->lock, NULL);
  pthread_cond_init(&w->put, NULL);
  pthread_cond_init(&w->finished, NULL);
  return w;
}

void *app_workers__room(app_workers *w) {
  return w->last - w->first < w->cap ? job_at(w, w->last) : NULL;
}

/** One more thread while there are more jobs than threads. */
static void start_thread(app_workers *w) {
  if (w->n_threads >= w->most || w->last + 1 - w->first <= w->n_threads) return;
  if (pthread_create(&w->threads[w->n_threads], NULL, work, w) == 0) w->n_threads++;
}

void app_workers__put(app_workers *w) {
  start_thread(w);
  if (!w->n_threads) {
    w->run(w->context, job_at(w, w->last));
    w->done[w->last % w->cap] = true;
    w->next++;
    w->last++;
    return;
  }
  pthread_mutex_lock(&w->lock);
  w->done[w->last % w->cap] = false;
  w->last++;
  pthread_cond_signal(&w->put);
  pthread_mutex_unlock(&w->lock);
}

void *app_workers__oldest(app_workers *w) {
  if (w->first == w->last) return NULL;
  pthread_mutex_lock(&w->lock);
  while (!w->done[w->first % w->cap]) pthread_cond_wait(&w->finished, &w->lock);
  pthread_mutex_unlock(&w->lock);
  return job_at(w, w->first);
}

void app_workers__drop(app_workers *w) {
  w->first++;
}

void app_workers__free(app_workers *w) {
  pthread_mutex_lock(&w->lock);
  w->stop = true;
  pthread_cond_broadcast(&w->put);
  pthread_mutex_unlock(&w->lock);
  for (unsigned i = 0; i < w->n_threads; i++) pthread_join(w->threads[i], NULL);
  pthread_mutex_destroy(&w->lock);
  pthread_cond_destroy(&w->put);
  pthread_cond_destroy(&w->finished);
  free(w->jobs);
  free(w->done);
  free(w->threads);
  free(w);
}
