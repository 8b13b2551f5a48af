/** What the files of the events stage share. A trigger is a word that tells an
 *  event ("threatened", "talks"); rows of data/event_verbs.tsv and
 *  data/event_nouns.tsv say its type and where agent and target stand. */
#ifndef PRESS_FIND_EVENT_H
#define PRESS_FIND_EVENT_H

#include "find/find.h"

/** Most actors taken from one coordination: "A, B, C and D". */
#define PRESS_EVENT_ACTORS 4
/** Words of a cue: verb, particle, noun, preposition. */
#define PRESS_EVENT_CUE 4
/** Steps up the tree from any word: chains of real prose are shorter. */
#define PRESS_EVENT_CLIMB 6
/** Type of a row that tells no event itself: "plan to", "fail to". */
#define PRESS_EVENT_NONE 0xff

/* ---- event_tree.c: the parse, walked downwards, with mentions by token ---- */

typedef struct press_tree {
  const press_context *cx;
  const press_found *found;
  const press_word *words;
  uint32_t n;
  uint32_t *first, *next; /**< children in text order */
  uint32_t *left, *right; /**< tokens [left, right) of the subtree */
  uint32_t *mention;      /**< mention that this token heads or lies in */
  uint32_t *place;        /**< place that this token lies in */
} press_tree;

void press_tree__build(const press_context *cx, const press_found *f, press_tree *out);
/** First child with that relation, or PRESS_NONE. */
uint32_t press_tree__child(const press_tree *t, uint32_t token, press_deprel rel);
/** The head, or PRESS_NONE at the root. */
uint32_t press_tree__head(const press_tree *t, uint32_t token);
/** Whether a preposition or mark of `token` is `word`. */
bool press_tree__marked(const press_tree *t, uint32_t token, press_str word);
bool press_tree__is(const press_tree *t, uint32_t token, press_str lemma);
/** The verb is passive: "was sanctioned", "sanctioned by". */
bool press_tree__passive(const press_tree *t, uint32_t verb);
/** What the verb acts on: object, passive subject, or the noun it modifies. */
uint32_t press_tree__object(const press_tree *t, uint32_t verb);
/** "which", "who", "that" as the subject or object of `verb`: its antecedent;
 *  any other token is given back. */
uint32_t press_tree__antecedent(const press_tree *t, uint32_t token, uint32_t verb);
/** Whether `token` is a complement of preposition `word`. */
bool press_tree__complements(const press_tree *t, uint32_t token, press_str word);
/** The complement of `word` under `token`, one behind it first. */
uint32_t press_tree__prep(const press_tree *t, uint32_t token, press_str word);
/** Whether `token` is a phrase or participle that hangs on the word above. */
bool press_tree__below(const press_tree *t, uint32_t token);
/** The complement of `word` behind the verb; PRESS_NONE for "on Monday called". */
uint32_t press_tree__after(const press_tree *t, uint32_t verb, press_str word);

/* ---- event_row.c: the lexicon ---- */

enum press_event_flag {
  PRESS_EVENT_BOTH = 1,    /**< both sides act: "met", "talks" */
  PRESS_EVENT_CLAUSE = 2,  /**< what it governs is evidence, no event of its own */
  PRESS_EVENT_UNREAL = 4,  /**< what it governs is not said to have happened */
  PRESS_EVENT_NOT = 8,     /**< what it governs did not happen */
  PRESS_EVENT_SWAP = 16,   /**< its subject is the target: "faces sanctions from" */
  PRESS_EVENT_INNER = 32,  /**< its complement decides: "vowed to" */
  PRESS_EVENT_FUTURE = 64, /**< what it governs is to come: "is set to" */
  PRESS_EVENT_LIGHT = 128, /**< its object tells the event: "launched an attack" */
  PRESS_EVENT_ALONE = 256, /**< a noun that tells an event without a verb */
  PRESS_EVENT_VERBAL = 512 /**< ACCUSE between people with names: "attacked Mr Orr" */
};

typedef struct press_trigger {
  uint32_t head; /**< the word that decides the type */
  uint32_t verb; /**< its verb; PRESS_NONE for a noun that stands alone */
  uint32_t object;
  uint8_t type; /**< press_event_type or PRESS_EVENT_NONE */
  uint32_t flags;
  press_str slots; /**< where the target stands */
  float weight;
  uint32_t cue[PRESS_EVENT_CUE];
  uint32_t n_cue;
} press_trigger;

/** The trigger that `token` is; false when it is none. */
bool press_event__trigger(const press_tree *t, uint32_t token, press_trigger *out);
/** Whether the noun at `token` is of that class: "state", "penalty". */
bool press_event__class(const press_tree *t, uint32_t token, press_str name);
/** Whether the table of nouns holds it at all. */
bool press_event__known(const press_tree *t, uint32_t token);
/** Whether a word, singular or plural, is of that class. */
bool press_event__noun(const press_tree *t, press_str word, press_str name);
/** Next of a list divided by `sep`; false at its end. */
bool press_event__item(press_str *list, char sep, press_str *item);

/* ---- event_actor.c: whom a phrase means ---- */

typedef struct press_actor {
  press_who who;
  uint32_t token; /**< head of the phrase that names it */
  bool local;     /**< a country told by a place in it: "in Bergen" */
  float score;
} press_actor;

typedef struct press_actors {
  press_actor at[PRESS_EVENT_ACTORS];
  uint32_t n;
} press_actors;

bool press_event__has(const press_actors *list, press_who who);
/** Adds an actor that is somebody and not there yet, while there is room. */
void press_event__add(press_actors *list, press_actor a);
/** Adds the actor at `token` and those joined to it by "and". */
void press_event__joined(const press_tree *t, uint32_t token, float share,
                         press_actors *out);
/** The nearest actor among the modifiers of `token`, breadth first, none of
 *  `not_these`; with `doer` not whom a deed was done to. */
press_actor press_event__modifier(const press_tree *t, uint32_t token, bool doer,
                                  const press_actors *not_these);
/** "his brother" is not he. */
bool press_event__pronoun(const press_tree *t, uint32_t token);

/* ---- event_agent.c ---- */

/** The verb's own subject, antecedents followed; PRESS_NONE without one. */
uint32_t press_event__subject(const press_tree *t, uint32_t verb);
/** Who does what the verb tells. */
void press_event__subjects(const press_tree *t, uint32_t verb, press_actors *out);
/** "Iran's attack", "Israeli strikes", "an attack by Iran", "talks between A and B". */
void press_event__doers(const press_tree *t, uint32_t noun, press_actors *out);
/** Whoever does the trigger. */
void press_event__agents(const press_tree *t, const press_trigger *g, press_actors *out);
/* ---- event_target.c ---- */

/** Whomever it is done to; none of `agents`. */
void press_event__targets(const press_tree *t, const press_trigger *g,
                          const press_actors *agents, press_actors *out);

/* ---- event_mood.c: whether it happened ---- */

typedef struct press_mood {
  bool negated, hypothetical, future;
} press_mood;

press_mood press_event__mood(const press_tree *t, const press_trigger *g);
/** Whether a trigger further up owns this one: "agreed to [send]". */
bool press_event__owned(const press_tree *t, const press_trigger *g);
/** The type once mood and complement are known. May be PRESS_EVENT_NONE. Changes
 *  the mood where the type takes it up: "will not lift" is REJECT. */
uint8_t press_event__type(const press_tree *t, const press_trigger *g, press_mood *mood);

/* ---- event_tense.c, event_mode.c ---- */

/** Of the verb; none of a noun that stands alone, none where not sure. */
press_tense press_event__tense(const press_tree *t, const press_trigger *g,
                               const press_mood *mood);
/** Fills mode and contexts; type and spans are there. */
void press_event__traits(const press_tree *t, const press_trigger *g, press_event *e);

/* ---- event_features.c, event_type.c: the learnt type ---- */

/** The best trigger for a pair of actors whose phrases `agent` and `target` head; what
 *  names both its agent and its target is `found`. False without any. */
bool press_event__between(const press_tree *t, press_who agent, press_who target,
                          uint32_t agent_token, uint32_t target_token, press_trigger *out,
                          bool *found);
/** What the classifier sees: the heads of both phrases (PRESS_NONE for nobody, not for
 *  both), the trigger (or NULL), and whether it names both. */
void press_event__features(const press_tree *t, uint32_t agent, uint32_t target,
                           const press_trigger *g, bool found, press_features *out);
/** The type of a trigger between two actors where the rules say `type`. */
uint8_t press_event__learnt(const press_tree *t, const press_trigger *g, uint32_t agent,
                            uint32_t target, uint8_t type);

/* ---- event_text.c: the words that tell it ---- */

/** Fills cue, text and spans; `agent` and `target` head the phrases that name them. */
void press_event__words(const press_tree *t, const press_trigger *g, uint32_t agent,
                        uint32_t target, press_event *out);

#endif
