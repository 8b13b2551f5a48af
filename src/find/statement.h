/** Inside the statements stage: claims, the drafts of statements, in tokens. The
 *  steps run in the order of this file; statements.c holds them together. */
#ifndef PRESS_STATEMENT_H
#define PRESS_STATEMENT_H

#include "base/vec.h"
#include "find/find.h"

/** Where a claim came from. */
typedef enum press_claim_by {
  PRESS_BY_MODEL,     /**< the language core's attribution */
  PRESS_BY_RUN,       /**< a quoted run with a reporting verb in its sentence */
  PRESS_BY_CLAUSE,    /**< a reporting verb or noun with its clause, in the parse */
  PRESS_BY_LINE,      /**< "..." - Name; From X:; NAME: text; headline colon */
  PRESS_BY_PARAGRAPH, /**< a paragraph that is only quotation */
} press_claim_by;

/** Whether a claim's cue stands in the content of another, and whose that is. */
typedef enum press_nested {
  PRESS_NOT_NESTED,
  PRESS_NESTED_OTHER,
  PRESS_NESTED_OWN
} press_nested;

typedef PRESS_VEC(press_range) press_parts;

/** One statement in the making. Empty ranges mean "none". */
typedef struct press_claim {
  press_range cue, source, addressee;
  press_parts parts;             /**< contents in text order, each within one paragraph */
  press_str lemma;               /**< of the cue */
  const press_row *row;          /**< of cues.tsv, or NULL */
  uint32_t relays;               /**< claim in which this one is told of, or PRESS_NONE */
  uint32_t heir;                 /**< claim whose speaker it takes, or PRESS_NONE */
  const press_attribution *from; /**< the model's, or NULL */
  press_who speaker;
  press_whos co_speakers;            /**< joined to the speaker by "and" */
  float surety;                      /**< the model's own score of the cue */
  float source_score, content_score; /**< its scores of the others; 0: not known */
  float score;    /**< how it ranks among claims; press_signs__score() at the end */
  uint8_t by;     /**< press_claim_by */
  uint8_t form;   /**< press_form */
  bool verbatim;  /**< words given as spoken without marks: a transcript's line */
  uint8_t nested; /**< press_nested */
  bool hearsay;   /**< "is said to have told": the passive's subject speaks */
  bool gone;      /**< joined to another, out of scope, or empty */
} press_claim;

typedef PRESS_VEC(press_claim) press_claims;

/** What the steps share. `arena` is the document's. */
typedef struct press_stating {
  const press_context *cx;
  const press_found *f;
  press_arena *arena;
  const press_text *text;
  const press_ling *ling;
  press_claims claims;
  uint32_t *run_of;   /**< token to the outermost quotation around it, or PRESS_NONE */
  uint32_t *inner_of; /**< token to the innermost quotation around it, or PRESS_NONE */
  uint32_t *claim_of; /**< token to the claim with it in its content, or PRESS_NONE */
} press_stating;

/** The first steps: the model's claims, with bounds by rule. */
void press_stating__begin(const press_context *cx, const press_found *f,
                          press_stating *s);

/** Column of cues.tsv. */
enum {
  PRESS_CUE_LEMMA,
  PRESS_CUE_POS,
  PRESS_CUE_CLASS,
  PRESS_CUE_SHARE,
  PRESS_CUE_QUOTE,
  PRESS_CUE_ADDRESSEE
};

/* ---- statement_cues.c ---- */

/** The row of cues.tsv that fits the words of a cue best, with its lemma; NULL when
 *  none does (the lemma is then that of the cue's most telling word). */
const press_row *press_cue__find(const press_stating *s, press_range cue,
                                 press_str *lemma);
/** Whether token `i` alone may introduce a quotation: "said", "told". */
const press_row *press_cue__quoting(const press_stating *s, uint32_t i);
/** Whether a sign, a cake, a banner "says" it. */
bool press_claim__inscribed(const press_stating *s, const press_claim *c);
/** Whether a content says more than a name or a subject: it has a verb. */
bool press_claim__has_verb(const press_stating *s, const press_claim *c);
/** Whether the cue only gives a name: "titled", "known as". */
bool press_cue__names(const press_claim *c);
/** Whether the object of such a cue is who is spoken to: "urged the town". */
static inline bool press_cue__has_addressee(const press_row *row) {
  return row && press_str__eq(row->column[PRESS_CUE_ADDRESSEE], S("addressee"));
}
/** Whether the claim is put into words, or only thought, wanted, shown. */
bool press_cue__spoken(const press_stating *s, const press_claim *c);

/* ---- statement_candidates.c ---- */

/** Claims from the model's attributions. */
void press_claim__from_model(press_stating *s);
/** An empty claim with one part. */
press_claim *press_claim__add(press_stating *s, uint8_t by, press_range content,
                              float score);
/** Marks the tokens of a claim in claim_of. */
void press_claim__cover(press_stating *s, uint32_t claim);
/** Adds a part at the claim's end, and marks it. */
void press_claim__join(press_stating *s, uint32_t claim, press_range part);
/** Takes the parts that meet the words from the claims that have them. */
void press_claim__release(press_stating *s, press_range words);
/** Tokens of [at.begin, at.end) that stand in some claim's content, claims left out
 *  whose cue stands in there too. */
uint32_t press_claim__covered(const press_stating *s, press_range at);

/* ---- statement_bounds.c ---- */

/** Makes the parts of a claim as contract and reader want them: marks balanced,
 *  "that" inside, commas and the final stop outside, cue, source and addressee cut
 *  out, no part over a paragraph's end. Marks a claim without words as gone. */
void press_claim__bound(press_stating *s, press_claim *c);
/** Extends the cue over its auxiliaries. */
void press_claim__bound_cue(press_stating *s, press_claim *c);

/** One part as `press_claim__bound` would leave it, cue and source not cut out. */
press_range press_claim__tidy(const press_stating *s, const press_claim *c,
                              press_range r);

/* ---- statement_borders.c ---- */

/** Weighs the model's other borders of each content, and takes the best. */
void press_claim__weigh_borders(press_stating *s);

/* ---- statement_tails.c ---- */

/** Drops what follows a cue whose quotation stands before it: "in the video". */
void press_claim__drop_occasion(const press_stating *s, press_claim *c);

/* ---- statement_addressee.c ---- */

/** Finds who is spoken to, and keeps him out of the content. */
void press_claim__address(press_stating *s, press_claim *c);

/* ---- statement_lines.c: forms of the page rather than the sentence ---- */

/** "..." - Name; From X: "..."; NAME: text; Q: and A:; headline colons. */
void press_claim__from_lines(press_stating *s);

/* ---- statement_runs.c ---- */

/** Quoted runs that no claim holds yet, with a reporting verb in their sentence; and
 *  runs that go on after `"...," X said.` */
void press_claim__from_runs(press_stating *s);
/** The noun phrase headed by token `head`. */
press_range press_claim__phrase(const press_stating *s, uint32_t head);

/* ---- statement_clauses.c ---- */

/** Reporting verbs and nouns with a clause that no claim holds yet. */
void press_claim__from_clauses(press_stating *s);

/* ---- statement_subject.c ---- */

/** Cues whose subject carries a relative clause: "..., the union that runs it said". */
void press_claim__from_subjects(press_stating *s);

/* ---- statement_hearsay.c ---- */

/** For each token the claim with it in its cue, or PRESS_NONE. */
uint32_t *press_claim__cues(const press_stating *s);
/** "is understood to have told aides that": the inner verb's claim. */
void press_claim__from_hearsay(press_stating *s);

/* ---- statement_relayed.c ---- */

/** "Ann Smith said Tom Jones had told her that": the inner statement. */
void press_claim__from_relayed(press_stating *s);

/* ---- statement_continuation.c ---- */

/** Paragraphs that are only quotation: joined to the statement they go on with, or
 *  a statement of the speaker before. */
void press_claim__continue(press_stating *s);

/* ---- statement_labels.c ---- */

/** The speakers of a transcript's lines. */
void press_claim__labels(press_stating *s);

/* ---- statement_speaker.c ---- */

/** Whom each claim's source means. */
void press_claim__speakers(press_stating *s);

/* ---- statement_choice.c ---- */

/** The press_nested of a claim; speakers are known. */
uint8_t press_claim__nested(const press_stating *s, uint32_t claim);
/** Of claims that say the same, the weaker goes. The claims are in text order. */
void press_claim__drop_doubles(press_stating *s);
/** Whether the caller's scope wants the claim. */
bool press_claim__in_scope(const press_stating *s, const press_claim *c);

/* ---- statement_form.c ---- */

/** Direct, mixed, indirect by the share of words in quotation marks. */
press_form press_claim__form(const press_stating *s, const press_claim *c);
/** The public statement of a claim. */
void press_claim__write(const press_stating *s, const press_claim *c,
                        press_statement *out);

/* ---- statement_score.c ---- */

/** What the score of a statement rests on: one number each, 0 where it says nothing. */
typedef enum press_sign {
#define X(name) PRESS_SIGN_##name,
#include "find/signs.def"
#undef X
  PRESS_N_SIGNS
} press_sign;

/** The name of a sign in data/score.tsv. */
const char *press_sign__name(uint32_t sign);
/** The signs of a claim; `x` has room for PRESS_N_SIGNS. */
void press_claim__signs(const press_stating *s, const press_claim *c, float *x);
/** The probability that a careful reader agrees, in hundredths, by data/score.tsv. */
float press_signs__score(const press_lexicon *lex, const float *x);

/* ---- small questions about tokens, used by all steps ---- */

static inline press_str press_stating__low(const press_stating *s, uint32_t i) {
  return s->text->tokens[i].low;
}
static inline bool press_stating__is(const press_stating *s, uint32_t i, press_str low) {
  return i < s->text->n_tokens && press_str__eq(s->text->tokens[i].low, low);
}
static inline uint32_t press_stating__para(const press_stating *s, uint32_t i) {
  return s->text->sentences[s->text->tokens[i].sentence].para;
}
static inline bool press_stating__word(const press_stating *s, uint32_t i) {
  uint8_t k = s->text->tokens[i].kind;
  return k == PRESS_TOKEN_WORD || k == PRESS_TOKEN_NUMBER;
}
static inline bool press_range__holds(press_range r, uint32_t i) {
  return r.begin <= i && i < r.end;
}
static inline bool press_range__meets(press_range a, press_range b) {
  return a.begin < b.end && b.begin < a.end;
}
static inline bool press_range__empty(press_range r) {
  return r.begin >= r.end;
}

#endif
