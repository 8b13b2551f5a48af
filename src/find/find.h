/** The find layer: mentions, entities, countries, statements, issues and events,
 *  found in the text and language layers with the tables' help. Stages run in the
 *  order of this file; each adds its part of press_found and reads only the parts
 *  above its own. */
#ifndef PRESS_FIND_H
#define PRESS_FIND_H

#include "lexicon/gazetteer.h"
#include "lexicon/lexicon.h"
#include "ling/ling.h"

/* ---- own.c: the names of the caller's gazetteer ---- */

/** Words that the gazetteer has. */
typedef struct press_own_hit {
  press_range at;
  uint32_t own; /**< line of the gazetteer */
} press_own_hit;

typedef struct press_own_hits {
  const press_own_hit *at; /**< by begin, not overlapping */
  uint32_t n;
} press_own_hits;

/** What the stages read. */
typedef struct press_context {
  press_arena *arena;
  const press_lexicon *lex;
  const press_text *text;
  const press_ling *ling;
  const press_article *article;
  const press_options *options;
  press_own_hits own;       /**< none without a gazetteer */
  const press_model *model; /**< or NULL: what the core knows of single words */
} press_context;

/** The longest names of the gazetteer in the text. */
press_own_hits press_find__own(const press_context *cx);
/** What hit `i` names. */
const press_own *press_find__own_at(const press_context *cx, uint32_t i);

/* ---- places.c: words that mean a country ---- */

/** One phrase that stands for a country: "British", "Downing Street". */
typedef struct press_place {
  press_range at;
  uint32_t country; /**< index into press_found.countries */
  uint8_t how;      /**< press_place_how */
  bool actor;       /**< stands for the state or its government, not the land: it
                         speaks, acts, is spoken to, or is a metonym */
  bool local;       /**< the same of a city or province: not the country's doing */
} press_place;

/* ---- mentions.c, entities.c, pronouns.c: who ---- */

typedef enum press_mention_kind {
  PRESS_MENTION_NAME,    /**< "Mike Pompeo", "Mr Pompeo", "Policy Exchange" */
  PRESS_MENTION_ROLE,    /**< "the Secretary of State", "the minister" */
  PRESS_MENTION_NOMINAL, /**< "the company", "a senior official", "critics" */
  PRESS_MENTION_PRONOUN, /**< "he", "they", "I" */
  PRESS_MENTION_COUNTRY  /**< a press_place that is an actor */
} press_mention_kind;

typedef struct press_mention {
  press_range at; /**< the words that name, title and role left out for names */
  press_range np; /**< the whole noun phrase: role, title, apposition */
  uint32_t head;  /**< its head token */
  press_who who;  /**< whom it means; PRESS_NOBODY where unresolved */
  uint8_t kind;   /**< press_mention_kind */
  bool plural;
} press_mention;

typedef struct press_found {
  const press_place *places; /**< by begin */
  uint32_t n_places;
  press_country *countries;
  uint32_t n_countries;
  const press_mention *mentions; /**< by begin, the longer first */
  uint32_t n_mentions;
  const uint32_t *mention_of; /**< for each token the mention that covers it best, or
                                   PRESS_NONE; ask press_find__mention_at() */
  uint32_t n_mention_of;
  press_entity *entities;
  uint32_t n_entities;
  press_statement *statements; /**< by first span */
  uint32_t n_statements;
  const float *signs;  /**< for each statement what its score rests on: a row of
                            PRESS_N_SIGNS (statement.h) */
  press_issue *issues; /**< by weight, heaviest first */
  uint32_t n_issues;
  press_event *events; /**< by first span */
  uint32_t n_events;
  uint32_t topic; /**< Comparative Agendas major topic of the article, or 0 */
  float topic_score;
} press_found;

/** Fills `places` and `countries` (with weights). */
void press_find__places(const press_context *cx, press_found *f);
/** Fills `mentions` and `entities`: names, roles, nominals and pronouns, joined. */
void press_find__entities(const press_context *cx, press_found *f);
/** The mention whose head is `token`, else the shortest that names with it, else
 *  the shortest whose noun phrase covers it; NULL when there is none. */
const press_mention *press_find__mention_at(const press_found *f, uint32_t token);
/** The mention that a span such as an attribution's source is about: the one with
 *  its head or its naming words inside whose noun phrase covers most of it, the first
 *  of equals. */
const press_mention *press_find__mention_in(const press_found *f, press_range at);
/** Whom such a span means; PRESS_NOBODY where nobody knows. */
press_who press_find__who(const press_found *f, press_range at);
/** Fills `statements` (all but their issues). */
void press_find__statements(const press_context *cx, press_found *f);
/** Fills `events` (all but their issues). */
void press_find__events(const press_context *cx, press_found *f);
/** Fills `issues`, and the issues of statements and events. */
void press_find__issues(const press_context *cx, press_found *f);
/** Fills the stances of statements towards their issues. */
void press_find__stances(const press_context *cx, press_found *f);
/** Fills `topic`, and the topics of statements. */
void press_find__topics(const press_context *cx, press_found *f);

#endif
