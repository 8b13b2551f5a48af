/** Texts with known antecedents, for the weights of pronouns: GAP's and GUM's. */
#ifndef PRESS_COREF_H
#define PRESS_COREF_H

#include "find/pronoun.h"
#include "train/corpus.h"

/** Of a mention: means neither of the two names that the snippet asks about. */
#define COREF_NEITHER 3

/** A mention in the gold: bytes of its text, its head, whom it means (0 is unused). */
typedef struct t_mention {
  press_span at;
  uint32_t head; /**< byte where its head begins */
  uint32_t id;
} t_mention;

typedef struct t_coref {
  press_str id, plain;
  PRESS_VEC(t_mention) gold;
  bool gap;         /**< one pronoun and two names; the rest is not marked */
  bool partial;     /**< an unmarked pronoun says nothing */
  uint32_t pronoun; /**< of GAP's: where the pronoun begins */
  /* filled by press_coref__prepare */
  press_text text;
  press_ling ling;
  press_found found;
} t_coref;

typedef struct t_corefs {
  press_arena *arena;
  PRESS_VEC(t_coref) at;
} t_corefs;

/** Adds the snippets of a GAP file. */
bool press_coref__gap(t_corefs *c, const char *path);
/** Adds the documents of a CoNLL-U file with GUM's entities whose genre is free. */
bool press_coref__gum(t_corefs *c, const char *path);

/** Adds one of our own annotated articles. */
bool press_coref__article(t_corefs *c, const char *path);

/** One pronoun with all whom it may mean, and who is right. */
typedef struct t_question {
  uint32_t use, n;
  uint32_t doc;
  bool gap;
  bool lost; /**< its name was not found */
  float (*x)[PRESS_N_CLUES];
  uint32_t *whom;
  bool *right;
} t_question;

typedef struct t_questions {
  press_arena *arena;
  PRESS_VEC(t_question) at;
} t_questions;

/** Runs the language core and the places over each document, once. */
void press_coref__prepare(t_corefs *c, const press_model *model);
/** Resolves the pronouns of all documents with `w` and adds each as a question. */
void press_coref__ask(t_corefs *c, const press_pronoun_weights *w, t_questions *q);

#endif
