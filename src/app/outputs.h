/** Output files that appear whole or not at all: written under a temporary name in
 *  the same folder, then renamed. Standard output and devices are written through. */
#ifndef APP_OUTPUTS_H
#define APP_OUTPUTS_H

#include "pressgraph.h"

#include <sys/types.h>

typedef struct app_file {
  int fd;
  char *path;    /**< as given, for messages */
  char *target;  /**< what the temporary file becomes; NULL: written through */
  int temporary; /**< its slot in the table that signals clean up; -1: none */
  char *bytes;   /**< written and not yet flushed */
  size_t n, cap;
  size_t kept; /**< of these bytes, those of complete records */
  int error;   /**< errno of the first failure; everything after is dropped */
} app_file;

/** Opens `path` (NULL: standard output). False leaves errno in out->error. */
bool app_file__open(app_file *out, const char *path);
/** The sink that writers get. Bytes stay in memory until app_file__keep(). */
press_sink app_file__sink(app_file *out);
/** A record is complete: its bytes go out with others, or at once when `now`. */
bool app_file__keep(app_file *out, bool now);
/** Forgets what came since the last app_file__keep(). */
void app_file__undo(app_file *out);
/** Flushes, closes, renames. False leaves errno in out->error, and no file. */
bool app_file__commit(app_file *out);
/** Closes and leaves nothing behind. */
void app_file__drop(app_file *out);

/** Makes the folders of `path` that are missing. False leaves errno. */
bool app_file__make_folders(char *path);
/** Temporary files of an interrupted run are removed on these signals. */
void app_file__catch_signals(void);

#endif
