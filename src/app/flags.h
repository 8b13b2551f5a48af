/** The command line. One table (flags.c) makes the parser, --help and the option
 *  list of the manual page. */
#ifndef PRESS_APP_FLAGS_H
#define PRESS_APP_FLAGS_H

#include "app/formats.h"
#include "app/say.h"

#include <stdio.h>

typedef enum press_from {
  PRESS_FROM_ENDING, /**< .ndjson and .jsonl are NDJSON, the rest is text */
  PRESS_FROM_TEXT,
  PRESS_FROM_NDJSON
} press_from;

typedef enum press_action {
  PRESS_DO_RUN,
  PRESS_DO_HELP,
  PRESS_DO_VERSION,
  PRESS_DO_MDOC
} press_action;

typedef enum press_color {
  PRESS_COLOR_AUTO,
  PRESS_COLOR_ALWAYS,
  PRESS_COLOR_NEVER
} press_color;

typedef struct press_flags {
  press_action action;
  const press_kind *to[PRESS_KINDS]; /**< formats asked for, in order, each once */
  unsigned n_to;
  const char *output; /**< NULL: standard output */
  const char *base;   /**< NULL: the library's own */
  bool merge;
  unsigned jobs; /**< 0: the cores */
  press_from from;
  press_options options; /**< for the engine */
  press_color color;
  bool quiet, verbose;
  const char **inputs; /**< borrowed from argv; the array is the caller's to free */
  unsigned n_inputs;
} press_flags;

/** Reads the command line. False: `why` (256 bytes) says what is wrong. */
bool press_flags__parse(press_flags *out, int argc, char **argv, char *why);
/** The help screen. */
void press_flags__help(FILE *to);
/** The option list in mdoc, for the manual page. */
void press_flags__mdoc(FILE *to);

#endif
