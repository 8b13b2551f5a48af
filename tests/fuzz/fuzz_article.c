/** Any bytes as an article: the result keeps its promises, and every writer that
 *  works on text takes it. The first byte picks the scope and the formats. */
#include "pressgraph.h"

#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static int swallow(void *to, const char *bytes, size_t n) {
  uint64_t *sum = to;
  for (size_t i = 0; i < n; i++) *sum += (unsigned char)bytes[i];
  return 0;
}

static void must(press_status status, const press_error *err) {
  if (!status) return;
  fprintf(stderr, "status %d: %s\n", (int)status, err->message);
  abort();
}

static void write_graph(const press_doc *doc, press_format format, press_sink sink) {
  press_graph *graph = NULL;
  press_error err = {0};
  must(press_graph_new(&graph, NULL, &err), &err);
  must(press_graph_add(graph, doc, &err), &err);
  must(press_graph_write(graph, format, NULL, sink, &err), &err);
  press_graph_free(graph);
}

static void write_all(const press_doc *doc, unsigned pick) {
  static const press_format flat[] = {PRESS_TEXT, PRESS_JSON, PRESS_LAYERS};
  uint64_t sum = 0;
  press_sink sink = {swallow, &sum};
  press_error err = {0};
  for (size_t i = 0; i < 3; i++)
    if (pick >> i & 1) must(press_doc_write(doc, flat[i], NULL, sink, &err), &err);
  if (pick >> 3 & 1) write_graph(doc, PRESS_DOT, sink);
  if (pick >> 4 & 1) write_graph(doc, PRESS_JSONLD, sink);
}

/** Engines last for the whole run: loading one for each input would drown the rest. */
static const press_engine *engine_for(unsigned scope) {
  static press_engine *engines[2];
  press_options options = PRESS_OPTIONS_INIT;
  press_error err = {0};
  options.scope = scope ? PRESS_SCOPE_ALL : PRESS_SCOPE_SPEECH;
  if (!engines[scope]) must(press_engine_new(&engines[scope], &options, &err), &err);
  return engines[scope];
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  press_doc *doc = NULL;
  press_error err = {0};
  if (!size) return 0;
  press_article in = {.text = {(const char *)data + 1, size - 1}};
  if (press_doc_new(&doc, engine_for(data[0] >> 5 & 1), &in, &err)) {
    if (!err.message[0]) abort();
    return 0;
  }
  must(press_doc_check(doc, &err), &err);
  write_all(doc, data[0]);
  press_doc_free(doc);
  return 0;
}
