#include "app/batch.h"

#include "app/gazetteer.h"
#include "app/inputs.h"
#include "app/names.h"
#include "app/outputs.h"
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
  size_t done, failed;
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
  char ending[16];
  const char *dir = b->plan->path;
  char *path = app_mem__format("%s%s%s.%s", dir, dir[strlen(dir) - 1] == '/' ? "" : "/",
                               name, app_kind__ending(kind, ending, sizeof ending));
  if (app_file__make_folders(path)) return path;
  cannot_write(b, path, errno);
  free(path);
  return NULL;
}

/** "week.csv" to "week.nodes.csv". */
static char *one_of_pair(const batch *b, const app_kind *kind) {
  char ending[16];
  return app_mem__format("%.*s%s", (int)strlen(b->plan->path) - 3, b->plan->path,
                         app_kind__ending(kind, ending, sizeof ending));
}

static bool open_stream(batch *b, unsigned i) {
  app_file *out = &b->streams[i];
  char *path = b->plan->pair ? one_of_pair(b, b->plan->kinds[i]) : NULL;
  if (b->plan->folder && !(path = file_in_folder(b, "merged", b->plan->kinds[i])))
    return false;
  bool good = app_file__open(out, path ? path : b->plan->path);
  if (!good) cannot_write(b, out->path, out->error);
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
    bool worth = b->done || !b->failed || b->plan->kinds[i]->format == PRESS_JSON;
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
  result result;
} job;

static void analyse(const void *context, void *to) {
  const batch *b = context;
  job *j = to;
  result *r = &j->result;
  *r = (result){.error = j->input.error};
  if (r->error.status) return;
  if (press_doc_new(&r->doc, b->engine, &j->input.article, &r->error)) return;
  if (!b->plan->graphs || b->merged) return;
  if (press_graph_new(&r->graph, b->flags->base, &r->error)) return;
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
  if (kind->format == PRESS_TEXT && b->done) sink.write(sink.to, "\n", 1);
}

static void to_stream(batch *b, result *r, unsigned i) {
  app_file *out = &b->streams[i];
  const app_kind *kind = b->plan->kinds[i];
  if (b->merged && app_kind__is_graph(kind)) return;
  press_sink sink = app_file__sink(out);
  divide(b, kind, sink);
  if (write_kind(b, r, kind, sink))
    app_file__undo(out);
  else if (!app_file__keep(out))
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

static void write_article(batch *b, const app_input *input, result *r) {
  char *name = b->streaming ? NULL : app_names__take(&b->names, input);
  if (b->merged) press_graph_add(b->merged, r->doc, &r->error);
  for (unsigned i = 0; i < b->plan->n_kinds && !r->error.status && !b->stopped; i++) {
    if (b->streaming)
      to_stream(b, r, i);
    else
      to_file(b, r, name, b->plan->kinds[i]);
  }
  free(name);
}

static void report(batch *b, const app_input *input, const press_error *err) {
  app_say__error(b->say, app_record__place(input, err), "%s", app_record__what(err));
  for (unsigned i = 0; b->streaming && i < b->plan->n_kinds; i++) {
    app_file *out = &b->streams[i];
    if (b->plan->kinds[i]->format != PRESS_JSON) continue;
    app_record__write(input, err, app_file__sink(out));
    if (!app_file__keep(out)) cannot_write(b, out->path, out->error);
  }
}

static void finish_article(batch *b, const app_input *input, result *r) {
  if (!r->error.status) write_article(b, input, r);
  if (b->stopped) return;
  if (r->error.status) {
    b->failed++;
    report(b, input, &r->error);
  } else {
    b->done++;
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
  if (!b->stopped) finish_article(b, &j->input, &j->result);
  clear_result(&j->result);
  app_input__clear(&j->input);
  app_workers__drop(workers);
  return true;
}

static void each_article(batch *b) {
  app_inputs *in = app_inputs__open(b->flags);
  app_workers *workers = app_workers__new(n_jobs(b->flags), sizeof(job), analyse, b);
  while (!b->stopped) {
    job *j = app_workers__room(workers);
    if (!j) {
      finish_oldest(b, workers);
      continue;
    }
    if (!app_inputs__next(in, &j->input)) break;
    refuse_output(b, &j->input);
    app_workers__put(workers);
  }
  while (finish_oldest(b, workers)) continue;
  app_workers__free(workers);
  app_inputs__close(in);
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
    } else if (!app_file__keep(out)) {
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
  if (press_engine_new(&b->engine, &options, &err) ||
      (b->flags->merge && b->plan->graphs &&
       press_graph_new(&b->merged, b->flags->base, &err))) {
    app_say__error(b->say, (app_place){0}, "%s", app_record__what(&err));
    return false;
  }
  return open_streams(b);
}

static int status_of(const batch *b) {
  if (b->stopped || (b->failed && !b->done)) return NOTHING_DONE;
  return b->failed || b->flawed ? SOME_FAILED : DONE;
}

int app_batch__run(const app_flags *flags, const app_plan *plan, const app_say *say) {
  batch b = {.flags = flags, .plan = plan, .say = say};
  b.streaming = !plan->folder || flags->merge;
  app_file__catch_signals();
  b.stopped = !prepare(&b);
  if (!b.stopped) each_article(&b);
  if (b.merged && b.done && !b.stopped) write_merged(&b);
  close_streams(&b);
  if (b.failed && b.done + b.failed > 1)
    app_say__note(say, (app_place){0}, "%zu of %zu articles failed", b.failed,
                  b.done + b.failed);
  app_names__clear(&b.names);
  press_graph_free(b.merged);
  press_engine_free(b.engine);
  press_gazetteer_free(b.gazetteer);
  return status_of(&b);
}
