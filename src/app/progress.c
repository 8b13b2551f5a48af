#include "app/progress.h"

#include <stdio.h>
#include <time.h>
#include <unistd.h>

/* Seconds between two lines, and between two JSON objects. */
#define LINE_EVERY 0.2
#define JSON_EVERY 1.0
/** Without a few seconds of experience no guess of the time left is worth telling. */
#define GUESS_AFTER 2.0

/** Whether a line stands on the terminal. One run a process. */
static bool shown;

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

void app_progress__begin(app_progress *p, const app_flags *flags) {
  *p = (app_progress){.how = flags->progress, .began = now()};
  p->told = p->began;
  if (p->how == APP_PROGRESS_AUTO) {
    bool streams = !flags->output && isatty(STDOUT_FILENO);
    bool line = isatty(STDERR_FILENO) && !flags->quiet && !streams;
    p->how = line ? APP_PROGRESS_LINE : APP_PROGRESS_NONE;
  }
}

void app_progress__hide(void) {
  if (shown) fputs("\r\033[K", stderr);
  shown = false;
}

/** Seconds left, or a negative number where nobody knows. */
static double left(app_inputs *in, double spent) {
  double done, of;
  if (!in || spent < GUESS_AFTER || !app_inputs__share(in, &done, &of)) return -1;
  return of > done ? spent * (of - done) / done : 0;
}

static void tell_json(const app_counts *n, double spent, double rest, bool end) {
  fprintf(stderr,
          "{\"done\":%zu,\"failed\":%zu,\"skipped\":%zu,\"seconds\":%.1f,\"rate\":%.1f",
          n->done, n->failed, n->skipped, spent, spent > 0 ? (double)n->done / spent : 0);
  if (rest >= 0) fprintf(stderr, ",\"left\":%.0f", rest);
  fprintf(stderr, ",\"end\":%s}\n", end ? "true" : "false");
}

static void tell_line(const app_counts *n, double spent, double rest) {
  fprintf(stderr, "\r\033[K%zu articles", n->done);
  if (n->failed) fprintf(stderr, ", %zu failed", n->failed);
  if (n->skipped) fprintf(stderr, ", %zu there already", n->skipped);
  fprintf(stderr, ", %.0f a second", spent > 0 ? (double)n->done / spent : 0);
  unsigned long s = rest > 0 ? (unsigned long)rest : 0;
  if (rest >= 0) fprintf(stderr, ", %lu:%02lu:%02lu left", s / 3600, s / 60 % 60, s % 60);
  fflush(stderr);
  shown = true;
}

void app_progress__step(app_progress *p, app_inputs *in, const app_counts *n) {
  if (p->how == APP_PROGRESS_NONE) return;
  double t = now(), spent = t - p->began;
  if (t - p->told < (p->how == APP_PROGRESS_JSON ? JSON_EVERY : LINE_EVERY)) return;
  p->told = t;
  if (p->how == APP_PROGRESS_JSON)
    tell_json(n, spent, left(in, spent), false);
  else
    tell_line(n, spent, left(in, spent));
}

void app_progress__end(app_progress *p, const app_say *say, const app_counts *n) {
  double spent = now() - p->began;
  app_progress__hide();
  if (p->how == APP_PROGRESS_JSON) {
    tell_json(n, spent, -1, true);
    return;
  }
  size_t all = n->done + n->failed + n->skipped;
  if (p->how == APP_PROGRESS_LINE && all > 1)
    app_say__note(
        say, (app_place){0},
        "%zu articles done, %zu failed, %zu there already, in %.1f s (%.0f a second)",
        n->done, n->failed, n->skipped, spent, spent > 0 ? (double)n->done / spent : 0);
  else if (n->failed && all > 1)
    app_say__note(say, (app_place){0}, "%zu of %zu articles failed", n->failed, all);
}
