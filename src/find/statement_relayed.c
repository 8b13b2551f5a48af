/** Statements told of in another's: "Ann Smith said Tom Jones had told her that the
 *  ferry would not sail." The language core has learnt the outer one only. */
#include "find/statement.h"

#include <string.h>

#define RELAYED_SCORE 0.7f
/** Share of a verb's uses that report. */
#define RELAYED_SHARE 0.3
/** Words that the inner content has at least. */
#define CONTENT_WORDS 3
/** How far a verb's subject and its clause's head may stand. */
#define REACH 40

/** The nearest child of a verb on one side of it under a relation. */
static uint32_t child(const press_stating *s, uint32_t verb, press_deprel rel,
                      bool after) {
  press_sentence in = s->text->sentences[s->text->tokens[verb].sentence];
  for (uint32_t k = 1; k <= REACH; k++) {
    uint32_t i = after ? verb + k : verb - k;
    if (after ? i >= in.end : verb < in.begin + k) return PRESS_NONE;
    const press_word *w = &s->ling->words[i];
    if (w->head == verb && w->deprel == rel && !w->passive) return i;
  }
  return PRESS_NONE;
}

/** The clause is whole: it has "that" or a subject of its own. */
static bool is_full(const press_stating *s, uint32_t clause) {
  const press_word *w = s->ling->words;
  uint32_t mark = child(s, clause, PRESS_DEP_mark, false);
  bool that = mark != PRESS_NONE && press_stating__is(s, mark, S("that"));
  return that || (child(s, clause, PRESS_DEP_nsubj, false) != PRESS_NONE &&
                  (mark == PRESS_NONE || w[mark].upos != PRESS_UPOS_PART));
}

/** "had told", "told": not "may tell", "would say", "did not say", "to say". */
static bool is_told(const press_stating *s, uint32_t verb) {
  const char *x = s->ling->words[verb].xpos;
  bool past = strcmp(x, "VBD") == 0 || strcmp(x, "VBN") == 0;
  for (uint32_t i = verb; past && i > 0 && verb - i < 4; i--) {
    if (s->ling->words[i - 1].head != verb) break;
    past = !press_stating__is(s, i - 1, S("not")) &&
           !press_stating__is(s, i - 1, S("never")) &&
           strcmp(s->ling->words[i - 1].xpos, "MD") != 0;
  }
  return past;
}

static bool reports(const press_stating *s, uint32_t i) {
  press_str lemma;
  if (s->ling->words[i].upos != PRESS_UPOS_VERB || s->run_of[i] != PRESS_NONE)
    return false;
  const press_row *row = press_cue__find(s, (press_range){i, i + 1}, &lemma);
  return row && press_str__eq(row->column[PRESS_CUE_CLASS], S("speech")) &&
         press_row__number(row, PRESS_CUE_SHARE, 0) >= RELAYED_SHARE;
}

/** The verb is the content's own: what the outer cue reports, not an aside in it. */
static bool is_top(const press_stating *s, const press_claim *outer, uint32_t i) {
  uint32_t up = s->ling->words[i].head;
  return s->ling->words[i].deprel == PRESS_DEP_ccomp &&
         press_range__holds(outer->cue, up);
}

/** "warned her the pier was rotten": the parse gives the clause two subjects, of which
 *  the first is who is told. */
static bool tells_first(const press_stating *s, uint32_t verb, uint32_t clause) {
  const press_word *w = &s->ling->words[verb + 1];
  uint32_t subject = child(s, clause, PRESS_DEP_nsubj, false);
  return w->upos == PRESS_UPOS_PRON && w->head == clause &&
         w->deprel == PRESS_DEP_nsubj && subject != PRESS_NONE && subject > verb + 1;
}

static bool add(press_stating *s, uint32_t outer, press_range part, uint32_t verb) {
  uint32_t who = child(s, verb, PRESS_DEP_nsubj, false);
  uint32_t clause = child(s, verb, PRESS_DEP_ccomp, true);
  if (who == PRESS_NONE || clause == PRESS_NONE || !is_full(s, clause)) return false;
  press_range words = press_claim__phrase(s, clause);
  bool told = tells_first(s, verb, clause);
  if (words.begin <= verb + told) words.begin = verb + 1 + told;
  if (words.end > part.end) words.end = part.end;
  if (words.end < words.begin + CONTENT_WORDS) return false;
  press_claim *c = press_claim__add(s, PRESS_BY_CLAUSE, words, RELAYED_SCORE);
  c->cue = (press_range){verb, verb + 1};
  c->source = press_claim__phrase(s, who);
  c->relays = outer;
  if (told) c->addressee = (press_range){verb + 1, verb + 2};
  return true;
}

void press_claim__from_relayed(press_stating *s) {
  const uint32_t *cues = press_claim__cues(s);
  uint32_t n = s->claims.n;
  for (uint32_t k = 0; k < n; k++) {
    press_claim c = s->claims.at[k];
    if (c.gone || press_range__empty(c.cue) || !press_cue__spoken(s, &c)) continue;
    press_range part = c.parts.at[c.parts.n - 1];
    for (uint32_t i = part.begin; i < part.end && i < part.begin + REACH; i++)
      if (cues[i] == PRESS_NONE && reports(s, i) && is_told(s, i) && is_top(s, &c, i) &&
          add(s, k, part, i))
        break;
  }
}
