/** Joining names into figures: full names first, over the whole article, then what
 *  is shorter ("Pompeo", "NSC", "the Commons") in text order. Every key keeps its
 *  latest few figures at hand, so that the work stays linear. */
#include "find/people.h"

/** What a figure named lately is worth against one named more often. */
#define LATE_BONUS 1.5f
/** ... and one that was named at all before. */
#define KNOWN_BONUS 2.0f
/** Sentences that count as lately. */
#define LATE_SENTENCES 2
/** Names beyond this many say nothing more. */
#define OFTEN 6
/** Shortest word of an organisation's name that may stand for it. */
#define SHORT_FORM_BYTES 4
#define ACRONYM_BYTES    12

typedef struct person {
  press_str given, surname;
  uint32_t words;
  bool suffix;
} person;

press_recent *press_register__get(press_register *r, press_str key) {
  uint32_t i = key.n ? press_map__get(&r->map, key) : PRESS_NONE;
  return i == PRESS_NONE ? NULL : &r->lists.at[i];
}

void press_register__put(press_cast *c, press_register *r, press_str key, uint32_t id) {
  if (!key.n) return;
  uint32_t *slot = press_map__put(c->cx->arena, &r->map, key);
  if (*slot == PRESS_NONE) {
    *slot = r->lists.n;
    *PRESS_PUSH(c->cx->arena, &r->lists) = (press_recent){.n = 0};
  }
  press_recent *list = &r->lists.at[*slot];
  uint32_t k = 0;
  while (k < list->n && list->at[k] != id) k++;
  if (k == list->n && list->n < PRESS_RECENT) list->n++;
  if (k == PRESS_RECENT) k--;
  for (; k > 0; k--) list->at[k] = list->at[k - 1];
  list->at[0] = id;
}

uint32_t press_people__figure(press_cast *c, press_str name, uint8_t type) {
  press_figure *g = PRESS_PUSH(c->cx->arena, &c->figures);
  *g = (press_figure){.name = name,
                      .type = type,
                      .country = PRESS_NONE,
                      .own = PRESS_NONE,
                      .first_name = PRESS_NONE,
                      .same = PRESS_NONE};
  return c->figures.n - 1;
}

static bool particle(press_str w) {
  static const char *const words[] = {"van", "von", "de",  "der", "den", "del", "della",
                                      "di",  "da",  "du",  "la",  "le",  "bin", "ibn",
                                      "al",  "el",  "ten", "ter", "dos", NULL};
  return press_people__one_of(words, w);
}

static bool suffix(press_str w) {
  static const char *const words[] = {"jr.", "jr", "sr.", "sr", "ii", "iii", "iv", NULL};
  return press_people__one_of(words, w);
}

/** Given name and surname: initials between, nicknames and "Jr." left out. */
static person parse(const press_cast *c, press_range at) {
  const press_token *tokens = c->cx->text->tokens;
  person p = {.words = 0};
  bool quoted = false, first_particle = false;
  uint32_t word = at.begin; /* where the surname so far begins */
  for (uint32_t i = at.begin; i < at.end; i++) {
    press_str low = tokens[i].low;
    if (tokens[i].kind == PRESS_TOKEN_QUOTE) quoted = !quoted;
    if (quoted ||
        (tokens[i].kind != PRESS_TOKEN_WORD && tokens[i].kind != PRESS_TOKEN_NUMBER))
      continue;
    if (suffix(low)) {
      p.suffix = true;
      continue;
    }
    bool hyphen = i > at.begin && p.words && !tokens[i].space_before &&
                  press_str__eq(tokens[i - 1].low, S("-"));
    if (!hyphen) {
      word = i;
      if (!p.words++) first_particle = particle(low);
    }
    p.surname = hyphen ? press_people__key(c, word, i + 1) : low;
    if (p.words == 1) p.given = p.surname;
  }
  if (p.words < 2 || first_particle) p.given = (press_str){0};
  if (first_particle) p.words = 1;
  return p;
}

static press_str longer(const press_cast *c, press_str given) {
  const press_row *row = press_table__find(&c->cx->lex->given_names, given);
  return row && row->column[2].n ? row->column[2] : given;
}

static bool initial(press_str s) {
  return s.n == 1 || (s.n == 2 && s.at[1] == '.');
}

static bool same_given(const press_cast *c, press_str a, press_str b) {
  if (!a.n || !b.n) return true;
  if (initial(a) || initial(b)) return a.at[0] == b.at[0];
  return press_str__eq(longer(c, a), longer(c, b));
}

bool press_people__agrees(uint8_t a, uint8_t b) {
  return a == PRESS_GENDER_OPEN || b == PRESS_GENDER_OPEN || a == b;
}

uint8_t press_people__gender_of(const press_cast *c, press_str given) {
  const press_row *row =
      given.n ? press_table__find(&c->cx->lex->given_names, given) : NULL;
  return row ? press_people__gender(row->column[1]) : PRESS_GENDER_OPEN;
}

/** The person among `list` that a full name means. */
static uint32_t namesake(press_cast *c, const press_recent *list, const person *p,
                         uint8_t gender) {
  for (uint32_t k = 0; list && k < list->n; k++) {
    const press_figure *g = &c->figures.at[list->at[k]];
    if (!g->given.n || !same_given(c, g->given, p->given)) continue;
    if (g->joined_suffix != p->suffix && !press_str__eq(g->given, p->given)) continue;
    if (press_people__agrees(g->gender, gender)) return list->at[k];
  }
  return PRESS_NONE;
}

/** The name without a nickname's marks would lose it; it stays as written. */
static press_str written(const press_cast *c, const press_draft *d) {
  return press_people__text(c, d->m.at);
}

/** All in capitals: "GENEVA". */
static bool shouted(press_str s) {
  for (size_t i = 0; i < s.n; i++)
    if (s.at[i] >= 'a' && s.at[i] <= 'z') return false;
  return s.n > 0;
}

/** Takes the draft into the figure: its gender, and its name where that is fuller. */
void press_people__take(press_cast *c, uint32_t i, uint32_t figure) {
  press_draft *d = &c->drafts.at[i];
  press_figure *g = &c->figures.at[figure];
  press_str name = written(c, d);
  bool same = g->name.n > ACRONYM_BYTES / 2 && press_str__eq_nocase(name, g->name);
  if (g->own != PRESS_NONE) same = false;
  if (same && shouted(g->name) && !shouted(name)) g->name = name;
  d->figure = figure;
  d->type = g->type;
  if (d->gender && !g->gender) g->gender = d->gender;
  g->n++;
  if (d->m.at.begin < g->first_name) g->first_name = d->m.at.begin;
  g->last = i;
  g->last_sentence = d->sentence;
}

/** "Jack and Mary Dunne": the first is a Dunne too. */
static bool shares_surname(const press_cast *c, uint32_t i) {
  const press_draft *d = &c->drafts.at[i];
  uint32_t k = d->m.at.end;
  if (i + 1 >= c->drafts.n || d->m.at.end - d->m.at.begin != 1) return false;
  const press_draft *next = &c->drafts.at[i + 1];
  return next->type == PRESS_PERSON && next->m.at.begin == k + 1 &&
         next->m.at.end - next->m.at.begin > 1 && press_people__is(c, k, "and") &&
         press_table__find(&c->cx->lex->given_names,
                           press_people__low(c, d->m.at.begin)) &&
         press_table__find(&c->cx->lex->given_names,
                           press_people__low(c, next->m.at.begin));
}

static void full_person(press_cast *c, uint32_t i, const person *p) {
  press_draft *d = &c->drafts.at[i];
  uint8_t gender = d->gender ? d->gender : press_people__gender_of(c, p->given);
  const press_recent *list = press_register__get(&c->surnames, p->surname);
  uint32_t id = namesake(c, list, p, gender);
  if (id == PRESS_NONE) {
    press_str written_as = written(c, d);
    if (d->m.at.end - d->m.at.begin == 1) {
      uint32_t last = c->drafts.at[i + 1].m.at.end;
      press_str surname = press_people__text(c, (press_range){last - 1, last});
      written_as = press_str__join(c->cx->arena, written_as, S(" "), surname);
    }
    id = press_people__figure(c, written_as, PRESS_PERSON);
    press_figure *g = &c->figures.at[id];
    g->given = p->given;
    g->surname = p->surname;
    g->joined_suffix = p->suffix;
    g->gender = gender;
    press_register__put(c, &c->givens, p->given, id);
  }
  press_figure *g = &c->figures.at[id];
  press_str name = written(c, d);
  if (name.n > g->name.n && g->own == PRESS_NONE) g->name = name;
  if (initial(g->given)) g->given = p->given;
  press_register__put(c, &c->surnames, p->surname, id);
  press_people__take(c, i, id);
}

/** Whom of the latest figures under a key a short name means. */
static uint32_t choose(const press_cast *c, const press_recent *list,
                       const press_draft *d, uint8_t type) {
  float best = -1.0f;
  uint32_t id = PRESS_NONE;
  for (uint32_t k = 0; list && k < list->n; k++) {
    const press_figure *g = &c->figures.at[list->at[k]];
    if (g->type != type || !press_people__agrees(g->gender, d->gender)) continue;
    bool late = g->last_sentence <= d->sentence &&
                d->sentence - g->last_sentence <= LATE_SENTENCES;
    float score = (float)(g->n < OFTEN ? g->n : OFTEN) + (late ? LATE_BONUS : 0.0f);
    /* who is named only later is hardly meant, least of all the last of them */
    bool known = g->first_name <= d->m.at.begin;
    if (known) score += KNOWN_BONUS;
    if (k == 0 && known) score += 0.5f;
    bool sooner =
        score == best && id != PRESS_NONE && g->first_name < c->figures.at[id].first_name;
    if (score > best || sooner) {
      best = score;
      id = list->at[k];
    }
  }
  return id;
}

static uint32_t lone(const press_recent *list) {
  return list && list->n == 1 ? list->at[0] : PRESS_NONE;
}

/** "Ferrona", a person by mistake, where the article has "Ferrona SA"; a person's
 *  campaign or foundation is not the person. */
static uint32_t company_of(press_cast *c, press_str word) {
  static const char *const owned[] = {
      "foundation", "campaign", "trust",  "team",   "administration", "cabinet", "tower",
      "government", "library",  "center", "centre", "family",         NULL};
  uint32_t id = lone(press_register__get(&c->heads, word));
  if (id == PRESS_NONE) return id;
  press_str key = c->figures.at[id].key;
  if (key.n <= word.n + 1 || !press_str__starts(key, word) || key.at[word.n] != ' ')
    return PRESS_NONE;
  size_t last = key.n;
  while (key.at[last - 1] != ' ') last--;
  press_str end = press_str__sub(key, last, key.n);
  bool body = press_people__ends_body(c, end) && !press_people__one_of(owned, end);
  return body ? id : PRESS_NONE;
}

static void short_person(press_cast *c, uint32_t i, const person *p) {
  press_draft *d = &c->drafts.at[i];
  uint32_t id = choose(c, press_register__get(&c->surnames, p->surname), d, PRESS_PERSON);
  if (id == PRESS_NONE) {
    uint32_t given = lone(press_register__get(&c->givens, p->surname));
    if (given != PRESS_NONE &&
        press_people__agrees(c->figures.at[given].gender, d->gender))
      id = given;
  }
  if (id == PRESS_NONE && !d->gender)
    id = choose(c, press_register__get(&c->keys, p->surname), d, PRESS_ORGANIZATION);
  if (id == PRESS_NONE && !d->gender && p->words == 1) id = company_of(c, p->surname);
  if (id == PRESS_NONE) {
    id = press_people__figure(c, written(c, d), PRESS_PERSON);
    c->figures.at[id].surname = p->surname;
    c->figures.at[id].gender =
        d->gender ? d->gender : press_people__gender_of(c, p->surname);
    c->figures.at[id].guessed = !d->gender;
  }
  if (c->figures.at[id].type == PRESS_PERSON)
    press_register__put(c, &c->surnames, p->surname, id);
  press_people__take(c, i, id);
}

static bool joining_word(press_str w) {
  static const char *const words[] = {"of", "the", "and", "for", "in", "on",
                                      "to", "at",  "&",   "'s",  "-",  NULL};
  return press_people__one_of(words, w);
}

/** First letters of the words that count: "nsc". Empty when there are too few. */
static press_str acronym(const press_cast *c, press_range at) {
  char letters[ACRONYM_BYTES];
  size_t n = 0;
  for (uint32_t i = at.begin; i < at.end && n < sizeof letters; i++) {
    press_str low = press_people__low(c, i);
    if (low.n && low.at[0] >= 'a' && low.at[0] <= 'z' && !joining_word(low))
      letters[n++] = low.at[0];
  }
  return n < 2 ? (press_str){0} : press_str__copy(c->cx->arena, (press_str){letters, n});
}

/** A word of a longer name that may stand for the whole: its first, its last, and
 *  the one before "of". */
static void short_forms(press_cast *c, press_range at, uint32_t id) {
  for (uint32_t i = at.begin; i < at.end; i++) {
    press_str low = press_people__low(c, i);
    bool edge = i == at.begin || i + 1 == at.end;
    bool before_of =
        i + 1 < at.end && press_str__eq(press_people__low(c, i + 1), S("of"));
    if ((!edge && !before_of) || low.n < SHORT_FORM_BYTES) continue;
    uint32_t p = c->place_of[i];
    if (p != PRESS_NONE && c->f->places[p].at.end - c->f->places[p].at.begin == 1)
      continue;
    press_register__put(c, &c->heads, low, id);
  }
}

void press_people__shorten(press_cast *c, press_range at, uint32_t figure) {
  press_register__put(c, &c->keys, acronym(c, at), figure);
  short_forms(c, at, figure);
}

/** "u.n." as "un": letters with stops only. */
static press_str without_stops(const press_cast *c, press_str key) {
  char letters[ACRONYM_BYTES];
  size_t n = 0;
  if (key.n < 4 || key.n > (size_t)2 * ACRONYM_BYTES) return key;
  for (size_t i = 0; i < key.n; i++) {
    if ((i % 2 == 1) != (key.at[i] == '.')) return key;
    if (i % 2 == 0) letters[n++] = key.at[i];
  }
  return press_str__copy(c->cx->arena, (press_str){letters, n});
}

static press_str key_of(const press_cast *c, press_range at) {
  press_str key = press_people__key(c, at.begin, at.end);
  key = without_stops(c, key);
  return press_str__starts(key, S("the ")) ? press_str__sub(key, 4, key.n) : key;
}

static uint32_t same_key(press_cast *c, press_str key, const press_draft *d) {
  return choose(c, press_register__get(&c->keys, key), d, d->type);
}

static uint32_t new_thing(press_cast *c, const press_draft *d, press_str key) {
  press_str name = written(c, d);
  const press_row *org = press_table__find(&c->cx->lex->orgs, key);
  if (org && org->column[3].n && d->type == PRESS_ORGANIZATION && shouted(name))
    name = org->column[3]; /* "WHO" */
  uint32_t id = press_people__figure(c, name, d->type);
  c->figures.at[id].key = key;
  press_register__put(c, &c->keys, key, id);
  return id;
}

/** `tail` is the last words of `whole`. */
static bool tail_of(press_str whole, press_str tail) {
  return tail.n && whole.n > tail.n && press_str__ends(whole, tail) &&
         whole.at[whole.n - tail.n - 1] == ' ';
}

/** "Huron Energy" and "Huron Energy A/S". */
static bool but_for_form(const press_cast *c, press_str whole, press_str part) {
  if (whole.n <= part.n + 1 || !press_str__starts(whole, part) || whole.at[part.n] != ' ')
    return false;
  press_str rest = press_str__sub(whole, part.n + 1, whole.n);
  const press_row *row = press_table__find(&c->cx->lex->org_ends, rest);
  return row && press_str__is(row->column[1], "form");
}

/** "Communist Party" for "Chinese Communist Party", whichever came first. */
static uint32_t longer_thing(press_cast *c, press_str key, const press_draft *d) {
  const press_recent *first =
      press_register__get(&c->heads, press_people__low(c, d->m.at.begin));
  for (uint32_t k = 0; first && k < first->n; k++) {
    const press_figure *g = &c->figures.at[first->at[k]];
    bool same = but_for_form(c, g->key, key) || but_for_form(c, key, g->key);
    if (g->type == d->type && same) return first->at[k];
  }
  const press_recent *list =
      press_register__get(&c->heads, press_people__low(c, d->m.at.end - 1));
  for (uint32_t k = 0; list && k < list->n; k++) {
    const press_figure *g = &c->figures.at[list->at[k]];
    bool a = tail_of(g->key, key), b = tail_of(key, g->key);
    if (g->type == d->type && (a || b)) return list->at[k];
  }
  return PRESS_NONE;
}

static void full_thing(press_cast *c, uint32_t i) {
  press_draft *d = &c->drafts.at[i];
  press_str key = key_of(c, d->m.at);
  uint32_t id = same_key(c, key, d);
  if (id == PRESS_NONE && d->type == PRESS_ORGANIZATION) id = longer_thing(c, key, d);
  if (id != PRESS_NONE && key.n > c->figures.at[id].key.n &&
      c->figures.at[id].own == PRESS_NONE) {
    c->figures.at[id].name = written(c, d);
    c->figures.at[id].key = key;
    press_register__put(c, &c->keys, key, id);
  }
  if (id == PRESS_NONE) {
    id = new_thing(c, d, key);
    if (d->type == PRESS_ORGANIZATION) press_people__shorten(c, d->m.at, id);
  }
  press_people__take(c, i, id);
}

/** "the Commons", "Huawei": the one organisation that has the word in its name. */
static void short_thing(press_cast *c, uint32_t i) {
  press_draft *d = &c->drafts.at[i];
  press_str key = key_of(c, d->m.at);
  uint32_t id = same_key(c, key, d);
  if (id == PRESS_NONE && d->type == PRESS_ORGANIZATION)
    id = lone(press_register__get(&c->heads, key));
  if (id == PRESS_NONE) id = new_thing(c, d, key);
  press_people__take(c, i, id);
}

static void again(press_cast *c, uint32_t i) {
  press_draft *d = &c->drafts.at[i];
  press_figure *g = &c->figures.at[d->figure];
  g->last = i;
  g->last_sentence = d->sentence;
  if (g->type == PRESS_PERSON)
    press_register__put(c, &c->surnames, g->surname, d->figure);
}

void press_people__join(press_cast *c) {
  uint32_t n = c->drafts.n;
  press_people__join_own(c);
  for (uint32_t i = 0; i < n; i++) {
    press_draft *d = &c->drafts.at[i];
    if (d->own != PRESS_NONE) continue;
    person p = parse(c, d->m.at);
    if (d->type == PRESS_PERSON && shares_surname(c, i)) {
      person next = parse(c, c->drafts.at[i + 1].m.at);
      p = (person){p.surname, next.surname, 2, false};
    }
    if (d->type == PRESS_PERSON && p.words > 1)
      full_person(c, i, &p);
    else if (d->type != PRESS_PERSON && d->m.at.end - d->m.at.begin > 1)
      full_thing(c, i);
  }
  for (uint32_t i = 0; i < n; i++) {
    press_draft *d = &c->drafts.at[i];
    if (d->figure != PRESS_NONE) {
      again(c, i);
      continue;
    }
    person p = parse(c, d->m.at);
    if (d->type == PRESS_PERSON)
      short_person(c, i, &p);
    else
      short_thing(c, i);
  }
}
