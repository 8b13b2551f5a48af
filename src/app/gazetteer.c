#include "app/gazetteer.h"

#include "app/read.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/** Lines that are told of one by one. */
#define MOST_TOLD 20

typedef struct teller {
  const char *path;
  const app_say *say;
  unsigned problems;
} teller;

static int tell(void *to, const press_error *problem) {
  teller *t = to;
  if (t->problems++ < MOST_TOLD)
    app_say__error(t->say, (app_place){t->path, problem->line, problem->column}, "%s",
                   problem->message);
  return 0;
}

static char *read_bytes(const char *path, size_t *n) {
  int fd = open(path, O_RDONLY | O_CLOEXEC);
  if (fd < 0) return NULL;
  char *bytes = app_read__all(fd, PRESS_GAZETTEER_MAX + 1, n);
  int why = errno;
  close(fd);
  errno = why;
  return bytes;
}

static press_gazetteer *load(teller *t, press_str bytes) {
  press_gazetteer *g = NULL;
  press_error err = {0};
  if (press_gazetteer_new(&g, bytes, tell, t, &err)) {
    app_say__error(t->say, (app_place){t->path, err.line, err.column}, "%s", err.message);
    return NULL;
  }
  if (t->problems > MOST_TOLD)
    app_say__error(t->say, (app_place){t->path, 0, 0}, "%u more such lines",
                   t->problems - MOST_TOLD);
  if (press_gazetteer_size(g) || !t->problems) return g;
  app_say__error(t->say, (app_place){t->path, 0, 0}, "no line of it can be used");
  press_gazetteer_free(g);
  return NULL;
}

press_gazetteer *app_gazetteer__read(const char *path, const app_say *say, bool *flawed) {
  teller t = {path, say, 0};
  size_t n;
  char *bytes = read_bytes(path, &n);
  if (!bytes) {
    app_say__error(say, (app_place){path, 0, 0}, "cannot read this gazetteer: %s",
                   strerror(errno));
    return NULL;
  }
  press_gazetteer *g = load(&t, (press_str){bytes, n});
  free(bytes);
  *flawed = t.problems > 0;
  if (g)
    app_say__detail(say, (app_place){path, 0, 0}, "%u names", press_gazetteer_size(g));
  return g;
}
