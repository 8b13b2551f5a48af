/** The drawing: a plan as libcgraph's graph, for dot.c to write and picture.c to
 *  lay out. All of it must run on one thread of the process. */
#ifndef PRESS_DOT_H
#define PRESS_DOT_H

#include "write/graph_write.h"
#include "write/plan.h"

/** An empty drawing, an Agraph_t, whose ids do not depend on addresses (dot_io.c).
 *  It lives no longer than the arena. */
struct Agraph_s *press_dot__open(press_arena *a);
/** What is drawn: decided once for all that one call writes. */
const press_plan *press_dot__plan(press_graph_writer *w);
/** Builds the drawing and keeps it in `w->held`. */
press_status press_dot__build(press_graph_writer *w);
press_status press_dot__write(press_graph_writer *w);
void press_dot__release(void *held);
/** Lays the drawing out and renders it: PRESS_SVG, PRESS_PNG, PRESS_PDF. */
press_status press_picture__write(press_graph_writer *w, press_format format);
/** The SVG, from "<svg" on. */
press_status press_picture__svg(press_graph_writer *w, press_str *out);

/** The HTML label of a node, and the title with its legend (caption.c). */
press_str press_caption__node(press_arena *a, const press_plan *p, uint32_t node);
press_str press_caption__graph(press_arena *a, const press_plan *p);
/** The same title in plain text. */
press_str press_caption__title(press_arena *a, const press_plan *p);
/** "Herald · 3 March 2031", under the headline where there are several articles. */
press_str press_caption__cluster(press_arena *a, const press_plan *p, uint32_t article);

#endif
