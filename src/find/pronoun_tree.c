/** How the clauses of a pronoun and of somebody in its sentence lie to each other. */
#include "find/pronoun.h"

/** Clauses climbed, and steps of the tree. */
#define CLAUSES_UP 6
#define STEPS_UP   8

/** Heads a clause: a root, or under a relation of clauses. */
static bool is_clause(const press_cast *c, uint32_t token) {
  const press_word *w = &c->cx->ling->words[token];
  switch (w->deprel) {
  case PRESS_DEP_root:
  case PRESS_DEP_ccomp:
  case PRESS_DEP_xcomp:
  case PRESS_DEP_advcl:
  case PRESS_DEP_acl:
  case PRESS_DEP_csubj:
  case PRESS_DEP_parataxis:
    return true;
  case PRESS_DEP_conj:
    return w->upos == PRESS_UPOS_VERB || w->upos == PRESS_UPOS_AUX;
  default:
    return false;
  }
}

uint32_t press_pronoun__clause(const press_cast *c, uint32_t token) {
  const press_word *w = c->cx->ling->words;
  uint32_t t = token;
  for (uint32_t k = 0; k < STEPS_UP && w[t].head != PRESS_NONE; k++) {
    if (t != token && is_clause(c, t)) return t;
    t = w[t].head;
  }
  return t;
}

/** The clause under `upper` through which `lower` hangs from it; PRESS_NONE when it
 *  does not. */
static uint32_t link_to(const press_cast *c, uint32_t lower, uint32_t upper) {
  const press_word *w = c->cx->ling->words;
  for (uint32_t k = 0; k < CLAUSES_UP; k++) {
    if (w[lower].head == PRESS_NONE) return PRESS_NONE;
    uint32_t above = press_pronoun__clause(c, lower);
    if (above == upper) return lower;
    if (above == lower) return PRESS_NONE;
    lower = above;
  }
  return PRESS_NONE;
}

static void set_over(uint8_t r, float *x) {
  x[PRESS_CLUE_over] = 1.0f;
  if (r == PRESS_DEP_ccomp || r == PRESS_DEP_xcomp || r == PRESS_DEP_csubj)
    x[PRESS_CLUE_over_complement] = 1.0f;
  if (r == PRESS_DEP_advcl) x[PRESS_CLUE_over_adverbial] = 1.0f;
  if (r == PRESS_DEP_acl) x[PRESS_CLUE_over_relative] = 1.0f;
  if (r == PRESS_DEP_conj || r == PRESS_DEP_parataxis) x[PRESS_CLUE_over_joined] = 1.0f;
}

static void set_under(uint8_t r, float *x) {
  x[PRESS_CLUE_under] = 1.0f;
  if (r == PRESS_DEP_advcl) x[PRESS_CLUE_under_adverbial] = 1.0f;
  if (r == PRESS_DEP_acl) x[PRESS_CLUE_under_relative] = 1.0f;
  if (r == PRESS_DEP_conj || r == PRESS_DEP_parataxis) x[PRESS_CLUE_under_joined] = 1.0f;
}

/** The pronoun's token hangs from the candidate's. */
static bool hangs(const press_cast *c, uint32_t token, uint32_t from) {
  const press_word *w = c->cx->ling->words;
  for (uint32_t k = 0; k < STEPS_UP && token != PRESS_NONE; k++) {
    token = w[token].head;
    if (token == from) return true;
  }
  return false;
}

bool press_pronoun__commands(const press_cast *c, uint32_t subject, uint32_t token) {
  return press_pronoun__deprel(c, subject) == PRESS_DEP_nsubj &&
         c->cx->ling->words[subject].head != PRESS_NONE &&
         hangs(c, token, c->cx->ling->words[subject].head);
}

void press_pronoun__relate(const press_cast *c, const press_draft *p,
                           const press_draft *d, float *x) {
  const press_word *w = c->cx->ling->words;
  uint32_t pt = p->m.head, dt = d->m.head;
  uint32_t pc = press_pronoun__clause(c, pt), dc = press_pronoun__clause(c, dt);
  bool subject = press_pronoun__deprel(c, dt) == PRESS_DEP_nsubj && w[dt].head == dc;
  if (hangs(c, pt, dt)) x[PRESS_CLUE_holds] = 1.0f;
  if (w[dt].deprel == PRESS_DEP_nmod && dt < pt && w[dt].head != PRESS_NONE &&
      w[dt].head != w[pt].head)
    x[PRESS_CLUE_owns_over] = hangs(c, pt, w[dt].head);
  if (pc == dc) {
    x[PRESS_CLUE_same_clause] = 1.0f;
    x[PRESS_CLUE_same_clause_subject] = subject;
    x[PRESS_CLUE_owns_by_subject] =
        subject && press_pronoun__deprel(c, pt) == PRESS_DEP_nmod;
    return;
  }
  uint32_t over = link_to(c, pc, dc);
  if (over != PRESS_NONE) {
    if (subject)
      set_over(press_pronoun__deprel(c, over), x);
    else
      x[PRESS_CLUE_over_no_subject] = 1.0f;
    return;
  }
  uint32_t under = link_to(c, dc, pc);
  if (under != PRESS_NONE) set_under(press_pronoun__deprel(c, under), x);
}
