/** Bytes of a file descriptor: whole, or line by line, with limits and EINTR. */
#ifndef APP_READ_H
#define APP_READ_H

#include <stdbool.h>
#include <stddef.h>

/** Reads up to `most` bytes. Returns them (free() is the caller's), or NULL with
 *  errno. `*n` gets their number. */
char *app_read__all(int fd, size_t most, size_t *n);

/** Lines of a file. Zero it, then set fd. */
typedef struct app_lines {
  int fd;
  char *bytes;
  size_t begin, end, cap; /**< unread bytes are [begin, end) */
  bool null;              /**< lines end in NUL bytes */
  unsigned number;        /**< of the line given last */
  bool eof;
} app_lines;

typedef enum app_line { APP_LINE, APP_LINE_LONG, APP_LINE_END, APP_LINE_FAILED } app_line;

/** The next line without its end; valid until the next call. A line over `most`
 *  bytes is skipped and said to be long. APP_LINE_FAILED leaves errno. */
app_line app_lines__next(app_lines *l, size_t most, const char **line, size_t *n);
/** A whole line is at hand, or can be read without waiting. */
bool app_lines__ready(const app_lines *l);
void app_lines__clear(app_lines *l);

#endif
