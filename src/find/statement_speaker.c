/** Whom a claim's source means. What cannot be told stays PRESS_NOBODY. */
#include "find/statement.h"

/** What a statement loses whose speaker was only carried over, or not found. */
#define HEIR_FACTOR   0.9f
#define NOBODY_FACTOR 0.8f
/** How far a noun's verb may stand. */
#define CLIMB 6

static bool is_self(const press_stating *s, press_range r) {
  if (r.end - r.begin != 1) return false;
  press_str w = press_stating__low(s, r.begin);
  return press_str__eq(w, S("i")) || press_str__eq(w, S("we"));
}

/** The head of a cue: the token whose own head lies outside it. */
static uint32_t cue_head(const press_stating *s, press_range cue) {
  for (uint32_t i = cue.begin; i < cue.end; i++) {
    uint32_t up = s->ling->words[i].head;
    if (press_stating__word(s, i) && !press_range__holds(cue, up)) return i;
  }
  return cue.begin;
}

/** The child of `head` under one of two relations. */
static uint32_t child(const press_stating *s, uint32_t head, press_deprel rel) {
  press_sentence in = s->text->sentences[s->text->tokens[head].sentence];
  for (uint32_t i = in.begin; i < in.end; i++)
    if (s->ling->words[i].head == head && s->ling->words[i].deprel == rel &&
        !s->ling->words[i].passive)
      return i;
  return PRESS_NONE;
}

/** The subject of a verb, or of the verbs it hangs on: "said ..., adding that". */
static uint32_t subject_above(const press_stating *s, uint32_t verb) {
  const press_word *w = s->ling->words;
  for (int k = 0; k < CLIMB && verb != PRESS_NONE; k++) {
    uint32_t subject = child(s, verb, PRESS_DEP_nsubj);
    if (subject != PRESS_NONE) return subject;
    uint8_t rel = w[verb].deprel;
    bool shares = rel == PRESS_DEP_conj || rel == PRESS_DEP_advcl ||
                  rel == PRESS_DEP_xcomp || rel == PRESS_DEP_obl ||
                  rel == PRESS_DEP_nmod || rel == PRESS_DEP_obj ||
                  rel == PRESS_DEP_parataxis;
    if (!shares) return PRESS_NONE;
    verb = w[verb].head;
  }
  return PRESS_NONE;
}

/** The words that name the speaker where the model saw none: the possessor of a noun
 *  ("his warning"), the subject of a verb. */
static press_who from_parse(const press_stating *s, const press_claim *c) {
  uint32_t head = cue_head(s, c->cue), who = PRESS_NONE;
  if (s->ling->words[head].upos == PRESS_UPOS_NOUN) who = child(s, head, PRESS_DEP_nmod);
  if (who != PRESS_NONE && who > head) who = PRESS_NONE;
  if (who == PRESS_NONE) who = subject_above(s, head);
  if (who == PRESS_NONE) return (press_who){0};
  return press_find__who(s->f, (press_range){who, who + 1});
}

static void speaker_of(press_stating *s, press_claim *c) {
  uint32_t outer =
      press_range__empty(c->source) ? PRESS_NONE : s->claim_of[c->source.begin];
  if (c->verbatim) {
    /* its label was read already */
  } else if (outer != PRESS_NONE && is_self(s, c->source) && &s->claims.at[outer] != c) {
    c->speaker = s->claims.at[outer].speaker;
  } else if (!press_range__empty(c->source)) {
    c->speaker = press_find__who(s->f, c->source);
  } else if (c->heir != PRESS_NONE) {
    c->speaker = s->claims.at[c->heir].speaker;
    c->score *= HEIR_FACTOR;
  } else if (!press_range__empty(c->cue)) {
    c->speaker = from_parse(s, c);
  }
  if (c->speaker.kind == PRESS_NOBODY) c->score *= NOBODY_FACTOR;
}

void press_claim__speakers(press_stating *s) {
  press_claim__labels(s);
  for (uint32_t i = 0; i < s->claims.n; i++)
    if (!s->claims.at[i].gone) speaker_of(s, &s->claims.at[i]);
}
