/** Nodes as JSON-LD: what jsonld.c writes as it is and rdf.c as triples. */
#ifndef PRESS_JSONLD_H
#define PRESS_JSONLD_H

#include "write/graph_write.h"

#include <jansson.h>

/** A term of the context. */
typedef struct press_term {
  const char *name, *iri;
  const char *coerced; /**< "@id", "xsd:date", "en" for a language, or NULL */
  bool set;
} press_term;

extern const press_term press_terms[];
extern const size_t press_n_terms;

/** Makes the node, in `w->held`. False when memory ran out. */
bool press_jsonld__node(press_graph_writer *w, uint32_t at);

#endif
