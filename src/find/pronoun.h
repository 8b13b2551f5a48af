/** He, she, they and it: what pronouns.c, the pronoun_*.c files and the trainer share.
 *  Everybody spoken of lately is described by clues; the weights of the clues are
 *  learnt (data/pronoun_weights.tsv). */
#ifndef PRESS_PRONOUN_H
#define PRESS_PRONOUN_H

#include "find/people.h"

/** Most that are weighed for one pronoun, nobody included. */
#define PRESS_ANTECEDENTS 64

typedef enum press_clue {
#define X(name) PRESS_CLUE_##name,
#include "find/pronoun_clues.def"
#undef X
  PRESS_N_CLUES
} press_clue;

/** Kinds that have weights of their own: the columns of the table. */
typedef enum press_pronoun_use {
  PRESS_USE_SAYS, /**< he, she: who says something */
  PRESS_USE_HE,   /**< other subjects */
  PRESS_USE_HIM,  /**< him, her, himself */
  PRESS_USE_HIS,  /**< his, her: possessors */
  PRESS_USE_THEY,
  PRESS_USE_IT,
  PRESS_N_USES
} press_pronoun_use;

typedef struct press_pronoun {
  const char *word;
  uint8_t gender;
  bool plural, person, reflexive;
} press_pronoun;

/** Somebody whom the pronoun may mean. */
typedef struct press_antecedent {
  uint32_t draft; /**< or PRESS_NONE: nobody known */
  uint32_t whom;  /**< figure; countries are counted behind the figures */
  float x[PRESS_N_CLUES];
} press_antecedent;

/** One pronoun and all whom it may mean: nobody first, then backwards from it, then
 *  those behind it. */
typedef struct press_quest {
  uint32_t pronoun; /**< draft */
  const press_pronoun *kind;
  uint8_t use; /**< press_pronoun_use */
  uint32_t n;
  press_antecedent at[PRESS_ANTECEDENTS];
} press_quest;

/** Hidden units, for he, him and his: clues that say more together than alone. */
#define PRESS_PRONOUN_UNITS 64

/** A sum over the clues, and one over the units, each a sum over the clues that counts
 *  where it is above 0. */
typedef struct press_pronoun_weights {
  float of[PRESS_N_CLUES][PRESS_N_USES];
  float unit[PRESS_N_CLUES][PRESS_PRONOUN_UNITS];
  float start[PRESS_N_USES][PRESS_PRONOUN_UNITS];
  float out[PRESS_PRONOUN_UNITS];
} press_pronoun_weights;

/** Weights stand in the table as whole numbers, in hundredths. */
#define PRESS_PRONOUN_SCALE 0.01f

/** For the trainer: sees every pronoun before it is resolved. */
typedef struct press_pronoun_watch {
  void (*see)(void *user, const press_cast *c, const press_quest *q);
  void *user;
} press_pronoun_watch;

const char *press_clue__name(press_clue clue);

const char *press_use__name(press_pronoun_use use);

/* ---- pronoun_bars.c: who cannot be meant ---- */

/** The third-person pronoun at `token`, or NULL. */
const press_pronoun *press_pronoun__kind(const press_cast *c, uint32_t token);
uint8_t press_pronoun__deprel(const press_cast *c, uint32_t token);
uint8_t press_pronoun__gender(const press_cast *c, const press_draft *d);
bool press_pronoun__plural(const press_cast *c, const press_draft *d);
/** The gender is only guessed from a name that may be a surname. */
bool press_pronoun__guessed(const press_cast *c, const press_draft *d);
/** A possessor: "Hale's", "his". */
bool press_pronoun__owner(const press_cast *c, const press_draft *d);
/** The figure that is the subject of the verb whose object the pronoun is. */
uint32_t press_pronoun__barred(const press_cast *c, uint32_t p, const press_pronoun *k);
/** Type, number, gender and syntax allow that draft `p` means the same as `d`. */
bool press_pronoun__may(const press_cast *c, const press_draft *p, const press_draft *d,
                        const press_pronoun *k);

/* ---- pronoun_weights.c ---- */

/** Sets the cast's weights from the table, unless they are set. */
void press_pronoun__weights(press_cast *c);
/** The weight of a candidate. */
float press_pronoun__weigh(const press_pronoun_weights *w, uint8_t use, const float *x);

/** Which of `n` weighs most: for he, him and his the mentions of one person (`whom`)
 *  weigh together. */
uint32_t press_pronoun__choose(uint8_t use, const float *weight, const uint32_t *whom,
                               uint32_t n);

/* ---- pronouns.c ---- */

/** Sentences from `d` on to the pronoun; what somebody says in between in quotation
 *  marks does not count, unless the pronoun is said so itself. */
uint32_t press_pronoun__back(const press_cast *c, const press_draft *p,
                             const press_draft *d);

/* ---- pronoun_nobody.c ---- */

/** "it is raining". */
bool press_pronoun__weather(const press_cast *c, uint32_t token);
/** The clues of nobody. */
void press_pronoun__nobody(const press_cast *c, const press_draft *p, float *x);

/* ---- pronoun_clues.c, pronoun_tree.c ---- */

/** Fills the clues of everybody in `q`. */
void press_pronoun__describe(const press_cast *c, press_quest *q);
/** Those of the tree: how the clauses of pronoun and candidate lie to each other. */
void press_pronoun__relate(const press_cast *c, const press_draft *p,
                           const press_draft *d, float *x);
/** `subject` is one, and `token` hangs from its verb. */
bool press_pronoun__commands(const press_cast *c, uint32_t subject, uint32_t token);
/** The verb or other word that heads the clause of `token`. */
uint32_t press_pronoun__clause(const press_cast *c, uint32_t token);

#endif
