/** Mending the name finder's spans: no titles, roles, marks or articles in them; what
 *  belongs to a name and was left out is taken in. */
#include "find/names.h"

/** Longest syllable that hangs on to a name by a hyphen. */
#define SYLLABLE_BYTES 5

bool press_names__is(const press_finder *f, uint32_t token, const char *word) {
  return press_str__eq(press_people__low(f->c, token), press_str__of(word));
}

uint8_t press_names__kind(const press_finder *f, uint32_t token) {
  return f->c->cx->text->tokens[token].kind;
}

bool press_names__mark(const press_finder *f, uint32_t token) {
  return press_names__kind(f, token) == PRESS_TOKEN_QUOTE ||
         press_names__kind(f, token) == PRESS_TOKEN_PUNCT;
}

/** The title that token `i` is, or NULL; "Mr." and "Mr" are one. */
const press_row *press_names__title(const press_finder *f, uint32_t i) {
  press_str low = press_people__low(f->c, i);
  if (low.n > 1 && low.at[low.n - 1] == '.') low.n--;
  if (!press_people__capital(f->c, i)) return NULL;
  return press_table__find(&f->c->cx->lex->titles, low);
}

/** Letters after a name, and what trails into a span. */
static bool trailing(const press_finder *f, uint32_t i) {
  static const char *const words[] = {"mp",  "mps", "qc",  "kc",   "msp", "mep",
                                      "mbe", "obe", "cbe", "phd",  "'s",  "'",
                                      "’s",  "’",   "who", "said", NULL};
  return press_names__mark(f, i) ||
         press_people__one_of(words, press_people__low(f->c, i));
}

static bool leading(const press_finder *f, uint32_t i) {
  static const char *const words[] = {"the", "a", "an", "former", "ex", "and", NULL};
  return press_names__mark(f, i) ||
         press_people__one_of(words, press_people__low(f->c, i));
}

/** "Retailer Marlow's", "Rival Ladle": what begins a sentence is what they do. */
bool press_names__trade_first(const press_finder *f, press_range at) {
  static const char *const words[] = {
      "rival",       "retailer",    "airline",   "insurer",
      "lender",      "carmaker",    "automaker", "chipmaker",
      "drugmaker",   "brewer",      "miner",     "charity",
      "grocer",      "supermarket", "startup",   "start-up",
      "broker",      "operator",    "regulator", "watchdog",
      "publisher",   "broadcaster", "developer", "conglomerate",
      "consultancy", "planemaker",  "utility",   "newspaper",
      NULL};
  return at.end - at.begin > 1 &&
         press_people__sentence(f->c, at.begin).begin == at.begin &&
         press_people__one_of(words, press_people__low(f->c, at.begin)) &&
         press_people__capital(f->c, at.begin + 1);
}

/** Not one capital: "the don". */
static bool small(const press_finder *f, press_range at) {
  for (uint32_t i = at.begin; i < at.end; i++) {
    press_str raw = press_text__token(f->c->cx->text, i);
    for (size_t k = 0; k < raw.n; k++)
      if (!((raw.at[k] >= 'a' && raw.at[k] <= 'z') || raw.at[k] == '-')) return false;
  }
  return true;
}

/** "Bishop of Hull", "Duke of York": a role with its place is no name. */
static bool seat(const press_finder *f, press_range at) {
  uint32_t end;
  const press_row *row =
      press_people__starts(f->c, &f->c->cx->lex->roles, at.begin, at.end, &end);
  return row && end < at.end && press_names__is(f, end, "of") && end + 2 == at.end;
}

static bool role_or_title(const press_finder *f, uint32_t i, uint32_t to) {
  uint32_t end;
  return press_names__title(f, i) ||
         press_people__starts(f->c, &f->c->cx->lex->roles, i, to, &end);
}

/** A role, a title or "Government" alone is no name, whatever the finder says. */
static bool only_role(const press_finder *f, press_range at, uint8_t type) {
  uint32_t end = at.begin;
  if (at.end - at.begin == 1) {
    const press_row *row =
        press_table__find(&f->c->cx->lex->collectives, press_people__low(f->c, at.begin));
    if (row && press_str__eq(row->column[1], S("government"))) return true;
    if (row && type == PRESS_NAME_LOC) return true;
    if (press_names__title(f, at.begin)) return true;
  }
  return press_people__starts(f->c, &f->c->cx->lex->roles, at.begin, at.end, &end) &&
         end == at.end;
}

/** "Dean Orr", "Guy Orr": two words of which the first is a given name too. */
static bool given_first(const press_finder *f, press_range at) {
  const press_row *row = at.end - at.begin == 2
                             ? press_table__find(&f->c->cx->lex->given_names,
                                                 press_people__low(f->c, at.begin))
                             : NULL;
  return row && press_people__gender(row->column[1]);
}

/** Leaves titles and roles before a person's name out of the span. */
static void behead(const press_finder *f, press_range *at) {
  for (uint32_t k = 0; k < 4 && at->end - at->begin > 1; k++) {
    uint32_t end, place = f->c->place_of[at->begin];
    const press_place *p = place == PRESS_NONE ? NULL : &f->c->f->places[place];
    bool of_land = p && p->at.end < at->end &&
                   (role_or_title(f, p->at.end, at->end) || p->how == PRESS_BY_DEMONYM);
    if (of_land && !(p->how == PRESS_BY_DEMONYM && given_first(f, *at)))
      at->begin = p->at.end;
    else if (press_names__title(f, at->begin))
      at->begin++;
    else if (press_people__starts(f->c, &f->c->cx->lex->roles, at->begin, at->end - 1,
                                  &end) &&
             !given_first(f, *at))
      at->begin = end;
    else if (leading(f, at->begin))
      at->begin++;
    else
      return;
  }
}

/** A comma or a parenthesis ends a person's name; quotation marks may hold a
 *  nickname inside it. */
static void cut_person(const press_finder *f, press_range *at) {
  for (uint32_t i = at->begin; i < at->end; i++) {
    bool stop = press_names__is(f, i, ",") || press_names__is(f, i, "(") ||
                press_names__is(f, i, ")") || press_names__is(f, i, ";");
    if (stop && !(i + 1 < at->end && (press_names__is(f, i + 1, "jr.") ||
                                      press_names__is(f, i + 1, "sr.")))) {
      at->end = i;
      return;
    }
  }
}

/** "Lima Mayor Ann Boone", "Port of Hull director Tor Hauge": all up to the office. */
static void cut_office(const press_finder *f, press_range *at) {
  static const char *const classes[] = {"head",       "minister", "official", "business",
                                        "legislator", "party",    "military", NULL};
  for (uint32_t i = at->begin + 1; i + 2 < at->end; i++) {
    uint32_t end;
    const press_row *row =
        press_people__starts(f->c, &f->c->cx->lex->roles, i, at->end, &end);
    if (!row || end + 2 > at->end || !press_people__capital(f->c, end)) continue;
    if (press_people__capital(f->c, i) && !press_people__one_of(classes, row->column[1]))
      continue; /* "Ann Baker Orr" */
    at->begin = end;
    return;
  }
}

/** "industry body UK Drones": small words that end in a noun for bodies. */
static void cut_gloss(const press_finder *f, press_range *at) {
  uint32_t i = at->begin;
  while (i < at->end && !press_people__capital(f->c, i)) i++;
  if (i > at->begin && i < at->end &&
      press_table__find(&f->c->cx->lex->collectives, press_people__low(f->c, i - 1)))
    at->begin = i;
}

void press_names__clean(const press_finder *f, press_range *at, uint8_t type) {
  while (at->begin < at->end && leading(f, at->begin)) at->begin++;
  if (press_names__trade_first(f, *at)) at->begin++;
  if (type == PRESS_NAME_PER) cut_office(f, at);
  if (type == PRESS_NAME_ORG) cut_gloss(f, at);
  if (type == PRESS_NAME_PER) {
    behead(f, at);
    cut_person(f, at);
  }
  while (at->end > at->begin && trailing(f, at->end - 1)) at->end--;
}

/** The span with the titles before it; its gender where a title tells. */
static void look_back(const press_finder *f, press_candidate *n) {
  n->shown = n->at;
  uint32_t from =
      f->c->cx->text->sentences[f->c->cx->text->tokens[n->at.begin].sentence].begin;
  while (n->shown.begin > from) {
    const press_row *row = press_names__title(f, n->shown.begin - 1);
    if (!row) break;
    uint8_t gender = press_people__gender(row->column[1]);
    if (gender) n->gender = gender;
    n->shown.begin--;
  }
}

static bool free_span(const press_finder *f, press_range at) {
  for (uint32_t i = at.begin; i < at.end; i++)
    if (f->cover[i] != PRESS_NONE) return false;
  return at.begin < at.end;
}

void press_names__add(press_finder *f, press_range at, uint8_t type, float score) {
  if (!free_span(f, at)) return;
  for (uint32_t i = at.begin; i < at.end; i++) f->cover[i] = f->found.n;
  press_candidate *n = PRESS_PUSH(f->c->cx->arena, &f->found);
  *n = (press_candidate){.at = at, .type = type, .score = score, .own = PRESS_NONE};
  look_back(f, n);
  n->key = press_people__key(f->c, at.begin, at.end);
}

/** Joins "Hugh 'Huey' Hill" where the finder saw pieces: `a` is a person's span;
 *  a quoted word and a capitalised word follow it. */
static uint32_t with_nickname(const press_finder *f, press_range at) {
  uint32_t n = f->c->cx->text->n_tokens, e = at.end;
  bool open = e + 3 < n && press_names__kind(f, e) == PRESS_TOKEN_QUOTE;
  if (!open || press_names__kind(f, e + 2) != PRESS_TOKEN_QUOTE) return at.end;
  bool words = press_people__capital(f->c, e + 1) && press_people__capital(f->c, e + 3);
  return words && !press_names__is(f, e + 3, "i") &&
                 !f->c->cx->text->tokens[e + 2].space_before &&
                 f->c->cx->ling->words[e + 3].upos == PRESS_UPOS_PROPN
             ? e + 4
             : at.end;
}

/** A capitalised word right after the span that the parser ties to it flat. */
static uint32_t with_tail(const press_finder *f, press_range at) {
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
uint32_t press_names__with_syllable(const press_finder *f, press_range at) {
  static const char *const none[] = {"led", "era", "run", "like", "free", "born", NULL};
  const press_token *t = f->c->cx->text->tokens;
  uint32_t e = at.end;
  if (e + 1 >= f->c->cx->text->n_tokens || !press_names__is(f, e, "-") ||
      t[e].space_before || t[e + 1].space_before ||
      press_names__kind(f, e + 1) != PRESS_TOKEN_WORD)
    return e;
  bool small = t[e + 1].low.n <= SYLLABLE_BYTES && t[e - 1].low.n <= SYLLABLE_BYTES &&
               !press_people__one_of(none, t[e + 1].low);
  bool capital = press_people__capital(f->c, e + 1);
  return capital || (small && at.end - at.begin > 1) ? e + 2 : e;
}

/** "bin Laden": particles that the finder left outside. */
static uint32_t with_particle(const press_finder *f, press_range at) {
  static const char *const words[] = {"bin", "von", "van", "al", "der", "ibn", NULL};
  uint32_t b = at.begin;
  while (b > 0 && press_people__one_of(words, press_people__low(f->c, b - 1)) &&
         press_people__upos(f->c, b - 1) == PRESS_UPOS_PROPN)
    b--;
  return b;
}

/** "Jin-woo" to "Park Jin-woo": a capitalised word right before, tied flat. */
static uint32_t with_family(const press_finder *f, press_range at) {
  const press_word *words = f->c->cx->ling->words;
  uint32_t b = at.begin;
  if (at.end - at.begin != 3 || !press_names__is(f, at.begin + 1, "-")) return b;
  bool flat = b > press_people__sentence(f->c, b).begin &&
              f->cover[b - 1] == PRESS_NONE && words[b].deprel == PRESS_DEP_flat &&
              words[b].head == b - 1;
  bool word = flat && words[b - 1].upos == PRESS_UPOS_PROPN &&
              press_people__capital(f->c, b - 1) && !role_or_title(f, b - 1, at.end);
  return word ? b - 1 : b;
}

/** "Bharat Forge" to "Bharat Forge & Steel". */
uint32_t press_names__with_partner(const press_finder *f, press_range at) {
  uint32_t e = at.end, n = f->c->cx->text->n_tokens;
  for (uint32_t k = 0; k < 2 && e + 2 < n && press_people__capital(f->c, e) &&
                       press_people__upos(f->c, e) == PRESS_UPOS_PROPN;
       k++)
    if (press_names__is(f, ++e, "&")) break; /* "Harlan Tool & Die" */
  if (e + 1 < n && !press_names__is(f, e, "&")) return at.end;
  if (e + 1 >= n || !press_names__is(f, e, "&") || !press_people__capital(f->c, e + 1))
    return e;
  for (e++; e < n && press_people__capital(f->c, e) &&
            press_names__kind(f, e) == PRESS_TOKEN_WORD;
       e++) {
  }
  return e;
}

/** The span widened to a longer institution that the places know. */
static press_range with_place(const press_finder *f, press_range at) {
  uint32_t p = f->c->place_of[at.begin];
  if (p == PRESS_NONE || f->c->f->places[p].how != PRESS_BY_METONYM) return at;
  press_range wide = f->c->f->places[p].at;
  return wide.begin <= at.begin && wide.end >= at.end ? wide : at;
}

/** "Monday", "March". */
bool press_names__dated(const press_finder *f, press_range at) {
  for (uint32_t i = at.begin; i < at.end; i++)
    if (press_people__dated(f->c, i)) return true;
  return false;
}

/** One letter ("Q"), or a word that news capitalises for no one. */
static bool nameless(const press_finder *f, press_range at) {
  static const char *const words[] = {"brexit",    "covid", "covid-19", "internet",
                                      "obamacare", "god",   NULL};
  press_str low = press_people__low(f->c, at.begin);
  return at.end - at.begin == 1 && (low.n < 2 || press_people__one_of(words, low));
}

/** Where an office begins that ends an organisation's span, or that a person's name
 *  follows in it: "Economic Council Chair", "Defence Staff Director Tom Hale". */
static uint32_t without_office(const press_finder *f, press_range at, uint32_t *after) {
  static const char *const before[] = {"of", "the", "for", "and", "&", NULL};
  static const char *const classes[] = {"official", "minister", "head", "party", NULL};
  *after = at.end;
  for (uint32_t i = at.begin + 1; i < at.end; i++) {
    uint32_t end;
    if (press_people__one_of(before, press_people__low(f->c, i - 1))) continue;
    const press_row *row =
        press_people__starts(f->c, &f->c->cx->lex->roles, i, at.end, &end);
    if (!row || row->column[4].n || !press_people__one_of(classes, row->column[1]))
      continue;
    bool named = end + 1 < at.end && press_table__find(&f->c->cx->lex->given_names,
                                                       press_people__low(f->c, end));
    if (end < at.end && !named) continue;
    *after = end;
    return i;
  }
  return at.end;
}

void press_names__own(press_finder *f) {
  static const uint8_t types[] = {PRESS_NAME_PER, PRESS_NAME_ORG, PRESS_NAME_LOC};
  const press_context *cx = f->c->cx;
  for (uint32_t i = 0; i < cx->own.n; i++) {
    const press_own *own = press_find__own_at(cx, i);
    if (own->type == PRESS_OWN_COUNTRY) continue;
    press_names__add(f, cx->own.at[i].at, types[own->type], 1.0f);
    f->found.at[f->found.n - 1].own = i;
  }
}

/** "Epidemiologist Per Lund of Graz University": the person, where an organisation's
 *  span begins with a job and a given name; `*after` is where the rest begins. */
static press_range person_first(const press_finder *f, press_range at, uint32_t *after) {
  uint32_t name;
  const press_row *row =
      press_people__starts(f->c, &f->c->cx->lex->roles, at.begin, at.end, &name);
  if (!row) name = at.begin; /* "Ann Horne of Graz University" */
  if (name + 1 >= at.end) return (press_range){0, 0};
  if (!press_table__find(&f->c->cx->lex->given_names, press_people__low(f->c, name)))
    return (press_range){0, 0};
  uint32_t end = name;
  while (end < at.end && press_people__capital(f->c, end)) end++;
  if (end - name < 2 || end >= at.end) return (press_range){0, 0};
  if (!row && (!press_names__is(f, end, "of") ||
               press_people__ends_body(f->c, press_people__low(f->c, end - 1))))
    return (press_range){0, 0};
  *after = end + 1;
  return (press_range){name, end};
}

void press_names__collect(press_finder *f) {
  const press_ling *ling = f->c->cx->ling;
  for (uint32_t i = 0; i < ling->n_names; i++) {
    press_range at = ling->names[i].at;
    press_names__clean(f, &at, ling->names[i].type);
    if (at.begin >= at.end || only_role(f, at, ling->names[i].type)) continue;
    if (ling->names[i].type != PRESS_NAME_PER && press_names__dated(f, at)) continue;
    if (nameless(f, at) || seat(f, at) || small(f, at)) continue;
    at = with_place(f, at);
    while (at.end - at.begin > 1 && leading(f, at.begin)) at.begin++;
    if (ling->names[i].type == PRESS_NAME_PER) {
      at.end = with_nickname(f, at);
      at.end = with_tail(f, at);
      at.end = press_names__with_syllable(f, at);
      at.begin = with_particle(f, at);
      at.begin = with_family(f, at);
    }
    uint8_t type = ling->names[i].type;
    if (type == PRESS_NAME_ORG) {
      uint32_t after = at.begin;
      press_range first = person_first(f, at, &after);
      if (first.begin < first.end)
        press_names__add(f, first, PRESS_NAME_PER, ling->names[i].score);
      at.begin = after;
      if (at.begin >= at.end) continue;
      press_range person = {at.end, at.end};
      at.end = without_office(f, at, &person.begin);
      if (person.begin < person.end && person.begin > at.end)
        press_names__add(f, person, PRESS_NAME_PER, ling->names[i].score);
    }
    uint32_t joined = press_names__with_partner(f, at);
    if (joined > at.end) type = PRESS_NAME_ORG;
    at.end = joined;
    press_names__add(f, at, type, ling->names[i].score);
  }
}
