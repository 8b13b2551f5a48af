/** Articles, one after the other, from files, folders, standard input and NDJSON.
 *  Memory: one article, one line of NDJSON, and the names of the folder being read. */
#ifndef APP_INPUTS_H
#define APP_INPUTS_H

#include "app/flags.h"
#include "app/walk.h"

#include <jansson.h>

/** One article as read, or why it could not be. Owns its memory, so that it may be
 *  handed to another thread. */
typedef struct app_input {
  press_article article; /**< points into the fields below */
  char *where;           /**< file name for messages; "<stdin>" */
  char *path;            /**< for the record: "-" is standard input */
  char *name;            /**< for output files: path below the input folder, no ending */
  press_str record;      /**< instead, for `pressgraph merge`: a line of -t json */
  unsigned line;         /**< of NDJSON; 0 where the file is the article */
  bool ours;             /**< of this shard; others have no text */
  bool pending;          /**< a text file that is still to be read */
  press_error error;     /**< PRESS_OK when there is an article */
  char *bytes;           /**< of a text file */
  json_t *json;          /**< of a line of NDJSON */
} app_input;

typedef struct app_inputs app_inputs;

/** NULL leaves errno: the list of --files-from cannot be read. */
app_inputs *app_inputs__open(const app_flags *flags);
/** The next article, in the order of the command line, folders sorted by name.
 *  False at the end. Clear what it gave with app_input__clear(). */
bool app_inputs__next(app_inputs *in, app_input *out);
/** The object in `line` becomes the article, or an error (ndjson.c). */
void app_input__parse(app_input *out, const char *line, size_t n);
void app_input__fail(app_input *out, press_status status, const char *what);
/** Reads the text of an input that is pending; any thread may. */
void app_input__load(app_input *input);
/** Whether app_inputs__next() would give something without waiting for it. */
bool app_inputs__ready(const app_inputs *in);
/** How much is done, of how much: files, with the share of one that is being read.
 *  False where that cannot be known. */
bool app_inputs__share(app_inputs *in, double *done, double *of);
void app_input__clear(app_input *input);
void app_inputs__close(app_inputs *in);

/** True when the command line names one text file (or standard input) and no more:
 *  then there can be no second article. */
bool app_inputs__single(const app_flags *flags);

#endif
