/** The assembler's .incbin puts each file into the read-only section as it is: no
 *  generated sources, and start-up reads nothing from disk. PRESS_DATA is the path
 *  of data/, given by the Makefile. */
#include "lexicon/embed.h"

#define EMBED(name, file)                                                                \
  __asm__(".section .rodata\n"                                                           \
          ".balign 64\n"                                                                 \
          "press_data_" #name ":\n"                                                      \
          ".incbin \"" PRESS_DATA "/" file "\"\n"                                        \
          "press_data_end_" #name ":\n"                                                  \
          ".byte 0\n"                                                                    \
          ".previous\n");                                                                \
  extern const char press_data_##name[] __attribute__((visibility("hidden")));           \
  extern const char press_data_end_##name[] __attribute__((visibility("hidden")));       \
  press_str press_embed__##name(void) {                                                  \
    return (press_str){press_data_##name,                                                \
                       (size_t)(press_data_end_##name - press_data_##name)};             \
  }

#define X(name) EMBED(name, #name ".tsv")
#include "lexicon/tables.def"
#undef X
EMBED(model, "model.bin")
EMBED(page, "page.html")
#define X(name) EMBED(name, #name ".bin")
#include "lexicon/models.def"
#undef X
