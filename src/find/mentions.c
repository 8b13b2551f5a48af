/** Mentions that are no names: countries that act, roles ("the minister"), other
 *  nouns for those who speak and act ("officials", "the company"), pronouns. */
#include "find/people.h"

#include <stdlib.h>

/** How far behind its noun a relative clause may begin. */
#define RELATIVE_TOKENS 12
/** Sources that are joined by "and". */
#define MOST_JOINED 4

static bool pronoun(const press_cast *c, uint32_t i) {
  static const char *const words[] = {
      "he",      "she",    "him",  "his",   "her",       "hers",       "himself",
      "herself", "they",   "them", "their", "theirs",    "themselves", "it",
      "its",     "itself", "i",    "me",    "my",        "mine",       "myself",
      "we",      "us",     "our",  "ours",  "ourselves", "you",        "your",
      "yours",   "who",    "whom", "whose", NULL};
  const press_word *w = &c->cx->ling->words[i];
  if (w->upos != PRESS_UPOS_PRON || w->deprel == PRESS_DEP_expl) return false;
  press_str raw = press_text__token(c->cx->text, i); /* WHO, US, IT */
  if (raw.n > 1 && raw.at[1] >= 'A' && raw.at[1] <= 'Z') return false;
  return press_people__one_of(words, press_people__low(c, i));
}

/** A word that may be a source to the model but names nobody. */
static bool dummy(const press_cast *c, uint32_t i) {
  static const char *const words[] = {
      "it",   "this",     "that",       "these",   "there",     "which", "what",
      "here", "whatever", "everything", "nothing", "something", NULL};
  return press_people__one_of(words, press_people__low(c, i));
}

/** Heads a phrase of its own, rather than standing inside a longer noun. */
static bool heads_phrase(const press_cast *c, uint32_t i) {
  switch (c->cx->ling->words[i].deprel) {
  case PRESS_DEP_compound:
  case PRESS_DEP_flat:
  case PRESS_DEP_fixed:
  case PRESS_DEP_amod:
  case PRESS_DEP_goeswith:
  case PRESS_DEP_case:
  case PRESS_DEP_punct:
  case PRESS_DEP_det:
    return false;
  default:
    return true;
  }
}

static bool argument(const press_cast *c, uint32_t i) {
  switch (c->cx->ling->words[i].deprel) {
  case PRESS_DEP_nsubj:
  case PRESS_DEP_obj:
  case PRESS_DEP_iobj:
    return true;
  case PRESS_DEP_obl:
    return c->cx->ling->words[i].passive; /* "by the committee" */
  default:
    return false;
  }
}

static bool heads_source(const press_cast *c, uint32_t i) {
  const press_word *words = c->cx->ling->words;
  for (uint32_t k = 0; k < MOST_JOINED && words[i].deprel == PRESS_DEP_conj; k++) {
    uint32_t up = words[i].head; /* "Orr and the union" */
    if (up == PRESS_NONE || up >= i || c->source_of[up] != c->source_of[i]) break;
    i = up;
  }
  uint32_t h = words[i].head;
  if (c->source_of[i] == PRESS_NONE) return false;
  if (h == PRESS_NONE || c->source_of[h] != c->source_of[i]) return true;
  /* "according to minutes seen by Orr": the parser may hang them on "seen" */
  uint32_t top = c->cx->ling->words[h].head;
  const char *x = c->cx->ling->words[h].xpos;
  bool verb = x && h > i && x[0] == 'V' && x[1] == 'B' && (x[2] == 'N' || x[2] == 'G');
  bool first = c->np[i].begin == 0 || c->source_of[c->np[i].begin - 1] != c->source_of[i];
  return verb && first && (top == PRESS_NONE || c->source_of[top] != c->source_of[i]);
}

/** The noun that a relative clause hangs from whose "who", "which" or "that" is a
 *  source. */
static bool speaks_below(const press_cast *c, uint32_t i) {
  const press_word *w = c->cx->ling->words;
  press_range all = c->whole[i];
  for (uint32_t k = i + 1; k < all.end && k - i < RELATIVE_TOKENS; k++) {
    uint32_t verb = w[k].head;
    if (w[k].xpos && w[k].xpos[0] == 'W' && heads_source(c, k) && verb != PRESS_NONE &&
        w[verb].deprel == PRESS_DEP_acl && w[verb].head == i)
      return true;
  }
  return false;
}

static bool source_head(const press_cast *c, uint32_t i) {
  return heads_source(c, i) || speaks_below(c, i);
}

static bool definite(const press_cast *c, press_range np, uint32_t head) {
  static const char *const words[] = {"the", "this", "that",  "these", "those",
                                      "his", "her",  "their", "its",   "our",
                                      "my",  "your", NULL};
  if (press_people__one_of(words, press_people__low(c, np.begin))) return true;
  for (uint32_t i = np.begin; i < head; i++) {
    press_str low = press_people__low(c, i);
    if (press_str__eq(low, S("'s")) || press_str__eq(low, S("’s"))) return true;
  }
  return np.begin == head && press_people__capital(c, head) &&
         c->cx->ling->words[head].upos == PRESS_UPOS_PROPN;
}

static void finish(press_cast *c, press_draft *d) {
  uint32_t h = d->m.head;
  d->definite = definite(c, d->m.np, h);
  d->source = source_head(c, h);
  d->argument = argument(c, h);
  for (uint32_t i = d->m.at.begin; i < d->m.at.end; i++) c->used[i] = 1;
}

static void add_pronoun(press_cast *c, uint32_t i) {
  press_draft *d = press_people__draft(c, (press_range){i, i + 1}, PRESS_MENTION_PRONOUN);
  d->m.np = d->m.at;
  press_str low = press_people__low(c, i);
  d->m.plural =
      low.n && (low.at[0] == 't' || low.at[0] == 'w' || press_str__starts(low, S("ou")));
  d->source = source_head(c, i);
  d->argument = argument(c, i);
}

static void add_country(press_cast *c, uint32_t i) {
  const press_place *p = &c->f->places[c->place_of[i]];
  press_draft *d = press_people__draft(c, p->at, PRESS_MENTION_COUNTRY);
  d->country = p->country;
  finish(c, d);
}

static bool plural_noun(const press_cast *c, uint32_t i) {
  const char *x = c->cx->ling->words[i].xpos;
  return x && x[0] == 'N' && x[1] == 'N' && (x[2] == 'S' || (x[2] && x[3] == 'S'));
}

/** The longest role phrase around noun `i`: "prime minister", "secretary of state". */
static const press_row *role_at(const press_cast *c, uint32_t i, press_range *at) {
  const press_sentence *s = &c->cx->text->sentences[c->cx->text->tokens[i].sentence];
  const press_table *roles = &c->cx->lex->roles;
  uint32_t begin, end;
  const press_row *row = press_people__ends(c, roles, s->begin, i + 1, &begin);
  if (!row) return NULL;
  *at = (press_range){begin, i + 1};
  const press_row *further = press_people__starts(c, roles, begin, s->end, &end);
  if (further && end > i + 1) {
    row = further;
    at->end = end;
  }
  return row;
}

static bool overlaps_name(const press_cast *c, press_range at) {
  for (uint32_t i = at.begin; i < at.end; i++)
    if (c->name_of[i] != PRESS_NONE) return true;
  return false;
}

/** The role's words are one phrase, whatever the parser made of them. */
static void whole_phrase(const press_cast *c, press_draft *d, uint32_t last) {
  uint32_t begin = d->m.at.begin;
  if (begin > press_people__sentence(c, last).begin &&
      press_people__upos(c, begin - 1) == PRESS_UPOS_DET)
    begin--;
  if (begin < d->m.np.begin) d->m.np.begin = begin;
  d->m.head = last;
}

/** "the 41-year-old" is one phrase, whatever the parser made of it. */
static void widen_age(const press_cast *c, press_draft *d, uint32_t i) {
  uint32_t from = press_people__sentence(c, i).begin, begin = i;
  if (!press_people__is(c, i, "old") || i < from + 4 ||
      !press_people__is(c, i - 2, "year") ||
      press_people__upos(c, i - 4) != PRESS_UPOS_NUM)
    return;
  begin = i - 4;
  if (begin > from && press_people__upos(c, begin - 1) == PRESS_UPOS_DET) begin--;
  if (begin < d->m.np.begin) d->m.np.begin = begin;
}

/** "schools" in "the shadow schools secretary": the role's last noun will bring it. */
static bool begins_role(const press_cast *c, uint32_t i) {
  press_sentence s = press_people__sentence(c, i);
  uint32_t from = i > s.begin ? i - 1 : i, end;
  for (uint32_t b = from; b <= i; b++)
    if (press_people__starts(c, &c->cx->lex->roles, b, s.end, &end) && end > i + 1)
      return true;
  return false;
}

/** "Monday", "last night": when, not who. */
static bool time_of_day(const press_cast *c, uint32_t i) {
  static const char *const words[] = {"night", "morning", "evening", "afternoon",
                                      "week",  "month",   "year",    NULL};
  static const char *const before[] = {"last", "this", "next", "late", "early", NULL};
  return press_people__dated(c, i) ||
         (i > 0 && press_people__one_of(words, press_people__low(c, i)) &&
          press_people__one_of(before, press_people__low(c, i - 1)));
}

/** Adds the noun at `i` if it is one that speaks or acts. */
static void add_noun(press_cast *c, uint32_t i) {
  press_range at = {i, i + 1};
  if (press_people__low(c, i).n < 2) return; /* "Q" */
  bool plural = plural_noun(c, i);
  const press_row *coll =
      press_table__find(&c->cx->lex->collectives, press_people__low(c, i));
  const press_row *role = coll ? NULL : role_at(c, i, &at);
  if (!role && !coll && plural)
    role = press_table__find(&c->cx->lex->roles, c->cx->ling->words[i].lemma);
  if (!coll && !role && begins_role(c, i)) return;
  bool source = source_head(c, i);
  if (!coll && !role && source && !plural)
    role = press_table__find(&c->cx->lex->persons, press_people__low(c, i));
  bool aged = press_people__is(c, i, "old") && argument(c, i); /* "the 52-year-old" */
  if (!coll && !role && ((!source && !aged) || time_of_day(c, i))) return;
  if (overlaps_name(c, at)) at = (press_range){i, i + 1};
  bool person = role && !plural;
  press_draft *d =
      press_people__draft(c, at, person ? PRESS_MENTION_ROLE : PRESS_MENTION_NOMINAL);
  if (role && at.end - at.begin > 1 && at.end == i + 1) whole_phrase(c, d, i);
  widen_age(c, d, i);
  d->row = role ? role : coll;
  d->m.plural = plural || (coll && press_str__eq(coll->column[2], S("p")));
  bool one = role || press_people__national(c, d) ||
             press_people__is(c, i, "old") || /* "the 41-year-old" */
             press_people__doer(press_people__low(c, i));
  d->type = one ? PRESS_PERSON : PRESS_ORGANIZATION;
  if (coll && press_str__eq(coll->column[1], S("people"))) d->type = PRESS_PERSON;
  if (role) d->gender = press_people__gender(role->column[2]);
  d->country = press_people__country_in(c, d->m.np);
  finish(c, d);
}

static void look_at(press_cast *c, uint32_t i) {
  uint8_t upos = c->cx->ling->words[i].upos;
  uint32_t p = c->place_of[i];
  if (c->name_of[i] != PRESS_NONE || c->used[i]) return;
  if (p != PRESS_NONE && c->f->places[p].actor && c->f->places[p].at.begin == i) {
    add_country(c, i);
    return;
  }
  if (p != PRESS_NONE && !source_head(c, i)) return;
  if (pronoun(c, i)) {
    add_pronoun(c, i);
    return;
  }
  bool noun = upos == PRESS_UPOS_NOUN || upos == PRESS_UPOS_PROPN ||
              (upos == PRESS_UPOS_ADJ && /* "the academic" */
               (source_head(c, i) || argument(c, i)) &&
               (press_people__is(c, i, "old") ||
                press_table__find(&c->cx->lex->roles, press_people__low(c, i))));
  if (noun && heads_phrase(c, i))
    add_noun(c, i);
  else if (source_head(c, i) && dummy(c, i))
    add_pronoun(c, i);
  else if (source_head(c, i) && heads_phrase(c, i) &&
           (upos == PRESS_UPOS_PRON || upos == PRESS_UPOS_NUM || upos == PRESS_UPOS_DET ||
            upos == PRESS_UPOS_ADJ || upos == PRESS_UPOS_X)) {
    press_draft *d =
        press_people__draft(c, (press_range){i, i + 1}, PRESS_MENTION_NOMINAL);
    finish(c, d);
  }
}

/** By begin, the longer first. */
static int in_order(const void *x, const void *y) {
  const press_draft *a = x, *b = y;
  if (a->m.at.begin != b->m.at.begin) return a->m.at.begin < b->m.at.begin ? -1 : 1;
  if (a->m.at.end != b->m.at.end) return a->m.at.end > b->m.at.end ? -1 : 1;
  if (a->m.head != b->m.head) return a->m.head < b->m.head ? -1 : 1;
  return (a->m.kind > b->m.kind) - (a->m.kind < b->m.kind);
}

void press_people__nominals(press_cast *c) {
  for (uint32_t i = 0; i < c->drafts.n; i++) {
    press_draft *d = &c->drafts.at[i];
    d->source = source_head(c, d->m.head);
    d->argument = argument(c, d->m.head);
  }
  for (uint32_t i = 0; i < c->cx->text->n_tokens; i++) look_at(c, i);
  if (!c->drafts.n) return;
  qsort(c->drafts.at, c->drafts.n, sizeof *c->drafts.at, in_order);
  for (uint32_t i = 0; i < c->drafts.n; i++) {
    press_draft *d = &c->drafts.at[i];
    if (c->headed[d->m.head] == PRESS_NONE) c->headed[d->m.head] = i;
    if (d->m.kind != PRESS_MENTION_NAME) continue;
    for (uint32_t k = d->shown.begin; k < d->m.at.end; k++) c->name_of[k] = i;
  }
}
