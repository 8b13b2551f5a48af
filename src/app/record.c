#include "app/record.h"

#include <stdlib.h>
#include <string.h>

static const char *const names[] = {
    [PRESS_OK] = "ok",
    [PRESS_ERR_ARG] = "argument",
    [PRESS_ERR_NOMEM] = "memory",
    [PRESS_ERR_UTF8] = "utf8",
    [PRESS_ERR_BINARY] = "binary",
    [PRESS_ERR_LIMIT] = "limit",
    [PRESS_ERR_FORMAT] = "format",
    [PRESS_ERR_IO] = "io",
    [PRESS_ERR_LAYOUT] = "layout",
};

static const char *name_of(press_status status) {
  return (size_t)status < sizeof names / sizeof *names ? names[status] : "unknown";
}

/** A place inside a line of NDJSON is the line: its text has offsets of its own. */
app_place app_record__place(const app_input *input, const press_error *err) {
  if (!input->line) return (app_place){input->where, err->line, err->column};
  bool in_line = input->error.status != PRESS_OK;
  return (app_place){input->where, input->line, in_line ? err->column : 0};
}

const char *app_record__what(const press_error *err) {
  return err->message[0] ? err->message : press_status_text(err->status);
}

static json_t *number(unsigned n) {
  return n ? json_integer((json_int_t)n) : json_null();
}

void app_record__write(const app_input *input, const press_error *err, press_sink sink) {
  app_place at = app_record__place(input, err);
  json_t *record =
      json_pack("{s:{s:s}, s:{s:s, s:s, s:o, s:o}}", "article", "path", input->path,
                "error", "status", name_of(err->status), "message", app_record__what(err),
                "line", number(at.line), "column", number(at.column));
  char *line = record ? json_dumps(record, JSON_ENSURE_ASCII) : NULL;
  if (line) {
    sink.write(sink.to, line, strlen(line));
    sink.write(sink.to, "\n", 1);
  }
  free(line);
  json_decref(record);
}

/** Appends "3 events" or "1 event" to a list in `to`. */
static void add_count(char *to, size_t size, uint32_t n, const char *one,
                      const char *many) {
  size_t used = strlen(to);
  snprintf(to + used, size - used, "%s%u %s", used ? ", " : "", n, n == 1 ? one : many);
}

void app_record__tell(const app_say *say, const app_input *input, const press_doc *doc) {
  uint32_t n, n_events, n_countries, n_issues, unknown = 0;
  char list[160] = "";
  app_place at = {input->where, input->line, 0};
  const press_statement *s = press_doc_statements(doc, &n);
  for (uint32_t i = 0; i < n; i++) unknown += s[i].speaker.kind == PRESS_NOBODY;
  press_doc_events(doc, &n_events);
  press_doc_countries(doc, &n_countries);
  press_doc_issues(doc, &n_issues);
  if (!input->article.text.n && !input->record.at)
    app_say__note(say, at, "empty: no statements");
  add_count(list, sizeof list, n, "statement", "statements");
  if (unknown)
    add_count(list, sizeof list, unknown, "without a speaker", "without a speaker");
  add_count(list, sizeof list, n_events, "event", "events");
  add_count(list, sizeof list, n_countries, "country", "countries");
  add_count(list, sizeof list, n_issues, "issue", "issues");
  app_say__detail(say, at, "%s", list);
}
