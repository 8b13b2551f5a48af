#include "find/issue_candidates.h"

/* How surely a phrase is an issue. Tuned by reading articles. */
static const float WEIGHT_PART = 0.7f;      /* share kept when only a part is known */
static const float WEIGHT_COMPOUND = 0.35f; /* two or more words, none known */
static const float WEIGHT_SINGLE = 0.3f;    /* one word that no table knows */
static const float WEIGHT_NAME = 0.45f;     /* an organisation by its name */
static const float WEIGHT_VERB = 0.8f;      /* share kept by "extradite" */
enum { LONGEST = 6 }; /* tokens in a phrase; longer ones lose their begin */

/** Letters and digits: "5G", not "2020" and not "two". */
static bool mixed_number(press_str s) {
  bool letter = false, digit = false;
  for (size_t i = 0; i < s.n; i++) {
    letter = letter || ((s.at[i] | 32) >= 'a' && (s.at[i] | 32) <= 'z');
    digit = digit || (s.at[i] >= '0' && s.at[i] <= '9');
  }
  return letter && digit && s.n < 5;
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
    return mixed_number(t->tokens[i].low);
  case PRESS_UPOS_VERB:
    return i && press_issue__hyphen(t, i - 1);
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
  if (m->kind != PRESS_MENTION_NOMINAL) return false;
  if (m->who.kind != PRESS_ENTITY) return m->who.kind == PRESS_NOBODY; /* "the treaty" */
  const press_entity *e = &f->entities[m->who.id];
  return e->unnamed && e->type == PRESS_ORGANIZATION;
}

/** Tokens that belong to a person, a country or a place name: no part of an issue. */
static bool *taken(const press_context *cx, const press_found *f) {
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

/* ---- noun phrases ---- */

/** A known issue of its own ends [b, e) and is shorter. */
static bool solid_end(const press_context *cx, uint32_t b, uint32_t e) {
  for (uint32_t i = b + 1; i < e; i++) {
    const press_row *r = press_issue__known(cx, i, e);
    if (r) return press_issue__row_weight(r) >= PRESS_ISSUE_SOLID;
  }
  return false;
}

/** Says nothing of what the issue is: "new", "two-year", and before a known issue
 *  any adjective: "an outstanding asylum claim". */
static bool plain(const press_context *cx, uint32_t b, uint32_t e) {
  if (press_issue__token_is(cx, b, 'p') || press_issue__token_is(cx, b, 't')) return true;
  return cx->ling->words[b].upos == PRESS_UPOS_ADJ && solid_end(cx, b, e);
}

/** Drops from the left what says nothing. */
static uint32_t trim_left(const press_context *cx, uint32_t b, uint32_t e) {
  while (e - b > LONGEST) b++;
  while (b < e && press_issue__hyphen(cx->text, b)) b++;
  while (b + 2 < e && press_issue__hyphen(cx->text, b + 1) &&
         press_issue__token_is(cx, b, 't'))
    b += 3; /* "year-old" */
  while (b + 1 < e && !press_issue__known(cx, b, e) &&
         !press_issue__hyphen(cx->text, b + 1) && plain(cx, b, e))
    b++;
  return b;
}

/** "the Minister for the Environment": one word with a capital inside a sentence is
 *  (part of) a name, unless the table writes it so. */
static bool part_of_name(const press_context *cx, press_range at, const press_row *r) {
  const press_token *t = &cx->text->tokens[at.begin];
  if (at.end - at.begin > 1 || cx->ling->words[at.begin].upos != PRESS_UPOS_PROPN)
    return false;
  if (t->at.begin < cx->text->headline.end) return false;
  if (at.begin == cx->text->sentences[t->sentence].begin) return false;
  press_str label = press_issue__row_label(r),
            read = press_text__token(cx->text, at.begin);
  return read.n && read.at[0] >= 'A' && read.at[0] <= 'Z' && label.at[0] >= 'a';
}

static bool weigh(const press_context *cx, press_issue_candidate *c) {
  uint32_t b = c->at.begin, e = c->at.end;
  c->row = press_issue__known(cx, b, e);
  if (c->row && part_of_name(cx, c->at, c->row)) return false;
  if (c->row) {
    c->weight = press_issue__row_weight(c->row);
    return true;
  }
  press_range at = c->at;
  c->part = press_issue__part(cx, b, e, &at);
  if (c->part) c->weight = WEIGHT_PART * press_issue__row_weight(c->part);
  if (press_issue__token_is(cx, e - 1, 'w')) return false; /* "tax expert" */
  if (press_issue__token_is(cx, e - 1, 's') || press_issue__token_is(cx, e - 1, 't')) {
    c->at = at; /* "security fears" is about security */
    c->row = c->part;
    return c->part && at.end < e && noun(cx, at.end - 1);
  }
  if (!c->part && e - b == 1 && cx->ling->words[b].upos != PRESS_UPOS_NOUN) return false;
  float unknown = e - b > 1 ? WEIGHT_COMPOUND : WEIGHT_SINGLE;
  if (c->weight < unknown) c->weight = unknown;
  return true;
}

/** "the", "this", "their" before token `b`. */
static bool definite(const press_context *cx, uint32_t b) {
  if (!b) return false;
  const press_word *w = &cx->ling->words[b - 1];
  if (w->upos == PRESS_UPOS_PRON) return w->deprel == PRESS_DEP_nmod;
  press_str low = cx->text->tokens[b - 1].low;
  return w->upos == PRESS_UPOS_DET && low.n > 2 && low.at[0] == 't';
}

static void name_it(const press_context *cx, press_issue_candidate *c) {
  c->head = cx->text->tokens[c->at.end - 1].low;
  if (cx->ling->words[c->at.end - 1].lemma.n)
    c->head = cx->ling->words[c->at.end - 1].lemma;
  if (c->row) {
    c->label = press_issue__row_label(c->row);
    c->key = press_issue__lower(cx, c->label);
  } else {
    c->label = press_issue__phrase(cx, c->at, false);
    c->key = press_issue__phrase(cx, c->at, true);
  }
}

static void keep(const press_context *cx, uint32_t b, uint32_t e,
                 press_issue_candidates *out) {
  while (e > b && !noun(cx, e - 1) &&
         !(e - b > 2 && press_issue__hyphen(cx->text, e - 2)) &&
         !press_issue__known(cx, b, e))
    e--;
  if (b >= e) return;
  press_issue_candidate c = {.entity = PRESS_NONE, .definite = definite(cx, b)};
  c.at = (press_range){trim_left(cx, b, e), e};
  if (c.at.begin >= e || !weigh(cx, &c)) return;
  name_it(cx, &c);
  if (c.key.n && c.label.n) *PRESS_PUSH(cx->arena, out) = c;
}

/** "extradite" is about extradition. */
static void verb(const press_context *cx, uint32_t i, press_issue_candidates *out) {
  press_str lemma = cx->ling->words[i].lemma;
  const press_row *v = press_table__find(&cx->lex->issue_verbs, lemma);
  const press_row *r = v ? press_table__find(&cx->lex->issues, v->column[1]) : NULL;
  if (!r) return;
  press_issue_candidate c = {.at = {i, i + 1}, .row = r, .entity = PRESS_NONE};
  c.verb = true;
  c.weight = WEIGHT_VERB * press_issue__row_weight(r);
  name_it(cx, &c);
  *PRESS_PUSH(cx->arena, out) = c;
}

/** "roll-out": what a hyphen ties on belongs to the phrase, whatever it is. */
static bool tied(const press_text *t, uint32_t i, uint32_t end) {
  return i + 1 < end && press_issue__hyphen(t, i) && !t->tokens[i + 1].space_before &&
         t->tokens[i + 1].kind == PRESS_TOKEN_WORD;
}

/** "women's rights", "teachers' strike": the longest row that begins at `i`; its end. */
static uint32_t owned(const press_context *cx, uint32_t i, uint32_t end) {
  if (i + 2 >= end || cx->text->tokens[i + 1].space_before) return i;
  press_str mark = cx->text->tokens[i + 1].low;
  if (!mark.n || mark.at[0] != '\'') return i;
  for (uint32_t e = end < i + 5 ? end : i + 5; e > i + 2; e--)
    if (press_issue__known(cx, i, e)) return e;
  return i;
}

static void sentence(const press_context *cx, const bool *skip, press_sentence s,
                     press_issue_candidates *out) {
  for (uint32_t i = s.begin; i < s.end; i++) {
    uint32_t b = i, whole = owned(cx, i, s.end);
    if (whole > i) {
      keep(cx, i, whole, out);
      i = whole - 1;
      continue;
    }
    while (i < s.end && !skip[i] &&
           (nominal(cx, i) || (i > b && tied(cx->text, i, s.end))))
      i += nominal(cx, i) ? 1 : 2;
    bool of_somebody = i < s.end && i > b && skip[i] && cx->ling->words[i - 1].head == i;
    if (i > b && !of_somebody) keep(cx, b, i, out); /* "intelligence official" */
    if (i < s.end && cx->ling->words[i].upos == PRESS_UPOS_VERB) verb(cx, i, out);
  }
}

/* ---- organisations that are talked about but do not talk ---- */

/** "United Kingdom government", "University of Leeds": a side or a source. */
static bool side(const press_context *cx, press_str name) {
  press_str low = press_issue__lower(cx, name);
  for (press_str rest = low; rest.n;)
    if (press_issue__is(cx, press_str__cut(rest, ' ', &rest), 'b')) return true;
  return false;
}

static void names(const press_context *cx, const press_found *f,
                  press_issue_candidates *out) {
  bool *topic = PRESS_NEW(cx->arena, bool, f->n_entities);
  for (uint32_t e = 0; e < f->n_entities; e++)
    topic[e] = f->entities[e].type == PRESS_ORGANIZATION && !f->entities[e].unnamed &&
               !side(cx, f->entities[e].name);
  for (uint32_t s = 0; s < f->n_statements; s++)
    if (f->statements[s].speaker.kind == PRESS_ENTITY)
      topic[f->statements[s].speaker.id] = false;
  for (uint32_t m = 0; m < f->n_mentions; m++) {
    const press_mention *x = &f->mentions[m];
    if (x->who.kind != PRESS_ENTITY || !topic[x->who.id] ||
        x->kind == PRESS_MENTION_PRONOUN)
      continue;
    press_str name = f->entities[x->who.id].name;
    *PRESS_PUSH(cx->arena, out) =
        (press_issue_candidate){.at = x->at,
                                .label = name,
                                .key = press_issue__lower(cx, name),
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
