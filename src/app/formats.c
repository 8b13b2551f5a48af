#include "app/formats.h"

#include <string.h>

/* "text" files end in .text, not .txt: a folder of articles that is also the output
   folder must not turn results into articles. */
const app_kind app_kinds[APP_KINDS] = {
    {"text", "text txt", PRESS_TEXT, APP_HOLDS_RECORDS, false},
    {"dot", "dot gv", PRESS_DOT, APP_HOLDS_GRAPHS, false},
    {"jsonld", "jsonld", PRESS_JSONLD, APP_HOLDS_ONE, false},
    {"json", "json ndjson jsonl", PRESS_JSON, APP_HOLDS_RECORDS, false},
    {"svg", "svg", PRESS_SVG, APP_HOLDS_ONE, false},
    {"png", "png", PRESS_PNG, APP_HOLDS_ONE, true},
    {"pdf", "pdf", PRESS_PDF, APP_HOLDS_ONE, true},
    {"layers", "layers tsv", PRESS_LAYERS, APP_HOLDS_RECORDS, false},
};

static const char planned[] = "nquads graphml csv gexf cytoscape html";

/** Whether the space-separated `list` has the word `name`. */
static bool listed(const char *list, const char *name, size_t n) {
  while (*list) {
    size_t word = strcspn(list, " ");
    if (word == n && memcmp(list, name, n) == 0) return true;
    list += word;
    list += strspn(list, " ");
  }
  return false;
}

const app_kind *app_kind__named(const char *name, size_t n) {
  for (size_t i = 0; i < APP_KINDS; i++)
    if (strlen(app_kinds[i].name) == n && memcmp(app_kinds[i].name, name, n) == 0)
      return &app_kinds[i];
  return NULL;
}

bool app_kind__planned(const char *name, size_t n) {
  return listed(planned, name, n);
}

const app_kind *app_kind__of_path(const char *path) {
  const char *file = strrchr(path, '/');
  const char *dot = strrchr(file ? file : path, '.');
  if (!dot || !dot[1]) return NULL;
  for (size_t i = 0; i < APP_KINDS; i++)
    if (listed(app_kinds[i].endings, dot + 1, strlen(dot + 1))) return &app_kinds[i];
  return NULL;
}

const char *app_kind__ending(const app_kind *kind, char *into, size_t size) {
  size_t n = strcspn(kind->endings, " ");
  if (n >= size) n = size - 1;
  memcpy(into, kind->endings, n);
  into[n] = 0;
  return into;
}

bool app_kind__is_graph(const app_kind *kind) {
  return kind->holds != APP_HOLDS_RECORDS;
}
