/** Whom a claim's source means. What cannot be told stays PRESS_NOBODY. */
#include "find/statement.h"

#include <string.h>

/** What a statement loses whose speaker was only carried over, or not found. */
#define HEIR_FACTOR   0.9f
#define NOBODY_FACTOR 0.8f
/** Most speakers of one statement beside the first. */
#define CO_SPEAKERS 4
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
static press_who from_parse(const press_stating *s, press_claim *c) {
  uint32_t head = cue_head(s, c->cue), who = PRESS_NONE;
  const press_word *w = &s->ling->words[head];
  bool asked = w->deprel == PRESS_DEP_advcl && strcmp(w->xpos, "VBG") != 0;
  if (asked && press_cue__has_addressee(c->row)) return (press_who){0};
  if (s->ling->words[head].upos == PRESS_UPOS_NOUN) who = child(s, head, PRESS_DEP_nmod);
  if (who != PRESS_NONE && who > head) who = PRESS_NONE;
  if (who == PRESS_NONE) who = subject_above(s, head);
  if (who == PRESS_NONE) return (press_who){0};
  bool possessor = who < head && s->ling->words[who].head == head;
  if (possessor || w->upos == PRESS_UPOS_VERB) c->source = press_claim__phrase(s, who);
  if (c->parts.n == 1 && c->source.begin <= c->parts.at[0].begin &&
      c->parts.at[0].end <= c->source.end)
    c->gone = true; /* the model took the speaker for what he said */
  return press_find__who(s->f, (press_range){who, who + 1});
}

/** A person's name that heads the source or stands in apposition: "Egypt's envoy, Ada
 *  Lund"; not "a spokesman for Ada Lund". */
static const press_mention *person_in(const press_stating *s, press_range source) {
  for (uint32_t i = source.begin; i < source.end; i++) {
    const press_mention *m = press_find__mention_at(s->f, i);
    if (!m || m->head != i || m->kind != PRESS_MENTION_NAME) continue;
    if (m->who.kind != PRESS_ENTITY || s->f->entities[m->who.id].type != PRESS_PERSON)
      continue;
    uint8_t rel = s->ling->words[i].deprel;
    /* "according to Orr": under a preposition, but nothing stands before the name */
    if (m->np.begin == source.begin && rel != PRESS_DEP_compound &&
        !press_stating__is(s, m->at.end, S("'s")) &&
        !press_stating__is(s, m->at.end, S("'")))
      return m;
    bool beside = rel == PRESS_DEP_nmod || rel == PRESS_DEP_compound ||
                  rel == PRESS_DEP_obl || rel == PRESS_DEP_obj ||
                  child(s, i, PRESS_DEP_case) != PRESS_NONE;
    if (!beside) return m;
  }
  return NULL;
}

/** "Orr and her deputy, Ada Lund": something is joined to the first by "and". */
static bool is_joined(const press_stating *s, uint32_t first, press_range source) {
  for (uint32_t i = first + 1; i < source.end; i++)
    if (s->ling->words[i].head == first && s->ling->words[i].deprel == PRESS_DEP_conj)
      return true;
  return false;
}

/** The mention that the source's own head brings, if anybody knows whom it means. */
static const press_mention *head_of(const press_stating *s, press_range source) {
  for (uint32_t i = source.begin; i < source.end; i++) {
    if (press_range__holds(source, s->ling->words[i].head)) continue;
    const press_mention *m = press_find__mention_at(s->f, i);
    return m && m->head == i && m->who.kind != PRESS_NOBODY ? m : NULL;
  }
  return NULL;
}

/** Hangs from another noun: "at the University of Graz". */
static bool beside(const press_stating *s, uint32_t i) {
  uint8_t rel = s->ling->words[i].deprel;
  return (rel == PRESS_DEP_nmod || rel == PRESS_DEP_obl) &&
         child(s, i, PRESS_DEP_case) != PRESS_NONE;
}

/** Whom the source's words mean; its own person before a body or a role, the first of
 *  two that are joined. */
static press_who from_source(const press_stating *s, press_range source) {
  const press_mention *m = press_find__mention_in(s->f, source);
  const press_mention *heads = head_of(s, source);
  if (m && heads && heads != m && beside(s, m->head)) m = heads;
  const press_mention *person = person_in(s, source);
  press_who who = m ? m->who : (press_who){PRESS_NOBODY, 0};
  if (!person) return who;
  bool named = who.kind == PRESS_ENTITY && !s->f->entities[who.id].unnamed &&
               s->f->entities[who.id].type == PRESS_PERSON;
  return named && !is_joined(s, person->head, source) ? who : person->who;
}

static bool same_who(press_who a, press_who b) {
  return a.kind == b.kind && a.id == b.id;
}

static bool is_among(press_who who, press_who first, const press_who *found, uint32_t n) {
  bool known = same_who(who, first);
  for (uint32_t k = 0; k < n; k++) known |= same_who(who, found[k]);
  return known;
}

/** Who else speaks: "Orr, Birk and the union said". The parse may join the third to the
 *  second; what is joined to no speaker does not speak ("of Hull and Beverley"). */
static press_whos others(const press_stating *s, const press_claim *c) {
  press_who found[CO_SPEAKERS];
  uint32_t n = 0;
  const press_word *w = s->ling->words;
  for (uint32_t i = c->source.begin; i < c->source.end && n < CO_SPEAKERS; i++) {
    if (w[i].deprel != PRESS_DEP_conj || !press_range__holds(c->source, w[i].head))
      continue;
    const press_mention *m = press_find__mention_at(s->f, i);
    const press_mention *first = press_find__mention_at(s->f, w[i].head);
    bool pair = m && first && m->head == i && is_among(first->who, c->speaker, found, n);
    if (!pair || m->who.kind == PRESS_NOBODY) continue;
    if (!is_among(m->who, c->speaker, found, n)) found[n++] = m->who;
  }
  press_who *at = n ? PRESS_NEW(s->arena, press_who, n) : NULL;
  for (uint32_t k = 0; k < n; k++) at[k] = found[k];
  return (press_whos){at, n};
}

/** In "Mr Orr was told", "Mr Orr was attacked" and "asked about it, Mr Orr" he does not
 *  speak; with "told" he is spoken to. */
static void turn_passive(const press_stating *s, press_claim *c) {
  if (c->hearsay || press_range__empty(c->source) || press_range__empty(c->cue)) return;
  uint32_t head = cue_head(s, c->cue);
  const press_word *w = s->ling->words;
  bool addressed = press_cue__has_addressee(c->row), passive = false;
  for (uint32_t i = c->source.begin; i < c->source.end; i++)
    passive |= w[i].head == head && w[i].deprel == PRESS_DEP_nsubj && w[i].passive;
  bool fronted = addressed && w[head].deprel == PRESS_DEP_advcl &&
                 c->source.begin > head && strcmp(w[head].xpos, "VBG") != 0;
  if (!passive && !fronted) return;
  if (addressed && press_range__empty(c->addressee)) c->addressee = c->source;
  c->source = (press_range){0, 0};
}

static void speaker_of(press_stating *s, press_claim *c) {
  turn_passive(s, c);
  uint32_t outer =
      press_range__empty(c->source) ? PRESS_NONE : s->claim_of[c->source.begin];
  if (c->verbatim) {
    /* its label was read already */
  } else if (outer != PRESS_NONE && is_self(s, c->source) && &s->claims.at[outer] != c) {
    c->speaker = s->claims.at[outer].speaker;
  } else if (!press_range__empty(c->source)) {
    c->speaker = from_source(s, c->source);
    if (c->speaker.kind != PRESS_NOBODY) c->co_speakers = others(s, c);
  } else if (c->heir != PRESS_NONE) {
    c->speaker = s->claims.at[c->heir].speaker;
    c->co_speakers = s->claims.at[c->heir].co_speakers;
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
