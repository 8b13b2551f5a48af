/** The command line. One table (flags.c) makes the parser, --help and the option
 *  list of the manual page. */
#ifndef APP_FLAGS_H
#define APP_FLAGS_H

#include "app/formats.h"
#include "app/say.h"

#include <stdio.h>

typedef enum app_from {
  APP_FROM_ENDING, /**< .ndjson and .jsonl are NDJSON, the rest is text */
  APP_FROM_TEXT,
  APP_FROM_NDJSON,
  APP_FROM_RECORDS /**< `pressgraph merge` */
} app_from;

typedef enum app_action {
  APP_DO_RUN,
  APP_DO_HELP,
  APP_DO_VERSION,
  APP_DO_MDOC,
  APP_DO_COMPLETE
} app_action;

typedef enum app_color { APP_COLOR_AUTO, APP_COLOR_ALWAYS, APP_COLOR_NEVER } app_color;

typedef enum app_progress_how {
  APP_PROGRESS_AUTO, /**< a line where standard error is a terminal */
  APP_PROGRESS_NONE,
  APP_PROGRESS_LINE,
  APP_PROGRESS_JSON
} app_progress_how;

typedef struct app_flags {
  app_action action;
  const char *shell;             /**< for APP_DO_COMPLETE */
  const app_kind *to[APP_KINDS]; /**< formats asked for, in order, each once */
  unsigned n_to;
  const char *output; /**< NULL: standard output */
  const char *base;   /**< NULL: the library's own */
  bool merge;
  unsigned jobs; /**< 0: the cores */
  app_from from;
  press_options options; /**< for the engine */
  press_drawing drawing; /**< for pictures and DOT */
  const char *gazetteer; /**< NULL: none */
  app_color color;
  bool quiet, verbose;
  const char *files_from; /**< a list of inputs: a path, "-", or NULL */
  bool null;              /**< its names end in NUL, not in newlines */
  unsigned shard, shards; /**< article i is ours when i % shards == shard; 0: all */
  bool skip_existing;
  bool forgive;       /**< --errors warn: failed articles do not change the status */
  bool line_buffered; /**< every record goes out at once */
  app_progress_how progress;
  const char **inputs; /**< borrowed from argv; the array is the caller's to free */
  unsigned n_inputs;
} app_flags;

/** Reads the command line. False: `why` (256 bytes) says what is wrong. */
bool app_flags__parse(app_flags *out, int argc, char **argv, char *why);
/** The help screen. */
void app_flags__help(FILE *to);
/** Completions for `shell`: bash, zsh or fish (complete.c). */
void app_flags__complete(FILE *to, const char *shell);
/** The option list in mdoc, for the manual page. */
void app_flags__mdoc(FILE *to);

#endif
