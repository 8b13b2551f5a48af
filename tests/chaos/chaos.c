/** Every allocation of the library fails once, every write fails once, and the memory
 *  cap is hit everywhere: each time a clean error comes back and nothing is lost.
 *  Linked with --wrap, so that only our own calls are counted. */
#include "pressgraph.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/** Runs for each sweep; longer sweeps are taken in even steps. */
#define MOST_RUNS 400

void *__real_malloc(size_t n);
void *__real_calloc(size_t n, size_t size);
void *__real_realloc(void *p, size_t n);
void *__wrap_malloc(size_t n);
void *__wrap_calloc(size_t n, size_t size);
void *__wrap_realloc(void *p, size_t n);

static long calls, fail_at = -1;

static bool fails(void) {
  return calls++ == fail_at;
}
void *__wrap_malloc(size_t n) {
  return fails() ? NULL : __real_malloc(n);
}
void *__wrap_calloc(size_t n, size_t size) {
  return fails() ? NULL : __real_calloc(n, size);
}
void *__wrap_realloc(void *p, size_t n) {
  return fails() ? NULL : __real_realloc(p, n);
}

static const char article[] =
    "Talks in Oslo\n\n“We will not sign,” Norwegian minister Kari Dahl told reporters in "
    "Bergen. She said Iceland had broken its word.\n\nMr Dahl's opponents, among them "
    "former mayor Ole Lund, accused the government of \"hiding the figures\".\n";

/** What the writers' sink still takes. */
typedef struct tap {
  size_t left;
  size_t taken;
} tap;

static int pour(void *to, const char *bytes, size_t n) {
  tap *t = to;
  (void)bytes;
  if (n > t->left) return 1;
  t->left -= n;
  t->taken += n;
  return 0;
}

static press_engine *engine;

static press_status load_engine(tap *t, press_error *err) {
  (void)t;
  press_engine *e = NULL;
  press_status status = press_engine_new(&e, NULL, err);
  press_engine_free(e);
  return status;
}

static press_status load_names(tap *t, press_error *err) {
  static const char names[] = "person\tKari Dahl\tDahl\thttps://example.org/d\tNO\n";
  (void)t;
  press_gazetteer *g = NULL;
  press_status status =
      press_gazetteer_new(&g, (press_str){names, sizeof names - 1}, NULL, NULL, err);
  press_gazetteer_free(g);
  return status;
}

static press_status with_doc(press_doc **doc, press_error *err) {
  press_article in = {.text = {article, sizeof article - 1}};
  *doc = NULL;
  return press_doc_new(doc, engine, &in, err);
}

static press_status analyse(tap *t, press_error *err) {
  (void)t;
  press_doc *doc;
  press_status status = with_doc(&doc, err);
  press_doc_free(doc);
  return status;
}

static press_status write_doc(press_format format, tap *t, press_error *err) {
  press_doc *doc;
  press_status status = with_doc(&doc, err);
  if (!status) status = press_doc_write(doc, format, NULL, (press_sink){pour, t}, err);
  press_doc_free(doc);
  return status;
}

/** A record as the sweeps read it back: made once. */
static char record[65536];
static size_t record_n;

static int note(void *to, const char *bytes, size_t n) {
  (void)to;
  if (n > sizeof record - record_n) return 1;
  memcpy(record + record_n, bytes, n);
  record_n += n;
  return 0;
}

static bool make_record(void) {
  press_doc *doc;
  bool good =
      with_doc(&doc, NULL) == PRESS_OK &&
      press_doc_write(doc, PRESS_JSON, NULL, (press_sink){note, NULL}, NULL) == PRESS_OK;
  press_doc_free(doc);
  return good;
}

static press_status read_record(tap *t, press_error *err) {
  (void)t;
  press_doc *doc;
  press_status status =
      press_doc_from_record(&doc, (press_str){record, record_n}, NULL, err);
  press_doc_free(doc);
  return status;
}

static press_status write_graph(press_format format, tap *t, press_error *err) {
  press_doc *doc;
  press_graph *graph = NULL;
  press_status status = with_doc(&doc, err);
  if (!status) status = press_graph_new(&graph, NULL, err);
  if (!status) status = press_graph_add(graph, doc, err);
  if (!status)
    status = press_graph_write(graph, format, NULL, (press_sink){pour, t}, err);
  press_graph_free(graph);
  press_doc_free(doc);
  return status;
}

#define WRITES(name, function, format)                                                   \
  static press_status name(tap *t, press_error *err) {                                   \
    return function(format, t, err);                                                     \
  }
WRITES(text, write_doc, PRESS_TEXT)
WRITES(json, write_doc, PRESS_JSON)
WRITES(layers, write_doc, PRESS_LAYERS)
WRITES(dot, write_graph, PRESS_DOT)
WRITES(jsonld, write_graph, PRESS_JSONLD)
WRITES(turtle, write_graph, PRESS_TURTLE)
WRITES(graphml, write_graph, PRESS_GRAPHML)
WRITES(gexf, write_graph, PRESS_GEXF)
WRITES(cytoscape, write_graph, PRESS_CYTOSCAPE)
WRITES(csv, write_graph, PRESS_CSV_EDGES)
WRITES(html, write_graph, PRESS_HTML)

typedef press_status (*action)(tap *t, press_error *err);

static const struct {
  const char *name;
  action run;
  bool writes;
} sweeps[] = {
    {"engine", load_engine, false}, {"gazetteer", load_names, false},
    {"article", analyse, false},    {"record", read_record, false},
    {"text", text, true},           {"json", json, true},
    {"layers", layers, true},       {"dot", dot, true},
    {"jsonld", jsonld, true},       {"turtle", turtle, true},
    {"graphml", graphml, true},     {"gexf", gexf, true},
    {"cytoscape", cytoscape, true}, {"csv", csv, true},
    {"html", html, true},
};

static bool wrong(const char *name, const char *what, long at, press_status status) {
  printf("not ok - chaos %s: %s %ld gave status %d\n", name, what, at, (int)status);
  return false;
}

/** Fails allocation after allocation. */
static bool sweep_memory(const char *name, action run) {
  tap t = {SIZE_MAX, 0};
  press_error err = {0};
  calls = 0;
  fail_at = -1;
  press_status status = run(&t, &err);
  if (status) return wrong(name, "undisturbed run", 0, status);
  long total = calls, step = total / MOST_RUNS + 1, runs = 0;
  for (long at = 0; at < total; at += step, runs++) {
    t = (tap){SIZE_MAX, 0};
    err = (press_error){0};
    calls = 0;
    fail_at = at;
    status = run(&t, &err);
    fail_at = -1;
    if (status != PRESS_ERR_NOMEM || !err.message[0])
      return wrong(name, "failed allocation", at, status);
  }
  printf("ok - chaos %s: %ld of %ld allocations failed, each with a clean error\n", name,
         runs, total);
  return true;
}

/** Stops taking bytes, earlier and earlier. */
static bool sweep_writes(const char *name, action run) {
  tap t = {SIZE_MAX, 0};
  press_error err = {0};
  if (run(&t, &err)) return wrong(name, "undisturbed run", 0, err.status);
  size_t total = t.taken, step = total / (MOST_RUNS / 8) + 1;
  for (size_t room = 0; room < total; room += step) {
    t = (tap){room, 0};
    err = (press_error){0};
    press_status status = run(&t, &err);
    if (status != PRESS_ERR_IO) return wrong(name, "write cut at", (long)room, status);
  }
  printf("ok - chaos %s: writing stopped anywhere in %zu bytes\n", name, total);
  return true;
}

int main(void) {
  bool good = true;
  setvbuf(stdout, NULL, _IOLBF, 0); /* a leak check ends without a flush */
  press_error err = {0};
  if (press_engine_new(&engine, NULL, &err) || !make_record()) return 1;
  for (size_t i = 0; i < sizeof sweeps / sizeof *sweeps; i++) {
    good &= sweep_memory(sweeps[i].name, sweeps[i].run);
    if (sweeps[i].writes) good &= sweep_writes(sweeps[i].name, sweeps[i].run);
  }
  press_engine_free(engine);
  return !good;
}
