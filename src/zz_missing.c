/** Stands in for the writers until they land: sorted last, so that in the archive a
 *  real definition comes first. */
#include "base/error.h"

#define SOON press_error__set(err, PRESS_ERR_ARG, "this format is not written yet")
#define WEAK __attribute__((weak))

WEAK press_status press_doc_write(const press_doc *doc, press_format format,
                                  const char *base, press_sink sink, press_error *err) {
  (void)doc, (void)format, (void)base, (void)sink;
  return SOON;
}
WEAK press_status press_graph_write(const press_graph *graph, press_format format,
                                    press_sink sink, press_error *err) {
  (void)graph, (void)format, (void)sink;
  return SOON;
}
WEAK press_status press_graph_new(press_graph **out, const char *base, press_error *err) {
  (void)base, (void)err;
  *out = NULL;
  return PRESS_OK;
}
WEAK press_status press_graph_add(press_graph *graph, const press_doc *doc,
                                  press_error *err) {
  (void)graph, (void)doc;
  return SOON;
}
WEAK void press_graph_free(press_graph *graph) {
  (void)graph;
}
WEAK const char *press_status_text(press_status status) {
  (void)status;
  return "failed";
}
