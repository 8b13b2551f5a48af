#include "app/say.h"

#include "app/progress.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define RED   "\033[1;31m"
#define BOLD  "\033[1m"
#define PLAIN "\033[0m"

static void put_clean(const char *s) {
  for (; *s; s++) {
    unsigned char c = (unsigned char)*s;
    putc(c < 0x20 || c == 0x7f ? '?' : c, stderr);
  }
}

/** `file:line:col: `, or `pressgraph: `, in one colour. */
static void put_place(const app_say *say, app_place at, const char *color) {
  if (say->color) fputs(color, stderr);
  put_clean(at.file ? at.file : "pressgraph");
  if (at.line) fprintf(stderr, ":%u", at.line);
  if (at.line && at.column) fprintf(stderr, ":%u", at.column);
  fputs(":", stderr);
  if (say->color) fputs(PLAIN, stderr);
  fputs(" ", stderr);
}

static void put(const app_say *say, app_place at, const char *color, const char *format,
                va_list ap) {
  char text[1024];
  vsnprintf(text, sizeof text, format, ap);
  fflush(stdout);
  app_progress__hide();
  put_place(say, at, color);
  put_clean(text);
  putc('\n', stderr);
}

void app_say__error(const app_say *say, app_place at, const char *format, ...) {
  va_list ap;
  va_start(ap, format);
  put(say, at, RED, format, ap);
  va_end(ap);
}

void app_say__note(const app_say *say, app_place at, const char *format, ...) {
  va_list ap;
  if (say->quiet) return;
  va_start(ap, format);
  put(say, at, BOLD, format, ap);
  va_end(ap);
}

void app_say__detail(const app_say *say, app_place at, const char *format, ...) {
  va_list ap;
  if (!say->verbose || say->quiet) return;
  va_start(ap, format);
  put(say, at, BOLD, format, ap);
  va_end(ap);
}

static void *or_give_up(void *p) {
  if (p) return p;
  fputs("pressgraph: out of memory\n", stderr);
  exit(2);
}

void *app_mem__realloc(void *p, size_t n) {
  return or_give_up(realloc(p, n ? n : 1));
}

void *app_mem__zeros(size_t count, size_t size) {
  return or_give_up(calloc(count, size));
}

char *app_mem__copy(const char *s) {
  size_t n = strlen(s) + 1;
  return memcpy(app_mem__realloc(NULL, n), s, n);
}

char *app_mem__format(const char *format, ...) {
  va_list ap, again;
  va_start(ap, format);
  va_copy(again, ap);
  int n = vsnprintf(NULL, 0, format, ap);
  va_end(ap);
  char *p = app_mem__realloc(NULL, (size_t)(n < 0 ? 0 : n) + 1);
  if (n < 0)
    *p = 0;
  else
    vsnprintf(p, (size_t)n + 1, format, again);
  va_end(again);
  return p;
}
