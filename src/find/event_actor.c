/** Who acts on whom: actors at a word, the agent up the tree, the target down it. */
#include "find/event.h"

/* Shares of the score that each step away from plain subject - verb - object costs. */
#define SHARE_UNNAMED    0.85f /* "a senior official" */
#define SHARE_MODIFIER   0.85f /* "Iran's envoy" for Iran */
#define SHARE_CLIMB      0.95f /* subject of the verb above: "plans to ..." */
#define SHARE_PREP       0.95f /* "on Iran" */
#define SHARE_COMPLEMENT 0.8f  /* inside the clause that the verb governs */
#define DEPTH_MODIFIER   4
#define DEPTH_COMPLEMENT 3
#define MAX_QUEUE        24
#define NAME_WORDS       12

static bool same(press_who a, press_who b) {
  return a.kind == b.kind && a.id == b.id;
}

static bool has(const press_actors *list, press_who who) {
  for (uint32_t i = 0; i < list->n; i++)
    if (same(list->at[i].who, who)) return true;
  return false;
}

static void add(press_actors *list, press_actor a) {
  if (a.who.kind == PRESS_NOBODY || list->n == PRESS_EVENT_ACTORS || has(list, a.who))
    return;
  list->at[list->n++] = a;
}

static press_who country(uint32_t id) {
  return (press_who){PRESS_COUNTRY, id};
}

/** Whether a word of the entity's name is of that class: "prosecutors in Oslo". */
static bool kind_of(const press_tree *t, const press_entity *e, press_str name) {
  press_str rest = e->name, word;
  for (int i = 0; i < NAME_WORDS && press_event__item(&rest, ' ', &word); i++)
    if (press_event__noun(t, word, name)) return true;
  return false;
}

/** A place and nameless officials act as their country; nameless others only where
 *  they are a group that acts: rebels, not voters. */
static press_who as_actor(const press_tree *t, press_who who) {
  if (who.kind != PRESS_ENTITY) return who;
  const press_entity *e = &t->found->entities[who.id];
  if (e->type == PRESS_PLACE && e->country == UINT32_MAX) return (press_who){0};
  if (e->type == PRESS_PLACE) return country(e->country);
  if (!e->unnamed) return who;
  bool state = kind_of(t, e, S("state")) && !kind_of(t, e, S("dissent"));
  if (state && e->country != UINT32_MAX) return country(e->country);
  bool group = state || kind_of(t, e, S("group")) || kind_of(t, e, S("dissent"));
  return group ? who : (press_who){0};
}

/** Whom the phrase headed by `token` means as a whole. */
static press_actor actor_at(const press_tree *t, uint32_t token) {
  press_actor a = {.token = token, .score = 1};
  const press_found *f = t->found;
  if (t->mention[token] != PRESS_NONE)
    a.who = as_actor(t, f->mentions[t->mention[token]].who);
  if (a.who.kind == PRESS_ENTITY && f->entities[a.who.id].unnamed)
    a.score = SHARE_UNNAMED;
  if (a.who.kind == PRESS_NOBODY && t->place[token] != PRESS_NONE)
    a.who = country(f->places[t->place[token]].country);
  return a;
}

/** "his brother" is not he. */
static bool by_pronoun(const press_tree *t, uint32_t token) {
  return t->words[token].upos == PRESS_UPOS_PRON;
}

static bool unnamed(const press_tree *t, press_who who) {
  return who.kind == PRESS_ENTITY && t->found->entities[who.id].unnamed;
}

/** Modifiers that say whose: "Iran's", "Iranian", "US", "of Iran", "in Iran". With
 *  `by`, only the doer's: what stands after on, against or to is left out. */
static bool modifies(const press_tree *t, uint32_t c, bool doer) {
  switch (t->words[c].deprel) {
  case PRESS_DEP_amod:
  case PRESS_DEP_compound:
  case PRESS_DEP_appos:
    return true;
  case PRESS_DEP_nmod:
    return !press_tree__marked(t, c, S("than")) && !press_tree__marked(t, c, S("like")) &&
           !(doer &&
             (press_tree__marked(t, c, S("on")) || press_tree__marked(t, c, S("to")) ||
              press_tree__marked(t, c, S("against")) ||
              press_tree__marked(t, c, S("for")) || press_tree__marked(t, c, S("over"))));
  default:
    return false;
  }
}

/** The nearest actor among the modifiers of `token`, breadth first. */
static press_actor modifier(const press_tree *t, uint32_t token, bool doer,
                            const press_actors *not_these) {
  uint32_t queue[MAX_QUEUE], depth[MAX_QUEUE], n = 0;
  queue[n] = token;
  depth[n++] = 0;
  for (uint32_t q = 0; q < n; q++) {
    if (depth[q] == DEPTH_MODIFIER) break;
    for (uint32_t c = t->first[queue[q]]; c != PRESS_NONE; c = t->next[c]) {
      if (!modifies(t, c, doer && q == 0) || n == MAX_QUEUE) continue;
      press_actor a = actor_at(t, c);
      a.score *= SHARE_MODIFIER;
      bool taken = (not_these && has(not_these, a.who)) || by_pronoun(t, c);
      if (a.who.kind != PRESS_NOBODY && !unnamed(t, a.who) && !taken) return a;
      queue[n] = c;
      depth[n++] = depth[q] + 1;
    }
  }
  return (press_actor){.token = token};
}

/** Adds the actor at `token` and those joined to it by "and". */
static void add_joined(const press_tree *t, uint32_t token, float share,
                       press_actors *out) {
  press_actor a = actor_at(t, token);
  if (a.who.kind == PRESS_NOBODY && press_event__class(t, token, S("state")))
    a = modifier(t, token, false, NULL);
  a.token = token;
  a.score *= share;
  add(out, a);
  for (uint32_t c = t->first[token]; c != PRESS_NONE; c = t->next[c]) {
    if (t->words[c].deprel != PRESS_DEP_conj) continue;
    press_actor b = actor_at(t, c);
    if (b.who.kind == PRESS_NOBODY && press_event__class(t, c, S("state")))
      b = modifier(t, c, false, NULL);
    b.score *= share;
    add(out, b);
  }
}

/* ---- the agent ---- */

/** A parse may hang the subject on an auxiliary: "[Norway is] about to restore". */
static uint32_t subject(const press_tree *t, uint32_t verb) {
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

static void verb_agents(const press_tree *t, uint32_t verb, press_actors *out) {
  float share = 1;
  if (press_tree__passive(t, verb)) {
    uint32_t by = press_tree__prep(t, verb, S("by"));
    if (by != PRESS_NONE) add_joined(t, by, share, out);
    return;
  }
  for (int step = 0; step < PRESS_EVENT_CLIMB && verb != PRESS_NONE; step++) {
    uint32_t s = subject(t, verb), from = verb;
    if (s == PRESS_NONE) s = passed_down(t, &verb);
    if (s != PRESS_NONE) {
      add_joined(t, s, share, out);
      bool spoke =
          by_pronoun(t, s) && from == verb && t->words[from].deprel == PRESS_DEP_ccomp;
      if (out->n || !spoke) return;
      verb = press_tree__head(t, verb); /* "Norway said it would ..." */
    }
    share *= SHARE_CLIMB;
  }
}

/** "Iran's attack", "Israeli strikes", "an attack by Iran", "talks between A and B". */
static void noun_agents(const press_tree *t, const press_trigger *g, press_actors *out) {
  static const press_str doers[] = {{"by", 2}, {"between", 7}, {"from", 4}};
  for (uint32_t c = t->first[g->head]; c != PRESS_NONE && !out->n; c = t->next[c]) {
    uint8_t rel = t->words[c].deprel;
    bool bare = t->first[c] == PRESS_NONE || !press_tree__child(t, c, PRESS_DEP_case);
    bool whose = rel == PRESS_DEP_amod || rel == PRESS_DEP_compound ||
                 (rel == PRESS_DEP_nmod && (bare || press_tree__marked(t, c, S("'s")) ||
                                            press_tree__marked(t, c, S("’s")) ||
                                            press_tree__marked(t, c, S("'"))));
    if (whose && c < g->head) add_joined(t, c, 1, out);
  }
  for (size_t i = 0; i < sizeof doers / sizeof *doers && !out->n; i++) {
    uint32_t c = press_tree__prep(t, g->head, doers[i]);
    if (c != PRESS_NONE) add_joined(t, c, SHARE_PREP, out);
  }
}

void press_event__agents(const press_tree *t, const press_trigger *g, press_actors *out) {
  *out = (press_actors){0};
  if (g->flags & PRESS_EVENT_SWAP) {
    press_event__targets(t, g, out, out);
    return;
  }
  if (g->verb != PRESS_NONE)
    verb_agents(t, g->verb, out);
  else
    noun_agents(t, g, out);
}

/* ---- the target ---- */

/* Only the actor itself; only the doer of a deed; only a clause without a subject. */
enum { BY_NAME = 1, DOER = 2, NO_SUBJECT = 4 };

/** Everyone but the agents, from the actors at `token` or else its modifiers. */
static void take(const press_tree *t, uint32_t token, int how, float share,
                 const press_actors *agents, press_actors *out) {
  press_actors found = {0};
  if (t->words[token].upos == PRESS_UPOS_VERB) return;
  add_joined(t, token, share, &found);
  for (uint32_t i = 0; i < found.n; i++)
    if (!has(agents, found.at[i].who)) add(out, found.at[i]);
  if (out->n || found.n || (how & BY_NAME)) return;
  press_actor a = modifier(t, token, (how & DOER) != 0, agents);
  if (a.who.kind == PRESS_NOBODY) return;
  add_joined(t, a.token, share * SHARE_MODIFIER, &found);
  for (uint32_t i = 0; i < found.n; i++) {
    found.at[i].token = token;
    if (!has(agents, found.at[i].who)) add(out, found.at[i]);
  }
}

static void complement(const press_tree *t, const press_trigger *g, int how,
                       uint32_t depth, float share, const press_actors *agents,
                       press_actors *out);

/** Whoever stands behind preposition `word` under `from`; "on Monday" is nobody. */
static void take_under(const press_tree *t, uint32_t from, press_str word, int how,
                       float share, const press_actors *agents, press_actors *out) {
  if (from == PRESS_NONE) return;
  for (uint32_t c = t->first[from]; c != PRESS_NONE && !out->n; c = t->next[c])
    if (press_tree__complements(t, c, word))
      take(t, press_tree__antecedent(t, c, from), how, share, agents, out);
}

/** Under the verb, its object, the words of the cue, and nouns of events further down:
 *  "provide millions [in aid] to", "lift sanctions [imposed] on". */
static void take_prep(const press_tree *t, const press_trigger *g, press_str word,
                      int how, float share, const press_actors *agents,
                      press_actors *out) {
  take_under(t, g->verb, word, how, share, agents, out);
  if (!out->n) take_under(t, g->object, word, how, share, agents, out);
  for (uint32_t i = 0; i < g->n_cue && !out->n; i++)
    take_under(t, g->cue[i], word, how, share, agents, out);
  const uint32_t over[] = {g->object, g->verb};
  for (int i = 0; i < 2; i++)
    for (uint32_t c = over[i] == PRESS_NONE ? PRESS_NONE : t->first[over[i]];
         c != PRESS_NONE && !out->n; c = t->next[c])
      if (press_tree__below(t, c) && (i == 0 || press_event__known(t, c)))
        take_under(t, c, word, how, share, agents, out);
}

/** One slot of the row; those of a clause lead on into it. */
static void take_slot(const press_tree *t, const press_trigger *g, press_str slot,
                      uint32_t depth, float share, const press_actors *agents,
                      press_actors *out) {
  int how = press_str__find(g->slots, S("on")) == PRESS_NONE ? DOER : 0;
  if (press_str__ends(slot, S("!"))) {
    slot = press_str__sub(slot, 0, slot.n - 1);
    how |= BY_NAME;
  }
  if (press_str__eq(slot, S("xcomp"))) how |= NO_SUBJECT;
  if (press_str__eq(slot, S("comp")) || (how & NO_SUBJECT)) {
    complement(t, g, how, depth, share * SHARE_COMPLEMENT, agents, out);
    return;
  }
  uint32_t token = PRESS_NONE;
  if (press_str__eq(slot, S("obj"))) {
    token = g->object;
  } else if (press_str__eq(slot, S("iobj"))) {
    if (g->verb != PRESS_NONE) token = press_tree__child(t, g->verb, PRESS_DEP_iobj);
  } else if (press_str__eq(slot, S("whose"))) {
    press_actors doers = {0};
    press_trigger noun = *g;
    noun.head = g->object;
    if (noun.head != PRESS_NONE) noun_agents(t, &noun, &doers);
    for (uint32_t i = 0; i < doers.n; i++)
      if (!has(agents, doers.at[i].who)) add(out, doers.at[i]);
    return;
  } else {
    take_prep(t, g, slot, how, share * SHARE_PREP, agents, out);
    return;
  }
  if (token != PRESS_NONE)
    take(t, press_tree__antecedent(t, token, g->verb), how, share, agents, out);
}

static void take_slots(const press_tree *t, const press_trigger *g, uint32_t depth,
                       float share, const press_actors *agents, press_actors *out) {
  press_str slots = g->slots, slot;
  while (!out->n && press_event__item(&slots, ',', &slot))
    take_slot(t, g, slot, depth, share, agents, out);
}

/** Into the clause below: its subject, then what its own verb acts on. */
static void complement(const press_tree *t, const press_trigger *g, int how,
                       uint32_t depth, float share, const press_actors *agents,
                       press_actors *out) {
  if (depth == DEPTH_COMPLEMENT || g->verb == PRESS_NONE) return;
  if (g->object != PRESS_NONE && depth == 0) return; /* "urged [farmers] to ..." */
  uint32_t c = press_tree__child(t, g->verb, PRESS_DEP_xcomp);
  if (c == PRESS_NONE && !(how & NO_SUBJECT))
    c = press_tree__child(t, g->verb, PRESS_DEP_ccomp);
  if (c == PRESS_NONE) return;
  uint32_t s = press_tree__child(t, c, PRESS_DEP_nsubj);
  if (s != PRESS_NONE) take(t, s, how | DOER, share, agents, out);
  bool by_name = (how & BY_NAME) != 0;
  if (out->n || (by_name && !(how & NO_SUBJECT))) return;
  press_trigger inner;
  if (!press_event__trigger(t, c, &inner) || inner.verb == PRESS_NONE)
    inner = (press_trigger){.head = c, .verb = c, .object = press_tree__object(t, c)};
  inner.slots = by_name ? S("iobj!,obj!,on!,against!,with!,to!,for!,from!,of!,xcomp!")
                        : S("iobj,obj,on,against,with,to,for,from,of,comp");
  take_slots(t, &inner, depth + 1, share, agents, out);
}

/** "shot himself": nobody else is meant. */
static bool reflexive(const press_tree *t, uint32_t token) {
  if (token == PRESS_NONE || t->words[token].upos != PRESS_UPOS_PRON) return false;
  press_str low = t->cx->text->tokens[token].low;
  return press_str__ends(low, S("self")) || press_str__ends(low, S("selves"));
}

void press_event__targets(const press_tree *t, const press_trigger *g,
                          const press_actors *agents, press_actors *out) {
  press_actors found = {0};
  if (reflexive(t, g->object)) {
    *out = found;
    return;
  }
  if ((g->flags & PRESS_EVENT_SWAP) && agents != out && g->verb != PRESS_NONE) {
    uint32_t s = subject(t, g->verb);
    verb_agents(t, g->verb, &found);
    if (!found.n && s != PRESS_NONE) /* "Iran's attack drew criticism" */
      take(t, s, DOER, 1, agents, &found);
  } else
    take_slots(t, g, 0, 1, agents, &found);
  *out = found;
}
