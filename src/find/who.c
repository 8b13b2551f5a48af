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

static bool is_person(const press_found *f, const press_mention *m) {
  return m->who.kind == PRESS_ENTITY && f->entities[m->who.id].type == PRESS_PERSON;
}

/** "Huron chairman Ann Orr": the name with its role before it, not the Huron in it. */
static bool holds(const press_found *f, const press_mention *m,
                  const press_mention *best) {
  /* "Huron Chairman Ann Orr": the title heads her name, right behind the other */
  bool titled =
      best->at.end == m->np.begin && m->np.begin <= m->head && m->head < m->at.begin;
  if (titled && m->kind == PRESS_MENTION_NAME && is_person(f, m)) return true;
  bool apart = !is_person(f, best) || best->head == m->head;
  return m->kind == PRESS_MENTION_NAME && is_person(f, m) && apart &&
         m->np.begin <= best->at.begin && best->at.end <= m->at.begin &&
         m->head != m->at.begin;
}

/** The mention with most of its phrase in `at`; `loose` takes one that only its
 *  apposition brings in ("a corporate attorney" of somebody named before). */
static const press_mention *most(const press_found *f, press_range at, bool loose) {
  const press_mention *best = NULL;
  uint32_t covered = 0;
  for (uint32_t i = at.begin; i < at.end; i++) {
    const press_mention *m = press_find__mention_at(f, i);
    if (!m || (!loose && m->head != i && overlap(m->at, at) == 0)) continue;
    uint32_t n = overlap(m->np, at);
    bool better = n == covered && best && best->who.kind == PRESS_NOBODY &&
                  m->who.kind != PRESS_NOBODY;
    better |= best && holds(f, m, best);
    if (n <= covered && !better) continue;
    best = m;
    covered = n;
  }
  return best;
}

const press_mention *press_find__mention_in(const press_found *f, press_range at) {
  const press_mention *m = most(f, at, false);
  return m ? m : most(f, at, true);
}

press_who press_find__who(const press_found *f, press_range at) {
  const press_mention *m = press_find__mention_in(f, at);
  return m ? m->who : (press_who){PRESS_NOBODY, 0};
}
