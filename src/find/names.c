/** Names: the name finder's spans, mended and made consistent over the article. A
 *  span keeps neither title nor role nor quotation marks; what is named once is
 *  found again; a name has one type unless the article says otherwise. */
#include "find/people.h"

/** Weight of a span found by rule in the vote on a name's type. */
#define RULE_SCORE 0.5f
/** Weight for a lone surname of a person who is named in full elsewhere. */
#define SURNAME_SCORE 0.7f
/** Most words after "Mr" that are taken for a name. */
#define TITLED_WORDS 3
/** Most words of a run of proper nouns that is taken for a name, and its weight. */
#define RUN_WORDS 4
#define RUN_SCORE 0.4f
/** What a place's vote is worth when no table knows the place; what the word
 *  "company" or the like before a name adds for an organisation. */
#define UNKNOWN_PLACE  0.4f
#define CREDIT_WORDS   3
#define SHOUTED_TENTHS 6
#define SYLLABLE_BYTES 5
#define APPOSED_SCORE  3.0f
/** What a last word like "Inc" or "Board" adds for an organisation, each time. */
#define BUSINESS_SCORE 1.0f
/** Votes for a lone surname that make it a person beyond doubt. */
#define KNOWN_PERSON 2.0f
/** What a given name in front adds for a person. */
#define GIVEN_SCORE 0.5f

typedef struct candidate {
  press_range at;
  press_range shown;
  uint8_t type; /**< press_name_type */
  uint8_t gender;
  float score;
  press_str key;
} candidate;

typedef struct votes {
  float of[3];
} votes;

typedef struct finder {
  press_cast *c;
  PRESS_VEC(candidate) found;
  uint32_t *cover; /**< token to candidate, or PRESS_NONE */
  press_map index; /**< key to its votes */
  PRESS_VEC(votes) votes;
} finder;

static bool is(const finder *f, uint32_t token, const char *word) {
  return press_str__eq(press_people__low(f->c, token), press_str__of(word));
}

static uint8_t kind(const finder *f, uint32_t token) {
  return f->c->cx->text->tokens[token].kind;
}

static bool mark(const finder *f, uint32_t token) {
  return kind(f, token) == PRESS_TOKEN_QUOTE || kind(f, token) == PRESS_TOKEN_PUNCT;
}

/** The title that token `i` is, or NULL; "Mr." and "Mr" are one. */
static const press_row *title(const finder *f, uint32_t i) {
  press_str low = press_people__low(f->c, i);
  if (low.n > 1 && low.at[low.n - 1] == '.') low.n--;
  if (!press_people__capital(f->c, i)) return NULL;
  return press_table__find(&f->c->cx->lex->titles, low);
}

/** Letters after a name, and what trails into a span. */
static bool trailing(const finder *f, uint32_t i) {
  static const char *const words[] = {"mp",  "mps", "qc",  "kc",   "msp", "mep",
                                      "mbe", "obe", "cbe", "phd",  "'s",  "'",
                                      "’s",  "’",   "who", "said", NULL};
  return mark(f, i) || press_people__one_of(words, press_people__low(f->c, i));
}

static bool leading(const finder *f, uint32_t i) {
  static const char *const words[] = {"the", "a", "an", "former", "ex", "and", NULL};
  return mark(f, i) || press_people__one_of(words, press_people__low(f->c, i));
}

static bool role_or_title(const finder *f, uint32_t i, uint32_t to) {
  uint32_t end;
  return title(f, i) || press_people__starts(f->c, &f->c->cx->lex->roles, i, to, &end);
}

/** A role, a title or "Government" alone is no name, whatever the finder says. */
static bool only_role(const finder *f, press_range at) {
  uint32_t end = at.begin;
  if (at.end - at.begin == 1) {
    const press_row *row =
        press_table__find(&f->c->cx->lex->collectives, press_people__low(f->c, at.begin));
    if (row && press_str__eq(row->column[1], S("government"))) return true;
    if (title(f, at.begin)) return true;
  }
  return press_people__starts(f->c, &f->c->cx->lex->roles, at.begin, at.end, &end) &&
         end == at.end;
}

/** Leaves titles and roles before a person's name out of the span. */
static void behead(const finder *f, press_range *at) {
  for (uint32_t k = 0; k < 4 && at->end - at->begin > 1; k++) {
    uint32_t end, place = f->c->place_of[at->begin];
    const press_place *p = place == PRESS_NONE ? NULL : &f->c->f->places[place];
    bool of_land = p && p->at.end < at->end &&
                   (role_or_title(f, p->at.end, at->end) || p->how == PRESS_BY_DEMONYM);
    if (of_land)
      at->begin = p->at.end;
    else if (title(f, at->begin))
      at->begin++;
    else if (press_people__starts(f->c, &f->c->cx->lex->roles, at->begin, at->end - 1,
                                  &end))
      at->begin = end;
    else if (leading(f, at->begin))
      at->begin++;
    else
      return;
  }
}

/** A comma or a parenthesis ends a person's name; quotation marks may hold a
 *  nickname inside it. */
static void cut_person(const finder *f, press_range *at) {
  for (uint32_t i = at->begin; i < at->end; i++) {
    bool stop = is(f, i, ",") || is(f, i, "(") || is(f, i, ")") || is(f, i, ";");
    if (stop && !(i + 1 < at->end && (is(f, i + 1, "jr.") || is(f, i + 1, "sr.")))) {
      at->end = i;
      return;
    }
  }
}

static void clean(const finder *f, press_range *at, uint8_t type) {
  while (at->begin < at->end && leading(f, at->begin)) at->begin++;
  if (type == PRESS_NAME_PER) {
    behead(f, at);
    cut_person(f, at);
  }
  while (at->end > at->begin && trailing(f, at->end - 1)) at->end--;
}

/** The span with the titles before it; its gender where a title tells. */
static void look_back(const finder *f, candidate *n) {
  n->shown = n->at;
  uint32_t from =
      f->c->cx->text->sentences[f->c->cx->text->tokens[n->at.begin].sentence].begin;
  while (n->shown.begin > from) {
    const press_row *row = title(f, n->shown.begin - 1);
    if (!row) break;
    uint8_t gender = press_people__gender(row->column[1]);
    if (gender) n->gender = gender;
    n->shown.begin--;
  }
}

static bool free_span(const finder *f, press_range at) {
  for (uint32_t i = at.begin; i < at.end; i++)
    if (f->cover[i] != PRESS_NONE) return false;
  return at.begin < at.end;
}

static void add(finder *f, press_range at, uint8_t type, float score) {
  if (!free_span(f, at)) return;
  for (uint32_t i = at.begin; i < at.end; i++) f->cover[i] = f->found.n;
  candidate *n = PRESS_PUSH(f->c->cx->arena, &f->found);
  *n = (candidate){.at = at, .type = type, .score = score};
  look_back(f, n);
  n->key = press_people__key(f->c, at.begin, at.end);
}

/** One letter with or without a stop. */
static bool initial(const finder *f, uint32_t i) {
  press_str s = press_people__low(f->c, i);
  return s.n == 1 || (s.n == 2 && s.at[1] == '.');
}

/** Joins "Hugh 'Huey' Hill" where the finder saw pieces: `a` is a person's span;
 *  a quoted word and a capitalised word follow it. */
static uint32_t with_nickname(const finder *f, press_range at) {
  uint32_t n = f->c->cx->text->n_tokens, e = at.end;
  bool open = e + 3 < n && kind(f, e) == PRESS_TOKEN_QUOTE;
  if (!open || kind(f, e + 2) != PRESS_TOKEN_QUOTE) return at.end;
  bool words = press_people__capital(f->c, e + 1) && press_people__capital(f->c, e + 3);
  return words && !is(f, e + 3, "i") && !f->c->cx->text->tokens[e + 2].space_before &&
                 f->c->cx->ling->words[e + 3].upos == PRESS_UPOS_PROPN
             ? e + 4
             : at.end;
}

/** A capitalised word right after the span that the parser ties to it flat. */
static uint32_t with_tail(const finder *f, press_range at) {
  const press_word *words = f->c->cx->ling->words;
  uint32_t n = f->c->cx->text->n_tokens;
  while (at.end < n && words[at.end].deprel == PRESS_DEP_flat &&
         words[at.end].upos == PRESS_UPOS_PROPN && press_people__capital(f->c, at.end) &&
         words[at.end].head >= at.begin && words[at.end].head < at.end &&
         !trailing(f, at.end))
    at.end++;
  return at.end;
}

/** "Ban Ki" to "Ban Ki-moon": a short syllable hangs on. "Kerry-led" is not one. */
static uint32_t with_syllable(const finder *f, press_range at) {
  static const char *const none[] = {"led", "era", "run", "like", "free", "born", NULL};
  const press_token *t = f->c->cx->text->tokens;
  uint32_t e = at.end;
  if (e + 1 >= f->c->cx->text->n_tokens || !is(f, e, "-") || t[e].space_before ||
      t[e + 1].space_before || kind(f, e + 1) != PRESS_TOKEN_WORD)
    return e;
  bool small = t[e + 1].low.n <= SYLLABLE_BYTES && t[e - 1].low.n <= SYLLABLE_BYTES &&
               !press_people__one_of(none, t[e + 1].low);
  bool capital = press_people__capital(f->c, e + 1);
  return capital || (small && at.end - at.begin > 1) ? e + 2 : e;
}

/** "bin Laden": particles that the finder left outside. */
static uint32_t with_particle(const finder *f, press_range at) {
  static const char *const words[] = {"bin", "von", "van", "al", "der", "ibn", NULL};
  uint32_t b = at.begin;
  while (b > 0 && press_people__one_of(words, press_people__low(f->c, b - 1)) &&
         press_people__upos(f->c, b - 1) == PRESS_UPOS_PROPN)
    b--;
  return b;
}

/** The span widened to a longer institution that the places know. */
static press_range with_place(const finder *f, press_range at) {
  uint32_t p = f->c->place_of[at.begin];
  if (p == PRESS_NONE || f->c->f->places[p].how != PRESS_BY_METONYM) return at;
  press_range wide = f->c->f->places[p].at;
  return wide.begin <= at.begin && wide.end >= at.end ? wide : at;
}

/** "Monday", "March". */
static bool dated(const finder *f, press_range at) {
  static const char *const words[] = {
      "monday",   "tuesday",   "wednesday", "thursday",  "friday",  "saturday",
      "sunday",   "january",   "february",  "march",     "april",   "may",
      "june",     "july",      "august",    "september", "october", "november",
      "december", "christmas", "easter",    NULL};
  for (uint32_t i = at.begin; i < at.end; i++)
    if (press_people__one_of(words, press_people__low(f->c, i))) return true;
  return false;
}

static void collect(finder *f) {
  const press_ling *ling = f->c->cx->ling;
  for (uint32_t i = 0; i < ling->n_names; i++) {
    press_range at = ling->names[i].at;
    clean(f, &at, ling->names[i].type);
    if (at.begin >= at.end || only_role(f, at)) continue;
    if (ling->names[i].type != PRESS_NAME_PER && dated(f, at)) continue;
    at = with_place(f, at);
    if (ling->names[i].type == PRESS_NAME_PER) {
      at.end = with_nickname(f, at);
      at.end = with_tail(f, at);
      at.end = with_syllable(f, at);
      at.begin = with_particle(f, at);
    }
    add(f, at, ling->names[i].type, ling->names[i].score);
  }
}

static bool name_word(const finder *f, uint32_t i) {
  return kind(f, i) == PRESS_TOKEN_WORD && press_people__capital(f->c, i) &&
         f->cover[i] == PRESS_NONE;
}

/** The run of capitalised words from `i`, at most `most`, in one sentence. */
static press_range run(const finder *f, uint32_t i, uint32_t most) {
  const press_text *t = f->c->cx->text;
  uint32_t end = t->sentences[t->tokens[i].sentence].end, e = i;
  while (e < end && e - i < most && name_word(f, e)) e++;
  return (press_range){i, e};
}

/** "Mr Hale" where the finder missed it. */
static void titled(finder *f) {
  for (uint32_t i = 0; i + 1 < f->c->cx->text->n_tokens; i++) {
    const press_row *row = title(f, i);
    if (!row || row->column[2].n || f->cover[i + 1] != PRESS_NONE) continue;
    press_range at = run(f, i + 1, TITLED_WORDS);
    clean(f, &at, PRESS_NAME_PER);
    if (at.begin < at.end) add(f, at, PRESS_NAME_PER, RULE_SCORE);
  }
}

/** A given name and a capitalised word, both proper nouns to the tagger. */
static void by_given_name(finder *f) {
  const press_word *words = f->c->cx->ling->words;
  for (uint32_t i = 0; i + 1 < f->c->cx->text->n_tokens; i++) {
    if (words[i].upos != PRESS_UPOS_PROPN || words[i + 1].upos != PRESS_UPOS_PROPN)
      continue;
    if (!name_word(f, i) || f->c->place_of[i] != PRESS_NONE) continue;
    if (!press_table__find(&f->c->cx->lex->given_names, press_people__low(f->c, i)))
      continue;
    press_range at = run(f, i, TITLED_WORDS);
    if (at.end - at.begin > 1 && !initial(f, at.end - 1))
      add(f, at, PRESS_NAME_PER, RULE_SCORE);
  }
}

/** Phrases that the table of institutions has: "the Commons". */
static void bodies(finder *f) {
  static const char *const people[] = {"mp",       "mps",  "republican",
                                       "democrat", "tory", NULL};
  const press_cast *c = f->c;
  for (uint32_t i = 0; i < c->cx->text->n_tokens; i++) {
    uint32_t end, to = press_people__sentence(c, i).end;
    if (!name_word(f, i) || c->place_of[i] != PRESS_NONE) continue;
    if (press_people__upos(c, i) != PRESS_UPOS_PROPN) continue;
    if (!press_people__starts(c, &c->cx->lex->bodies, i, to, &end)) continue;
    if (press_people__one_of(people, press_people__low(c, i))) continue;
    add(f, (press_range){i, end}, PRESS_NAME_ORG, RULE_SCORE);
  }
}

/** Two or more proper nouns inside a sentence that the finder left out. */
static void proper_runs(finder *f) {
  const press_cast *c = f->c;
  for (uint32_t i = 0; i + 1 < c->cx->text->n_tokens; i++) {
    press_sentence s = press_people__sentence(c, i);
    press_range at = {i, i};
    while (at.end < s.end && name_word(f, at.end) && c->place_of[at.end] == PRESS_NONE &&
           press_people__upos(c, at.end) == PRESS_UPOS_PROPN && !title(f, at.end))
      at.end++;
    if (at.end == i) continue;
    i = at.end;
    uint32_t end;
    bool role = press_people__starts(c, &c->cx->lex->roles, at.begin, at.end, &end) ||
                press_people__ends(c, &c->cx->lex->roles, at.begin, at.end, &end);
    bool hyphen = (at.begin > s.begin && is(f, at.begin - 1, "-")) ||
                  (at.end < s.end && is(f, at.end, "-"));
    bool headline = c->cx->text->paras[s.para].kind == PRESS_PARA_HEADLINE;
    if (at.end - at.begin < 2 || at.end - at.begin > RUN_WORDS) continue;
    if (at.begin == s.begin || role || hyphen || headline || dated(f, at)) continue;
    add(f, at, PRESS_NAME_ORG, RUN_SCORE);
  }
}

static void vote(finder *f, press_str key, uint8_t type, float score) {
  if (!key.n) return;
  uint32_t *slot = press_map__put(f->c->cx->arena, &f->index, key);
  if (*slot == PRESS_NONE) {
    *slot = f->votes.n;
    *PRESS_PUSH(f->c->cx->arena, &f->votes) = (votes){{0}};
  }
  f->votes.at[*slot].of[type] += score;
}

/** The token that a bare surname would be. */
static uint32_t surname(const finder *f, const candidate *n) {
  uint32_t i = n->at.end - 1;
  static const char *const tails[] = {"jr.", "jr", "sr.", "sr", "ii", "iii", "iv", NULL};
  while (i > n->at.begin &&
         (press_people__one_of(tails, press_people__low(f->c, i)) || mark(f, i)))
    i--;
  return i;
}

/** "tech giant Huron": a noun for organisations stands right before the name. */
static bool apposed(const finder *f, const candidate *n) {
  if (n->at.begin == 0) return false;
  uint32_t i = n->at.begin - 1;
  const press_row *row =
      press_table__find(&f->c->cx->lex->collectives, press_people__low(f->c, i));
  return row && !press_str__eq(row->column[1], S("people")) &&
         press_people__upos(f->c, i) == PRESS_UPOS_NOUN;
}

static bool in_headline(const finder *f, uint32_t i) {
  const press_text *t = f->c->cx->text;
  return t->paras[t->sentences[t->tokens[i].sentence].para].kind == PRESS_PARA_HEADLINE;
}

static bool known_place(const finder *f, const candidate *n) {
  uint32_t p = f->c->place_of[n->at.begin];
  return p != PRESS_NONE && f->c->f->places[p].at.end >= n->at.end;
}

/** Ends in a word that organisations end in: "Huron Foods", "Harbour Board". */
static bool business(const finder *f, const candidate *n) {
  static const char *const ends[] = {
      "inc",     "inc.",     "corp",    "corp.",   "ltd",     "ltd.",         "plc",
      "co",      "co.",      "llc",     "foods",   "motors",  "airlines",     "holdings",
      "systems", "partners", "media",   "times",   "news",    "technologies", "labs",
      "energy",  "motor",    "airways", "records", "studios", "stores",       NULL};
  if (n->at.end - n->at.begin < 2) return false;
  press_str last = press_people__low(f->c, n->at.end - 1);
  const press_row *row = press_table__find(&f->c->cx->lex->collectives, last);
  bool group = row && !press_str__eq(row->column[1], S("people")) &&
               !press_str__eq(last, S("state")) && !press_str__eq(last, S("county"));
  return group || press_people__one_of(ends, last);
}

/** Two or three words, the first a given name of one gender. */
static bool personal(const finder *f, const candidate *n) {
  uint32_t words = n->at.end - n->at.begin;
  const press_row *row = press_table__find(&f->c->cx->lex->given_names,
                                           press_people__low(f->c, n->at.begin));
  return words > 1 && words < 4 && row && press_people__gender(row->column[1]) &&
         !business(f, n);
}

static void poll(finder *f) {
  for (uint32_t i = 0; i < f->found.n; i++) {
    candidate *n = &f->found.at[i];
    float weight = n->gender ? n->score + 1.0f : n->score;
    if (n->type == PRESS_NAME_LOC && !known_place(f, n)) weight *= UNKNOWN_PLACE;
    vote(f, n->key, n->type, weight);
    if (business(f, n)) vote(f, n->key, PRESS_NAME_ORG, BUSINESS_SCORE);
    if (personal(f, n)) vote(f, n->key, PRESS_NAME_PER, GIVEN_SCORE);
    if (apposed(f, n)) vote(f, n->key, PRESS_NAME_ORG, APPOSED_SCORE);
    if (n->type == PRESS_NAME_PER && n->at.end - n->at.begin > 1)
      vote(f, press_people__low(f->c, surname(f, n)), PRESS_NAME_PER, SURNAME_SCORE);
  }
}

static uint8_t winner(const votes *v, uint8_t otherwise) {
  uint8_t best = otherwise;
  for (uint8_t t = 0; t < 3; t++)
    if (v->of[t] > v->of[best]) best = t;
  return best;
}

/** Most words of a headline begin with capitals, so that its capitals say nothing. */
static bool shouted(const finder *f) {
  const press_text *t = f->c->cx->text;
  uint32_t words = 0, capitals = 0;
  for (uint32_t i = 0; i < t->n_tokens && in_headline(f, i); i++) {
    if (kind(f, i) != PRESS_TOKEN_WORD) continue;
    words++;
    capitals += press_people__capital(f->c, i);
  }
  return words > 3 && capitals * 10 >= words * SHOUTED_TENTHS;
}

static float votes_for(const finder *f, press_str key, uint8_t type) {
  uint32_t slot = key.n ? press_map__get(&f->index, key) : PRESS_NONE;
  return slot == PRESS_NONE ? 0.0f : f->votes.at[slot].of[type];
}

static void uncover(finder *f, uint32_t begin, uint32_t end) {
  for (uint32_t k = begin; k < end; k++) f->cover[k] = PRESS_NONE;
}

/** Drops what only such a headline makes a name of; of "Derelict Hale" it keeps the
 *  surname that the article has elsewhere. */
static void quiet(finder *f) {
  if (!shouted(f)) return;
  for (uint32_t i = 0; i < f->found.n; i++) {
    candidate *n = &f->found.at[i];
    if (!in_headline(f, n->at.begin) || !n->key.n || known_place(f, n)) continue;
    if (votes_for(f, n->key, n->type) > n->score + GIVEN_SCORE) continue;
    if (n->type != PRESS_NAME_PER) {
      uncover(f, n->at.begin, n->at.end);
      continue;
    }
    press_str last = press_people__low(f->c, n->at.end - 1);
    if (n->at.end - n->at.begin < 2 ||
        votes_for(f, last, PRESS_NAME_PER) <= SURNAME_SCORE)
      continue;
    uncover(f, n->at.begin, n->at.end - 1);
    n->at.begin = n->at.end - 1;
    n->shown = n->at;
    n->key = last;
  }
}

/** "Washington Post Trump" is two names: its last word is a person known well. */
static void part(finder *f) {
  uint32_t found = f->found.n;
  for (uint32_t i = 0; i < found; i++) {
    candidate *n = &f->found.at[i];
    if (n->type == PRESS_NAME_PER || n->at.end - n->at.begin < 2 || business(f, n))
      continue;
    press_str last = press_people__low(f->c, n->at.end - 1);
    if (votes_for(f, last, PRESS_NAME_PER) < KNOWN_PERSON) continue;
    n->at.end--;
    n->shown.end--;
    uncover(f, n->at.end, n->at.end + 1);
    press_range tail = {n->at.end, n->at.end + 1};
    n->key = press_people__key(f->c, n->at.begin, n->at.end);
    add(f, tail, PRESS_NAME_PER, RULE_SCORE);
  }
}

static void agree(finder *f) {
  for (uint32_t i = 0; i < f->found.n; i++) {
    candidate *n = &f->found.at[i];
    uint32_t slot = n->key.n ? press_map__get(&f->index, n->key) : PRESS_NONE;
    if (slot != PRESS_NONE) n->type = winner(&f->votes.at[slot], n->type);
    if (n->gender) n->type = PRESS_NAME_PER;
  }
}

/** One-word names seen elsewhere, where the finder missed them. */
static void repeats(finder *f) {
  const press_word *words = f->c->cx->ling->words;
  for (uint32_t i = 0; i < f->c->cx->text->n_tokens; i++) {
    if (words[i].upos != PRESS_UPOS_PROPN || !name_word(f, i)) continue;
    press_str low = press_people__low(f->c, i);
    uint32_t slot = low.n > 2 ? press_map__get(&f->index, low) : PRESS_NONE;
    if (slot == PRESS_NONE || title(f, i) || f->c->place_of[i] != PRESS_NONE) continue;
    bool lone = (i == 0 || f->cover[i - 1] == PRESS_NONE || !name_word(f, i - 1));
    if (lone) add(f, (press_range){i, i + 1}, winner(&f->votes.at[slot], 0), RULE_SCORE);
  }
}

/** The country that the words are, when they are no more than that. */
static bool is_country(const finder *f, const candidate *n) {
  const press_cast *c = f->c;
  uint32_t p = c->place_of[n->at.begin];
  if (p == PRESS_NONE) return false;
  const press_place *place = &c->f->places[p];
  if (place->at.begin > n->at.begin || place->at.end < n->at.end) return false;
  if (n->gender) return false;
  return place->actor || place->how == PRESS_BY_NAME || place->how == PRESS_BY_DEMONYM;
}

static bool in_span(const press_cast *c, uint32_t token, press_span s) {
  press_span at = c->cx->text->tokens[token].at;
  return at.begin >= s.begin && at.end <= s.end;
}

/** "Reporting by Jane Doe; editing by ...", "Jane Doe contributed to this report". */
static bool is_credit(const press_cast *c, uint32_t token) {
  static const char *const work[] = {"reporting", "editing",    "writing",
                                     "compiled",  "photograph", NULL};
  static const char *const report[] = {"report", "story", "article", "reporting", NULL};
  press_sentence s = press_people__sentence(c, token);
  bool gave = false;
  for (uint32_t i = s.begin; i < s.end; i++) {
    press_str low = press_people__low(c, i);
    if (press_people__one_of(work, low) && i + 1 < s.end &&
        press_people__is(c, i + 1, "by") && i <= s.begin + CREDIT_WORDS)
      return true;
    gave |= press_str__eq(low, S("contributed"));
    if (gave && press_people__one_of(report, low)) return true;
  }
  return false;
}

static bool is_aside(const press_cast *c, uint32_t token) {
  const press_text *t = c->cx->text;
  if (is_credit(c, token)) return true;
  uint32_t para = t->sentences[t->tokens[token].sentence].para;
  return t->paras[para].kind == PRESS_PARA_BYLINE || in_span(c, token, t->dateline);
}

static void publish(finder *f, const candidate *n) {
  static const uint8_t types[] = {PRESS_PERSON, PRESS_ORGANIZATION, PRESS_PLACE};
  press_cast *c = f->c;
  press_draft *d = press_people__draft(c, n->at, PRESS_MENTION_NAME);
  d->shown = n->shown;
  press_people__lift(c, d, n->shown);
  d->type = types[n->type];
  d->gender = n->gender;
  d->aside = is_aside(c, n->at.begin);
  for (uint32_t i = n->shown.begin; i < n->at.end; i++) {
    c->name_of[i] = c->drafts.n - 1;
    c->used[i] = 1;
  }
}

void press_people__names(press_cast *c) {
  uint32_t n = c->cx->text->n_tokens;
  finder f = {.c = c, .cover = PRESS_NEW(c->cx->arena, uint32_t, n)};
  for (uint32_t i = 0; i < n; i++) f.cover[i] = PRESS_NONE;
  collect(&f);
  titled(&f);
  by_given_name(&f);
  bodies(&f);
  proper_runs(&f);
  poll(&f);
  part(&f);
  agree(&f);
  quiet(&f);
  repeats(&f);
  /* Candidates do not overlap, so walking the tokens puts them in order. */
  for (uint32_t i = 0; i < n; i++) {
    if (f.cover[i] == PRESS_NONE) continue;
    const candidate *found = &f.found.at[f.cover[i]];
    if (found->at.begin == i && !is_country(&f, found)) publish(&f, found);
  }
}
