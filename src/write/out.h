/** Buffered output to the caller's sink. The first failure is kept and everything
 *  after it is dropped, so that writers need to look only once, at the end. */
#ifndef PRESS_OUT_H
#define PRESS_OUT_H

#include "base/error.h"
#include "base/str.h"

typedef struct press_out {
  press_sink sink;
  bool failed;
  size_t n;
  char bytes[8192];
} press_out;

void press_out__init(press_out *o, press_sink sink);
void press_out__str(press_out *o, press_str s);
void press_out__format(press_out *o, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/** Hands on what is left. PRESS_ERR_IO when any write failed. */
press_status press_out__end(press_out *o, press_error *err);

#endif
