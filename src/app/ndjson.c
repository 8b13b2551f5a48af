/** A line of NDJSON as an article. */
#include "app/inputs.h"

#include <stdlib.h>
#include <string.h>

void app_input__fail(app_input *out, press_status status, const char *what) {
  out->error.status = status;
  snprintf(out->error.message, sizeof out->error.message, "%s", what);
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
      .path = (press_str){out->path, strlen(out->path)},
      .id = member(out->json, "id"),
      .title = member(out->json, "title"),
      .date = member(out->json, "date"),
      .url = member(out->json, "url"),
      .publisher = member(out->json, "publisher"),
  };
  if (!json_is_string(json_object_get(out->json, "text")))
    app_input__fail(out, PRESS_ERR_FORMAT, "the object has no \"text\" that is a string");
}

void app_input__parse(app_input *out, const char *line, size_t n) {
  json_error_t err;
  out->json = json_loadb(line, n, JSON_ALLOW_NUL | JSON_REJECT_DUPLICATES, &err);
  if (!out->json) {
    out->error.status = PRESS_ERR_FORMAT;
    out->error.column = err.column > 0 ? (unsigned)err.column : 1;
    snprintf(out->error.message, sizeof out->error.message, "not JSON: %.120s", err.text);
  } else if (!json_is_object(out->json)) {
    app_input__fail(out, PRESS_ERR_FORMAT, "not a JSON object");
  } else {
    take_object(out);
  }
}
