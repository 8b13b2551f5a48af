#include "find/issue_candidates.h"

/* How surely a noun phrase is an issue. Tuned by reading articles. */
static const float WEIGHT_PART = 0.7f;      /* share kept when only a part is known */
static const float WEIGHT_COMPOUND = 0.25f; /* two or more nouns, none known */
static const float WEIGHT_NAME = 0.45f;     /* an organisation by its name */
enum {
  LONGEST = 6,     /* tokens in a phrase; longer ones lose their begin */
  MOST_BYTES = 160 /* in a phrase; longer ones are no issue */
};

static bool hyphen(const press_text *t, uint32_t i) {
  return t->tokens[i].low.n == 1 && t->tokens[i].low.at[0] == '-' &&
         !t->tokens[i].space_before;
}

static bool letters(press_str s) {
  for (size_t i = 0; i < s.n; i++)
    if ((s.at[i] | 32) >= 'a' && (s.at[i] | 32) <= 'z') return true;
  return false;
}

/** May token `i` stand in a noun phrase at all? */
static bool nominal(const press_context *cx, uint32_t i) {
  const press_text *t = cx->text;
  switch (cx->ling->words[i].upos) {
  case PRESS_UPOS_NOUN:
  case PRESS_UPOS_PROPN:
  case PRESS_UPOS_ADJ:
    return true;
  case PRESS_UPOS_NUM:
    return letters(t->tokens[i].low); /* "5G", not "2020" */
  case PRESS_UPOS_VERB:
    return i && hyphen(t, i - 1) && !t->tokens[i].space_before;
  default:
    return false;
  }
}

static bool noun(const press_context *cx, uint32_t i) {
  uint8_t u = cx->ling->words[i].upos;
  return u == PRESS_UPOS_NOUN || u == PRESS_UPOS_PROPN || u == PRESS_UPOS_VERB;
}

/** "the network", "the industry": nobody in particular, and perhaps an issue. */
static bool unnamed_body(const press_found *f, const press_mention *m) {
  if (m->kind != PRESS_MENTION_NOMINAL || m->who.kind != PRESS_ENTITY) return false;
  const press_entity *e = &f->entities[m->who.id];
  return e->unnamed && e->type == PRESS_ORGANIZATION;
}

/** Tokens that belong to a person, a country or a place name: no part of an issue. */
static const bool *taken(const press_context *cx, const press_found *f) {
  bool *out = PRESS_NEW(cx->arena, bool, cx->text->n_tokens);
  for (uint32_t p = 0; p < f->n_places; p++)
    for (uint32_t i = f->places[p].at.begin; i < f->places[p].at.end; i++) out[i] = true;
  for (uint32_t k = 0; k < cx->ling->n_names; k++)
    if (cx->ling->names[k].type != PRESS_NAME_ORG)
      for (uint32_t i = cx->ling->names[k].at.begin; i < cx->ling->names[k].at.end; i++)
        out[i] = true;
  for (uint32_t m = 0; m < f->n_mentions; m++) {
    const press_mention *x = &f->mentions[m];
    if (x->kind == PRESS_MENTION_NAME || x->kind == PRESS_MENTION_PRONOUN)
      for (uint32_t i = x->at.begin; i < x->at.end; i++) out[i] = true;
    else if (!unnamed_body(f, x))
      out[x->head] = true; /* "the foreign secretary", "two officials" */
  }
  return out;
}

/* ---- what a reader would call it ---- */

/** "5G", "NHS", "iPhone": no capital of a sentence's begin. */
static bool capital_inside(press_str s) {
  for (size_t i = 1; i < s.n; i++)
    if (s.at[i] >= 'A' && s.at[i] <= 'Z') return true;
  return false;
}

static press_str spelling(const press_context *cx, uint32_t i, bool last) {
  const press_word *w = &cx->ling->words[i];
  press_str as_read = press_text__token(cx->text, i);
  if (w->upos == PRESS_UPOS_PROPN || capital_inside(as_read)) return as_read;
  return last && w->lemma.n && w->upos == PRESS_UPOS_NOUN ? w->lemma
                                                          : cx->text->tokens[i].low;
}

/** The words of [b, e) into `to`, which holds MOST_BYTES; empty when they are more.
 *  `low`: as the tables hold them, else as a reader would write them. */
static press_str phrase(const press_context *cx, uint32_t b, uint32_t e, bool low,
                        char *to) {
  size_t n = 0;
  for (uint32_t i = b; i < e; i++) {
    const press_word *w = &cx->ling->words[i];
    bool head = i + 1 == e && w->upos == PRESS_UPOS_NOUN && w->lemma.n;
    press_str word = spelling(cx, i, i + 1 == e);
    if (low) word = head ? w->lemma : cx->text->tokens[i].low;
    if (n + word.n + 1 > MOST_BYTES) return (press_str){0};
    if (i > b && cx->text->tokens[i].space_before) to[n++] = ' ';
    memcpy(to + n, word.at, word.n);
    n += word.n;
  }
  return (press_str){to, n};
}

static const press_row *known(const press_context *cx, uint32_t b, uint32_t e) {
  char words[MOST_BYTES];
  if (e - b > cx->lex->issues.longest + 2) return NULL;
  return press_table__find(&cx->lex->issues, phrase(cx, b, e, true, words));
}

static bool word_is(const press_context *cx, press_str word, char class) {
  const press_row *r = press_table__find(&cx->lex->issue_words, word);
  return r && r->column[1].at[0] == class;
}

static bool stop_head(const press_context *cx, uint32_t i) {
  const press_word *w = &cx->ling->words[i];
  return word_is(cx, w->lemma.n ? w->lemma : cx->text->tokens[i].low, 's');
}

/** Drops adjectives that say nothing of what the issue is, from the left. */
static uint32_t trim_left(const press_context *cx, uint32_t b, uint32_t e) {
  while (e - b > LONGEST) b++;
  while (b < e && hyphen(cx->text, b)) b++;
  while (b + 1 < e && !known(cx, b, e) && !hyphen(cx->text, b + 1) &&
         (word_is(cx, cx->text->tokens[b].low, 'p') ||
          word_is(cx, cx->ling->words[b].lemma, 'p')))
    b++;
  return b;
}

/** The longest part of [b, e) that the table knows; later parts before earlier
 *  ones, since the head decides. */
static const press_row *part(const press_context *cx, uint32_t b, uint32_t e,
                             press_range *at) {
  for (uint32_t n = e - b - 1; n >= 1; n--)
    for (uint32_t i = e - n;; i--) {
      const press_row *r = known(cx, i, i + n);
      if (r) {
        *at = (press_range){i, i + n};
        return r;
      }
      if (i == b) break;
    }
  return NULL;
}

static bool weigh(const press_context *cx, press_issue_candidate *c) {
  uint32_t b = c->at.begin, e = c->at.end;
  c->row = known(cx, b, e);
  if (c->row) {
    c->weight = (float)press_row__number(c->row, 1, 0);
    return true;
  }
  press_range at = {b, e};
  c->row = part(cx, b, e, &at);
  if (c->row) c->weight = WEIGHT_PART * (float)press_row__number(c->row, 1, 0);
  if (word_is(cx, cx->ling->words[e - 1].lemma, 'w')) return false; /* "tax expert" */
  if (stop_head(cx, e - 1)) { /* "security fears" is about security */
    c->at = at;
    return c->row != NULL && at.end < e && noun(cx, at.end - 1);
  }
  if (!c->row) c->weight = e - b > 1 ? WEIGHT_COMPOUND : 0;
  return c->weight > 0;
}

static void keep(const press_context *cx, uint32_t b, uint32_t e,
                 press_issue_candidates *out) {
  while (e > b && !noun(cx, e - 1) && !(e - b > 2 && hyphen(cx->text, e - 2))) e--;
  if (b >= e) return;
  b = trim_left(cx, b, e);
  press_issue_candidate c = {.at = {b, e}, .entity = PRESS_NONE};
  if (!weigh(cx, &c)) return;
  char low[MOST_BYTES], read[MOST_BYTES];
  c.key = phrase(cx, c.at.begin, c.at.end, true, low);
  c.label = phrase(cx, c.at.begin, c.at.end, false, read);
  if (!c.key.n || !c.label.n) return;
  c.head = cx->ling->words[c.at.end - 1].lemma;
  bool whole = c.row && press_str__eq(c.row->column[0], c.key);
  bool joined = whole && c.row->column[4].n;
  c.key = joined ? c.row->column[4] : press_str__copy(cx->arena, c.key);
  c.label = joined ? c.key : press_str__copy(cx->arena, c.label);
  *PRESS_PUSH(cx->arena, out) = c;
}

/** "roll-out": what a hyphen ties on belongs to the phrase, whatever it is. */
static bool tied(const press_text *t, uint32_t i, uint32_t end) {
  return i + 1 < end && hyphen(t, i) && !t->tokens[i + 1].space_before &&
         t->tokens[i + 1].kind == PRESS_TOKEN_WORD;
}

static void sentence(const press_context *cx, const bool *skip, press_sentence s,
                     press_issue_candidates *out) {
  for (uint32_t i = s.begin; i < s.end; i++) {
    uint32_t b = i;
    while (i < s.end && !skip[i] &&
           (nominal(cx, i) || (i > b && tied(cx->text, i, s.end))))
      i += nominal(cx, i) ? 1 : 2;
    bool of_somebody = i < s.end && i > b && skip[i] && cx->ling->words[i - 1].head == i;
    if (i > b && !of_somebody) keep(cx, b, i, out); /* "intelligence official" */
  }
}

/* ---- organisations that are talked about but do not talk ---- */

/** "United Kingdom government": a side, not an issue. */
static bool governs(const press_context *cx, press_str name) {
  return word_is(cx, press_str__last_word(name), 's');
}

static void names(const press_context *cx, const press_found *f,
                  press_issue_candidates *out) {
  bool *topic = PRESS_NEW(cx->arena, bool, f->n_entities);
  for (uint32_t e = 0; e < f->n_entities; e++)
    topic[e] = f->entities[e].type == PRESS_ORGANIZATION && !f->entities[e].unnamed &&
               !governs(cx, f->entities[e].name);
  for (uint32_t s = 0; s < f->n_statements; s++)
    if (f->statements[s].speaker.kind == PRESS_ENTITY)
      topic[f->statements[s].speaker.id] = false;
  for (uint32_t m = 0; m < f->n_mentions; m++) {
    const press_mention *x = &f->mentions[m];
    if (x->who.kind != PRESS_ENTITY || !topic[x->who.id] ||
        x->kind == PRESS_MENTION_PRONOUN)
      continue;
    press_str name = f->entities[x->who.id].name;
    *PRESS_PUSH(cx->arena, out) = (press_issue_candidate){.at = x->at,
                                                          .label = name,
                                                          .key = name,
                                                          .entity = x->who.id,
                                                          .weight = WEIGHT_NAME};
  }
}

void press_issue__candidates(const press_context *cx, const press_found *f,
                             press_issue_candidates *out) {
  if (!cx->ling->words) return;
  const bool *skip = taken(cx, f);
  for (uint32_t s = 0; s < cx->text->n_sentences; s++)
    sentence(cx, skip, cx->text->sentences[s], out);
  names(cx, f, out);
}
