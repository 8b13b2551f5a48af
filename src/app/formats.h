/** The output formats by name: what -t takes and what an ending means. */
#ifndef PRESS_APP_FORMATS_H
#define PRESS_APP_FORMATS_H

#include "pressgraph.h"

/** How many articles one file of a format can hold. */
typedef enum press_holds {
  PRESS_HOLDS_RECORDS, /**< any number, one record after the other */
  PRESS_HOLDS_GRAPHS,  /**< any number of graphs: Graphviz reads them in turn */
  PRESS_HOLDS_ONE      /**< one graph: several articles need --merge or a directory */
} press_holds;

typedef struct press_kind {
  const char *name;
  const char *endings; /**< space-separated; the first is the one we write */
  press_format format;
  press_holds holds;
  bool binary; /**< not for a terminal */
} press_kind;

#define PRESS_KINDS 8

/** The formats in the order in which help lists them. */
extern const press_kind press_kinds[PRESS_KINDS];

/** The format called `name` (`n` bytes), or NULL. */
const press_kind *press_kind__named(const char *name, size_t n);
/** Whether `name` is a format that is planned and not here yet. */
bool press_kind__planned(const char *name, size_t n);
/** The format that the ending of `path` tells, or NULL. */
const press_kind *press_kind__of_path(const char *path);
/** The ending that files of this kind get; `into` has `size` bytes. */
const char *press_kind__ending(const press_kind *kind, char *into, size_t size);
/** A graph format: needs a press_graph. */
bool press_kind__is_graph(const press_kind *kind);

#endif
