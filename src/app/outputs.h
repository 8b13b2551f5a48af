/** Output files that appear whole or not at all: written under a temporary name in
 *  the same folder, then renamed. Standard output and devices are written through. */
#ifndef PRESS_APP_OUTPUTS_H
#define PRESS_APP_OUTPUTS_H

#include "pressgraph.h"

#include <sys/types.h>

typedef struct press_out {
  int fd;
  char *path;    /**< as given, for messages */
  char *target;  /**< what the temporary file becomes; NULL: written through */
  int temporary; /**< its slot in the table that signals clean up; -1: none */
  char *bytes;   /**< written and not yet flushed */
  size_t n, cap;
  int error; /**< errno of the first failure; everything after is dropped */
} press_out;

/** Opens `path` (NULL: standard output). False leaves errno in out->error. */
bool press_out__open(press_out *out, const char *path);
/** The sink that writers get. Bytes stay in memory until press_out__keep(). */
press_sink press_out__sink(press_out *out);
/** A record is complete: its bytes go out. */
bool press_out__keep(press_out *out);
/** Forgets what came since the last press_out__keep(). */
void press_out__undo(press_out *out);
/** Flushes, closes, renames. False leaves errno in out->error, and no file. */
bool press_out__commit(press_out *out);
/** Closes and leaves nothing behind. */
void press_out__drop(press_out *out);

/** Makes the folders of `path` that are missing. False leaves errno. */
bool press_out__make_folders(char *path);
/** Temporary files of an interrupted run are removed on these signals. */
void press_out__catch_signals(void);

#endif
