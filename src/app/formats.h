/** The output formats by name: what -t takes and what an ending means. */
#ifndef APP_FORMATS_H
#define APP_FORMATS_H

#include "pressgraph.h"

/** How many articles one file of a format can hold. */
typedef enum app_holds {
  APP_HOLDS_RECORDS, /**< any number, one record after the other */
  APP_HOLDS_GRAPHS,  /**< any number of graphs: Graphviz reads them in turn */
  APP_HOLDS_ONE      /**< one graph: several articles need --merge or a directory */
} app_holds;

typedef struct app_kind {
  const char *name;
  const char *endings; /**< space-separated; the first is the one we write */
  press_format format;
  app_holds holds;
  bool binary; /**< not for a terminal */
} app_kind;

#define APP_KINDS 18

/** The formats in the order in which help lists them. */
extern const app_kind app_kinds[APP_KINDS];

/** The format called `name` (`n` bytes), or NULL. */
const app_kind *app_kind__named(const char *name, size_t n);
/** Some names mean two formats: "csv" is a table of nodes and one of edges. Sets `out`
 *  to the two and returns true for these. */
bool app_kind__pair(const char *name, size_t n, const app_kind *out[2]);
/** The format that the ending of `path` tells, or NULL. */
const app_kind *app_kind__of_path(const char *path);
/** The ending that files of this kind get; `into` has `size` bytes. */
const char *app_kind__ending(const app_kind *kind, char *into, size_t size);
/** A graph format: needs a press_graph. */
bool app_kind__is_graph(const app_kind *kind);

#endif
