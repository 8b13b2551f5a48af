/** Any bytes as an NDJSON file: each line is an article or a failure with a message,
 *  and the reader comes to an end. */
#include "app/inputs.h"

#include <stdint.h>
#include <stdlib.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void read_all(const char *path) {
  app_flags flags = {.from = APP_FROM_NDJSON, .inputs = &path, .n_inputs = 1};
  app_inputs *in = app_inputs__open(&flags);
  app_input input;
  while (app_inputs__next(in, &input)) {
    bool good = input.error.status == PRESS_OK;
    if (good ? !input.article.text.at : !input.error.message[0]) abort();
    app_input__clear(&input);
  }
  app_inputs__close(in);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  char path[] = "/tmp/pressgraph-fuzz-XXXXXX";
  int fd = mkstemp(path);
  if (fd < 0) abort();
  if (write(fd, data, size) != (ssize_t)size) abort();
  close(fd);
  read_all(path);
  unlink(path);
  return 0;
}
