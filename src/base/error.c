#include "base/error.h"

#include <stdarg.h>
#include <stdio.h>

static press_status fill(press_error *err, press_status status, const char *format,
                         va_list ap) {
  if (err && err->status == PRESS_OK) {
    err->status = status;
    err->offset = 0;
    err->line = err->column = 0;
    vsnprintf(err->message, sizeof err->message, format, ap);
  }
  return status;
}

press_status press_error__set(press_error *err, press_status status, const char *format,
                              ...) {
  va_list ap;
  va_start(ap, format);
  fill(err, status, format, ap);
  va_end(ap);
  return status;
}

press_status press_error__at(press_error *err, press_status status, size_t offset,
                             unsigned line, unsigned column, const char *format, ...) {
  if (err && err->status != PRESS_OK) return status;
  va_list ap;
  va_start(ap, format);
  fill(err, status, format, ap);
  va_end(ap);
  if (err) {
    err->offset = offset;
    err->line = line;
    err->column = column;
  }
  return status;
}
