/** Does the speaker support or oppose the issue? Read off the parse: the issue is the
 *  object of a verb of stance whose subject is the speaker ("we oppose the tariff"),
 *  or of one for what the speaker wants done ("must be lifted"), or the subject of a
 *  judgement ("the tariff is a mistake"). Where anything is unsure there is none. */
#include "find/issue_stance.h"

enum { CLIMB = 5 };

static const press_stance_found NONE = {0, PRESS_NONE};
static const press_str OBJ = {"obj", 3};

/* ---- the three shapes ---- */

static press_stance_found answer(const press_reading *x, int sign, uint32_t cue) {
  return (press_stance_found){x->sign * sign, cue};
}

static press_stance_found by_attitude(const press_reading *x, uint32_t v,
                                      const press_row *r) {
  bool cue = press_stance__inside(x->cue, v);
  if (!cue && (!press_stance__speaks(x, press_stance__subject(x->t, v)) ||
               press_tree__passive(x->t, v)))
    return NONE;
  if (!press_stance__own_words(x, v)) return NONE;
  int sign = press_stance__sign(r);
  if (press_stance__denied(x->t, v)) {
    if (sign < 0) return NONE; /* "does not oppose" is no support */
    sign = -sign;
  }
  return answer(x, sign, v);
}

/** "called the tariff a mistake": `v` names, its object is the issue. */
static press_stance_found by_name(const press_reading *x, uint32_t v) {
  if (!press_stance__row(x->t, v, "name", NULL) || press_stance__negated(x->t, v))
    return NONE;
  if (!press_stance__inside(x->cue, v) &&
      !press_stance__speaks(x, press_stance__subject(x->t, v)))
    return NONE;
  for (uint32_t c = x->t->first[v]; c != PRESS_NONE; c = x->t->next[c]) {
    uint8_t rel = x->t->words[c].deprel;
    bool as = rel == PRESS_DEP_obl || rel == PRESS_DEP_advcl;
    if (c == x->at || (rel != PRESS_DEP_xcomp && rel != PRESS_DEP_obj && !as)) continue;
    if (as && !press_tree__marked(x->t, c, S("as"))) continue;
    const press_row *r = press_stance__row(x->t, c, "judge", NULL);
    if (r) return answer(x, press_stance__sign(r), c);
  }
  return NONE;
}

/** "called for the money to be paid back": what is wanted stands behind it. */
static bool infinitive_behind(const press_tree *t, uint32_t v, uint32_t token) {
  for (uint32_t c = t->first[v]; c != PRESS_NONE; c = t->next[c])
    if (c > token && press_tree__marked(t, c, S("to")) && press_tree__passive(t, c))
      return true;
  for (uint32_t c = t->first[token]; c != PRESS_NONE; c = t->next[c])
    if (c > token && t->words[c].upos == PRESS_UPOS_VERB &&
        press_tree__marked(t, c, S("to")) && press_tree__passive(t, c))
      return true;
  return false;
}

/** The verb `v` with the issue in `slot`. */
static press_stance_found by_verb(const press_reading *x, uint32_t v, press_str slot) {
  const press_row *r = press_stance__row(x->t, v, "attitude", &slot);
  if (press_str__is(slot, "for") && infinitive_behind(x->t, v, x->at)) return NONE;
  press_stance_found found = r ? by_attitude(x, v, r) : by_name(x, v);
  if (found.sign || !(r = press_stance__row(x->t, v, "action", &slot))) return found;
  int want = press_stance__wanted(x, v);
  return want ? answer(x, want * press_stance__sign(r), v) : NONE;
}

/** "is a mistake", "was unfair", "hurts": `p` is the predicate. */
static press_stance_found by_judgement(const press_reading *x, uint32_t p) {
  bool is = press_tree__child(x->t, p, PRESS_DEP_cop) != PRESS_NONE;
  const press_row *r = press_stance__row(x->t, p, is ? "judge" : "effect", NULL);
  if (!r) return NONE;
  if (!press_stance__inside(x->words, p) || press_stance__passing(x->t, p) ||
      !press_stance__own_words(x, p))
    return NONE;
  int sign = press_stance__sign(r);
  if (press_stance__negated(x->t, p)) {
    if (sign < 0) return NONE; /* "is no threat" is no praise */
    sign = -sign;
  }
  return answer(x, sign, p);
}

/** "support for the deal": the noun with the verb that carries it. */
static press_stance_found by_noun(press_reading *x, uint32_t noun, const press_row *r) {
  uint32_t v = press_tree__head(x->t, noun);
  if (v == PRESS_NONE) v = noun;
  bool owner = false;
  for (uint32_t c = x->t->first[noun]; c != PRESS_NONE; c = x->t->next[c]) {
    static const char *const own[] = {"my", "our", NULL};
    owner |= press_stance__one_of(press_stance__low(x->t, c), own);
  }
  bool favour = press_tree__child(x->t, noun, PRESS_DEP_cop) != PRESS_NONE &&
                press_stance__speaks(x, press_tree__child(x->t, noun, PRESS_DEP_nsubj));
  bool carried = x->t->words[noun].deprel == PRESS_DEP_obj &&
                 press_stance__row(x->t, v, "express", NULL) &&
                 (press_stance__inside(x->cue, v) ||
                  press_stance__speaks(x, press_stance__subject(x->t, v)));
  if (!owner && !carried && !favour && !press_stance__inside(x->cue, noun)) return NONE;
  if (!press_stance__own_words(x, v)) return NONE;
  bool not =
      (carried && press_stance__negated(x->t, v)) || press_stance__negated(x->t, noun);
  int sign = press_stance__sign(r) * (not ? -1 : 1);
  return answer(x, sign, noun);
}

/** Moves from the issue to the noun that its phrase hangs on: "the introduction of
 *  tariffs", "an end to tariffs". False when it hangs on none. */
static bool hand_on(press_reading *x) {
  if (x->t->words[x->at].deprel == PRESS_DEP_conj) {
    x->at = press_tree__head(x->t, x->at);
    return x->at != PRESS_NONE;
  }
  if (x->t->words[x->at].deprel != PRESS_DEP_nmod) return false;
  press_str slot = press_stance__preposition(x->t, x->at);
  uint32_t up = press_tree__head(x->t, x->at);
  const press_row *r =
      up == PRESS_NONE ? NULL : press_stance__row(x->t, up, "pass", &slot);
  if (!r) return false;
  x->sign *= press_stance__sign(r);
  x->at = up;
  return true;
}

/** "we are against the tariff". */
static press_stance_found by_side(const press_reading *x) {
  static const char *const sides[] = {"against", "for", NULL};
  uint32_t c = press_tree__child(x->t, x->at, PRESS_DEP_case);
  bool is = press_tree__child(x->t, x->at, PRESS_DEP_cop) != PRESS_NONE;
  if (!is || c == PRESS_NONE || !press_stance__one_of(press_stance__low(x->t, c), sides))
    return NONE;
  if (!press_stance__speaks(x, press_tree__child(x->t, x->at, PRESS_DEP_nsubj)))
    return NONE;
  return press_stance__own_words(x, x->at)
             ? answer(x, press_str__is(press_stance__low(x->t, c), "for") ? 1 : -1, c)
             : NONE;
}

/** What the word above `x->at` says of it. */
static press_stance_found above(press_reading *x) {
  const press_word *w = &x->t->words[x->at];
  uint32_t up = press_tree__head(x->t, x->at);
  press_stance_found side = by_side(x);
  if (side.sign || up == PRESS_NONE) return side;
  if (w->deprel == PRESS_DEP_obj) return by_verb(x, up, OBJ);
  if (w->deprel == PRESS_DEP_nsubj && press_tree__passive(x->t, up)) {
    const press_row *r = press_stance__row(x->t, up, "action", &OBJ);
    int want = r ? press_stance__wanted(x, up) : 0;
    return want ? answer(x, want * press_stance__sign(r), up) : NONE;
  }
  if (w->deprel == PRESS_DEP_nsubj) return by_judgement(x, up);
  press_str slot = press_stance__preposition(x->t, x->at);
  if (!slot.n) return NONE;
  if (w->deprel == PRESS_DEP_obl) return by_verb(x, up, slot);
  const press_row *r =
      w->deprel == PRESS_DEP_nmod ? press_stance__row(x->t, up, "noun", &slot) : NULL;
  return r ? by_noun(x, up, r) : NONE;
}

/** A question claims nothing. */
static bool asked(const press_tree *t, uint32_t token) {
  press_sentence s = t->cx->text->sentences[t->cx->text->tokens[token].sentence];
  for (uint32_t i = token; i < s.end; i++)
    if (press_str__is(press_stance__low(t, i), "?")) return true;
  return false;
}

press_stance_found press_stance__towards(const press_tree *t,
                                         const press_stance_scope *in, uint32_t token) {
  press_reading x = {.t = t, .at = token, .sign = 1};
  x.s = in->statement;
  x.cue = in->cue;
  x.words = in->words;
  if (asked(t, token)) return NONE;
  for (int step = 0; step < CLIMB; step++) {
    if (press_stance__negated(t, x.at)) x.sign = -x.sign; /* "no tariffs" */
    press_stance_found found = above(&x);
    if (found.sign) return found;
    if (!hand_on(&x)) return NONE;
  }
  return NONE;
}
