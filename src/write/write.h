/** The write layer: one function a format, called by press_doc_write() and
 *  press_graph_write() (write.c), which own the scratch arena and the boundary. */
#ifndef PRESS_WRITE_H
#define PRESS_WRITE_H

#include "doc.h"
#include "write/out.h"

/* ---- of a document ---- */

/** What a document writer works with. */
typedef struct press_doc_writer {
  press_arena *arena;
  const press_doc *doc;
  press_str base;
  press_out *out;
} press_doc_writer;

void press_text__write(const press_doc_writer *w);
void press_layers__write(const press_doc_writer *w);
/** `*held` keeps jansson's tree where the boundary can free it. */
press_status press_json__write(const press_doc_writer *w, void *volatile *held,
                               press_error *err);
void press_json__release(void *held);

/** The name of who, "" for nobody. */
press_str press_write__who(const press_doc *doc, press_who who);
/** "direct", "mixed", "indirect". */
const char *press_write__form(press_form form);
/** `s` on one line: tabs, newlines and other control characters are spaces. */
press_str press_write__flat(press_arena *a, press_str s);
#endif
