/** Past, present or future, as the group of the verb that tells an event has it. */
#include "find/event.h"

/** Verbs and nouns that put what they govern into the future: "plans to". */
#define PLANS                                                                            \
  S("plan intend aim vow pledge promise expect prepare threaten propose intention "      \
    "decide decision "                                                                   \
    "threat")

static press_str tag(const press_tree *t, uint32_t token) {
  const char *x = t->words[token].xpos;
  return x ? press_str__of(x) : S("");
}

static bool tagged(const press_tree *t, uint32_t token, const char *name) {
  return press_str__eq(tag(t, token), press_str__of(name));
}

/** "plans to attack", "a promise to attack". */
static bool planned(const press_tree *t, uint32_t verb) {
  uint8_t rel = t->words[verb].deprel;
  uint32_t h = press_tree__head(t, verb);
  if (h == PRESS_NONE || (rel != PRESS_DEP_xcomp && rel != PRESS_DEP_acl)) return false;
  if (!press_tree__marked(t, verb, S("to"))) return false;
  press_str plans = PLANS, word;
  while (press_event__item(&plans, ' ', &word))
    if (press_tree__is(t, h, word)) return true;
  return false;
}

/** The first auxiliary, which bears the tense. */
static uint32_t auxiliary(const press_tree *t, uint32_t verb) {
  for (uint32_t c = t->first[verb]; c != PRESS_NONE; c = t->next[c]) {
    uint8_t rel = t->words[c].deprel;
    if (rel == PRESS_DEP_aux || rel == PRESS_DEP_cop) return c;
  }
  return PRESS_NONE;
}

static press_tense by_auxiliary(const press_tree *t, uint32_t aux) {
  if (tagged(t, aux, "VBD")) return PRESS_PAST;
  if (!tagged(t, aux, "VBZ") && !tagged(t, aux, "VBP")) return PRESS_NO_TENSE;
  return press_tree__is(t, aux, S("have")) ? PRESS_PAST : PRESS_PRESENT;
}

/** A verb without a tense of its own that has the one of the word above: "began to". */
static bool dependent(const press_tree *t, uint32_t verb) {
  uint8_t rel = t->words[verb].deprel;
  if (rel == PRESS_DEP_xcomp) return true;
  if (rel == PRESS_DEP_conj) return !tagged(t, verb, "VBN");
  return rel == PRESS_DEP_advcl && tagged(t, verb, "VBG");
}

/** What a verb without auxiliary shows; false when the word above is to be asked. */
static bool by_form(const press_tree *t, uint32_t verb, press_tense *out) {
  *out = PRESS_NO_TENSE;
  if (tagged(t, verb, "VBD")) *out = PRESS_PAST;
  if (tagged(t, verb, "VBZ") || tagged(t, verb, "VBP")) *out = PRESS_PRESENT;
  bool subject = press_tree__child(t, verb, PRESS_DEP_nsubj) != PRESS_NONE;
  if (tagged(t, verb, "VBN") && subject) *out = PRESS_PAST; /* a tag astray */
  if (tagged(t, verb, "VB") && press_tree__marked(t, verb, S("to")) &&
      t->words[verb].deprel == PRESS_DEP_root)
    *out = PRESS_FUTURE; /* "Norway to lift tariffs" */
  return *out != PRESS_NO_TENSE;
}

press_tense press_event__tense(const press_tree *t, const press_trigger *g,
                               const press_mood *mood) {
  uint32_t verb = g->verb;
  if (verb == PRESS_NONE) return PRESS_NO_TENSE;
  if (mood->future || planned(t, verb)) return PRESS_FUTURE;
  for (int step = 0; step < PRESS_EVENT_CLIMB && verb != PRESS_NONE; step++) {
    press_tense own;
    uint32_t aux = auxiliary(t, verb);
    if (aux != PRESS_NONE && !press_str__eq(tag(t, aux), S("TO")))
      return by_auxiliary(t, aux);
    if (by_form(t, verb, &own)) return own;
    if (!dependent(t, verb)) return PRESS_NO_TENSE;
    verb = press_tree__head(t, verb);
    if (verb != PRESS_NONE && t->words[verb].upos != PRESS_UPOS_VERB)
      return PRESS_NO_TENSE;
  }
  return PRESS_NO_TENSE;
}
