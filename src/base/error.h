/** Filling the caller's press_error. The first error wins. */
#ifndef PRESS_ERROR_H
#define PRESS_ERROR_H

#include "pressgraph.h"

/** Fills `err` (if given and still PRESS_OK) and returns `status`. */
press_status press_error__set(press_error *err, press_status status, const char *format,
                              ...) __attribute__((format(printf, 3, 4)));
/** The same with a place: byte offset, line and column (code points), from 1. */
press_status press_error__at(press_error *err, press_status status, size_t offset,
                             unsigned line, unsigned column, const char *format, ...)
    __attribute__((format(printf, 6, 7)));

/** Returns from the calling function when `call` fails. */
#define TRY(call)                                                                        \
  do {                                                                                   \
    press_status try_status = (call);                                                    \
    if (try_status) return try_status;                                                   \
  } while (0)

#endif
