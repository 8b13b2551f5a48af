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
    {"nquads", "nq nt", PRESS_NQUADS, APP_HOLDS_GRAPHS, false},
    {"turtle", "ttl", PRESS_TURTLE, APP_HOLDS_GRAPHS, false},
    {"graphml", "graphml", PRESS_GRAPHML, APP_HOLDS_ONE, false},
    {"gexf", "gexf", PRESS_GEXF, APP_HOLDS_ONE, false},
    {"cytoscape", "cyjs", PRESS_CYTOSCAPE, APP_HOLDS_ONE, false},
    {"csv-nodes", "nodes.csv", PRESS_CSV_NODES, APP_HOLDS_ONE, false},
    {"csv-edges", "edges.csv", PRESS_CSV_EDGES, APP_HOLDS_ONE, false},
    {"neo4j-nodes", "neo4j-nodes.csv", PRESS_NEO4J_NODES, APP_HOLDS_ONE, false},
    {"neo4j-edges", "neo4j-edges.csv", PRESS_NEO4J_EDGES, APP_HOLDS_ONE, false},
    {"html", "html htm", PRESS_HTML, APP_HOLDS_ONE, false},
    {"layers", "layers tsv", PRESS_LAYERS, APP_HOLDS_RECORDS, false},
};

/** The press_format values that a name of two stands for. */
static const struct {
  const char *name;
  press_format nodes, edges;
} pairs[] = {{"csv", PRESS_CSV_NODES, PRESS_CSV_EDGES},
             {"neo4j", PRESS_NEO4J_NODES, PRESS_NEO4J_EDGES}};

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

static const app_kind *of_format(press_format format) {
  for (size_t i = 0; i < APP_KINDS; i++)
    if (app_kinds[i].format == format) return &app_kinds[i];
  return NULL;
}

bool app_kind__pair(const char *name, size_t n, const app_kind *out[2]) {
  for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
    if (strlen(pairs[i].name) != n || memcmp(pairs[i].name, name, n) != 0) continue;
    out[0] = of_format(pairs[i].nodes);
    out[1] = of_format(pairs[i].edges);
    return true;
  }
  return false;
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
