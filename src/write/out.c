#include "write/out.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

void press_out__init(press_out *o, press_sink sink) {
  o->sink = sink;
  o->failed = false;
  o->n = 0;
}

static void flush(press_out *o) {
  if (o->n && !o->failed && o->sink.write(o->sink.to, o->bytes, o->n)) o->failed = true;
  o->n = 0;
}

void press_out__str(press_out *o, press_str s) {
  while (s.n) {
    if (o->n == sizeof o->bytes) flush(o);
    size_t room = sizeof o->bytes - o->n;
    size_t take = s.n < room ? s.n : room;
    memcpy(o->bytes + o->n, s.at, take);
    o->n += take;
    s = press_str__sub(s, take, s.n);
  }
}

void press_out__format(press_out *o, const char *format, ...) {
  char line[512];
  va_list ap;
  va_start(ap, format);
  int n = vsnprintf(line, sizeof line, format, ap);
  va_end(ap);
  if (n < 0 || (size_t)n >= sizeof line)
    o->failed = true; /* only numbers and fixed words come this way */
  else
    press_out__str(o, (press_str){line, (size_t)n});
}

press_status press_out__end(press_out *o, press_error *err) {
  flush(o);
  return o->failed ? press_error__set(err, PRESS_ERR_IO, "writing failed") : PRESS_OK;
}
