/** "The mayor is understood to have told aides that ...": the mayor speaks, and what
 *  he told is the statement; who understands it so is not said. */
#include "find/statement.h"

#include <string.h>

#define HEARSAY_SCORE 0.7f
/** Tokens between the verb told of and its clause: "told aides in private that". */
#define CLAUSE_REACH 10
/** Words that the clause has at least. */
#define CLAUSE_WORDS 3

static bool is_hearsay(press_str w) {
  static const char *const words[] = {"said",    "understood", "reported", "believed",
                                      "thought", "alleged",    "rumoured", "rumored"};
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if (press_str__is(w, words[i])) return true;
  return false;
}

/** Where "is understood to have told" begins, when it ends with the verb `i`. */
static uint32_t begin_of(const press_stating *s, uint32_t i) {
  if (i < 4 || !press_stating__is(s, i - 1, S("have"))) return PRESS_NONE;
  if (!press_stating__is(s, i - 2, S("to"))) return PRESS_NONE;
  if (!is_hearsay(press_stating__low(s, i - 3))) return PRESS_NONE;
  bool be = press_str__eq(s->ling->words[i - 4].lemma, S("be"));
  return be ? i - 4 : PRESS_NONE;
}

static uint32_t subject_of(const press_stating *s, uint32_t verb) {
  press_sentence in = s->text->sentences[s->text->tokens[verb].sentence];
  for (uint32_t i = in.begin; i < verb; i++)
    if (s->ling->words[i].head == verb && s->ling->words[i].deprel == PRESS_DEP_nsubj)
      return i;
  return PRESS_NONE;
}

/** From the clause's "that" to the sentence's end, or to that of the claim before. */
static press_range clause_of(const press_stating *s, uint32_t verb,
                             const press_claim *old) {
  press_sentence in = s->text->sentences[s->text->tokens[verb].sentence];
  press_range r = {0, in.end};
  if (old && old->parts.at[old->parts.n - 1].end > verb)
    r.end = old->parts.at[old->parts.n - 1].end;
  for (uint32_t i = verb + 1; i < in.end && i <= verb + CLAUSE_REACH; i++)
    if (press_stating__is(s, i, S("that"))) {
      r.begin = i;
      break;
    }
  return r.begin && r.begin + CLAUSE_WORDS < r.end ? r : (press_range){0, 0};
}

uint32_t *press_claim__cues(const press_stating *s) {
  uint32_t *of = PRESS_NEW(s->arena, uint32_t, s->text->n_tokens);
  for (uint32_t i = 0; i < s->text->n_tokens; i++) of[i] = PRESS_NONE;
  for (uint32_t k = 0; k < s->claims.n; k++)
    for (uint32_t i = s->claims.at[k].cue.begin;
         !s->claims.at[k].gone && i < s->claims.at[k].cue.end; i++)
      if (of[i] == PRESS_NONE) of[i] = k;
  return of;
}

static press_claim *claim_with(press_stating *s, const uint32_t *cues, press_range cue) {
  for (uint32_t i = cue.begin; i < cue.end; i++)
    if (cues[i] != PRESS_NONE) return &s->claims.at[cues[i]];
  return NULL;
}

static void tell(press_stating *s, const uint32_t *cues, uint32_t begin, uint32_t verb) {
  press_range cue = {begin, verb + 1};
  press_claim *c = claim_with(s, cues, cue);
  uint32_t who = subject_of(s, begin + 1);
  press_range words = clause_of(s, verb, c);
  if (who == PRESS_NONE || press_range__empty(words)) return;
  if (!c) {
    if (s->claim_of[words.begin] != PRESS_NONE) return;
    c = press_claim__add(s, PRESS_BY_CLAUSE, words, HEARSAY_SCORE);
  }
  c->cue = cue;
  c->source = press_claim__phrase(s, who);
  c->parts.n = 1;
  c->parts.at[0] = words;
  c->from = NULL;
  c->hearsay = true;
  c->addressee = (press_range){0, 0};
  c->row = press_cue__find(s, (press_range){verb, verb + 1}, &c->lemma);
}

void press_claim__from_hearsay(press_stating *s) {
  const uint32_t *cues = press_claim__cues(s);
  for (uint32_t i = 4; i < s->text->n_tokens; i++) {
    uint32_t begin = begin_of(s, i);
    if (begin != PRESS_NONE && press_cue__quoting(s, i) && s->run_of[i] == PRESS_NONE)
      tell(s, cues, begin, i);
  }
}
