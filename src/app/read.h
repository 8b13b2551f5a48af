/** Bytes of a file descriptor: whole, or line by line, with limits and EINTR. */
#ifndef PRESS_APP_READ_H
#define PRESS_APP_READ_H

#include <stdbool.h>
#include <stddef.h>

/** Reads up to `most` bytes. Returns them (free() is the caller's), or NULL with
 *  errno. `*n` gets their number. */
char *press_read__all(int fd, size_t most, size_t *n);

/** Lines of a file. Zero it, then set fd. */
typedef struct press_lines {
  int fd;
  char *bytes;
  size_t begin, end, cap; /**< unread bytes are [begin, end) */
  unsigned number;        /**< of the line given last */
  bool eof;
} press_lines;

typedef enum press_line {
  PRESS_LINE,
  PRESS_LINE_LONG,
  PRESS_LINE_END,
  PRESS_LINE_FAILED
} press_line;

/** The next line without its end; valid until the next call. A line over `most`
 *  bytes is skipped and said to be long. PRESS_LINE_FAILED leaves errno. */
press_line press_lines__next(press_lines *l, size_t most, const char **line, size_t *n);
void press_lines__clear(press_lines *l);

#endif
