/** Output files that appear whole or not at all: written under a temporary name in
 *  the same folder, then renamed. Standard output and devices are written through. */
#ifndef PRESS_APP_OUTPUTS_H
#define PRESS_APP_OUTPUTS_H

#include "pressgraph.h"

#include <sys/types.h>

typedef struct press_file {
  int fd;
  char *path;    /**< as given, for messages */
  char *target;  /**< what the temporary file becomes; NULL: written through */
  int temporary; /**< its slot in the table that signals clean up; -1: none */
  char *bytes;   /**< written and not yet flushed */
  size_t n, cap;
  int error; /**< errno of the first failure; everything after is dropped */
} press_file;

/** Opens `path` (NULL: standard output). False leaves errno in out->error. */
bool press_file__open(press_file *out, const char *path);
/** The sink that writers get. Bytes stay in memory until press_file__keep(). */
press_sink press_file__sink(press_file *out);
/** A record is complete: its bytes go out. */
bool press_file__keep(press_file *out);
/** Forgets what came since the last press_file__keep(). */
void press_file__undo(press_file *out);
/** Flushes, closes, renames. False leaves errno in out->error, and no file. */
bool press_file__commit(press_file *out);
/** Closes and leaves nothing behind. */
void press_file__drop(press_file *out);

/** Makes the folders of `path` that are missing. False leaves errno. */
bool press_file__make_folders(char *path);
/** Temporary files of an interrupted run are removed on these signals. */
void press_file__catch_signals(void);

#endif
