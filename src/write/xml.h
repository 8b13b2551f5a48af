/** GraphML and GEXF are written through libxml2's text writer; here is what both share:
 *  where the bytes go, and strings that XML can hold. */
#ifndef PRESS_XML_H
#define PRESS_XML_H

#include "write/graph_write.h"

#include <libxml/xmlwriter.h>

typedef struct press_xml {
  press_graph_writer *w;
  xmlTextWriterPtr to;
  bool failed;
} press_xml;

/** Opens the writer, in `w->held`, and begins the document. */
press_status press_xml__open(press_xml *x, press_graph_writer *w);
/** Ends the document. */
press_status press_xml__close(press_xml *x);
/** Frees `held`. */
void press_xml__release(void *held);

void press_xml__start(press_xml *x, const char *element);
void press_xml__end(press_xml *x);
/** Control characters become spaces: XML cannot hold them. */
void press_xml__attr(press_xml *x, const char *name, press_str value);
void press_xml__text(press_xml *x, press_str value);

/** Id, source and target of an edge (view edge `at`). */
void press_xml__ends(press_xml *x, uint32_t at);

#endif
