/** Whether an event is said to have happened: negation, modals, conditions and the
 *  verbs above ("plans to", "failed to"). */
#include "find/event.h"

static bool any_of(press_str word, press_str list) {
  press_str item;
  while (press_event__item(&list, ' ', &item))
    if (press_str__eq(word, item)) return true;
  return false;
}

#define UNREAL_AUX S("may might could should can must ought shall")
#define WOULD_AUX  S("would 'd ’d")
#define FUTURE_AUX S("will 'll wo ’ll")
#define DENIAL     S("not n't n’t never nor hardly")
#define CONDITION  S("if unless whether lest should")
#define NO         S("no neither")
#define POSSIBLE                                                                         \
  S("possible potential proposed planned alleged likely future threatened feared")

/** "said it would boycott": would is the will of the one who said it. */
static bool reported(const press_tree *t, uint32_t verb) {
  uint32_t h = press_tree__head(t, verb);
  if (t->words[verb].deprel != PRESS_DEP_ccomp || h == PRESS_NONE) return false;
  press_str tag = press_str__of(t->words[h].xpos ? t->words[h].xpos : "");
  return press_str__eq(tag, S("VBD")) || press_str__eq(tag, S("VBN"));
}

/** What auxiliaries, adverbs and conjunctions of one verb say. */
static press_mood own_mood(const press_tree *t, uint32_t verb) {
  press_mood m = {0};
  bool to = false, be = false;
  for (uint32_t c = t->first[verb]; c != PRESS_NONE; c = t->next[c]) {
    press_str low = t->cx->text->tokens[c].low;
    uint8_t rel = t->words[c].deprel;
    if (rel == PRESS_DEP_aux) {
      m.hypothetical |= any_of(low, UNREAL_AUX);
      m.future |= any_of(low, FUTURE_AUX);
      bool would = any_of(low, WOULD_AUX);
      m.future |= would && reported(t, verb);
      m.hypothetical |= would && !reported(t, verb);
    }
    if (rel == PRESS_DEP_aux || rel == PRESS_DEP_cop) be |= press_tree__is(t, c, S("be"));
    m.negated |= (rel == PRESS_DEP_advmod || rel == PRESS_DEP_aux) && any_of(low, DENIAL);
    if (rel == PRESS_DEP_mark) {
      m.hypothetical |= any_of(low, CONDITION);
      m.negated |= any_of(low, S("without"));
      to |= any_of(low, S("to"));
    }
  }
  uint8_t rel = t->words[verb].deprel;
  m.future |= to && be && rel != PRESS_DEP_xcomp;
  m.hypothetical |= to && !be && (rel == PRESS_DEP_advcl || rel == PRESS_DEP_acl);
  return m;
}

/** "no talks", "possible strikes". */
static press_mood noun_mood(const press_tree *t, uint32_t noun) {
  press_mood m = {0};
  for (uint32_t c = t->first[noun]; c != PRESS_NONE; c = t->next[c]) {
    press_str low = t->cx->text->tokens[c].low;
    uint8_t rel = t->words[c].deprel;
    m.negated |= rel == PRESS_DEP_det && any_of(low, NO);
    m.hypothetical |= rel == PRESS_DEP_amod && any_of(low, POSSIBLE);
  }
  return m;
}

static void add_mood(press_mood *m, press_mood more) {
  m->negated ^= more.negated;
  m->hypothetical |= more.hypothetical;
  m->future |= more.future;
}

/** "would seek and accept", not "would seek and accused". */
static bool base_form(const press_tree *t, uint32_t verb) {
  const char *tag = t->words[verb].xpos;
  return tag && press_str__eq(press_str__of(tag), S("VB"));
}

/** "avoids condemning", where a parse sees a clause beside the verb. */
static bool gerund(const press_tree *t, uint32_t verb, uint32_t head) {
  const char *tag = t->words[verb].xpos;
  return t->words[verb].deprel == PRESS_DEP_advcl && verb == head + 1 && tag &&
         press_str__eq(press_str__of(tag), S("VBG"));
}

/** Verbs and nouns over `token` that pass their mood down. */
static void climb(const press_tree *t, uint32_t token, press_mood *m) {
  bool noun = t->words[token].upos == PRESS_UPOS_NOUN;
  for (int step = 0; step < PRESS_EVENT_CLIMB; step++) {
    uint8_t rel = t->words[token].deprel;
    uint32_t h = press_tree__head(t, token);
    if (h == PRESS_NONE) return;
    bool tight = rel == PRESS_DEP_xcomp || rel == PRESS_DEP_conj || gerund(t, token, h);
    bool loose = rel == PRESS_DEP_ccomp || rel == PRESS_DEP_acl ||
                 rel == PRESS_DEP_nmod ||
                 (noun && (rel == PRESS_DEP_obj || rel == PRESS_DEP_obl)) ||
                 (noun && rel == PRESS_DEP_nsubj); /* "talks collapsed" */
    if (!tight && !loose) return;
    press_trigger up;
    if (rel != PRESS_DEP_conj && press_event__trigger(t, h, &up)) {
      m->hypothetical |= (up.flags & PRESS_EVENT_UNREAL) != 0;
      m->future |= (up.flags & PRESS_EVENT_FUTURE) != 0;
      m->negated ^= (up.flags & PRESS_EVENT_NOT) != 0;
      if (noun && up.type != PRESS_EVENT_NONE) return; /* "did not condemn the attack" */
    }
    bool shares = rel == PRESS_DEP_xcomp ||
                  (rel == PRESS_DEP_conj && base_form(t, token) &&
                   press_tree__child(t, token, PRESS_DEP_nsubj) == PRESS_NONE &&
                   press_tree__child(t, token, PRESS_DEP_aux) == PRESS_NONE);
    if (shares) add_mood(m, own_mood(t, h));
    token = h;
  }
}

press_mood press_event__mood(const press_tree *t, const press_trigger *g) {
  uint32_t top = g->verb == PRESS_NONE ? g->head : g->verb;
  press_mood m = g->verb == PRESS_NONE ? noun_mood(t, top) : own_mood(t, top);
  if (g->verb != PRESS_NONE && g->object != PRESS_NONE)
    m.negated ^= noun_mood(t, g->object).negated;
  bool light = (g->flags & PRESS_EVENT_LIGHT) != 0;
  m.hypothetical |= light && (g->flags & PRESS_EVENT_UNREAL);
  m.negated ^= light && (g->flags & PRESS_EVENT_NOT);
  climb(t, top, &m);
  return m;
}

bool press_event__owned(const press_tree *t, const press_trigger *g) {
  uint32_t token = g->verb == PRESS_NONE ? g->head : g->verb;
  for (int step = 0; step < PRESS_EVENT_CLIMB; step++) {
    uint8_t rel = t->words[token].deprel;
    uint32_t h = press_tree__head(t, token);
    bool down = rel == PRESS_DEP_xcomp || rel == PRESS_DEP_ccomp ||
                rel == PRESS_DEP_conj || rel == PRESS_DEP_obj || rel == PRESS_DEP_obl ||
                rel == PRESS_DEP_nmod || rel == PRESS_DEP_advcl;
    if (h == PRESS_NONE || !down) return false;
    press_trigger up;
    if (rel == PRESS_DEP_conj || !press_event__trigger(t, h, &up) ||
        !(up.flags & PRESS_EVENT_CLAUSE)) {
      token = h;
      continue;
    }
    /* A clause of time or reason beside the verb tells an event of its own. */
    return rel != PRESS_DEP_advcl || press_tree__marked(t, token, S("of")) ||
           press_tree__marked(t, token, S("to")) ||
           press_tree__marked(t, token, S("from")) ||
           press_tree__marked(t, token, S("if"));
  }
  return false;
}

/** Conflict in the sense of PLOVER's quad classes. Who pledges troops may mean help. */
static bool hostile(uint8_t type) {
  return type > PRESS_REQUEST && type != PRESS_MOBILIZE && type != PRESS_EVENT_NONE;
}

/** Type of what the trigger's complement tells: "vowed to [retaliate]". */
static uint8_t inner_type(const press_tree *t, const press_trigger *g) {
  uint32_t c = press_tree__child(t, g->verb, PRESS_DEP_xcomp);
  if (c == PRESS_NONE) c = press_tree__child(t, g->verb, PRESS_DEP_ccomp);
  press_trigger inner;
  if (c == PRESS_NONE || !press_event__trigger(t, c, &inner)) return PRESS_EVENT_NONE;
  return inner.type;
}

uint8_t press_event__type(const press_tree *t, const press_trigger *g, press_mood *mood) {
  uint8_t type = g->type;
  if (type == PRESS_EVENT_NONE) return type;
  bool harm =
      (g->flags & (PRESS_EVENT_INNER | PRESS_EVENT_NOT)) && hostile(inner_type(t, g));
  if (harm && (g->flags & PRESS_EVENT_INNER)) type = PRESS_THREATEN;
  if (harm && type == PRESS_REJECT)
    return PRESS_EVENT_NONE; /* "declined to attack him" */
  bool kind = type == PRESS_AGREE || type == PRESS_CONSULT || type == PRESS_SUPPORT ||
              type == PRESS_COOPERATE || type == PRESS_AID || type == PRESS_RETREAT ||
              type == PRESS_CONCEDE;
  bool word = type == PRESS_AGREE || type == PRESS_CONCEDE ||
              (type == PRESS_SUPPORT && g->n_cue > 1); /* "reach agreement" */
  /* PLOVER: not giving one's word, or not to yield or help, is REJECT; cooperation to
   * come is AGREE, and force to come is THREATEN. */
  if (mood->negated && ((kind && mood->future) || word)) {
    mood->negated = false;
    return PRESS_REJECT;
  }
  if (!mood->future || mood->hypothetical || mood->negated) return type;
  if (kind) return PRESS_AGREE;
  if (type >= PRESS_PROTEST) return PRESS_THREATEN;
  mood->hypothetical = true;
  return type;
}
