/** Messages on standard error: `file:line:col: what`. Control characters in names
 *  are shown as '?', so that a file name cannot drive the terminal. */
#ifndef PRESS_APP_SAY_H
#define PRESS_APP_SAY_H

#include <stdbool.h>
#include <stddef.h>

typedef struct press_say {
  bool quiet, verbose, color;
} press_say;

/** Where a message points; `file` NULL means the command itself. */
typedef struct press_place {
  const char *file;
  unsigned line, column; /**< 0 where none applies */
} press_place;

/** Something failed. Never kept back. */
void press_say__error(const press_say *say, press_place at, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
/** Something the user may want to know; -q keeps it back. */
void press_say__note(const press_say *say, press_place at, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
/** Only with -v. */
void press_say__detail(const press_say *say, press_place at, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/** Memory for the command: the library reports, the command may give up (exit 2). */
void *press_app__realloc(void *p, size_t n);
void *press_app__zeros(size_t count, size_t size);
char *press_app__copy(const char *s);
char *press_app__format(const char *format, ...) __attribute__((format(printf, 1, 2)));

#endif
