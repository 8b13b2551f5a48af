/** To whom it is done: the slots of the trigger's row, tried in order. */
#include "find/event.h"

/* Shares of the score; limit of the search. */
#define SHARE_MODIFIER   0.85f /* "Iran's envoy" for Iran */
#define SHARE_PREP       0.95f /* "on Iran" */
#define SHARE_COMPLEMENT 0.8f  /* inside the clause that the verb governs */
#define DEPTH_COMPLEMENT 3

/* Only the actor itself; only the doer of a deed; only a clause without a subject. */
enum { BY_NAME = 1, DOER = 2, NO_SUBJECT = 4 };

/** One way to look for targets: whom to leave out, how choosy to be, what a find is
 *  worth, how many clauses down it is. */
typedef struct search {
  const press_tree *t;
  const press_actors *agents;
  press_actors *out;
  int how;
  float share;
  uint32_t depth;
} search;

static void keep(const search *s, const press_actors *found) {
  for (uint32_t i = 0; i < found->n; i++)
    if (!press_event__has(s->agents, found->at[i].who))
      press_event__add(s->out, found->at[i]);
}

/** Everyone but the agents, from the actors at `token` or else its modifiers. */
static void take(const search *s, uint32_t token) {
  const press_tree *t = s->t;
  press_actors found = {0};
  if (t->words[token].upos == PRESS_UPOS_VERB) return;
  press_event__joined(t, token, s->share, &found);
  keep(s, &found);
  if (s->out->n || found.n || (s->how & BY_NAME)) return;
  press_actor a = press_event__modifier(t, token, (s->how & DOER) != 0, s->agents);
  if (a.who.kind == PRESS_NOBODY) return;
  press_event__joined(t, a.token, s->share * SHARE_MODIFIER, &found);
  for (uint32_t i = 0; i < found.n; i++) found.at[i].token = token;
  keep(s, &found);
}

/** Whoever stands behind preposition `word` under `from`; "on Monday" is nobody. */
static void take_under(const search *s, uint32_t from, press_str word) {
  const press_tree *t = s->t;
  uint32_t c = from == PRESS_NONE ? PRESS_NONE : t->first[from];
  for (; c != PRESS_NONE && !s->out->n; c = t->next[c])
    if (press_tree__complements(t, c, word)) take(s, press_tree__antecedent(t, c, from));
}

/** The same one step further down: "lift sanctions [imposed] on"; under a verb only
 *  below nouns of events: "provide millions [in aid] to". */
static void take_below(const search *s, uint32_t from, press_str word, bool verb) {
  const press_tree *t = s->t;
  uint32_t c = from == PRESS_NONE ? PRESS_NONE : t->first[from];
  for (; c != PRESS_NONE && !s->out->n; c = t->next[c])
    if (press_tree__below(t, c) && (!verb || press_event__known(t, c)))
      take_under(s, c, word);
}

/** "condemned the [attack] on Iran", where a parse gives the phrase to the verb. */
static void take_beside(const search *s, uint32_t noun, press_str word) {
  bool victim = press_str__eq(word, S("on")) || press_str__eq(word, S("against"));
  uint32_t verb = press_tree__head(s->t, noun);
  if (!victim || s->out->n || verb == PRESS_NONE) return;
  if (s->t->words[noun].deprel == PRESS_DEP_obj && noun > verb) take_under(s, verb, word);
}

static void take_prep(const search *s, const press_trigger *g, press_str word) {
  take_under(s, g->verb, word);
  if (!s->out->n) take_under(s, g->object, word);
  for (uint32_t i = 0; i < g->n_cue && !s->out->n; i++) take_under(s, g->cue[i], word);
  take_below(s, g->object, word, false);
  take_below(s, g->verb, word, true);
  if (g->verb == PRESS_NONE) take_beside(s, g->head, word);
}

static void take_slots(search s, const press_trigger *g);

/** Into the clause below: its subject, then what its own verb acts on. */
static void take_clause(search s, const press_trigger *g) {
  const press_tree *t = s.t;
  if (s.depth == DEPTH_COMPLEMENT || g->verb == PRESS_NONE) return;
  if (g->object != PRESS_NONE && s.depth == 0) return; /* "urged [farmers] to ..." */
  uint32_t c = press_tree__child(t, g->verb, PRESS_DEP_xcomp);
  if (c == PRESS_NONE && !(s.how & NO_SUBJECT))
    c = press_tree__child(t, g->verb, PRESS_DEP_ccomp);
  if (c == PRESS_NONE) return;
  s.share *= SHARE_COMPLEMENT;
  s.depth++;
  uint32_t subject = press_tree__child(t, c, PRESS_DEP_nsubj);
  search doer = s;
  doer.how |= DOER;
  if (subject != PRESS_NONE) take(&doer, subject);
  bool by_name = (s.how & BY_NAME) != 0;
  if (s.out->n || (by_name && !(s.how & NO_SUBJECT))) return;
  press_trigger inner;
  if (!press_event__trigger(t, c, &inner) || inner.verb == PRESS_NONE)
    inner = (press_trigger){.head = c, .verb = c, .object = press_tree__object(t, c)};
  inner.slots = by_name ? S("iobj!,obj!,on!,against!,with!,to!,for!,from!,of!,xcomp!")
                        : S("iobj,obj,on,against,with,to,for,from,of,comp");
  take_slots(s, &inner);
}

/** "condemned [Iran's] attack". */
static void take_doers(const search *s, const press_trigger *g) {
  press_actors doers = {0};
  if (g->object != PRESS_NONE) press_event__doers(s->t, g->object, &doers);
  keep(s, &doers);
}

/** The object or indirect object. */
static void take_object(const search *s, const press_trigger *g, press_str slot) {
  uint32_t token = g->object;
  if (press_str__eq(slot, S("iobj")))
    token = g->verb == PRESS_NONE ? PRESS_NONE
                                  : press_tree__child(s->t, g->verb, PRESS_DEP_iobj);
  if (token != PRESS_NONE) take(s, press_tree__antecedent(s->t, token, g->verb));
}

/** One slot of the row; its forms are told in data/event_verbs.tsv. */
static void take_slot(search s, const press_trigger *g, press_str slot) {
  s.how = press_str__find(g->slots, S("on")) == PRESS_NONE ? DOER : 0;
  if (press_str__ends(slot, S("!"))) {
    slot = press_str__sub(slot, 0, slot.n - 1);
    s.how |= BY_NAME;
  }
  if (press_str__eq(slot, S("xcomp"))) s.how |= NO_SUBJECT;
  if (press_str__eq(slot, S("comp")) || (s.how & NO_SUBJECT)) {
    take_clause(s, g);
  } else if (press_str__eq(slot, S("whose"))) {
    take_doers(&s, g);
  } else if (press_str__ends(slot, S("obj"))) {
    take_object(&s, g, slot);
  } else {
    s.share *= SHARE_PREP;
    take_prep(&s, g, slot);
  }
}

static void take_slots(search s, const press_trigger *g) {
  press_str slots = g->slots, slot;
  while (!s.out->n && press_event__item(&slots, ',', &slot)) take_slot(s, g, slot);
}

/** "shot himself": nobody else is meant. */
static bool reflexive(const press_tree *t, uint32_t token) {
  if (token == PRESS_NONE || !press_event__pronoun(t, token)) return false;
  press_str low = t->cx->text->tokens[token].low;
  return press_str__ends(low, S("self")) || press_str__ends(low, S("selves"));
}

/** The subject as target: "Norway faces sanctions", "Iran's attack drew criticism". */
static void take_subject(const search *s, const press_trigger *g) {
  uint32_t subject = press_event__subject(s->t, g->verb);
  press_event__subjects(s->t, g->verb, s->out);
  if (!s->out->n && subject != PRESS_NONE) take(s, subject);
}

void press_event__targets(const press_tree *t, const press_trigger *g,
                          const press_actors *agents, press_actors *out) {
  press_actors found = {0};
  search s = {.t = t, .agents = agents, .out = &found, .how = DOER, .share = 1};
  bool swap = (g->flags & PRESS_EVENT_SWAP) && agents != out && g->verb != PRESS_NONE;
  if (swap)
    take_subject(&s, g);
  else if (!reflexive(t, g->object))
    take_slots(s, g);
  *out = found;
}
