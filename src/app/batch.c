#include "app/batch.h"

#include "app/gazetteer.h"
#include "app/inputs.h"
#include "app/names.h"
#include "app/outputs.h"
#include "app/progress.h"
#include "app/record.h"
#include "app/workers.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/** Without -j: more cores than this only cost memory. */
#define MOST_JOBS 64

enum { DONE = 0, SOME_FAILED = 1, NOTHING_DONE = 2 };

typedef struct batch {
  const app_flags *flags;
  const app_plan *plan;
  const app_say *say;
  press_gazetteer *gazetteer;
  press_engine *engine;
  press_graph *merged;         /**< with --merge and a graph format */
  app_file streams[APP_KINDS]; /**< one for each format, unless each article has
                                       files of its own */
  bool streaming;
  app_names names;
  app_counts counts;
  app_progress progress;
  bool flawed;  /**< a line of the gazetteer could not be used */
  bool stopped; /**< the output cannot be written: no use to go on */
} batch;

/* ---- Outputs ---- */

static void cannot_write(batch *b, const char *path, int error) {
  app_say__error(b->say, (app_place){path, 0, 0}, "cannot write: %s", strerror(error));
  b->stopped = true;
}

/** "DIR/name.ending", with the folders on the way. NULL when they cannot be made. */
static char *file_in_folder(batch *b, const char *name, const app_kind *kind) {
  char *path = app_plan__file(b->plan, name, kind);
  if (app_file__make_folders(path)) return path;
  cannot_write(b, path, errno);
  free(path);
  return NULL;
}

static bool open_stream(batch *b, unsigned i) {
  app_file *out = &b->streams[i];
  char *path = app_plan__stream(b->plan, i);
  bool good = !b->plan->folder || app_file__make_folders(path);
  if (!good)
    cannot_write(b, path, errno);
  else if (!(good = app_file__open(out, path)))
    cannot_write(b, out->path, out->error);
  free(path);
  return good;
}

static bool open_streams(batch *b) {
  for (unsigned i = 0; i < APP_KINDS; i++)
    b->streams[i] = (app_file){.fd = -1, .temporary = -1};
  for (unsigned i = 0; b->streaming && i < b->plan->n_kinds; i++)
    if (!open_stream(b, i)) return false;
  return true;
}

/** What was written stays when something was done, or when it tells what failed. */
static void close_streams(batch *b) {
  for (unsigned i = 0; b->streaming && i < b->plan->n_kinds; i++) {
    app_file *out = &b->streams[i];
    bool worth =
        b->counts.done || !b->counts.failed || b->plan->kinds[i]->format == PRESS_JSON;
    char *path = app_mem__copy(out->path ? out->path : "");
    if (b->stopped || !worth)
      app_file__drop(out);
    else if (!app_file__commit(out))
      cannot_write(b, path, out->error);
    free(path);
  }
}

/* ---- One article ---- */

/** What an article becomes. Made by analyse(), which touches nothing shared but the
 *  read-only engine: workers may call it side by side. */
typedef struct result {
  press_doc *doc;
  press_graph *graph; /**< NULL unless a graph format is asked for */
  press_error error;
} result;

typedef struct job {
  app_input input;
  char *name; /**< of its output files; NULL when it has none of its own */
  result result;
} job;

static void analyse(const void *context, void *to) {
  const batch *b = context;
  job *j = to;
  result *r = &j->result;
  app_input__load(&j->input);
  *r = (result){.error = j->input.error};
  if (r->error.status) return;
  if (j->input.record.at
          ? press_doc_from_record(&r->doc, j->input.record, b->flags->base, &r->error)
          : press_doc_new(&r->doc, b->engine, &j->input.article, &r->error))
    return;
  if (!b->plan->graphs || b->merged) return;
  if (press_graph_new(&r->graph, b->flags->base, &r->error)) return;
  if (b->plan->texts) press_graph_keep_text(r->graph);
  press_graph_add(r->graph, r->doc, &r->error);
}

static void clear_result(result *r) {
  press_doc_free(r->doc);
  press_graph_free(r->graph);
}

static press_status write_kind(batch *b, result *r, const app_kind *kind,
                               press_sink sink) {
  if (app_kind__is_graph(kind))
    return press_graph_write(r->graph, kind->format, &b->flags->drawing, sink, &r->error);
  return press_doc_write(r->doc, kind->format, b->flags->base, sink, &r->error);
}

/** A blank line between two articles to read. */
static void divide(const batch *b, const app_kind *kind, press_sink sink) {
  if (kind->format == PRESS_TEXT && b->counts.done) sink.write(sink.to, "\n", 1);
}

static void to_stream(batch *b, result *r, unsigned i) {
  app_file *out = &b->streams[i];
  const app_kind *kind = b->plan->kinds[i];
  if (b->merged && app_kind__is_graph(kind)) return;
  press_sink sink = app_file__sink(out);
  divide(b, kind, sink);
  if (write_kind(b, r, kind, sink))
    app_file__undo(out);
  else if (!app_file__keep(out, b->flags->line_buffered))
    cannot_write(b, out->path, out->error);
}

/** These spoil one file; the next one may go well. */
static bool spoils_one(int error) {
  return error == ENAMETOOLONG || error == EISDIR || error == ENOTDIR || error == ELOOP;
}

static void fail_file(batch *b, result *r, const char *path, int error) {
  if (!spoils_one(error)) {
    cannot_write(b, path, error);
    return;
  }
  r->error.status = PRESS_ERR_IO;
  snprintf(r->error.message, sizeof r->error.message, "cannot write %.90s: %s", path,
           strerror(error));
}

static void to_file(batch *b, result *r, const char *name, const app_kind *kind) {
  app_file out;
  char *path = file_in_folder(b, name, kind);
  if (!path) return;
  if (!app_file__open(&out, path)) {
    fail_file(b, r, path, out.error);
    app_file__drop(&out);
  } else if (write_kind(b, r, kind, app_file__sink(&out))) {
    app_file__drop(&out);
  } else if (!app_file__commit(&out)) {
    fail_file(b, r, path, out.error);
  }
  free(path);
}

static void write_article(batch *b, const char *name, result *r) {
  if (b->merged) press_graph_add(b->merged, r->doc, &r->error);
  for (unsigned i = 0; i < b->plan->n_kinds && !r->error.status && !b->stopped; i++) {
    if (b->streaming)
      to_stream(b, r, i);
    else
      to_file(b, r, name, b->plan->kinds[i]);
  }
}

static void report(batch *b, const app_input *input, const press_error *err) {
  app_say__error(b->say, app_record__place(input, err), "%s", app_record__what(err));
  for (unsigned i = 0; b->streaming && i < b->plan->n_kinds; i++) {
    app_file *out = &b->streams[i];
    if (b->plan->kinds[i]->format != PRESS_JSON) continue;
    app_record__write(input, err, app_file__sink(out));
    if (!app_file__keep(out, b->flags->line_buffered))
      cannot_write(b, out->path, out->error);
  }
}

static void finish_article(batch *b, const app_input *input, const char *name,
                           result *r) {
  if (!r->error.status) write_article(b, name, r);
  if (b->stopped) return;
  if (r->error.status) {
    b->counts.failed++;
    report(b, input, &r->error);
  } else {
    b->counts.done++;
    app_record__tell(b->say, input, r->doc);
  }
}

/* ---- The run ---- */

/** An article that is also the output file would be lost. */
static void refuse_output(const batch *b, app_input *input) {
  struct stat in, out;
  if (input->error.status || b->plan->folder || !b->plan->path ||
      stat(input->where, &in) || stat(b->plan->path, &out))
    return;
  if (!S_ISREG(in.st_mode) || in.st_dev != out.st_dev || in.st_ino != out.st_ino) return;
  input->error = (press_error){.status = PRESS_ERR_ARG};
  snprintf(input->error.message, sizeof input->error.message,
           "not read: the output would replace it");
}

static unsigned n_jobs(const app_flags *flags) {
  long cores = sysconf(_SC_NPROCESSORS_ONLN);
  if (flags->jobs) return flags->jobs;
  return cores < 1 ? 1 : cores > MOST_JOBS ? MOST_JOBS : (unsigned)cores;
}

/** Writes the oldest article that is done. False when there is none. */
static bool finish_oldest(batch *b, app_workers *workers) {
  job *j = app_workers__oldest(workers);
  if (!j) return false;
  if (!b->stopped) finish_article(b, &j->input, j->name, &j->result);
  clear_result(&j->result);
  app_input__clear(&j->input);
  free(j->name);
  app_workers__drop(workers);
  return true;
}

/** Whether there is something to do for the next article. Names are taken for those of
 *  other shards too, so that every shard gives an article the same one. */
static bool take(batch *b, job *j) {
  j->name = b->streaming ? NULL : app_names__take(&b->names, &j->input);
  refuse_output(b, &j->input);
  bool there = b->flags->skip_existing && j->name && app_plan__is_done(b->plan, j->name);
  if (j->input.ours && !there) return true;
  b->counts.skipped += j->input.ours;
  app_input__clear(&j->input);
  free(j->name);
  return false;
}

/** Nobody should wait for a record that is done while the input is silent. */
static void drain(batch *b, app_workers *workers) {
  while (finish_oldest(b, workers)) continue;
  for (unsigned i = 0; b->streaming && i < b->plan->n_kinds && !b->stopped; i++)
    if (!app_file__keep(&b->streams[i], true))
      cannot_write(b, b->streams[i].path, b->streams[i].error);
}

static void each_article(batch *b, app_inputs *in) {
  app_workers *workers = app_workers__new(n_jobs(b->flags), sizeof(job), analyse, b);
  while (!b->stopped) {
    job *j = app_workers__room(workers);
    app_progress__step(&b->progress, in, &b->counts);
    if (!j) {
      finish_oldest(b, workers);
      continue;
    }
    if (!app_inputs__ready(in)) drain(b, workers);
    if (!app_inputs__next(in, &j->input)) break;
    if (take(b, j)) app_workers__put(workers);
  }
  while (finish_oldest(b, workers)) continue;
  app_workers__free(workers);
}

/** Writes the one graph of --merge. */
static void write_merged(batch *b) {
  for (unsigned i = 0; i < b->plan->n_kinds && !b->stopped; i++) {
    app_file *out = &b->streams[i];
    const app_kind *kind = b->plan->kinds[i];
    press_error err = {0};
    if (!app_kind__is_graph(kind)) continue;
    if (press_graph_write(b->merged, kind->format, &b->flags->drawing,
                          app_file__sink(out), &err)) {
      app_say__error(b->say, (app_place){out->path, 0, 0}, "%s", app_record__what(&err));
      b->stopped = true;
    } else if (!app_file__keep(out, true)) {
      cannot_write(b, out->path, out->error);
    }
  }
}

static bool prepare(batch *b) {
  press_error err = {0};
  press_options options = b->flags->options;
  if (b->flags->gazetteer) {
    b->gazetteer = app_gazetteer__read(b->flags->gazetteer, b->say, &b->flawed);
    if (!b->gazetteer) return false;
    options.gazetteer = b->gazetteer;
  }
  bool reads = b->flags->from != APP_FROM_RECORDS;
  if ((reads && press_engine_new(&b->engine, &options, &err)) ||
      (b->flags->merge && b->plan->graphs &&
       press_graph_new(&b->merged, b->flags->base, &err))) {
    app_say__error(b->say, (app_place){0}, "%s", app_record__what(&err));
    return false;
  }
  return open_streams(b);
}

static int status_of(const batch *b) {
  const app_counts *n = &b->counts;
  if (b->stopped) return NOTHING_DONE;
  if (b->flags->forgive) return DONE;
  if (n->failed && !n->done && !n->skipped) return NOTHING_DONE;
  return n->failed || b->flawed ? SOME_FAILED : DONE;
}

static void run(batch *b) {
  app_inputs *in = app_inputs__open(b->flags);
  if (!in) {
    app_say__error(b->say, (app_place){b->flags->files_from, 0, 0},
                   "cannot read this list: %s", strerror(errno));
    b->stopped = true;
    return;
  }
  b->stopped = !prepare(b);
  if (!b->stopped) each_article(b, in);
  app_inputs__close(in);
  if (b->merged && b->counts.done && !b->stopped) write_merged(b);
  close_streams(b);
}

int app_batch__run(const app_flags *flags, const app_plan *plan, const app_say *say) {
  batch b = {.flags = flags, .plan = plan, .say = say};
  b.streaming = !plan->folder || flags->merge;
  if (flags->skip_existing && b.streaming && app_plan__is_done(plan, NULL)) return DONE;
  app_file__catch_signals();
  app_progress__begin(&b.progress, flags);
  run(&b);
  app_progress__end(&b.progress, say, &b.counts);
  app_names__clear(&b.names);
  press_graph_free(b.merged);
  press_engine_free(b.engine);
  press_gazetteer_free(b.gazetteer);
  return status_of(&b);
}
