#include "app/read.h"

#include "app/say.h"

#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define CHUNK ((size_t)64 << 10)

static ssize_t read_some(int fd, char *into, size_t n) {
  ssize_t got;
  do got = read(fd, into, n);
  while (got < 0 && errno == EINTR);
  return got;
}

/** Room for the whole file where its size is known, plus the byte that shows EOF. */
static size_t first_size(int fd, size_t most) {
  struct stat st;
  if (fstat(fd, &st) || !S_ISREG(st.st_mode) || st.st_size <= 0) return CHUNK;
  return (size_t)st.st_size < most ? (size_t)st.st_size + 1 : most;
}

char *app_read__all(int fd, size_t most, size_t *n) {
  size_t cap = first_size(fd, most);
  char *bytes = app_mem__realloc(NULL, cap);
  *n = 0;
  while (*n < most) {
    if (*n == cap) {
      cap = cap * 2 < most ? cap * 2 : most;
      bytes = app_mem__realloc(bytes, cap);
    }
    ssize_t got = read_some(fd, bytes + *n, cap - *n);
    if (got == 0) break;
    if (got < 0) return free(bytes), NULL;
    *n += (size_t)got;
  }
  return bytes;
}

/** More bytes behind the unread ones. False at the end or on failure. */
static bool fill(app_lines *l, bool *failed) {
  if (l->begin) {
    memmove(l->bytes, l->bytes + l->begin, l->end - l->begin);
    l->end -= l->begin;
    l->begin = 0;
  }
  if (l->cap - l->end < CHUNK) {
    l->cap = l->cap ? l->cap * 2 : 2 * CHUNK;
    l->bytes = app_mem__realloc(l->bytes, l->cap);
  }
  ssize_t got = read_some(l->fd, l->bytes + l->end, l->cap - l->end);
  *failed = got < 0;
  if (got <= 0) return l->eof = true, false;
  l->end += (size_t)got;
  return true;
}

app_line app_lines__next(app_lines *l, size_t most, const char **line, size_t *n) {
  bool failed = false, skipped = false;
  size_t seen = 0; /* bytes of this line already searched */
  for (;;) {
    const char *from = l->bytes ? l->bytes + l->begin : "";
    const char *stop = l->end - l->begin > seen ? memchr(from + seen, l->null ? 0 : '\n',
                                                         l->end - l->begin - seen)
                                                : NULL;
    if (!stop && !l->eof) {
      seen = l->end - l->begin;
      if (seen > most) l->begin = l->end, seen = 0, skipped = true;
      if (!fill(l, &failed) && failed) return APP_LINE_FAILED;
      continue;
    }
    if (!stop && l->begin == l->end && !skipped) return APP_LINE_END;
    *line = from;
    *n = stop ? (size_t)(stop - from) : l->end - l->begin;
    l->begin += *n + (stop != NULL);
    l->number++;
    return skipped || *n > most ? APP_LINE_LONG : APP_LINE;
  }
}

bool app_lines__ready(const app_lines *l) {
  struct pollfd p = {.fd = l->fd, .events = POLLIN};
  size_t n = l->end - l->begin;
  if (l->eof || (n && memchr(l->bytes + l->begin, l->null ? 0 : '\n', n))) return true;
  return poll(&p, 1, 0) != 0;
}

void app_lines__clear(app_lines *l) {
  free(l->bytes);
  *l = (app_lines){.fd = -1};
}
