/** Files behind the names of a command line: folders are walked recursively, sorted
 *  by name. Links to folders inside a folder are not followed, so loops cannot be. */
#ifndef APP_WALK_H
#define APP_WALK_H

#include <stdbool.h>

#define APP_WALK_DEPTH 64

/** One folder being read. */
typedef struct app_folder {
  char *path;
  char **names; /**< sorted; NULL where already taken */
  unsigned n, at;
} app_folder;

/** Whether a file found in a folder is wanted. */
typedef bool (*app_wanted_fn)(const void *to, const char *name);

typedef struct app_walk {
  const char *const *roots;
  unsigned n_roots, at;
  app_wanted_fn wanted;
  const void *to;
  app_folder stack[APP_WALK_DEPTH];
  unsigned depth;
  unsigned root_chars; /**< of the walked root in every path below it */
  bool found;          /**< the walked root has had a file */
} app_walk;

/** One thing found: a file to read, or a path that failed. */
typedef struct app_found_file {
  char *path;       /**< the caller's to free */
  const char *name; /**< in `path`: what follows the folder that was asked for */
  const char *why;  /**< NULL: read it; else what is wrong with it (static) */
  int error;        /**< errno that says it better; 0 where none */
} app_found_file;

/** The next file. False at the end. */
bool app_walk__next(app_walk *w, app_found_file *out);
void app_walk__clear(app_walk *w);

#endif
