/** Which claims become statements: doubles, nested ones, scope. */
#include "find/statement.h"

/** Two claims of which one holds this share of the other's words are one. */
#define SAME_SHARE 0.8
/** What the model must give a cue inside another claim, and one without a source. */
#define NESTED_SCORE     0.9f
#define SOURCELESS_SCORE 0.7f
/** The same for a content that is only a subject, and how long such a one is. */
#define TOPIC_SCORE  0.73f
#define TOPIC_TOKENS 5
/** Words this long are in capitals in a title. */
#define LONG_WORD 4
/** Neighbours looked at for doubles. */
#define DOUBLES_REACH 8

static uint32_t size_of(const press_claim *c) {
  uint32_t n = 0;
  for (uint32_t k = 0; k < c->parts.n; k++)
    n += c->parts.at[k].end - c->parts.at[k].begin;
  return n;
}

static uint32_t shared(const press_claim *a, const press_claim *b) {
  uint32_t n = 0;
  for (uint32_t i = 0, j = 0; i < a->parts.n && j < b->parts.n;) {
    press_range x = a->parts.at[i], y = b->parts.at[j];
    uint32_t from = x.begin > y.begin ? x.begin : y.begin;
    uint32_t to = x.end < y.end ? x.end : y.end;
    if (from < to) n += to - from;
    if (x.end < y.end)
      i++;
    else
      j++;
  }
  return n;
}

/** "followed fears that": the cue that no word of speech is in gives way to the one
 *  between it and the content. */
static bool reaches_over(const press_stating *s, const press_claim *a,
                         const press_claim *b) {
  return !press_range__empty(a->cue) && !press_range__empty(b->cue) &&
         !press_cue__spoken(s, a) && a->cue.end <= b->cue.begin &&
         b->cue.end <= b->parts.at[0].begin;
}

/** Drops the weaker of neighbours that say the same. */
void press_claim__drop_doubles(press_stating *s) {
  for (uint32_t i = 0; i < s->claims.n; i++) {
    press_claim *a = &s->claims.at[i];
    if (a->gone) continue;
    for (uint32_t j = i + 1; j < s->claims.n && j < i + DOUBLES_REACH; j++) {
      press_claim *b = &s->claims.at[j];
      if (b->gone) continue;
      if (a->relays != PRESS_NONE || b->relays != PRESS_NONE) continue;
      uint32_t na = size_of(a), nb = size_of(b), both = shared(a, b);
      if (both < SAME_SHARE * (na > nb ? na : nb)) continue;
      if (reaches_over(s, b, a) || (a->score >= b->score && !reaches_over(s, a, b)))
        b->gone = true;
      else
        a->gone = true;
    }
  }
}

/** A few words without a verb: "asked about money", "spoke of his book". */
static bool is_topic(const press_stating *s, const press_claim *c) {
  return c->by == PRESS_BY_MODEL && c->surety < TOPIC_SCORE &&
         size_of(c) <= TOPIC_TOKENS && !press_claim__has_verb(s, c);
}

/** What the model is not sure enough of. A belief inside another's words is part of
 *  them, and so is what somebody says of his own words; another's statement there
 *  must be told clearly. */
static bool is_doubtful(const press_stating *s, const press_claim *c) {
  if (c->relays != PRESS_NONE)
    return c->nested == PRESS_NESTED_OWN || c->speaker.kind == PRESS_NOBODY;
  if (c->by != PRESS_BY_MODEL) return false;
  if (c->nested == PRESS_NESTED_OWN) return true;
  if (c->nested && (c->surety < NESTED_SCORE || !press_cue__spoken(s, c))) return true;
  return press_range__empty(c->source) && c->surety < SOURCELESS_SCORE;
}

/** "was told that", "asked about": words to somebody, by nobody. */
static bool is_only_told(const press_claim *c) {
  return press_cue__has_addressee(c->row) && c->speaker.kind == PRESS_NOBODY &&
         press_range__empty(c->source);
}

/** No word of speech and nobody who says it: a few quoted words in the reporter's. */
static bool is_unsaid(const press_stating *s, const press_claim *c) {
  return c->by == PRESS_BY_MODEL && c->lemma.n && !press_cue__spoken(s, c) &&
         c->speaker.kind == PRESS_NOBODY && press_range__empty(c->source);
}

/** "sang 'Song of the Northern Harbour'": a name in marks, each long word of it in
 *  capitals, with no word of speech. In a headline every word may be so. */
static bool is_title(const press_stating *s, const press_claim *c) {
  uint32_t capitals = 0;
  if (c->by != PRESS_BY_MODEL || press_cue__spoken(s, c)) return false;
  uint32_t para = press_stating__para(s, c->parts.at[0].begin);
  if (s->text->paras[para].kind != PRESS_PARA_BODY) return false;
  for (uint32_t k = 0; k < c->parts.n; k++)
    for (uint32_t i = c->parts.at[k].begin; i < c->parts.at[k].end; i++) {
      press_span at = s->text->tokens[i].at;
      if (s->run_of[i] == PRESS_NONE || !press_stating__word(s, i)) continue;
      char first = s->text->raw.at[at.begin];
      if (first >= 'a' && first <= 'z' && at.end - at.begin >= LONG_WORD) return false;
      capitals += first >= 'A' && first <= 'Z';
    }
  return capitals > 1;
}

static uint32_t quoted_in(const press_stating *s, const press_claim *c) {
  uint32_t n = 0;
  for (uint32_t k = 0; k < c->parts.n; k++)
    for (uint32_t i = c->parts.at[k].begin; i < c->parts.at[k].end; i++)
      n += press_stating__word(s, i) && s->run_of[i] != PRESS_NONE;
  return n;
}

/** "shelved plans after what one councillor called 'a joke'": all quoted words are
 *  those of a statement inside. Claims are in text order, the outer first. */
static bool is_borrowed(const press_stating *s, const press_claim *c) {
  uint32_t all = quoted_in(s, c);
  for (const press_claim *in = c + 1; in < s->claims.at + s->claims.n; in++) {
    if (in->gone || in > c + DOUBLES_REACH) break;
    press_range last = c->parts.at[c->parts.n - 1];
    bool inner = !press_range__empty(in->cue) &&
                 press_range__holds(last, in->cue.begin) &&
                 shared(c, in) == size_of(in) && press_cue__spoken(s, in);
    if (inner && quoted_in(s, in) == all) return true;
  }
  return false;
}

bool press_claim__in_scope(const press_stating *s, const press_claim *c) {
  if (is_doubtful(s, c)) return false;
  if (s->cx->options->scope == PRESS_SCOPE_ALL) return true;
  if (press_cue__names(c) || is_title(s, c) || press_claim__inscribed(s, c)) return false;
  if (c->form == PRESS_DIRECT) return true;
  if (c->form == PRESS_MIXED && !is_borrowed(s, c)) return !is_unsaid(s, c);
  return press_cue__spoken(s, c) && !is_only_told(c) && !is_topic(s, c);
}

uint8_t press_claim__nested(const press_stating *s, uint32_t claim) {
  const press_claim *c = &s->claims.at[claim];
  if (press_range__empty(c->cue)) return PRESS_NOT_NESTED;
  uint32_t outer = s->claim_of[c->cue.begin];
  if (outer == PRESS_NONE || outer == claim || s->claims.at[outer].gone)
    return PRESS_NOT_NESTED;
  press_who other = s->claims.at[outer].speaker;
  bool same = other.kind == c->speaker.kind && other.id == c->speaker.id;
  return same && other.kind != PRESS_NOBODY ? PRESS_NESTED_OWN : PRESS_NESTED_OTHER;
}
