/** Clauses the model left out: a reporting verb with subject and clause ("warned
 *  that", "threatened to"), a reporting noun with a clause ("the announcement that").
 *  Found in the parse, which knows nothing of the cues the model has seen. */
#include "find/statement.h"

/** Share of a verb's uses that report, for a that-clause and for "to". */
#define THAT_SHARE 0.30
#define TO_SHARE   0.35
/** The same for a noun with a that-clause. */
#define NOUN_SHARE      0.02
#define CLAUSE_SCORE    0.5f
#define ACCORDING_SCORE 0.7f
/** Tokens between such a noun and its "that". */
#define NOUN_REACH 5
/** A claim of the model that is no speech gives way below this score. */
#define WEAK_SCORE 0.9f
/** Words that such a clause has at least. */
#define CLAUSE_WORDS 3
/** Steps from a word up to the clause's head. */
#define DEPTH 16

static bool under(const press_stating *s, uint32_t i, uint32_t head) {
  for (int depth = 0; i != PRESS_NONE && depth < DEPTH; depth++) {
    if (i == head) return true;
    i = s->ling->words[i].head;
  }
  return false;
}

/** From the first to the last word under `head`, within its sentence. */
static press_range clause_of(const press_stating *s, uint32_t head) {
  press_sentence in = s->text->sentences[s->text->tokens[head].sentence];
  press_range r = {head, head + 1};
  for (uint32_t i = in.begin; i < in.end; i++) {
    if (!under(s, i, head)) continue;
    if (i < r.begin) r.begin = i;
    if (i + 1 > r.end) r.end = i + 1;
  }
  return r;
}

static uint32_t child(const press_stating *s, uint32_t head, press_deprel rel,
                      uint32_t from) {
  press_sentence in = s->text->sentences[s->text->tokens[head].sentence];
  for (uint32_t i = from > in.begin ? from : in.begin; i < in.end; i++)
    if (s->ling->words[i].head == head && s->ling->words[i].deprel == rel) return i;
  return PRESS_NONE;
}

static bool has_mark(const press_stating *s, uint32_t clause, press_str word) {
  uint32_t mark = child(s, clause, PRESS_DEP_mark, 0);
  return mark != PRESS_NONE && press_stating__is(s, mark, word);
}

static double share(const press_row *r) {
  return press_row__number(r, PRESS_CUE_SHARE, 0);
}

/** "the announcement on Tuesday that": the clause of a "that" behind the noun and at
 *  most a short adverbial. The parse hangs such clauses anywhere. */
static uint32_t noun_clause(const press_stating *s, uint32_t noun) {
  press_sentence in = s->text->sentences[s->text->tokens[noun].sentence];
  for (uint32_t i = noun + 1; i < in.end && i <= noun + NOUN_REACH; i++) {
    const press_word *w = &s->ling->words[i];
    if (press_stating__is(s, i, S("that"))) {
      bool marks = w->deprel == PRESS_DEP_mark && w->head != PRESS_NONE && w->head > i;
      return marks ? w->head : PRESS_NONE;
    }
    if (w->upos == PRESS_UPOS_VERB || w->upos == PRESS_UPOS_AUX ||
        w->upos == PRESS_UPOS_PUNCT)
      return PRESS_NONE;
  }
  return PRESS_NONE;
}

/** The clause that a verb or noun reports, or PRESS_NONE. */
static uint32_t reported(const press_stating *s, uint32_t cue, const press_row *row) {
  if (press_str__eq(row->column[PRESS_CUE_POS], S("noun")))
    return share(row) >= NOUN_SHARE ? noun_clause(s, cue) : PRESS_NONE;
  uint32_t clause = child(s, cue, PRESS_DEP_ccomp, cue + 1);
  if (clause != PRESS_NONE) return share(row) >= THAT_SHARE ? clause : PRESS_NONE;
  clause = child(s, cue, PRESS_DEP_xcomp, cue + 1);
  if (clause == PRESS_NONE || !has_mark(s, clause, S("to"))) return PRESS_NONE;
  return share(row) >= TO_SHARE ? clause : PRESS_NONE;
}

static uint32_t speaker_head(const press_stating *s, uint32_t cue, bool noun) {
  if (!noun) return child(s, cue, PRESS_DEP_nsubj, 0);
  uint32_t owner = child(s, cue, PRESS_DEP_nmod, 0);
  return owner != PRESS_NONE && owner < cue ? owner : PRESS_NONE;
}

static bool is_weak(const press_stating *s, const press_claim *c) {
  return c->by == PRESS_BY_MODEL && c->score < WEAK_SCORE && !press_cue__spoken(s, c);
}

/** Whether a claim that stays holds some of the words. */
static bool held(const press_stating *s, press_range words) {
  for (uint32_t i = words.begin; i < words.end; i++) {
    uint32_t k = s->claim_of[i];
    if (k != PRESS_NONE && !is_weak(s, &s->claims.at[k])) return true;
  }
  return false;
}

static void try_cue(press_stating *s, uint32_t i, const uint8_t *cued) {
  uint8_t pos = s->ling->words[i].upos;
  press_str lemma;
  if ((pos != PRESS_UPOS_VERB && pos != PRESS_UPOS_NOUN) || cued[i]) return;
  if (held(s, (press_range){i, i + 1}) || s->run_of[i] != PRESS_NONE) return;
  const press_row *row = press_cue__find(s, (press_range){i, i + 1}, &lemma);
  if (!row || !press_str__eq(row->column[PRESS_CUE_CLASS], S("speech"))) return;
  bool noun = press_str__eq(row->column[PRESS_CUE_POS], S("noun"));
  uint32_t clause = reported(s, i, row), who = speaker_head(s, i, noun);
  if (clause == PRESS_NONE || (!noun && who == PRESS_NONE)) return;
  press_range words = clause_of(s, clause);
  if (words.end - words.begin < CLAUSE_WORDS || held(s, words)) return;
  press_claim__release(s, words);
  press_claim *c = press_claim__add(s, PRESS_BY_CLAUSE, words, CLAUSE_SCORE);
  c->cue = (press_range){i, i + 1};
  if (who != PRESS_NONE) c->source = press_claim__phrase(s, who);
  press_claim__cover(s, s->claims.n - 1);
}

/** "According to the board, the ferry will sail": all of the sentence but the phrase. */
static void try_according(press_stating *s, uint32_t i) {
  const press_word *w = s->ling->words;
  if (!press_stating__is(s, i, S("according")) || !press_stating__is(s, i + 1, S("to")))
    return;
  uint32_t head = w[i].deprel == PRESS_DEP_case ? w[i].head : PRESS_NONE;
  press_sentence in = s->text->sentences[s->text->tokens[i].sentence];
  if (head == PRESS_NONE || head < i + 2 || head >= in.end) return;
  press_range who = press_claim__phrase(s, head);
  press_range before = {in.begin, i}, after = {who.end, in.end};
  who.begin = i + 2;
  if (held(s, before) || held(s, after)) return;
  bool first = before.end - before.begin >= CLAUSE_WORDS;
  press_claim *c =
      press_claim__add(s, PRESS_BY_CLAUSE, first ? before : after, ACCORDING_SCORE);
  if (first && after.end - after.begin >= CLAUSE_WORDS)
    *PRESS_PUSH(s->arena, &c->parts) = after;
  c->cue = (press_range){i, i + 2};
  c->source = who;
  press_claim__cover(s, s->claims.n - 1);
}

void press_claim__from_clauses(press_stating *s) {
  uint8_t *cued = PRESS_NEW(s->arena, uint8_t, s->text->n_tokens);
  for (uint32_t k = 0; k < s->claims.n; k++)
    for (uint32_t i = s->claims.at[k].cue.begin; i < s->claims.at[k].cue.end; i++)
      cued[i] = 1;
  for (uint32_t i = 0; i < s->text->n_tokens; i++) {
    if (!cued[i]) try_according(s, i);
    try_cue(s, i, cued);
  }
}
