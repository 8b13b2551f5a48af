/** Reporting words: which row of cues.tsv a cue belongs to, and what that means. */
#include "find/statement.h"

/** Longest phrase of lemmas looked up, in bytes. */
#define PHRASE_BYTES 64
/** A verb alone may introduce a quotation when this share of its uses reports. */
#define QUOTING_SHARE 0.30

/** The lemma of a token; its lower form when the core gave none. */
static press_str lemma_of(const press_stating *s, uint32_t i) {
  press_str lemma = s->ling->words[i].lemma;
  return lemma.n ? lemma : s->text->tokens[i].low;
}

static bool is_pos(const press_row *r, press_str pos) {
  return press_str__eq(r->column[PRESS_CUE_POS], pos);
}

static const press_row *next(const press_stating *s, const press_row *r) {
  return r->next == PRESS_NONE ? NULL : &s->cx->lex->cues.rows[r->next];
}

static const press_row *find_pos(const press_stating *s, press_str key, press_str pos) {
  const press_row *r = press_table__find(&s->cx->lex->cues, key);
  while (r && !is_pos(r, pos)) r = next(s, r);
  return r;
}

/** The longest phrase of lemmas that begins at `from`: "make clear". Its first word
 *  and its verbs may be inflected, the rest stands as it is. */
static const press_row *find_phrase(const press_stating *s, press_range cue,
                                    uint32_t from, uint32_t *end) {
  char key[PHRASE_BYTES];
  size_t n = 0;
  const press_row *best = NULL;
  for (uint32_t i = from; i < cue.end && i < from + s->cx->lex->cues.longest; i++) {
    bool fixed = i > from && s->ling->words[i].upos != PRESS_UPOS_VERB;
    press_str w = fixed ? s->text->tokens[i].low : lemma_of(s, i);
    if (i == from && press_stating__is(s, i, S("according"))) w = S("according");
    if (n + w.n + 1 > sizeof key) break;
    if (n) key[n++] = ' ';
    memcpy(key + n, w.at, w.n);
    n += w.n;
    if (i == from) continue;
    const press_row *r = find_pos(s, (press_str){key, n}, S("phrase"));
    if (!r) continue;
    best = r;
    *end = i + 1;
  }
  return best;
}

static press_str pos_of(const press_stating *s, uint32_t i) {
  uint8_t u = s->ling->words[i].upos;
  if (u == PRESS_UPOS_NOUN || u == PRESS_UPOS_PROPN) return S("noun");
  return S("verb");
}

static double share(const press_row *r) {
  return press_row__number(r, PRESS_CUE_SHARE, 0.3);
}

static bool is_class(const press_row *r, press_str name) {
  return press_str__eq(r->column[PRESS_CUE_CLASS], name);
}

static bool is_speech(const press_row *r) {
  return is_class(r, S("speech")) || is_class(r, S("verdict"));
}

/** Which of a cue's words tells what it is: a verb of speech, then silence, then a
 *  noun of speech, then the rest. */
static int rank(const press_row *r) {
  bool noun = is_pos(r, S("noun"));
  if (is_speech(r) && !noun) return 3;
  if (is_class(r, S("silence"))) return 2;
  return is_speech(r);
}

static bool better(const press_row *a, const press_row *b) {
  if (!b) return true;
  return rank(a) != rank(b) ? rank(a) > rank(b) : share(a) > share(b);
}

/** The row of the phrase or word at `*i`, which moves to the last token of it. */
static const press_row *row_at(const press_stating *s, press_range cue, uint32_t *i) {
  uint32_t end = *i + 1;
  const press_row *r = find_phrase(s, cue, *i, &end);
  if (!r) return find_pos(s, lemma_of(s, *i), pos_of(s, *i));
  *i = end - 1;
  return r;
}

const press_row *press_cue__find(const press_stating *s, press_range cue,
                                 press_str *lemma) {
  const press_row *best = NULL;
  uint32_t verb = PRESS_NONE;
  *lemma = (press_str){0};
  for (uint32_t i = cue.begin; i < cue.end; i++) {
    if (!press_stating__word(s, i)) continue;
    if (verb == PRESS_NONE || s->ling->words[i].upos == PRESS_UPOS_VERB) verb = i;
    const press_row *r = row_at(s, cue, &i);
    if (!r || !better(r, best)) continue;
    best = r;
    *lemma = r->column[PRESS_CUE_LEMMA];
  }
  if (!best && verb != PRESS_NONE) *lemma = lemma_of(s, verb);
  return best;
}

const press_row *press_cue__quoting(const press_stating *s, uint32_t i) {
  if (s->ling->words[i].upos != PRESS_UPOS_VERB) return NULL;
  uint32_t end = i + 1, stop = s->text->sentences[s->text->tokens[i].sentence].end;
  press_range two = {i, i + 2 < stop ? i + 2 : stop}; /* "put it" */
  const press_row *r = find_phrase(s, two, i, &end);
  if (!r) r = find_pos(s, lemma_of(s, i), S("verb"));
  if (!r || !press_str__eq(r->column[PRESS_CUE_QUOTE], S("quote"))) return NULL;
  return share(r) >= QUOTING_SHARE ? r : NULL;
}

bool press_claim__has_verb(const press_stating *s, const press_claim *c) {
  for (uint32_t k = 0; k < c->parts.n; k++)
    for (uint32_t i = c->parts.at[k].begin; i < c->parts.at[k].end; i++) {
      uint8_t u = s->ling->words[i].upos;
      if (u == PRESS_UPOS_VERB || u == PRESS_UPOS_AUX) return true;
    }
  return false;
}

bool press_claim__inscribed(const press_stating *s, const press_claim *c) {
  for (uint32_t i = c->source.begin; i < c->source.end; i++) {
    uint32_t up = s->ling->words[i].head;
    if (press_range__holds(c->source, up)) continue;
    if (s->ling->words[i].upos != PRESS_UPOS_NOUN) continue;
    return find_pos(s, lemma_of(s, i), S("thing")) != NULL;
  }
  return false;
}

bool press_cue__names(const press_claim *c) {
  return c->row && is_class(c->row, S("none"));
}

bool press_cue__spoken(const press_stating *s, const press_claim *c) {
  if (!c->row) return c->by != PRESS_BY_MODEL || !c->lemma.n; /* ":", a dash */
  if (is_class(c->row, S("verdict"))) return press_claim__has_verb(s, c);
  return is_class(c->row, S("speech"));
}
