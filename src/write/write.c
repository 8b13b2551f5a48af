/** The public writing calls: choose the writer, own its scratch memory. */
#include "write/write.h"

#include "base/limits.h"
#include "graph/iri.h"
#include "write/dot.h"
#include "write/xml.h"

#include <stdlib.h>

press_str press_write__who(const press_doc *doc, press_who who) {
  const press_found *f = &doc->found;
  if (who.kind == PRESS_ENTITY && who.id < f->n_entities) return f->entities[who.id].name;
  if (who.kind == PRESS_COUNTRY && who.id < f->n_countries)
    return f->countries[who.id].name;
  return (press_str){NULL, 0};
}

const char *press_write__form(press_form form) {
  static const char *const names[] = {"direct", "mixed", "indirect"};
  return form <= PRESS_INDIRECT ? names[form] : "?";
}

press_str press_write__flat(press_arena *a, press_str s) {
  press_str copy = press_str__copy(a, s);
  char *p = (char *)copy.at;
  for (size_t i = 0; i < s.n; i++)
    if ((unsigned char)p[i] < 32 || p[i] == 127) p[i] = ' ';
  return copy;
}

static press_status write_doc(const press_doc_writer *w, press_format format,
                              void *volatile *held, press_error *err) {
  switch (format) {
  case PRESS_TEXT:
    press_text__write(w);
    return PRESS_OK;
  case PRESS_LAYERS:
    press_layers__write(w);
    return PRESS_OK;
  case PRESS_JSON:
    return press_json__write(w, held, err);
  default:
    return press_error__set(err, PRESS_ERR_ARG,
                            "this format writes a graph, not a document");
  }
}

press_status press_doc_write(const press_doc *doc, press_format format, const char *base,
                             press_sink sink, press_error *err) {
  press_arena arena;
  press_str checked;
  if (!doc || !sink.write) return press_error__set(err, PRESS_ERR_ARG, "NULL given");
  TRY(press_iri__base(base, &checked, err));
  press_out *out = malloc(sizeof *out);
  if (!out) return press_error__set(err, PRESS_ERR_NOMEM, "out of memory");
  press_out__init(out, sink);
  press_doc_writer w = {&arena, doc, checked, out};
  void *volatile held = NULL;
  volatile press_status status;
  jmp_buf full;
  press_arena__init(&arena, PRESS_LIMIT_ARENA_TOTAL, &full);
  if (setjmp(full))
    status = press_error__set(err, PRESS_ERR_NOMEM, "out of memory");
  else
    status = write_doc(&w, format, &held, err);
  if (!status) status = press_out__end(out, err);
  press_json__release(held);
  press_arena__clear(&arena);
  free(out);
  return status;
}

static press_status write_graph(press_graph_writer *w, press_format format) {
  switch (format) {
  case PRESS_JSONLD:
    return press_jsonld__write(w);
  case PRESS_DOT:
    return press_dot__write(w);
  case PRESS_SVG:
  case PRESS_PNG:
  case PRESS_PDF:
    return press_picture__write(w, format);
  case PRESS_NQUADS:
  case PRESS_TURTLE:
    return press_rdf__write(w, format == PRESS_TURTLE);
  case PRESS_HTML:
    return press_html__write(w);
  case PRESS_GRAPHML:
    return press_graphml__write(w);
  case PRESS_GEXF:
    return press_gexf__write(w);
  case PRESS_CYTOSCAPE:
    return press_cytoscape__write(w);
  case PRESS_CSV_NODES:
  case PRESS_CSV_EDGES:
  case PRESS_NEO4J_NODES:
  case PRESS_NEO4J_EDGES:
    return press_csv__write(w, format);
  default:
    return press_error__set(w->err, PRESS_ERR_ARG,
                            "this format writes a document, not a graph");
  }
}

/** What a library behind a writer still holds after running out of memory. */
static void release(press_graph_writer *w, press_format format) {
  free(w->text);
  if (w->drawn)
    press_dot__release(w->held);
  else if (format == PRESS_GRAPHML || format == PRESS_GEXF)
    press_xml__release(w->held);
  else
    press_jsonld__release(w->held), press_jsonld__release(w->list);
}

press_status press_graph_write(const press_graph *graph, press_format format,
                               const press_drawing *drawing, press_sink sink,
                               press_error *err) {
  static const press_drawing usual = PRESS_DRAWING_INIT;
  if (!graph || !sink.write) return press_error__set(err, PRESS_ERR_ARG, "NULL given");
  if (drawing && drawing->version != 1)
    return press_error__set(err, PRESS_ERR_ARG, "press_drawing: unknown version");
  press_out *out = malloc(sizeof *out);
  if (!out) return press_error__set(err, PRESS_ERR_NOMEM, "out of memory");
  press_out__init(out, sink);
  press_arena arena;
  press_graph_writer w = {
      .arena = &arena, .drawing = drawing ? drawing : &usual, .out = out, .err = err};
  volatile press_status status;
  jmp_buf full;
  press_arena__init(&arena, PRESS_LIMIT_ARENA_TOTAL, &full);
  if (setjmp(full)) {
    status = press_error__set(err, PRESS_ERR_NOMEM, "out of memory");
  } else {
    press_view view = press_view__of(&arena, graph);
    w.view = &view;
    status = write_graph(&w, format);
  }
  release(&w, format);
  if (!status) status = press_out__end(out, err);
  press_arena__clear(&arena);
  free(out);
  return status;
}
