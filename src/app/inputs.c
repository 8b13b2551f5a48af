#include "app/inputs.h"

#include "app/read.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/** One line of NDJSON: the text may be escaped. */
#define LINE_BYTES ((size_t)4 * PRESS_TEXT_MAX)

/** One name of --files-from. */
#define PATH_BYTES 65536

struct app_inputs {
  const app_flags *flags;
  app_walk walk;
  app_lines list;      /**< of --files-from; fd -1: none, or at its end */
  char *listed;        /**< the name from it that is being walked */
  size_t number;       /**< articles so far, those of other shards too */
  size_t files, of;    /**< begun, and to be read in all; 0: not counted */
  app_lines lines;     /**< of the NDJSON file being read; fd -1: none */
  app_found_file file; /**< that file */
};

static bool has_ending(const char *name, const char *ending) {
  size_t n = strlen(name), m = strlen(ending);
  return n > m && strcmp(name + n - m, ending) == 0;
}

static bool is_ndjson(const char *name) {
  return has_ending(name, ".ndjson") || has_ending(name, ".jsonl");
}

/** Of a folder: *.txt and *.ndjson, or only what --from asks for. */
static bool wanted(const void *to, const char *name) {
  app_from from = ((const app_flags *)to)->from;
  if (from == APP_FROM_RECORDS) return is_ndjson(name) || has_ending(name, ".json");
  return (from != APP_FROM_NDJSON && has_ending(name, ".txt")) ||
         (from != APP_FROM_TEXT && is_ndjson(name));
}

static bool reads_ndjson(const app_flags *flags, const char *path) {
  return flags->from == APP_FROM_NDJSON || flags->from == APP_FROM_RECORDS ||
         (flags->from == APP_FROM_ENDING && is_ndjson(path));
}

static int open_file(const char *path) {
  return strcmp(path, "-") == 0 ? dup(STDIN_FILENO) : open(path, O_RDONLY | O_CLOEXEC);
}

static app_walk walk_of(const app_flags *flags) {
  static const char *const standard_input[] = {"-"};
  bool standard = !flags->n_inputs && !flags->files_from;
  return (app_walk){.roots = standard ? standard_input : flags->inputs,
                    .n_roots = standard ? 1 : flags->n_inputs,
                    .wanted = wanted,
                    .to = flags};
}

app_inputs *app_inputs__open(const app_flags *flags) {
  int list = flags->files_from ? open_file(flags->files_from) : -1;
  if (flags->files_from && list < 0) return NULL;
  app_inputs *in = app_mem__realloc(NULL, sizeof *in);
  *in = (app_inputs){.flags = flags,
                     .walk = walk_of(flags),
                     .list = {.fd = list, .null = flags->null},
                     .lines = {.fd = -1}};
  return in;
}

bool app_inputs__single(const app_flags *flags) {
  if (flags->n_inputs > 1 || flags->files_from) return false;
  const char *path = flags->n_inputs ? flags->inputs[0] : "-";
  if (reads_ndjson(flags, path)) return false;
  int fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (fd >= 0) close(fd);
  return fd < 0;
}

static void fail_errno(app_input *out, const char *what, int error) {
  out->error.status = PRESS_ERR_IO;
  snprintf(out->error.message, sizeof out->error.message, "%s: %s", what,
           strerror(error));
}

/** Names for messages, records and output files. */
static void name_input(app_input *out, const app_found_file *file) {
  bool standard = strcmp(file->path, "-") == 0;
  out->where = app_mem__copy(standard ? "<stdin>" : file->path);
  out->path = app_mem__copy(file->path);
  out->name = app_mem__copy(standard ? "stdin" : file->name);
  char *dot = strrchr(out->name, '.');
  if (dot && dot != out->name && dot[-1] != '/' && !strchr(dot, '/')) *dot = 0;
}

static press_str str_of(const char *s) {
  return (press_str){s, s ? strlen(s) : 0};
}

void app_input__load(app_input *out) {
  size_t n;
  if (!out->pending) return;
  out->pending = false;
  int fd = open_file(out->path);
  if (fd < 0) {
    fail_errno(out, "cannot read this file", errno);
    return;
  }
  out->bytes = app_read__all(fd, PRESS_TEXT_MAX + 1, &n);
  if (!out->bytes)
    fail_errno(out, "cannot read this file", errno);
  else
    out->article = (press_article){.text = {out->bytes, n}, .path = str_of(out->path)};
  close(fd);
}

static bool is_blank(const char *line, size_t n) {
  for (size_t i = 0; i < n; i++)
    if (!strchr(" \t\r", line[i]) || !line[i]) return false;
  return true;
}

static void end_lines(app_inputs *in) {
  close(in->lines.fd);
  app_lines__clear(&in->lines);
  free(in->file.path);
  in->file.path = NULL;
}

/** "news.ndjson:7": the place of one article of many. */
static void name_line(app_inputs *in, app_input *out) {
  name_input(out, &in->file);
  out->line = in->lines.number;
  char *path = app_mem__format("%s:%u", out->path, out->line);
  char *name = app_mem__format("%s-%u", out->name, out->line);
  free(out->path);
  free(out->name);
  out->path = path;
  out->name = name;
}

static bool is_ours(const app_inputs *in) {
  return !in->flags->shards || in->number % in->flags->shards == in->flags->shard;
}

/** An article, or a record of one, which the workers read. */
static void take_line(const app_inputs *in, app_input *out, const char *line, size_t n) {
  if (in->flags->from != APP_FROM_RECORDS) {
    app_input__parse(out, line, n);
    return;
  }
  out->bytes = app_mem__realloc(NULL, n);
  memcpy(out->bytes, line, n);
  out->record = (press_str){out->bytes, n};
}

/** The next article of the NDJSON file. False when it has no more. */
static bool next_line(app_inputs *in, app_input *out) {
  const char *line = NULL;
  size_t n = 0;
  app_line got;
  do {
    got = app_lines__next(&in->lines, LINE_BYTES, &line, &n);
    if (in->lines.number == 1 && n >= 3 && memcmp(line, "\xef\xbb\xbf", 3) == 0)
      line += 3, n -= 3;
  } while (got == APP_LINE && is_blank(line, n));
  int error = errno;
  if (got == APP_LINE_END) return end_lines(in), false;
  name_line(in, out);
  if (got == APP_LINE && (is_ours(in) || in->flags->output)) /* else no name is needed */
    take_line(in, out, line, n);
  else if (got == APP_LINE)
    return true;
  else if (got == APP_LINE_LONG)
    app_input__fail(out, PRESS_ERR_LIMIT, "the line is over 64 MiB");
  else
    fail_errno(out, "cannot read on", error), end_lines(in);
  return true;
}

/** Opens what the walk found. True: `out` is an article or a failure. */
static bool begin_file(app_inputs *in, const app_found_file *file, app_input *out) {
  bool ndjson = reads_ndjson(in->flags, file->path);
  if (!file->why && ndjson && (in->lines.fd = open_file(file->path)) >= 0) {
    in->file = *file;
    return false;
  }
  int error = errno;
  name_input(out, file);
  if (file->why && file->error)
    fail_errno(out, file->why, file->error);
  else if (file->why)
    app_input__fail(out, PRESS_ERR_ARG, file->why);
  else if (ndjson)
    fail_errno(out, "cannot read this file", error);
  else
    out->pending = true;
  free(file->path);
  return true;
}

/** The next name of --files-from becomes the root of the walk. */
static bool next_listed(app_inputs *in) {
  const char *name = NULL;
  size_t n = 0;
  app_line got;
  if (in->list.fd < 0) return false;
  do got = app_lines__next(&in->list, PATH_BYTES, &name, &n);
  while (got == APP_LINE && n == 0);
  if (got == APP_LINE_LONG) name = "(a name over 64 kB)", n = strlen(name);
  if (got == APP_LINE_END || got == APP_LINE_FAILED) {
    close(in->list.fd);
    app_lines__clear(&in->list);
    return false;
  }
  free(in->listed);
  in->listed = app_mem__format("%.*s", (int)n, name);
  in->walk.roots = (const char *const *)&in->listed;
  in->walk.n_roots = 1;
  in->walk.at = 0;
  return true;
}

static bool next(app_inputs *in, app_input *out) {
  app_found_file file;
  for (;;) {
    if (in->lines.fd >= 0) {
      if (next_line(in, out)) return true;
    } else if (app_walk__next(&in->walk, &file)) {
      in->files++;
      if (begin_file(in, &file, out)) return true;
    } else if (!next_listed(in)) {
      return false;
    }
  }
}

bool app_inputs__next(app_inputs *in, app_input *out) {
  *out = (app_input){0};
  if (!next(in, out)) return false;
  out->ours = is_ours(in);
  in->number++;
  return true;
}

bool app_inputs__ready(const app_inputs *in) {
  return in->lines.fd < 0 || app_lines__ready(&in->lines);
}

/* ---- progress ---- */

/** Files of the command line and below its folders; a list that can only be read once
 *  is not counted. */
static size_t count_files(const app_flags *flags) {
  app_walk walk = walk_of(flags);
  app_found_file file;
  size_t n = 0;
  if (flags->files_from) return 0;
  while (app_walk__next(&walk, &file)) {
    bool endless = strcmp(file.path, "-") == 0;
    free(file.path);
    if (endless) return app_walk__clear(&walk), 0;
    n++;
  }
  app_walk__clear(&walk);
  return n;
}

/** How far into an NDJSON file we are; 0 where it is a pipe. */
static double share_of_file(const app_inputs *in) {
  struct stat st;
  if (in->lines.fd < 0) return 1;
  off_t at = lseek(in->lines.fd, 0, SEEK_CUR);
  if (at < 0 || fstat(in->lines.fd, &st) || st.st_size <= 0) return 0;
  return (double)at / (double)st.st_size;
}

bool app_inputs__share(app_inputs *in, double *done, double *of) {
  if (!in->of) in->of = count_files(in->flags);
  if (!in->of || !in->files) return false;
  *done = (double)(in->files - 1) + share_of_file(in);
  *of = (double)in->of;
  return *done > 0;
}

void app_input__clear(app_input *input) {
  free(input->where);
  free(input->path);
  free(input->name);
  free(input->bytes);
  json_decref(input->json);
  *input = (app_input){0};
}

void app_inputs__close(app_inputs *in) {
  if (in->lines.fd >= 0) end_lines(in);
  if (in->list.fd >= 0) close(in->list.fd), app_lines__clear(&in->list);
  free(in->listed);
  app_walk__clear(&in->walk);
  free(in);
}
