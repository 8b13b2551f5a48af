/** What the mention stages ask of tokens and trees: phrases as table keys, noun
 *  phrases, heads, and which token lies in which place or source. */
#include "find/people.h"

/** Longest phrase looked up in a table, in tokens and bytes. */
#define PHRASE_TOKENS 8
#define PHRASE_BYTES  96

press_str press_people__low(const press_cast *c, uint32_t token) {
  return token < c->cx->text->n_tokens ? c->cx->text->tokens[token].low : (press_str){0};
}

bool press_people__is(const press_cast *c, uint32_t token, const char *word) {
  return press_str__eq(press_people__low(c, token), press_str__of(word));
}

bool press_people__dated(const press_cast *c, uint32_t token) {
  static const char *const words[] = {
      "monday",   "tuesday",   "wednesday", "thursday",  "friday",  "saturday",
      "sunday",   "january",   "february",  "march",     "april",   "may",
      "june",     "july",      "august",    "september", "october", "november",
      "december", "christmas", "easter",    NULL};
  return press_people__one_of(words, press_people__low(c, token));
}

bool press_people__one_of(const char *const *words, press_str w) {
  for (; *words; words++)
    if (press_str__eq(w, press_str__of(*words))) return true;
  return false;
}

uint8_t press_people__upos(const press_cast *c, uint32_t token) {
  return c->cx->ling->words[token].upos;
}

press_sentence press_people__sentence(const press_cast *c, uint32_t token) {
  return c->cx->text->sentences[c->cx->text->tokens[token].sentence];
}

bool press_people__capital(const press_cast *c, uint32_t token) {
  press_str raw = press_text__token(c->cx->text, token);
  press_str low = press_people__low(c, token);
  if (!raw.n || raw.n != low.n) return raw.n && raw.at[0] >= 'A' && raw.at[0] <= 'Z';
  if (raw.at[0] >= 'A' && raw.at[0] <= 'Z') return true;
  bool wide = (unsigned char)raw.at[0] >= 0xC3 && raw.n > 1;
  return wide && (raw.at[0] != low.at[0] || raw.at[1] != low.at[1]);
}

/** Writes the key of [begin, end) into `to`; its length, or 0 if it is too long. */
static size_t write_key(const press_cast *c, uint32_t begin, uint32_t end, char *to) {
  size_t n = 0;
  for (uint32_t i = begin; i < end; i++) {
    press_str low = press_people__low(c, i);
    bool space = i > begin && c->cx->text->tokens[i].space_before;
    if (n + low.n + space > PHRASE_BYTES) return 0;
    if (space) to[n++] = ' ';
    for (size_t k = 0; k < low.n; k++) to[n++] = low.at[k];
  }
  return n;
}

press_str press_people__key(const press_cast *c, uint32_t begin, uint32_t end) {
  char key[PHRASE_BYTES];
  size_t n = write_key(c, begin, end, key);
  return press_str__copy(c->cx->arena, (press_str){key, n});
}

press_str press_people__text(const press_cast *c, press_range at) {
  const press_text *t = c->cx->text;
  if (at.begin >= at.end) return (press_str){0};
  press_str raw = press_str__span(t->raw, press_text__range(t, at.begin, at.end));
  char *to = press_arena__alloc(c->cx->arena, raw.n);
  size_t n = 0;
  for (uint32_t i = at.begin; i < at.end; i++) {
    press_str word = press_text__token(t, i);
    if (i > at.begin && t->tokens[i].space_before && n < raw.n) to[n++] = ' ';
    for (size_t k = 0; k < word.n && n < raw.n; k++) to[n++] = word.at[k];
  }
  return (press_str){to, n};
}

const press_row *press_people__ends(const press_cast *c, const press_table *t,
                                    uint32_t from, uint32_t end, uint32_t *begin) {
  char key[PHRASE_BYTES];
  uint32_t least = end > from + PHRASE_TOKENS ? end - PHRASE_TOKENS : from;
  for (uint32_t b = least; b < end; b++) {
    size_t n = write_key(c, b, end, key);
    const press_row *row = n ? press_table__find(t, (press_str){key, n}) : NULL;
    if (!row) continue;
    *begin = b;
    return row;
  }
  return NULL;
}

const press_row *press_people__starts(const press_cast *c, const press_table *t,
                                      uint32_t begin, uint32_t to, uint32_t *end) {
  char key[PHRASE_BYTES];
  uint32_t most = to > begin + PHRASE_TOKENS ? begin + PHRASE_TOKENS : to;
  for (uint32_t e = most; e > begin; e--) {
    size_t n = write_key(c, begin, e, key);
    const press_row *row = n ? press_table__find(t, (press_str){key, n}) : NULL;
    if (!row) continue;
    *end = e;
    return row;
  }
  return NULL;
}

uint8_t press_people__gender(press_str column) {
  if (press_str__eq(column, S("m"))) return PRESS_GENDER_MALE;
  if (press_str__eq(column, S("f"))) return PRESS_GENDER_FEMALE;
  return PRESS_GENDER_OPEN;
}

uint32_t press_people__head(const press_cast *c, press_range at) {
  const press_word *words = c->cx->ling->words;
  for (uint32_t i = at.begin; i < at.end; i++) {
    uint32_t h = words[i].head;
    bool outside = h == PRESS_NONE || h < at.begin || h >= at.end;
    if (outside && words[i].upos != PRESS_UPOS_PUNCT) return i;
  }
  return at.begin;
}

static void widen(press_range *r, press_range by) {
  if (by.begin < r->begin) r->begin = by.begin;
  if (by.end > r->end) r->end = by.end;
}

void press_people__lift(const press_cast *c, press_draft *d, press_range at) {
  d->m.head = press_people__head(c, at);
  press_range np = c->np[d->m.head];
  if (np.begin > at.begin) np.begin = at.begin;
  if (np.end < at.end) np.end = at.end;
  widen(&d->m.np, np);
}

press_draft *press_people__draft(press_cast *c, press_range at, uint8_t kind) {
  uint32_t head = press_people__head(c, at);
  press_range np = c->np[head];
  if (np.begin > at.begin) np.begin = at.begin;
  if (np.end < at.end) np.end = at.end;
  press_draft *d = PRESS_PUSH(c->cx->arena, &c->drafts);
  *d = (press_draft){
      .m = {.at = at, .np = np, .head = head, .kind = kind},
      .shown = at,
      .figure = PRESS_NONE,
      .country = PRESS_NONE,
      .own = PRESS_NONE,
      .sentence = c->cx->text->tokens[at.begin].sentence,
      .type = PRESS_TYPE_OPEN,
  };
  return d;
}

/** What may hang from a noun and still belong to its phrase. */
static bool nominal(uint8_t deprel) {
  switch (deprel) {
  case PRESS_DEP_det:
  case PRESS_DEP_amod:
  case PRESS_DEP_compound:
  case PRESS_DEP_flat:
  case PRESS_DEP_nmod:
  case PRESS_DEP_nummod:
  case PRESS_DEP_appos:
  case PRESS_DEP_acl:
  case PRESS_DEP_fixed:
    return true;
  default:
    return false;
  }
}

/** Hands every token's reach to its head, leaves first; a token on a cycle (no
 *  tree has one, but nothing here relies on it) keeps its own. */
static void reach(press_cast *c, uint32_t begin, uint32_t end, uint32_t *children,
                  uint32_t *queue) {
  const press_word *words = c->cx->ling->words;
  uint32_t n = 0;
  for (uint32_t i = begin; i < end; i++) {
    uint32_t h = words[i].head;
    if (h >= begin && h < end) children[h]++;
  }
  for (uint32_t i = begin; i < end; i++)
    if (!children[i]) queue[n++] = i;
  for (uint32_t k = 0; k < n; k++) {
    uint32_t i = queue[k], h = words[i].head;
    if (h < begin || h >= end) continue;
    widen(&c->whole[h], c->whole[i]);
    if (nominal(words[i].deprel)) widen(&c->np[h], c->whole[i]);
    if (!--children[h]) queue[n++] = h;
  }
}

/** Cuts commas and quotation marks off the edges. */
static void trim(const press_cast *c, press_range *r, uint32_t keep) {
  const press_token *tokens = c->cx->text->tokens;
  while (r->begin < keep && tokens[r->begin].kind >= PRESS_TOKEN_PUNCT &&
         tokens[r->begin].kind <= PRESS_TOKEN_QUOTE)
    r->begin++;
  while (r->end > keep + 1 && (tokens[r->end - 1].kind == PRESS_TOKEN_PUNCT ||
                               tokens[r->end - 1].kind == PRESS_TOKEN_QUOTE))
    r->end--;
}

static void fill(uint32_t *of, uint32_t n, press_range at, uint32_t value) {
  for (uint32_t i = at.begin; i < at.end && i < n; i++)
    if (of[i] == PRESS_NONE) of[i] = value;
}

static uint32_t *none(const press_cast *c) {
  uint32_t n = c->cx->text->n_tokens;
  uint32_t *of = PRESS_NEW(c->cx->arena, uint32_t, n);
  for (uint32_t i = 0; i < n; i++) of[i] = PRESS_NONE;
  return of;
}

void press_people__prepare(press_cast *c) {
  press_arena *a = c->cx->arena;
  const press_text *t = c->cx->text;
  const press_ling *ling = c->cx->ling;
  uint32_t n = t->n_tokens;
  c->np = PRESS_NEW(a, press_range, n);
  c->whole = PRESS_NEW(a, press_range, n);
  for (uint32_t i = 0; i < n; i++) c->np[i] = c->whole[i] = (press_range){i, i + 1};
  uint32_t *children = PRESS_NEW(a, uint32_t, n), *queue = PRESS_NEW(a, uint32_t, n);
  for (uint32_t s = 0; s < t->n_sentences; s++)
    reach(c, t->sentences[s].begin, t->sentences[s].end, children, queue);
  for (uint32_t i = 0; i < n; i++) trim(c, &c->np[i], i);
  c->name_of = none(c);
  c->place_of = none(c);
  c->source_of = none(c);
  c->content_of = none(c);
  c->headed = none(c);
  c->used = PRESS_NEW(a, uint8_t, n);
  c->home = c->governor = PRESS_NONE;
  for (uint32_t i = 0; i < c->f->n_places; i++)
    fill(c->place_of, n, c->f->places[i].at, i);
  for (uint32_t i = 0; i < ling->n_attributions; i++) {
    const press_attribution *said = &ling->attributions[i];
    for (uint32_t k = 0; k < said->source.n; k++)
      fill(c->source_of, n, said->source.at[k], i);
    for (uint32_t k = 0; k < said->content.n; k++)
      fill(c->content_of, n, said->content.at[k], i);
  }
}
