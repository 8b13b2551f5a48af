#include "app/inputs.h"

#include "app/read.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/** One line of NDJSON: the text may be escaped. */
#define LINE_BYTES ((size_t)4 * PRESS_TEXT_MAX)

struct app_inputs {
  const app_flags *flags;
  app_walk walk;
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
  return (from != APP_FROM_NDJSON && has_ending(name, ".txt")) ||
         (from != APP_FROM_TEXT && is_ndjson(name));
}

static bool reads_ndjson(const app_flags *flags, const char *path) {
  return flags->from == APP_FROM_NDJSON ||
         (flags->from == APP_FROM_ENDING && is_ndjson(path));
}

app_inputs *app_inputs__open(const app_flags *flags) {
  static const char *const standard_input[] = {"-"};
  app_inputs *in = app_mem__realloc(NULL, sizeof *in);
  *in = (app_inputs){.flags = flags, .lines = {.fd = -1}};
  in->walk = (app_walk){.roots = flags->n_inputs ? flags->inputs : standard_input,
                        .n_roots = flags->n_inputs ? flags->n_inputs : 1,
                        .wanted = wanted,
                        .to = flags};
  return in;
}

bool app_inputs__single(const app_flags *flags) {
  if (flags->n_inputs > 1) return false;
  const char *path = flags->n_inputs ? flags->inputs[0] : "-";
  if (reads_ndjson(flags, path)) return false;
  int fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (fd >= 0) close(fd);
  return fd < 0;
}

static void fail(app_input *out, press_status status, const char *what) {
  out->error.status = status;
  snprintf(out->error.message, sizeof out->error.message, "%s", what);
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

static int open_file(const char *path) {
  return strcmp(path, "-") == 0 ? dup(STDIN_FILENO) : open(path, O_RDONLY | O_CLOEXEC);
}

static void read_text(app_input *out, const char *path) {
  size_t n;
  int fd = open_file(path);
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

static press_str member(const json_t *object, const char *key) {
  const json_t *v = json_object_get(object, key);
  if (!json_is_string(v)) return (press_str){NULL, 0};
  return (press_str){json_string_value(v), json_string_length(v)};
}

/** The object of a line as an article. An id may be a number. */
static void take_object(app_input *out) {
  const json_t *id = json_object_get(out->json, "id");
  if (json_is_integer(id)) {
    char *digits = app_mem__format("%lld", (long long)json_integer_value(id));
    json_object_set_new(out->json, "id", json_string(digits));
    free(digits);
  }
  out->article = (press_article){
      .text = member(out->json, "text"),
      .path = str_of(out->path),
      .id = member(out->json, "id"),
      .title = member(out->json, "title"),
      .date = member(out->json, "date"),
      .url = member(out->json, "url"),
      .publisher = member(out->json, "publisher"),
  };
  if (!json_is_string(json_object_get(out->json, "text")))
    fail(out, PRESS_ERR_FORMAT, "the object has no \"text\" that is a string");
}

static void parse_line(app_input *out, const char *line, size_t n) {
  json_error_t err;
  out->json = json_loadb(line, n, JSON_ALLOW_NUL | JSON_REJECT_DUPLICATES, &err);
  if (!out->json) {
    out->error.status = PRESS_ERR_FORMAT;
    out->error.column = err.column > 0 ? (unsigned)err.column : 1;
    snprintf(out->error.message, sizeof out->error.message, "not JSON: %.120s", err.text);
  } else if (!json_is_object(out->json)) {
    fail(out, PRESS_ERR_FORMAT, "not a JSON object");
  } else {
    take_object(out);
  }
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
  if (got == APP_LINE)
    parse_line(out, line, n);
  else if (got == APP_LINE_LONG)
    fail(out, PRESS_ERR_LIMIT, "the line is over 64 MiB");
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
    fail(out, PRESS_ERR_ARG, file->why);
  else if (ndjson)
    fail_errno(out, "cannot read this file", error);
  else
    read_text(out, file->path);
  free(file->path);
  return true;
}

bool app_inputs__next(app_inputs *in, app_input *out) {
  app_found_file file;
  *out = (app_input){0};
  for (;;) {
    if (in->lines.fd >= 0) {
      if (next_line(in, out)) return true;
    } else if (!app_walk__next(&in->walk, &file)) {
      return false;
    } else if (begin_file(in, &file, out)) {
      return true;
    }
  }
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
  app_walk__clear(&in->walk);
  free(in);
}
