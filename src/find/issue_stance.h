/** What the issue stages tell each other about stances. */
#ifndef PRESS_ISSUE_STANCE_H
#define PRESS_ISSUE_STANCE_H

#include "find/event.h"

/** The stance that the tree shows towards the phrase whose head is `token`. */
typedef struct press_stance_found {
  int sign;     /**< +1 for, -1 against, 0: none is shown */
  uint32_t cue; /**< the token that shows it */
} press_stance_found;

/** A statement and its tokens, first to last. */
typedef struct press_stance_scope {
  const press_statement *statement;
  press_range cue, words;
} press_stance_scope;

/** `in` is the statement that the token stands in. */
press_stance_found press_stance__towards(const press_tree *t,
                                         const press_stance_scope *in, uint32_t token);

/* ---- issue_stance_words.c ---- */

/** What is being read. */
typedef struct press_reading {
  const press_tree *t;
  const press_statement *s;
  press_range cue;   /**< tokens of the statement's reporting words */
  press_range words; /**< tokens of the statement, first to last */
  uint32_t at;       /**< the word whose role is asked for now */
  int sign;
} press_reading;

/** The row of a token's lemma with this class and, unless it is NULL, this slot. */
const press_row *press_stance__row(const press_tree *t, uint32_t token, const char *class,
                                   const press_str *slot);
int press_stance__sign(const press_row *r);
press_str press_stance__low(const press_tree *t, uint32_t token);
bool press_stance__one_of(press_str word, const char *const *list);
/** The preposition before `token`; empty when there is none. */
press_str press_stance__preposition(const press_tree *t, uint32_t token);
bool press_stance__negated(const press_tree *t, uint32_t token);
/** The verb is negated, or one that hands its subject down to it: "was not willing
 *  to support". */
bool press_stance__denied(const press_tree *t, uint32_t v);
bool press_stance__inside(press_range r, uint32_t token);
/** Is `token` the speaker: "we", or a name for the same person? */
bool press_stance__speaks(const press_reading *x, uint32_t token);
/** The subject of a verb or of the verb that hands it down ("want to lift"). */
uint32_t press_stance__subject(const press_tree *t, uint32_t v);
/** Nobody else says it inside the statement, and nothing makes it unreal: walks up
 *  from `v` to the reporting words. */
bool press_stance__own_words(const press_reading *x, uint32_t v);
/** The speaker wants what the verb tells: -1 wants the opposite, 0 neither. */
int press_stance__wanted(const press_reading *x, uint32_t v);
/** "could hurt", "after the talks failed": not said of the issue as such. */
bool press_stance__passing(const press_tree *t, uint32_t v);

#endif
