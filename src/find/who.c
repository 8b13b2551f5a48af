/** Looking up who a token or a span means, for the stages after the entities. */
#include "find/find.h"

const press_mention *press_find__mention_at(const press_found *f, uint32_t token) {
  if (token >= f->n_mention_of) return NULL;
  uint32_t m = f->mention_of[token];
  return m < f->n_mentions ? &f->mentions[m] : NULL;
}

static uint32_t overlap(press_range a, press_range b) {
  uint32_t begin = a.begin > b.begin ? a.begin : b.begin;
  uint32_t end = a.end < b.end ? a.end : b.end;
  return begin < end ? end - begin : 0;
}

const press_mention *press_find__mention_in(const press_found *f, press_range at) {
  const press_mention *best = NULL;
  uint32_t most = 0;
  for (uint32_t i = at.begin; i < at.end; i++) {
    const press_mention *m = press_find__mention_at(f, i);
    if (!m || (m->head != i && overlap(m->at, at) == 0)) continue;
    uint32_t n = overlap(m->np, at);
    if (n > most || (n == most && best && best->who.kind == PRESS_NOBODY &&
                     m->who.kind != PRESS_NOBODY)) {
      best = m;
      most = n;
    }
  }
  return best;
}

press_who press_find__who(const press_found *f, press_range at) {
  const press_mention *m = press_find__mention_in(f, at);
  return m ? m->who : (press_who){PRESS_NOBODY, 0};
}
