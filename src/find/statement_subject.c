/** Cues whose subject carries a relative clause: "The ferry may close, the union that
 *  represents its workers has warned." The core reads such a source as the words next
 *  to the cue, and the subject as a part of the content, or it sees nothing. */
#include "find/statement.h"

#include <string.h>

/** Score of a claim that only the parse shows. */
#define SUBJECT_SCORE 0.7f
/** Words that a content has at least. */
#define CONTENT_WORDS 3
/** Steps from a word up to a relative clause's noun. */
#define DEPTH 12
/** The longest office before a name. */
#define TITLE_TOKENS 14
/** Tokens between the noun and its cue. */
#define REACH 40

static bool is_acl(const press_stating *s, uint32_t i) {
  return s->ling->words[i].deprel == PRESS_DEP_acl;
}

static bool is_finite(const press_stating *s, uint32_t i) {
  const char *x = s->ling->words[i].xpos;
  return strcmp(x, "VBD") == 0 || strcmp(x, "VBZ") == 0 || strcmp(x, "VBP") == 0;
}

/** "that", "who", "which" as the subject or object of a relative clause. */
static bool is_relative(const press_stating *s, uint32_t i) {
  const char *x = s->ling->words[i].xpos;
  return strcmp(x, "WDT") == 0 || strcmp(x, "WP") == 0;
}

/** Whether the verb has its own finite form or auxiliary. */
static bool tells(const press_stating *s, uint32_t verb) {
  const press_word *w = s->ling->words;
  if (is_finite(s, verb)) return true;
  return verb > 0 && w[verb - 1].head == verb && w[verb - 1].deprel == PRESS_DEP_aux &&
         is_finite(s, verb - 1);
}

/** The noun that the parse gives two relative clauses, of which the second has no
 *  pronoun, no subject and no "and": that is no clause, but the noun's own verb. */
static uint32_t subject_of(const press_stating *s, uint32_t verb) {
  const press_word *w = s->ling->words;
  uint32_t noun = w[verb].head;
  if (!is_acl(s, verb) || noun >= verb || verb - noun > REACH) return PRESS_NONE;
  bool clause = false;
  for (uint32_t i = noun + 1; i < verb; i++) {
    const press_word *up = w[i].head == PRESS_NONE ? NULL : &w[w[i].head];
    if (w[i].head == verb && (w[i].deprel == PRESS_DEP_nsubj ||
                              w[i].deprel == PRESS_DEP_cc || is_relative(s, i)))
      return PRESS_NONE;
    clause |= is_relative(s, i) && up && up->head == noun && up->deprel == PRESS_DEP_acl;
  }
  return clause ? noun : PRESS_NONE;
}

/** The noun's phrase up to its cue, its edges without marks. */
static press_range phrase_of(const press_stating *s, uint32_t noun, press_range cue) {
  press_range r = press_claim__phrase(s, noun);
  r.end = cue.begin;
  while (r.begin < noun && !press_stating__word(s, r.begin)) r.begin++;
  while (r.end > noun + 1 && !press_stating__word(s, r.end - 1)) r.end--;
  return r;
}

static uint32_t words_in(const press_stating *s, press_range r) {
  uint32_t n = 0;
  for (uint32_t i = r.begin; i < r.end; i++) n += press_stating__word(s, i);
  return n;
}

/** What stands before the subject, up to a comma or a closing mark. */
static press_range content_before(const press_stating *s, press_range source) {
  press_sentence in = s->text->sentences[s->text->tokens[source.begin].sentence];
  press_range r = {in.begin, source.begin};
  if (r.begin >= r.end) return (press_range){0, 0};
  uint8_t kind = s->text->tokens[r.end - 1].kind;
  bool divided = kind == PRESS_TOKEN_QUOTE || press_stating__is(s, r.end - 1, S(","));
  return divided && words_in(s, r) >= CONTENT_WORDS ? r : (press_range){0, 0};
}

/** Of the claims with their cue in the words the first; all of them go. */
static press_claim *take(press_stating *s, const uint32_t *cues, press_range words) {
  press_claim *first = NULL;
  for (uint32_t i = words.begin; i < words.end; i++) {
    if (cues[i] == PRESS_NONE) continue;
    press_claim *c = &s->claims.at[cues[i]];
    if (!first && !c->gone) first = c;
    c->gone = true;
  }
  return first;
}

/** Gives the claim its words anew: the rest of what the core said of it is moot. */
static void rewrite(press_stating *s, press_claim *c, press_range words) {
  c->gone = false;
  c->from = NULL;
  c->addressee = (press_range){0, 0};
  c->parts.n = 1;
  c->parts.at[0] = words;
  c->row = press_cue__find(s, c->cue, &c->lemma);
  press_claim__bound(s, c);
  press_claim__address(s, c);
}

static void mend(press_stating *s, const uint32_t *cues, uint32_t verb, uint32_t noun) {
  press_range cue = {verb, verb + 1};
  while (cue.begin > noun && s->ling->words[cue.begin - 1].head == verb &&
         s->ling->words[cue.begin - 1].deprel == PRESS_DEP_aux)
    cue.begin--;
  press_range source = phrase_of(s, noun, cue);
  press_range words = content_before(s, source);
  if (press_range__empty(words)) return;
  take(s, cues, source);
  press_claim *c = take(s, cues, cue);
  if (!c) c = press_claim__add(s, PRESS_BY_CLAUSE, words, SUBJECT_SCORE);
  c->cue = cue;
  c->source = source;
  rewrite(s, c, words);
}

/** The subject with a relative clause that holds the source, or PRESS_NONE. */
static uint32_t subject_over(const press_stating *s, const press_claim *c,
                             uint32_t verb) {
  const press_word *w = s->ling->words;
  bool inside = false;
  uint32_t i = c->source.begin;
  for (int k = 0; k < DEPTH && i != PRESS_NONE && i != verb; k++) {
    if (inside && w[i].head == verb && w[i].deprel == PRESS_DEP_nsubj)
      return i < c->source.begin ? i : PRESS_NONE;
    inside |= w[i].deprel == PRESS_DEP_acl;
    i = w[i].head;
  }
  return PRESS_NONE;
}

/** A source that stands in a relative clause of the cue's subject is that subject:
 *  "The man who met *Ann Orr* said". Without words left the cue's clause is the content.
 */
static void widen(press_stating *s, press_claim *c, uint32_t verb) {
  uint32_t noun = subject_over(s, c, verb);
  if (noun == PRESS_NONE) return;
  c->source = phrase_of(s, noun, c->cue);
  press_sentence in = s->text->sentences[s->text->tokens[verb].sentence];
  press_range last = c->parts.at[c->parts.n - 1];
  bool before = last.begin >= in.begin && last.end <= c->source.end;
  for (uint32_t i = c->cue.end; before && i < in.end; i++)
    if (s->ling->words[i].head == verb && s->ling->words[i].deprel == PRESS_DEP_ccomp) {
      rewrite(s, c, (press_range){c->cue.end, in.end});
      return;
    }
  press_claim__bound(s, c);
}

/** Where the words before a name begin that hold no verb and follow a comma, or NONE. */
static uint32_t title_before(const press_stating *s, press_range part, uint32_t comma) {
  for (uint32_t i = comma; i > part.begin && comma - i < TITLE_TOKENS; i--) {
    uint8_t upos = s->ling->words[i - 1].upos;
    if (press_stating__is(s, i - 1, S(",")))
      return s->ling->words[i].upos == PRESS_UPOS_DET ? i : PRESS_NONE;
    if (upos == PRESS_UPOS_VERB || upos == PRESS_UPOS_AUX ||
        s->run_of[i - 1] != PRESS_NONE)
      return PRESS_NONE;
  }
  return PRESS_NONE;
}

/** "..., the minister for ports, Eva Lund, said": a comma behind a bare name tells that
 *  the office before it is hers, and no end of what she said. */
static void take_title(press_stating *s, press_claim *c) {
  press_range who = c->source;
  while (who.end > who.begin && press_stating__is(s, who.end - 1, S(","))) who.end--;
  bool closed = who.end + 1 == c->cue.begin && press_stating__is(s, who.end, S(","));
  press_range *part = &c->parts.at[c->parts.n - 1];
  if (!closed || who.begin == 0 || part->end + 1 != who.begin) return;
  if (!press_stating__is(s, part->end, S(","))) return;
  for (uint32_t i = who.begin; i < who.end; i++)
    if (s->ling->words[i].upos != PRESS_UPOS_PROPN) return;
  uint32_t title = title_before(s, *part, part->end);
  if (title == PRESS_NONE || title < part->begin + CONTENT_WORDS) return;
  c->source.begin = title;
  c->from = NULL;
  press_claim__bound(s, c);
}

static void widen_all(press_stating *s) {
  for (uint32_t k = 0; k < s->claims.n; k++) {
    press_claim *c = &s->claims.at[k];
    if (c->gone || press_range__empty(c->source) || c->cue.begin < c->source.end)
      continue;
    take_title(s, c);
    for (uint32_t i = c->cue.begin; i < c->cue.end; i++)
      if (s->ling->words[i].upos == PRESS_UPOS_VERB) {
        widen(s, c, i);
        break;
      }
  }
}

void press_claim__from_subjects(press_stating *s) {
  widen_all(s);
  const uint32_t *cues = press_claim__cues(s);
  for (uint32_t i = 0; i < s->text->n_tokens; i++) {
    if (!is_acl(s, i) || s->run_of[i] != PRESS_NONE || !tells(s, i)) continue;
    uint32_t noun = press_cue__quoting(s, i) ? subject_of(s, i) : PRESS_NONE;
    if (noun != PRESS_NONE) mend(s, cues, i, noun);
  }
}
