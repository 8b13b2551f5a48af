/** Runs a fuzz target without a fuzzer: over each file named, over the file cut at
 *  sixteen places, and with single bytes changed at sixteen places. Same input, same
 *  calls: no randomness. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define PLACES 16
#define MOST   ((size_t)1 << 20)

/** Runs the target on a copy of exactly `n` bytes, so that sanitizers see an overrun. */
static void run(const uint8_t *bytes, size_t n) {
  uint8_t *copy = malloc(n ? n : 1);
  if (!copy) abort();
  if (n) memcpy(copy, bytes, n);
  LLVMFuzzerTestOneInput(copy, n);
  free(copy);
}

static void run_variants(uint8_t *bytes, size_t n) {
  static const uint8_t odd[] = {0x00, 0xff, '"', '\n', 0x80, '\t', '\'', 0xe2};
  run(bytes, n);
  for (size_t i = 0; i < PLACES; i++) {
    size_t at = n * i / PLACES;
    uint8_t was = n ? bytes[at] : 0;
    run(bytes, at);
    if (!n) continue;
    bytes[at] = odd[i % sizeof odd];
    run(bytes, n);
    bytes[at] = was;
  }
}

int main(int argc, char **argv) {
  uint8_t *bytes = malloc(MOST);
  if (!bytes) return 2;
  for (int i = 1; i < argc; i++) {
    FILE *f = fopen(argv[i], "rb");
    if (!f) return perror(argv[i]), 1;
    size_t n = fread(bytes, 1, MOST, f);
    fclose(f);
    run_variants(bytes, n);
  }
  free(bytes);
  printf("# %d inputs, %d variants of each\n", argc - 1, 2 * PLACES);
  return argc > 1 ? 0 : 1;
}
