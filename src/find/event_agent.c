/** Who does it: subjects, handed down from verb to verb; doers of a noun. */
#include "find/event.h"

/* Shares of the score. */
#define SHARE_CLIMB 0.95f /* subject of the verb above: "plans to ..." */
#define SHARE_PREP  0.95f /* "by Iran" */

/* A parse may hang the subject on an auxiliary: "[Norway is] about to restore". */
uint32_t press_event__subject(const press_tree *t, uint32_t verb) {
  uint32_t s = press_tree__child(t, verb, PRESS_DEP_nsubj);
  for (uint32_t c = t->first[verb]; s == PRESS_NONE && c != PRESS_NONE && c < verb;
       c = t->next[c])
    if (t->words[c].deprel == PRESS_DEP_aux || t->words[c].deprel == PRESS_DEP_mark)
      s = press_tree__child(t, c, PRESS_DEP_nsubj);
  return press_tree__antecedent(t, s, verb);
}

/** Who does the clause whose verb has no subject, as the relation to the word above
 *  tells; PRESS_NONE when the search goes on from `*verb`. */
static uint32_t passed_down(const press_tree *t, uint32_t *verb) {
  uint32_t v = *verb, h = press_tree__head(t, v);
  uint8_t rel = t->words[v].deprel;
  *verb = PRESS_NONE;
  if (h == PRESS_NONE) return PRESS_NONE;
  uint32_t object = press_tree__child(t, h, PRESS_DEP_obj);
  if (object == PRESS_NONE) object = press_tree__child(t, h, PRESS_DEP_iobj);
  bool of = press_tree__marked(t, v, S("of")) || press_tree__marked(t, v, S("for")) ||
            press_tree__marked(t, v, S("from"));
  if (object != PRESS_NONE && object < v &&
      (rel == PRESS_DEP_xcomp || (rel == PRESS_DEP_advcl && of)))
    return press_tree__antecedent(t, object, h);
  if (rel == PRESS_DEP_acl && !press_tree__marked(t, v, S("to"))) return h;
  if (rel == PRESS_DEP_acl) { /* "announced plans to attack" */
    if (t->words[h].deprel == PRESS_DEP_obj) h = press_tree__head(t, h);
    *verb = h;
    return PRESS_NONE;
  }
  if (rel == PRESS_DEP_xcomp || rel == PRESS_DEP_advcl || rel == PRESS_DEP_conj)
    *verb = h;
  return PRESS_NONE;
}

void press_event__subjects(const press_tree *t, uint32_t verb, press_actors *out) {
  float share = 1;
  if (press_tree__passive(t, verb)) {
    uint32_t by = press_tree__prep(t, verb, S("by"));
    if (by != PRESS_NONE) press_event__joined(t, by, share, out);
    return;
  }
  for (int step = 0; step < PRESS_EVENT_CLIMB && verb != PRESS_NONE; step++) {
    uint32_t s = press_event__subject(t, verb), from = verb;
    if (s == PRESS_NONE) s = passed_down(t, &verb);
    if (s != PRESS_NONE) {
      press_event__joined(t, s, share, out);
      bool spoke = press_event__pronoun(t, s) && from == verb &&
                   t->words[from].deprel == PRESS_DEP_ccomp;
      if (out->n || !spoke) return;
      verb = press_tree__head(t, verb); /* "Norway said it would ..." */
    }
    share *= SHARE_CLIMB;
  }
}

/** "Iran's", "Iranian", "US", "his" before a noun. */
static bool possessive(const press_tree *t, uint32_t c) {
  uint8_t rel = t->words[c].deprel;
  if (rel == PRESS_DEP_amod || rel == PRESS_DEP_compound) return true;
  return rel == PRESS_DEP_nmod &&
         (press_tree__child(t, c, PRESS_DEP_case) == PRESS_NONE ||
          press_tree__marked(t, c, S("'s")) || press_tree__marked(t, c, S("'")));
}

void press_event__doers(const press_tree *t, uint32_t noun, press_actors *out) {
  static const press_str doers[] = {{"by", 2}, {"between", 7}, {"from", 4}};
  for (uint32_t c = t->first[noun]; c != PRESS_NONE && !out->n; c = t->next[c]) {
    bool whose = possessive(t, c);
    if (whose && c < noun) press_event__joined(t, c, 1, out);
  }
  for (size_t i = 0; i < sizeof doers / sizeof *doers && !out->n; i++) {
    uint32_t c = press_tree__prep(t, noun, doers[i]);
    if (c != PRESS_NONE) press_event__joined(t, c, SHARE_PREP, out);
  }
}

void press_event__agents(const press_tree *t, const press_trigger *g, press_actors *out) {
  *out = (press_actors){0};
  if (g->flags & PRESS_EVENT_SWAP) {
    press_event__targets(t, g, out, out);
    return;
  }
  if (g->verb != PRESS_NONE)
    press_event__subjects(t, g->verb, out);
  else
    press_event__doers(t, g->head, out);
}
