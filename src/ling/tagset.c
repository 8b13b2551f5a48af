/** The names of tags and relations. */
#include "ling/ling.h"

const char *press_upos__name(press_upos u) {
  static const char *const names[] = {
#define X(name) #name,
#include "ling/upos.def"
#undef X
  };
  return (size_t)u < PRESS_N_UPOS ? names[u] : "X";
}

const char *press_deprel__name(press_deprel d) {
  static const char *const names[] = {
#define X(name) #name,
#include "ling/deprel.def"
#undef X
  };
  return (size_t)d < PRESS_N_DEP ? names[d] : "dep";
}
