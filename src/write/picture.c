/** Pictures: the drawing laid out and rendered by libgvc in this process. */
#include "write/dot.h"

#include <gvc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/** What libgvc complained of last: it would print to standard error otherwise.
 *  Pictures are drawn on one thread of the process, so one buffer is enough. */
static char complaint[160];

static int listen(char *text) {
  size_t n = strcspn(text, "\n");
  if (n && !complaint[0]) snprintf(complaint, sizeof complaint, "%.*s", (int)n, text);
  return 0;
}

/** Takes the bytes of a picture. */
typedef void (*taking)(void *to, press_str bytes);

static press_status render(press_graph_writer *w, GVC_t *gvc, const char *format,
                           taking take, void *to) {
  char *bytes = NULL;
  unsigned n = 0;
  const char *engine = w->drawing->layout ? w->drawing->layout : "dot";
  if (gvLayout(gvc, w->held, engine))
    return press_error__set(w->err, PRESS_ERR_LAYOUT, "layout failed: %s", complaint);
  int bad = gvRenderData(gvc, w->held, format, &bytes, &n);
  if (!bad && bytes) take(to, (press_str){bytes, n});
  gvFreeRenderData(bytes);
  gvFreeLayout(gvc, w->held);
  if (bad || !n)
    return press_error__set(w->err, PRESS_ERR_LAYOUT, "rendering failed: %s", complaint);
  return PRESS_OK;
}

/** One context for the life of the process: libgvc's font plug-in keeps pointers
 *  into the first one it sees. */
static GVC_t *context(void) {
  static GVC_t *kept;
  if (!kept) kept = gvContext();
  return kept;
}

static press_status draw(press_graph_writer *w, const char *format, taking take,
                         void *to) {
  complaint[0] = 0;
  agusererrf usual = agseterrf(listen);
  GVC_t *gvc = context();
  press_status status = PRESS_ERR_LAYOUT;
  if (!gvc)
    press_error__set(w->err, status, "libgvc does not start");
  else if (!(status = press_dot__build(w)))
    status = render(w, gvc, format, take, to);
  press_dot__release(w->held);
  w->held = NULL;
  w->drawn = false;
  agseterrf(usual);
  return status;
}

static void write_out(void *to, press_str bytes) {
  press_out__str(to, bytes);
}

press_status press_picture__write(press_graph_writer *w, press_format format) {
  const char *name = format == PRESS_SVG ? "svg" : format == PRESS_PNG ? "png" : "pdf";
  return draw(w, name, write_out, w->out);
}

/** A copy by malloc: no longjmp may cross libgvc. */
static void keep(void *to, press_str bytes) {
  press_graph_writer *w = to;
  free(w->text);
  w->text = calloc(1, bytes.n + 1);
  if (w->text) memcpy(w->text, bytes.at, bytes.n);
}

press_status press_picture__svg(press_graph_writer *w, press_str *out) {
  TRY(draw(w, "svg", keep, w));
  if (!w->text) return press_error__set(w->err, PRESS_ERR_NOMEM, "out of memory");
  press_str all = press_str__of(w->text);
  uint32_t at = press_str__find(all, S("<svg"));
  *out = press_str__sub(all, at == PRESS_NONE ? all.n : at, all.n);
  return PRESS_OK;
}
