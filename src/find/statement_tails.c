/** A quotation stands alone before its cue: "...", he asked in the video. What the
 *  cue's preposition leads to is the occasion, not what was said. */
#include "find/statement.h"

static bool all_quoted(const press_stating *s, press_range r) {
  for (uint32_t i = r.begin; i < r.end; i++)
    if (s->run_of[i] == PRESS_NONE) return false;
  return true;
}

static bool none_quoted(const press_stating *s, press_range r) {
  for (uint32_t i = r.begin; i < r.end; i++)
    if (s->run_of[i] != PRESS_NONE) return false;
  return true;
}

/** The phrase right behind the cue's preposition. */
static bool is_occasion(const press_stating *s, const press_claim *c, press_range r) {
  uint32_t last = c->cue.end - 1;
  return r.begin == c->cue.end && s->ling->words[last].upos == PRESS_UPOS_ADP &&
         none_quoted(s, r);
}

void press_claim__drop_occasion(const press_stating *s, press_claim *c) {
  if (c->gone || press_range__empty(c->cue) || c->parts.n < 2) return;
  if (c->parts.at[0].end > c->cue.begin || !all_quoted(s, c->parts.at[0])) return;
  uint32_t n = 0;
  bool dropped = false;
  for (uint32_t k = 0; k < c->parts.n; k++) {
    bool drop = is_occasion(s, c, c->parts.at[k]);
    dropped |= drop;
    if (!drop) c->parts.at[n++] = c->parts.at[k];
  }
  c->parts.n = n;
  while (dropped && c->cue.end > c->cue.begin + 1 &&
         s->ling->words[c->cue.end - 1].upos == PRESS_UPOS_ADP)
    c->cue.end--;
}
