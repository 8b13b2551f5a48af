/** To whom a statement is said: "told Ms Reid", "urged the town to pay". */
#include "find/statement.h"

/** Words that may stand between "told" and what was told. */
#define ADDRESSEE_TOKENS 20
/** The longest object of "urged" before its "to". */
#define OBJECT_TOKENS 14

static uint32_t subtree_end(const press_stating *s, uint32_t head, uint32_t limit) {
  uint32_t end = head + 1;
  for (uint32_t i = head + 1; i < limit; i++) {
    uint32_t up = i;
    for (int depth = 0; up != PRESS_NONE && up != head && depth < 8; depth++)
      up = s->ling->words[up].head;
    if (up == head) end = i + 1;
  }
  return end;
}

/** A child of the cue's verb that names who is told: "told Ms Reid", "said to Reid". */
static uint32_t addressee_head(const press_stating *s, uint32_t verb, uint32_t limit) {
  const press_word *w = s->ling->words;
  press_str lemma;
  bool takes_object =
      press_cue__has_addressee(press_cue__find(s, (press_range){verb, verb + 1}, &lemma));
  for (uint32_t i = verb + 1; i < limit; i++) {
    if (w[i].head != verb) continue;
    if (w[i].deprel == PRESS_DEP_iobj) return i;
    if (w[i].deprel == PRESS_DEP_obj && takes_object) return i;
    if (w[i].deprel == PRESS_DEP_obl && i > verb + 1 &&
        press_stating__is(s, verb + 1, S("to")))
      return i;
  }
  return PRESS_NONE;
}

/** Back over "not" and "never": "warned them | not to go" says the opposite without. */
static uint32_t with_negation(const press_stating *s, uint32_t to, uint32_t begin) {
  while (to > begin && (press_stating__is(s, to - 1, S("not")) ||
                        press_stating__is(s, to - 1, S("never"))))
    to--;
  return to;
}

/** "urged | the town to pay": who is urged is no part of what is said. The model has
 *  learnt it as one. The part from "(not) to" on, or PRESS_NONE. */
static uint32_t infinitive_after(const press_stating *s, const press_claim *c) {
  press_range r = c->parts.at[0];
  uint32_t limit = r.begin + OBJECT_TOKENS < r.end ? r.begin + OBJECT_TOKENS : r.end;
  if (r.begin != c->cue.end || !press_cue__has_addressee(c->row)) return PRESS_NONE;
  for (uint32_t i = r.begin; i + 1 < limit; i++) {
    if (s->ling->words[i].upos == PRESS_UPOS_VERB || s->run_of[i] != PRESS_NONE) break;
    if (!press_stating__is(s, i, S("to"))) continue;
    uint8_t next = s->ling->words[i + 1].upos;
    if (next == PRESS_UPOS_VERB || next == PRESS_UPOS_AUX)
      return with_negation(s, i, r.begin);
  }
  return PRESS_NONE;
}

static bool cut_addressee(const press_stating *s, press_claim *c) {
  uint32_t to = infinitive_after(s, c);
  if (to == PRESS_NONE || to == c->parts.at[0].begin) return false;
  c->addressee = (press_range){c->parts.at[0].begin, to};
  c->parts.at[0].begin = to;
  return true;
}

void press_claim__address(press_stating *s, press_claim *c) {
  if (c->gone || press_range__empty(c->cue) || cut_addressee(s, c)) return;
  for (uint32_t verb = c->cue.begin; verb < c->cue.end; verb++) {
    if (s->ling->words[verb].upos != PRESS_UPOS_VERB) continue;
    uint32_t limit = s->text->sentences[s->text->tokens[verb].sentence].end;
    if (limit > verb + ADDRESSEE_TOKENS) limit = verb + ADDRESSEE_TOKENS;
    for (uint32_t k = 0; k < c->parts.n; k++)
      if (c->parts.at[k].begin > verb && c->parts.at[k].begin < limit) {
        limit = c->parts.at[k].begin;
        break;
      }
    uint32_t head = addressee_head(s, verb, limit);
    if (head == PRESS_NONE) continue;
    c->addressee = (press_range){head, subtree_end(s, head, limit)};
    return;
  }
}
