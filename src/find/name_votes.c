/** One type for each name of the article: every span votes, and so do the words
 *  around it. Then headlines, run-together names, and repeats of known names. */
#include "find/names.h"

/** Weight for a lone surname of a person who is named in full elsewhere. */
#define SURNAME_SCORE 0.7f
/** What a place's vote is worth when no table knows the place. */
#define UNKNOWN_PLACE 0.4f
/** What "company" or the like before a name adds for an organisation. */
#define APPOSED_SCORE 3.0f
/** What a name in such a headline counts for, and how many of them count as one that
 *  the article has. */
#define LOUD_SCORE 0.05f
#define OFTEN_LOUD 4.0f
/** Tenths of a headline's words with capitals at which capitals say nothing. */
#define SHOUTED_TENTHS 6
/** What a last word like "Inc" or "Board" adds for an organisation, each time. */
#define BUSINESS_SCORE 1.0f
/** What "administration" after a single name adds for a person. */
#define GOVERNS_SCORE 1.0f
/** What a person's single name without a title counts for. */
#define LONE_SHARE 0.6f
/** Votes for a lone surname that make it a person beyond doubt. */
#define KNOWN_PERSON 2.0f
/** What "which" and "who", a role in business, and "it" or "he" of a subject add. */
#define WHICH_SCORE   1.0f
#define STAFF_SCORE   1.2f
#define PRONOUN_SCORE 0.8f
/** How far into an apposition its noun may stand. */
#define GLOSS_REACH 7
/** How far behind its subject the verb may stand, and such a pronoun behind that. */
#define PRONOUN_REACH 6
/** What the caller's gazetteer says outweighs everything. */
#define OWN_SCORE 100.0f
/** What a given name in front adds for a person. */
#define GIVEN_SCORE 0.5f

static void vote(press_finder *f, press_str key, uint8_t type, float score) {
  if (!key.n) return;
  uint32_t *slot = press_map__put(f->c->cx->arena, &f->index, key);
  if (*slot == PRESS_NONE) {
    *slot = f->votes.n;
    *PRESS_PUSH(f->c->cx->arena, &f->votes) = (press_votes){{0}};
  }
  f->votes.at[*slot].of[type] += score;
}

/** The token that a bare surname would be. */
static uint32_t surname(const press_finder *f, const press_candidate *n) {
  uint32_t i = n->at.end - 1;
  static const char *const tails[] = {"jr.", "jr", "sr.", "sr", "ii", "iii", "iv", NULL};
  while (i > n->at.begin && (press_people__one_of(tails, press_people__low(f->c, i)) ||
                             press_names__mark(f, i)))
    i--;
  return i;
}

/** "tech giant Huron": a noun for organisations stands right before the name. */
static bool apposed(const press_finder *f, uint32_t begin) {
  if (begin == 0) return false;
  uint32_t i = begin - 1;
  press_str low = press_people__low(f->c, i);
  const press_row *row = press_table__find(&f->c->cx->lex->collectives, low);
  if (press_table__find(&f->c->cx->lex->roles, low)) return false; /* "broker Ann Orr" */
  return row && !press_str__eq(row->column[1], S("people")) &&
         press_people__upos(f->c, i) != PRESS_UPOS_VERB &&
         !press_people__capital(f->c, i);
}

static bool in_headline(const press_finder *f, uint32_t i) {
  const press_text *t = f->c->cx->text;
  uint8_t k = t->paras[t->sentences[t->tokens[i].sentence].para].kind;
  return k == PRESS_PARA_HEADLINE || k == PRESS_PARA_HEADING;
}

static bool known_place(const press_finder *f, const press_candidate *n) {
  uint32_t p = f->c->place_of[n->at.begin];
  return p != PRESS_NONE && f->c->f->places[p].at.end >= n->at.end;
}

bool press_people__ends_body(const press_cast *c, press_str word) {
  const press_row *row = press_table__find(&c->cx->lex->collectives, word);
  bool group = row && !press_str__eq(row->column[1], S("people")) &&
               !press_str__eq(word, S("state")) && !press_str__eq(word, S("county"));
  return group || press_table__find(&c->cx->lex->org_ends, word);
}

bool press_names__business(const press_finder *f, press_range at) {
  if (at.end - at.begin < 2) return false;
  for (uint32_t i = at.begin; i < at.end; i++)
    if (press_names__is(f, i, "&")) return true;
  return press_people__ends_body(f->c, press_people__low(f->c, at.end - 1));
}

/** "Huron, the Danish maker of toys," is a body, "Hale, a former nurse," a person. */
static void glossed(const press_finder *f, uint32_t i, uint32_t end, press_votes *v) {
  const press_cast *c = f->c;
  if (i >= end || press_people__upos(c, i) != PRESS_UPOS_DET) return;
  for (uint32_t k = i + 1; k < end && k < i + GLOSS_REACH; k++) {
    press_str low = press_people__low(c, k);
    const press_row *row = press_table__find(&c->cx->lex->collectives, low);
    if (!press_people__modifies(c, k) && press_people__upos(c, k) != PRESS_UPOS_VERB)
      return;
    if (k + 1 < end && press_people__modifies(c, k + 1)) continue; /* not the head */
    if (row && !press_str__eq(row->column[1], S("people")))
      v->of[PRESS_NAME_ORG] += WHICH_SCORE;
    else if (press_table__find(&c->cx->lex->roles, low))
      v->of[PRESS_NAME_PER] += WHICH_SCORE / 2;
    return;
  }
}

/** What hangs from the name or comes right after it tells a person from a body: "Huron
 *  said it", "Huron, which", "Hale, who", "Huron chief executive", "Huron's Ann Orr". */
static void overheard(press_finder *f, const press_candidate *n, press_votes *v) {
  const press_cast *c = f->c;
  const press_word *w = c->cx->ling->words;
  uint32_t i = n->at.end, end = press_people__sentence(c, n->at.begin).end, role_end;
  if (i < end && press_names__is(f, i, ",")) glossed(f, ++i, end, v);
  if (i < end && press_names__is(f, i, "which")) v->of[PRESS_NAME_ORG] += WHICH_SCORE;
  bool bound =
      n->at.begin > 0 && press_people__upos(c, n->at.begin - 1) == PRESS_UPOS_ADP;
  if (i < end && !bound && press_names__is(f, i, "who"))
    v->of[PRESS_NAME_PER] += WHICH_SCORE;
  bool owns = n->at.end < end &&
              (press_names__is(f, n->at.end, "'s") || press_names__is(f, n->at.end, "'"));
  if (owns) i = n->at.end + 1;
  if (owns || i == n->at.end) {
    const press_row *row = press_people__starts(c, &c->cx->lex->roles, i, end, &role_end);
    if (row && press_str__eq(row->column[1], S("business")))
      v->of[PRESS_NAME_ORG] += STAFF_SCORE;
  }
  if (owns && i < end && f->cover[i] != PRESS_NONE && f->cover[i] < f->found.n &&
      f->found.at[f->cover[i]].type == PRESS_NAME_PER && n->at.end - n->at.begin < 3)
    v->of[PRESS_NAME_ORG] += STAFF_SCORE / 2;
  uint32_t head = press_people__head(c, n->at);
  if (w[head].deprel == PRESS_DEP_appos && w[head].head != PRESS_NONE)
    head = w[head].head;
  if (w[head].deprel != PRESS_DEP_nsubj || w[head].passive) return;
  uint32_t verb = w[head].head;
  if (verb == PRESS_NONE || verb < n->at.end || verb > n->at.end + PRONOUN_REACH) return;
  for (i = verb + 1; i < end && i <= verb + PRONOUN_REACH; i++) {
    if (f->cover[i] != PRESS_NONE) return;
    if (w[i].upos != PRESS_UPOS_PRON || w[i].deprel == PRESS_DEP_expl) continue;
    bool thing = press_names__is(f, i, "its");
    bool person = press_names__is(f, i, "he") || press_names__is(f, i, "she") ||
                  press_names__is(f, i, "his") || press_names__is(f, i, "her");
    if (thing) v->of[PRESS_NAME_ORG] += PRONOUN_SCORE;
    if (person) v->of[PRESS_NAME_PER] += PRONOUN_SCORE;
    return;
  }
}

/** "the Hale administration": nobody but a person has one. */
static bool governs(const press_finder *f, const press_candidate *n) {
  static const char *const words[] = {"administration", "campaign", "presidency", NULL};
  return n->at.end - n->at.begin == 1 && n->at.end < f->c->cx->text->n_tokens &&
         press_people__one_of(words, press_people__low(f->c, n->at.end)) &&
         f->c->place_of[n->at.begin] == PRESS_NONE;
}

/** Two or three words, the first a given name of one gender. */
static bool personal(const press_finder *f, const press_candidate *n) {
  uint32_t words = n->at.end - n->at.begin;
  const press_row *row = press_table__find(&f->c->cx->lex->given_names,
                                           press_people__low(f->c, n->at.begin));
  return words > 1 && words < 5 && row && press_people__gender(row->column[1]) &&
         !press_names__business(f, n->at);
}

/** Most words of a headline begin with capitals, so that its capitals say nothing. */
static bool shouted(const press_finder *f) {
  const press_text *t = f->c->cx->text;
  uint32_t words = 0, capitals = 0;
  for (uint32_t i = 0; i < t->n_tokens && in_headline(f, i); i++) {
    if (press_names__kind(f, i) != PRESS_TOKEN_WORD) continue;
    words++;
    capitals += press_people__capital(f->c, i);
  }
  return words > 3 && capitals * 10 >= words * SHOUTED_TENTHS;
}

void press_names__poll(press_finder *f) {
  bool loud = shouted(f);
  for (uint32_t i = 0; i < f->found.n; i++) {
    press_candidate *n = &f->found.at[i];
    if (loud && in_headline(f, n->at.begin) && !known_place(f, n)) {
      vote(f, n->key, n->type, LOUD_SCORE);
      continue;
    }
    if (n->own != PRESS_NONE) vote(f, n->key, n->type, OWN_SCORE);
    float weight = n->gender ? n->score + 1.0f : n->score;
    if (n->type == PRESS_NAME_LOC && !known_place(f, n)) weight *= UNKNOWN_PLACE;
    bool lone = n->type == PRESS_NAME_PER && n->at.end - n->at.begin == 1 && !n->gender;
    vote(f, n->key, n->type, lone ? weight * LONE_SHARE : weight);
    if (press_names__business(f, n->at)) vote(f, n->key, PRESS_NAME_ORG, BUSINESS_SCORE);
    const press_row *org = press_table__find(&f->c->cx->lex->orgs, n->key);
    if (org) vote(f, n->key, PRESS_NAME_ORG, (float)press_row__number(org, 2, 0.0));
    if (!known_place(f, n) && !personal(f, n) && !n->gender) {
      press_votes heard = {{0}};
      overheard(f, n, &heard);
      for (uint8_t t = 0; t < 3; t++)
        if (heard.of[t] > 0.0f) vote(f, n->key, t, heard.of[t]);
    }
    if (governs(f, n)) vote(f, n->key, PRESS_NAME_PER, GOVERNS_SCORE);
    if (personal(f, n)) vote(f, n->key, PRESS_NAME_PER, GIVEN_SCORE);
    if (apposed(f, n->at.begin)) vote(f, n->key, PRESS_NAME_ORG, APPOSED_SCORE);
    if ((n->type == PRESS_NAME_PER && n->at.end - n->at.begin > 1) || personal(f, n))
      vote(f, press_people__low(f->c, surname(f, n)), PRESS_NAME_PER, SURNAME_SCORE);
  }
  for (uint32_t i = 0; i < f->c->cx->text->n_tokens; i++) {
    press_str low = press_people__low(f->c, i); /* missed here, known elsewhere */
    if (!press_names__name_word(f, i) || press_map__get(&f->index, low) == PRESS_NONE)
      continue;
    if (apposed(f, i)) vote(f, low, PRESS_NAME_ORG, APPOSED_SCORE);
    uint32_t end = press_people__sentence(f->c, i).end, role_end;
    const press_row *row =
        press_people__starts(f->c, &f->c->cx->lex->roles, i + 1, end, &role_end);
    if (row && press_str__eq(row->column[1], S("business")))
      vote(f, low, PRESS_NAME_ORG, STAFF_SCORE);
  }
}

static uint8_t winner(const press_votes *v, uint8_t otherwise) {
  uint8_t best = otherwise;
  for (uint8_t t = 0; t < 3; t++)
    if (v->of[t] > v->of[best]) best = t;
  return best;
}

static float votes_for(const press_finder *f, press_str key, uint8_t type) {
  uint32_t slot = key.n ? press_map__get(&f->index, key) : PRESS_NONE;
  return slot == PRESS_NONE ? 0.0f : f->votes.at[slot].of[type];
}

static void uncover(press_finder *f, uint32_t begin, uint32_t end) {
  for (uint32_t k = begin; k < end; k++) f->cover[k] = PRESS_NONE;
}

/** Drops what only such a headline makes a name of; of "Derelict Hale" it keeps the
 *  surname that the article has elsewhere. */
void press_names__quiet(press_finder *f) {
  if (!shouted(f)) return;
  for (uint32_t i = 0; i < f->found.n; i++) {
    press_candidate *n = &f->found.at[i];
    if (!in_headline(f, n->at.begin) || known_place(f, n) || personal(f, n)) continue;
    if (n->own != PRESS_NONE) continue;
    if (votes_for(f, n->key, n->type) > LOUD_SCORE * OFTEN_LOUD) continue;
    press_str last = press_people__low(f->c, n->at.end - 1);
    bool known = n->type == PRESS_NAME_PER && n->at.end - n->at.begin > 1 &&
                 votes_for(f, last, PRESS_NAME_PER) > LOUD_SCORE;
    uncover(f, n->at.begin, known ? n->at.end - 1 : n->at.end);
    if (!known) continue;
    n->at.begin = n->at.end - 1;
    n->shown = n->at;
    n->key = last;
  }
}

/** "Washington Post Trump" is two names: its last word is a person known well. */
void press_names__part(press_finder *f) {
  uint32_t found = f->found.n;
  for (uint32_t i = 0; i < found; i++) {
    press_candidate *n = &f->found.at[i];
    if (n->type == PRESS_NAME_PER || n->at.end - n->at.begin < 2 ||
        press_names__business(f, n->at))
      continue;
    if (n->own != PRESS_NONE) continue;
    press_str last = press_people__low(f->c, n->at.end - 1);
    if (votes_for(f, last, PRESS_NAME_PER) < KNOWN_PERSON) continue;
    n->at.end--;
    n->shown.end--;
    uncover(f, n->at.end, n->at.end + 1);
    press_range tail = {n->at.end, n->at.end + 1};
    n->key = press_people__key(f->c, n->at.begin, n->at.end);
    press_names__add(f, tail, PRESS_NAME_PER, PRESS_NAMES_RULE_SCORE);
  }
}

void press_names__agree(press_finder *f) {
  for (uint32_t i = 0; i < f->found.n; i++) {
    press_candidate *n = &f->found.at[i];
    if (n->own != PRESS_NONE) continue;
    uint32_t slot = n->key.n ? press_map__get(&f->index, n->key) : PRESS_NONE;
    if (slot != PRESS_NONE) n->type = winner(&f->votes.at[slot], n->type);
    if (n->gender) n->type = PRESS_NAME_PER;
  }
}

/** At a sentence's start any capitalised word may be a known person's surname; the
 *  tagger sees "Reed" as a noun there. */
static bool begins_with_surname(const press_finder *f, uint32_t i) {
  uint8_t u = press_people__upos(f->c, i);
  if (press_people__sentence(f->c, i).begin != i ||
      (u != PRESS_UPOS_NOUN && u != PRESS_UPOS_ADJ && u != PRESS_UPOS_VERB))
    return false;
  press_str low = press_people__low(f->c, i);
  return votes_for(f, low, PRESS_NAME_PER) >= SURNAME_SCORE &&
         votes_for(f, low, PRESS_NAME_ORG) <= 0.0f &&
         votes_for(f, low, PRESS_NAME_LOC) <= 0.0f;
}

/** One-word names seen elsewhere, where the finder missed them. */
void press_names__repeats(press_finder *f) {
  const press_word *words = f->c->cx->ling->words;
  for (uint32_t i = 0; i < f->c->cx->text->n_tokens; i++) {
    if (!press_names__name_word(f, i)) continue;
    if (words[i].upos != PRESS_UPOS_PROPN && !begins_with_surname(f, i)) continue;
    press_str low = press_people__low(f->c, i);
    uint32_t slot = low.n > 2 ? press_map__get(&f->index, low) : PRESS_NONE;
    if (slot == PRESS_NONE || press_names__title(f, i) || f->c->place_of[i] != PRESS_NONE)
      continue;
    bool lone =
        (i == 0 || f->cover[i - 1] == PRESS_NONE || !press_names__name_word(f, i - 1));
    if (lone)
      press_names__add(f, (press_range){i, i + 1}, winner(&f->votes.at[slot], 0),
                       PRESS_NAMES_RULE_SCORE);
  }
}
