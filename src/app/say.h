/** Messages on standard error: `file:line:col: what`. Control characters in names
 *  are shown as '?', so that a file name cannot drive the terminal. */
#ifndef APP_SAY_H
#define APP_SAY_H

#include <stdbool.h>
#include <stddef.h>

typedef struct app_say {
  bool quiet, verbose, color;
} app_say;

/** Where a message points; `file` NULL means the command itself. */
typedef struct app_place {
  const char *file;
  unsigned line, column; /**< 0 where none applies */
} app_place;

/** Something failed. Never kept back. */
void app_say__error(const app_say *say, app_place at, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
/** Something the user may want to know; -q keeps it back. */
void app_say__note(const app_say *say, app_place at, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
/** Only with -v. */
void app_say__detail(const app_say *say, app_place at, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/** Memory for the command: the library reports, the command may give up (exit 2). */
void *app_mem__realloc(void *p, size_t n);
void *app_mem__zeros(size_t count, size_t size);
char *app_mem__copy(const char *s);
char *app_mem__format(const char *format, ...) __attribute__((format(printf, 1, 2)));

#endif
