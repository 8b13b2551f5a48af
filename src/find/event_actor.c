/** Actors at a word: whom a phrase means, or the nearest actor among its modifiers. */
#include "find/event.h"

/* Shares of the score; limits of the search. */
#define SHARE_UNNAMED  0.85f /* "a senior official" */
#define SHARE_MODIFIER 0.85f /* "Iran's envoy" for Iran */
#define DEPTH_MODIFIER 4
#define MAX_QUEUE      24
#define NAME_WORDS     12
#define VICTIMS        S("on to against for over")

bool press_event__has(const press_actors *list, press_who who) {
  for (uint32_t i = 0; i < list->n; i++)
    if (list->at[i].who.kind == who.kind && list->at[i].who.id == who.id) return true;
  return false;
}

void press_event__add(press_actors *list, press_actor a) {
  if (a.who.kind == PRESS_NOBODY || list->n == PRESS_EVENT_ACTORS ||
      press_event__has(list, a.who))
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
  a.local = a.who.kind == PRESS_COUNTRY && t->place[token] != PRESS_NONE &&
            f->places[t->place[token]].how == PRESS_BY_PLACE;
  return a;
}

bool press_event__pronoun(const press_tree *t, uint32_t token) {
  return t->words[token].upos == PRESS_UPOS_PRON;
}

static bool unnamed(const press_tree *t, press_who who) {
  return who.kind == PRESS_ENTITY && t->found->entities[who.id].unnamed;
}

static bool marked_any(const press_tree *t, uint32_t token, press_str words) {
  press_str word;
  while (press_event__item(&words, ' ', &word))
    if (press_tree__marked(t, token, word)) return true;
  return false;
}

/** Modifiers that say whose: "Iran's", "Iranian", "US", "of Iran", "in Iran". With
 *  `doer`, only the doer's: what stands after on, against or to is left out. */
static bool modifies(const press_tree *t, uint32_t c, bool doer) {
  switch (t->words[c].deprel) {
  case PRESS_DEP_amod:
  case PRESS_DEP_compound:
  case PRESS_DEP_appos:
    return true;
  case PRESS_DEP_nmod:
    return !marked_any(t, c, S("than like")) && !(doer && marked_any(t, c, VICTIMS));
  default:
    return false;
  }
}

press_actor press_event__modifier(const press_tree *t, uint32_t token, bool doer,
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
      bool taken =
          (not_these && press_event__has(not_these, a.who)) || press_event__pronoun(t, c);
      if (a.who.kind != PRESS_NOBODY && !unnamed(t, a.who) && !taken) return a;
      queue[n] = c;
      depth[n++] = depth[q] + 1;
    }
  }
  return (press_actor){.token = token};
}

/** The actor at `token`; for a group such as "troops", whose they are. */
static press_actor whole(const press_tree *t, uint32_t token, float share) {
  press_actor a = actor_at(t, token);
  if (a.who.kind == PRESS_NOBODY && press_event__class(t, token, S("state")))
    a = press_event__modifier(t, token, false, NULL);
  a.token = token;
  a.score *= share;
  return a;
}

void press_event__joined(const press_tree *t, uint32_t token, float share,
                         press_actors *out) {
  press_event__add(out, whole(t, token, share));
  for (uint32_t c = t->first[token]; c != PRESS_NONE; c = t->next[c])
    if (t->words[c].deprel == PRESS_DEP_conj) press_event__add(out, whole(t, c, share));
}
