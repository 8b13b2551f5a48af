#include "app/formats.h"

#include <string.h>

/* "text" files end in .text, not .txt: a folder of articles that is also the output
   folder must not turn results into articles. */
const press_kind press_kinds[PRESS_KINDS] = {
    {"text", "text txt", PRESS_TEXT, PRESS_HOLDS_RECORDS, false},
    {"dot", "dot gv", PRESS_DOT, PRESS_HOLDS_GRAPHS, false},
    {"jsonld", "jsonld", PRESS_JSONLD, PRESS_HOLDS_ONE, false},
    {"json", "json ndjson jsonl", PRESS_JSON, PRESS_HOLDS_RECORDS, false},
    {"svg", "svg", PRESS_SVG, PRESS_HOLDS_ONE, false},
    {"png", "png", PRESS_PNG, PRESS_HOLDS_ONE, true},
    {"pdf", "pdf", PRESS_PDF, PRESS_HOLDS_ONE, true},
    {"layers", "layers tsv", PRESS_LAYERS, PRESS_HOLDS_RECORDS, false},
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

const press_kind *press_kind__named(const char *name, size_t n) {
  for (size_t i = 0; i < PRESS_KINDS; i++)
    if (strlen(press_kinds[i].name) == n && memcmp(press_kinds[i].name, name, n) == 0)
      return &press_kinds[i];
  return NULL;
}

bool press_kind__planned(const char *name, size_t n) {
  return listed(planned, name, n);
}

const press_kind *press_kind__of_path(const char *path) {
  const char *file = strrchr(path, '/');
  const char *dot = strrchr(file ? file : path, '.');
  if (!dot || !dot[1]) return NULL;
  for (size_t i = 0; i < PRESS_KINDS; i++)
    if (listed(press_kinds[i].endings, dot + 1, strlen(dot + 1))) return &press_kinds[i];
  return NULL;
}

const char *press_kind__ending(const press_kind *kind, char *into, size_t size) {
  size_t n = strcspn(kind->endings, " ");
  if (n >= size) n = size - 1;
  memcpy(into, kind->endings, n);
  into[n] = 0;
  return into;
}

bool press_kind__is_graph(const press_kind *kind) {
  return kind->holds != PRESS_HOLDS_RECORDS;
}
