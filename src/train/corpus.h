/** Training documents: texts with whatever labels their data set has. */
#ifndef PRESS_CORPUS_H
#define PRESS_CORPUS_H

#include "base/vec.h"
#include "ling/feature.h"
#include "train/tape.h"

/** Data sets whose names follow guidelines of their own. */
typedef enum t_domain {
  DOMAIN_UNER,
  DOMAIN_GUM,
  DOMAIN_WIKI,
  DOMAIN_SILVER,
  DOMAIN_RE3D,
  N_DOMAINS
} t_domain;

/** BIO tags of one component. */
enum { BIO_O, BIO_B, BIO_I };

typedef struct t_spans {
  uint32_t (*at)[2]; /**< units [begin, end) */
  uint32_t n;
} t_spans;

typedef struct t_attr {
  uint32_t cue[2];
  t_spans source, content;
} t_attr;

/** A cue that the teachers look at, with what they see around it. */
typedef struct t_cue {
  uint32_t b, e;      /**< units */
  const t_attr *gold; /**< NULL: none is annotated here */
  float p;            /**< that it is one, say the teachers */
  t_soft *roles;      /**< for each unit of its window */
} t_cue;

/** What the teachers say of each unit; all NULL without teachers. */
typedef struct t_taught {
  t_soft *tag, *head, *rel, *name, *cue;
  t_cue *cues;
  uint32_t n_cues;
} t_taught;

typedef struct t_doc {
  press_str id;
  press_str plain; /**< treebanks: the text as it was before tokenisation */
  press_text text;
  press_units units;
  press_units written[3]; /**< as is, in lower case, in mixed case: recase.c */
  /* One label for each unit, TAPE_NONE where there is none; NULL: not labelled. */
  uint32_t *tag, *head, *rel;       /**< head: 0 root, k the k-th unit of the sentence */
  uint32_t *name;                   /**< BIOES class */
  uint32_t *cue, *source, *content; /**< BIO */
  t_domain domain;
  t_sentence *sentences; /**< of units; set with head */
  uint32_t n_sentences;
  t_attr *attrs;
  uint32_t n_attrs;
  t_taught taught;
  bool guessed; /**< heads and labels are the teachers' */
  bool as_uner; /**< silver names are left out now: the teachers' are read */
} t_doc;

/** Label names in order of id. */
typedef struct t_labels {
  PRESS_VEC(press_str) names;
  press_map map;
} t_labels;

typedef struct t_corpus {
  press_arena *arena;
  PRESS_VEC(t_doc) docs;
  t_labels tags, rels; /**< shared by training and development data */
  bool frozen;         /**< unknown labels become TAPE_NONE */
} t_corpus;

uint32_t press_corpus__label(t_corpus *c, t_labels *l, press_str name);

/** A text made of given tokens. sentence and para give each token's, both rising. */
void press_corpus__text(press_arena *a, const press_str *tokens, const uint32_t *sentence,
                        const uint32_t *para, uint32_t n, press_text *out);

/** Whole file, or an empty string with a message. */
press_str press_corpus__read(press_arena *a, const char *path);

/** CoNLL-U with the names of a parallel file (NULL for none). */
bool press_corpus__tree(t_corpus *c, const char *path, const char *names,
                        t_domain domain);
/** token TAB tag, blank line between sentences. */
bool press_corpus__names(t_corpus *c, const char *path, t_domain domain);
/** PolNeAR JSONL; silver names (may be NULL) are laid over the text. */
bool press_corpus__attributions(t_corpus *c, const char *path, const char *silver);

/** JSONL with a "text" and no labels that are read: for teachers. */
bool press_corpus__plain(t_corpus *c, const char *path);

/** Units, and the labels that count units instead of tokens. */
void press_corpus__units(t_corpus *c, const press_vocab *vocab);

/** Fills `sentences` from the text's. */
void press_corpus__sentences(t_corpus *c, t_doc *d);
/** Fills every document's `written`, to be exchanged with its units. */
void press_corpus__recase(t_corpus *c, const press_vocab *vocab);

/** Class of a name tag in BIOES order: O, then B I E S of PER, ORG, LOC. */
#define CORPUS_NAME_CLASSES 13u
/** Turns BIO tags ("B-PER") into classes. */
void press_corpus__bioes(const press_str *tags, uint32_t n, uint32_t *out);

#endif
