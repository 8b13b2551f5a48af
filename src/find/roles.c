/** Roles beside names: before ("US Secretary of State Mike Pompeo"), across a comma
 *  on either side ("Mike Pompeo, the secretary of state,"), over a copula ("Pompeo
 *  is the secretary of state"), and in letters after the name ("MP"); with the
 *  countries and organisations that they name. */
#include "find/people.h"

/** Reach of a role before a name, and of one across a comma. */
#define REACH_BEFORE 8
#define REACH_COMMA  14
#define REACH_PHRASE 18

/** Words before a role that a reader would not list with it. */
static bool ornament(const press_cast *c, uint32_t i) {
  static const char *const words[] = {
      "new",         "newly",    "current", "longtime",  "long-time",   "embattled",
      "elected",     "old",      "young",   "famous",    "prominent",   "outspoken",
      "popular",     "powerful", "beloved", "disgraced", "influential", "fellow",
      "the",         "a",        "an",      "his",       "her",         "their",
      "its",         "our",      "my",      "this",      "local",       "based",
      "billionaire", "-",        "'s",      "’s",        "now",         "then",
      "year",        "one",      "another", "also",      "appointed",   "re-elected",
      "veteran",     ",",        "long",    "time",      "serving",     "incoming",
      "recently",    NULL};
  press_str low = press_people__low(c, i);
  return press_people__one_of(words, low) ||
         (low.n && low.at[0] >= '0' && low.at[0] <= '9') ||
         press_people__upos(c, i) == PRESS_UPOS_PUNCT;
}

/** "Iraq" in "Iraq War veteran": a land's name that belongs to a longer name. */
static bool names_thing(const press_cast *c, uint32_t place, uint32_t role) {
  const press_place *p = &c->f->places[place];
  if (p->how != PRESS_BY_DEMONYM && p->how != PRESS_BY_NAME) return true; /* "Kremlin" */
  return p->how == PRESS_BY_NAME && p->at.end < role &&
         press_people__capital(c, p->at.end) &&
         press_people__upos(c, p->at.end) != PRESS_UPOS_ADJ;
}

/** The country in a role's words; a veteran of a war is not of the land. */
static uint32_t country_said(const press_cast *c, press_range at, uint32_t role,
                             const press_row *row) {
  static const char *const offices[] = {"head",       "minister", "official",
                                        "legislator", "party",    NULL};
  if (!row || !press_people__one_of(offices, row->column[1]))
    while (at.begin < role && c->place_of[at.begin] != PRESS_NONE &&
           names_thing(c, c->place_of[at.begin], role))
      at.begin = c->f->places[c->place_of[at.begin]].at.end;
  return press_people__country_in(c, at);
}

/** The role's words without countries and ornaments before it. */
static press_range bare_role(const press_cast *c, press_range at, uint32_t role) {
  while (at.begin < role) {
    uint32_t p = c->place_of[at.begin];
    if (p != PRESS_NONE && !names_thing(c, p, role))
      at.begin = c->f->places[p].at.end > at.begin && c->f->places[p].at.end <= role
                     ? c->f->places[p].at.end
                     : at.begin + 1;
    else if (p == PRESS_NONE && ornament(c, at.begin))
      at.begin++;
    else
      break;
  }
  return at;
}

void press_people__affiliate(press_cast *c, press_figure *g, press_range at) {
  for (uint32_t i = at.begin; i < at.end; i++) {
    uint32_t d = c->name_of[i];
    if (d == PRESS_NONE || c->drafts.at[d].figure == PRESS_NONE) continue;
    uint32_t id = c->drafts.at[d].figure;
    if (c->figures.at[id].type != PRESS_ORGANIZATION ||
        press_people__towards(c, i, at.begin))
      continue;
    bool known = &c->figures.at[id] == g;
    for (uint32_t k = 0; k < g->affiliations.n; k++) known |= g->affiliations.at[k] == id;
    if (!known) *PRESS_PUSH(c->cx->arena, &g->affiliations) = id;
  }
}

/** A word that cannot end a phrase. */
static bool dangles(const press_cast *c, uint32_t i) {
  uint8_t u = press_people__upos(c, i);
  return u == PRESS_UPOS_ADP || u == PRESS_UPOS_DET || u == PRESS_UPOS_PUNCT ||
         u == PRESS_UPOS_CCONJ || u == PRESS_UPOS_SCONJ || u == PRESS_UPOS_PART;
}

/** Of "spokesman for Huron in Norway" what is after "for": there it does not say where
 *  he is sent. */
static press_range speaks_for(const press_cast *c, press_range at, uint32_t role,
                              const press_row *row) {
  static const char *const voices[] = {
      "spokesman",      "spokeswoman", "spokesperson",  "lawyer",   "attorney",
      "representative", "analyst",     "correspondent", "reporter", NULL};
  if (!row || !press_people__one_of(voices, row->column[0])) return at;
  for (uint32_t i = role; i < at.end; i++)
    if (press_people__is(c, i, "for")) return (press_range){i + 1, at.end};
  return at;
}

/** Gives a figure the role that `role` names within the phrase `at`. */
void press_people__give(press_cast *c, uint32_t draft, press_range at, uint32_t role,
                        const press_row *row) {
  press_draft *d = &c->drafts.at[draft];
  press_figure *g = &c->figures.at[d->figure];
  if (g->type != PRESS_PERSON) return;
  uint8_t gender = row ? press_people__gender(row->column[2]) : PRESS_GENDER_OPEN;
  if (gender && !g->gender) g->gender = gender;
  for (uint32_t i = at.begin; i < at.end; i++) c->used[i] = 1;
  if (at.end <= d->m.at.begin)
    press_people__lift(c, d, (press_range){at.begin, d->m.at.end});
  if (at.begin < d->m.np.begin) d->m.np.begin = at.begin;
  if (at.end > d->m.np.end) d->m.np.end = at.end;
  uint32_t country = country_said(c, speaks_for(c, at, role, row), role, row);
  if (row && row->column[4].n) {
    g->related = true;
    bool demonym = role > at.begin && c->place_of[role - 1] != PRESS_NONE;
    if (demonym && g->country == PRESS_NONE) g->country = country;
    return;
  }
  if (g->country == PRESS_NONE) g->country = country;
  press_people__affiliate(c, g, speaks_for(c, at, role, row));
  press_range shown = bare_role(c, at, role);
  for (uint32_t i = role + 1; i + 1 < shown.end; i++)
    if (press_people__upos(c, i) == PRESS_UPOS_ADP && press_people__dated(c, i + 1))
      shown.end = i;
  while (shown.end > role + 1 && dangles(c, shown.end - 1)) shown.end--;
  press_str text = press_people__text(c, shown);
  if (!text.n) return;
  for (uint32_t k = 0; k < g->parts.n; k++)
    if (press_str__eq_nocase(g->parts.at[k].text, text)) return;
  *PRESS_PUSH(c->cx->arena, &g->parts) = (press_part){text, shown, row};
}

/** The row of a noun for somebody's living: "weaver". */
static const press_row *job_at(const press_cast *c, uint32_t i) {
  if (press_people__upos(c, i) != PRESS_UPOS_NOUN) return NULL;
  return press_table__find(&c->cx->lex->persons, press_people__low(c, i));
}

/** A noun that by its ending means a person, though no table has it. */
static bool doer(const press_cast *c, uint32_t i) {
  static const char *const ends[] = {"ist",   "er",  "or",  "ian", "man",
                                     "woman", "ant", "eur", "ess", NULL};
  press_str low = press_people__low(c, i);
  if (press_people__upos(c, i) != PRESS_UPOS_NOUN || low.n < 6) return false;
  for (const char *const *e = ends; *e; e++)
    if (press_str__ends(low, press_str__of(*e))) return true;
  return false;
}

/** What may stand before a role within its phrase. */
bool press_people__modifies(const press_cast *c, uint32_t i) {
  if (c->name_of[i] != PRESS_NONE)
    return c->drafts.at[c->name_of[i]].type != PRESS_PERSON;
  if (press_people__is(c, i, "-")) return true;
  if (press_people__is(c, i, "'s") || press_people__is(c, i, "’s")) return false;
  return press_people__upos(c, i) == PRESS_UPOS_NOUN ||
         press_people__upos(c, i) == PRESS_UPOS_PROPN ||
         press_people__upos(c, i) == PRESS_UPOS_ADJ ||
         press_people__upos(c, i) == PRESS_UPOS_NUM;
}

/** Cuts what stood before the phrase without being of it: words before "former", a
 *  spaced dash, a small noun before an office in capitals ("the network President"). */
static uint32_t cut_prefix(const press_cast *c, uint32_t begin, uint32_t role) {
  static const char *const starts[] = {"former", "ex", "then", "late", "acting", NULL};
  bool office = press_people__capital(c, role);
  for (uint32_t i = role; i > begin; i--) {
    if (press_people__one_of(starts, press_people__low(c, i - 1))) return i - 1;
    bool dash =
        press_people__is(c, i - 1, "-") && c->cx->text->tokens[i - 1].space_before;
    bool small = office && !press_people__capital(c, i - 1) &&
                 press_people__upos(c, i - 1) == PRESS_UPOS_NOUN;
    if (dash || small) return i;
  }
  return begin;
}

/** The role's phrase, leftwards from where the role begins; a possessive country or
 *  organisation ("Norway's foreign minister") is taken in. */
uint32_t press_people__phrase_begin(const press_cast *c, uint32_t role, uint32_t from) {
  uint32_t i = role;
  while (i > from && role - i < REACH_BEFORE && press_people__modifies(c, i - 1)) i--;
  bool owned = i > from + 1 &&
               (press_people__is(c, i - 1, "'s") || press_people__is(c, i - 1, "’s") ||
                press_people__is(c, i - 1, "'") || press_people__is(c, i - 1, "’"));
  if (!owned) return cut_prefix(c, i, role);
  uint32_t p = c->place_of[i - 2], n = c->name_of[i - 2];
  if (p != PRESS_NONE) return c->f->places[p].at.begin;
  if (n != PRESS_NONE && c->drafts.at[n].type == PRESS_ORGANIZATION)
    return c->drafts.at[n].m.at.begin;
  return i;
}

static bool ends_phrase(const press_cast *c, uint32_t i, uint32_t to) {
  static const char *const words[] = {",", ".",  ";", ":", "—", "–",
                                      ")", "\"", "”", "-", NULL};
  return i >= to || press_people__one_of(words, press_people__low(c, i)) ||
         press_people__upos(c, i) == PRESS_UPOS_VERB ||
         press_people__upos(c, i) == PRESS_UPOS_AUX;
}

static bool begins_phrase(const press_cast *c, uint32_t i, uint32_t from) {
  return i == from || press_people__upos(c, i - 1) == PRESS_UPOS_DET ||
         press_people__upos(c, i - 1) == PRESS_UPOS_PRON ||
         press_people__upos(c, i - 1) == PRESS_UPOS_PUNCT ||
         c->cx->text->tokens[i - 1].kind == PRESS_TOKEN_QUOTE ||
         press_people__is(c, i - 1, "'s") || c->place_of[i] != PRESS_NONE;
}

/** "the Norwegian foreign minister, Kari Solheim," and "the chair of the committee,
 *  Tobias Hale,": what stands before the comma at `comma`. */
static void across_comma(press_cast *c, uint32_t draft, uint32_t comma, uint32_t from) {
  press_draft *d = &c->drafts.at[draft];
  press_sentence s = press_people__sentence(c, comma);
  if (!ends_phrase(c, d->m.at.end, s.end)) return;
  uint32_t least = comma > from + REACH_COMMA ? comma - REACH_COMMA : from;
  uint32_t role = PRESS_NONE;
  const press_row *row = NULL;
  for (uint32_t e = comma; e > least; e--) {
    if (press_people__upos(c, e - 1) == PRESS_UPOS_VERB ||
        press_people__upos(c, e - 1) == PRESS_UPOS_PUNCT) {
      if (!press_people__is(c, e - 1, "-")) return;
    }
    row = press_people__ends(c, &c->cx->lex->roles, least, e, &role);
    bool whole = row && (e == comma || press_people__upos(c, e) == PRESS_UPOS_ADP);
    if (whole && c->name_of[e - 1] == PRESS_NONE) break;
    row = NULL;
  }
  if (!row) return;
  uint32_t begin = press_people__phrase_begin(c, role, from);
  if (begins_phrase(c, begin, from))
    press_people__give(c, draft, (press_range){begin, comma}, role, row);
}

/** Nothing but a country or a place stands in [i, end). */
static bool only_land(const press_cast *c, uint32_t i, uint32_t end) {
  if (i < end && press_people__is(c, i, "the")) i++;
  uint32_t p = i < end ? c->place_of[i] : PRESS_NONE;
  return p != PRESS_NONE && c->f->places[p].at.begin == i &&
         c->f->places[p].at.end == end;
}

/** "Ambassador to Iceland Tom Hale": a role with its phrase, no comma before the
 *  name; the parser must see one noun phrase. "spokesman for Tom Hale" is none. */
static bool role_of(press_cast *c, uint32_t draft, uint32_t from, uint32_t end) {
  press_draft *d = &c->drafts.at[draft];
  uint8_t last = end > from ? press_people__upos(c, end - 1) : PRESS_UPOS_X;
  if (last != PRESS_UPOS_NOUN && last != PRESS_UPOS_PROPN) return false;
  uint32_t least = end > from + REACH_PHRASE ? end - REACH_PHRASE : from, role;
  for (uint32_t e = end - 1; e > least; e--) {
    uint8_t u = press_people__upos(c, e - 1);
    bool word = c->place_of[e - 1] == PRESS_NONE && /* "United" may look like a verb */
                !press_people__is(c, e - 1, "-");
    if (word && (u == PRESS_UPOS_VERB || u == PRESS_UPOS_AUX || u == PRESS_UPOS_PUNCT))
      return false;
    if (press_people__upos(c, e) != PRESS_UPOS_ADP || c->name_of[e - 1] != PRESS_NONE)
      continue;
    const press_row *row = press_people__ends(c, &c->cx->lex->roles, least, e, &role);
    if (!row || c->used[e - 1]) continue;
    if (c->np[e - 1].end < d->m.at.end && !only_land(c, e + 1, end)) return false;
    uint32_t begin = press_people__phrase_begin(c, role, from);
    press_people__give(c, draft, (press_range){begin, end}, role, row);
    return true;
  }
  return false;
}

static void before(press_cast *c, uint32_t draft) {
  press_draft *d = &c->drafts.at[draft];
  const press_table *roles = &c->cx->lex->roles;
  uint32_t from = press_people__sentence(c, d->m.at.begin).begin, role;
  uint32_t end = d->m.at.begin;
  const press_row *row = press_people__ends(c, roles, from, end, &role);
  /* "Foreign Secretary" is more than the title that it ends in */
  if (row && role == d->shown.begin && role < end) {
    /* "conservative Justice": the title is the role */
  } else if (row && role < d->shown.begin) {
    for (uint32_t k = role; k < end; k++)
      if (c->name_of[k] == draft) c->name_of[k] = PRESS_NONE;
    d->shown.begin = d->m.at.begin;
  } else {
    end = d->shown.begin;
    row = end > from ? press_people__ends(c, roles, from, end, &role) : NULL;
  }
  if (end <= from) return;
  if (press_people__is(c, end - 1, ",") && end - 1 > from) {
    across_comma(c, draft, end - 1, from);
    return;
  }
  if (!row && role_of(c, draft, from, end)) return;
  bool other = c->name_of[end - 1] != PRESS_NONE && c->name_of[end - 1] != draft;
  if (!row && !other) row = job_at(c, end - 1);
  if (other || (!row && !doer(c, end - 1))) return;
  if (!row || row == job_at(c, end - 1)) role = end - 1;
  uint32_t begin = press_people__phrase_begin(c, role, from);
  press_people__give(c, draft, (press_range){begin, end}, role, row);
  if (begin > from && press_people__upos(c, begin - 1) == PRESS_UPOS_DET &&
      begin - 1 < d->m.np.begin)
    d->m.np.begin = begin - 1;
}

/** "Sen." and the like say a role and perhaps a country. */
static const press_row *title_at(const press_cast *c, uint32_t i) {
  press_str low = press_people__low(c, i);
  if (low.n && low.at[low.n - 1] == '.') low.n--;
  return press_table__find(&c->cx->lex->titles, low);
}

/** The roles table's row for a role as the titles write it. */
static const press_row *role_row(const press_cast *c, press_str role) {
  char key[32];
  if (role.n > sizeof key) return NULL;
  for (size_t k = 0; k < role.n; k++)
    key[k] = (char)(role.at[k] == ' ' ? ' ' : role.at[k] | 0x20);
  return press_table__find(&c->cx->lex->roles, (press_str){key, role.n});
}

static void title_role(press_cast *c, uint32_t draft) {
  press_draft *d = &c->drafts.at[draft];
  press_figure *g = &c->figures.at[d->figure];
  press_str role = {0};
  for (uint32_t i = d->shown.begin; i < d->m.at.begin; i++) {
    const press_row *row = title_at(c, i);
    if (!row) continue;
    role = press_str__join(c->cx->arena, role, S(" "), row->column[2]);
    if (g->country == PRESS_NONE && row->column[3].n)
      g->country = press_people__country_of(c, row->column[3]);
  }
  if (!role.n) return;
  for (uint32_t k = 0; k < g->parts.n; k++)
    if (press_str__eq_nocase(g->parts.at[k].text, role)) return;
  *PRESS_PUSH(c->cx->arena, &g->parts) =
      (press_part){role, {d->shown.begin, d->m.at.begin}, role_row(c, role)};
}

/** "Reuters' Jane Doe" belongs to Reuters. */
static void owner(press_cast *c, uint32_t draft) {
  press_draft *d = &c->drafts.at[draft];
  if (d->shown.begin < 2) return;
  uint32_t i = d->shown.begin - 1;
  if (!press_people__is(c, i, "'") && !press_people__is(c, i, "'s") &&
      !press_people__is(c, i, "’") && !press_people__is(c, i, "’s"))
    return;
  press_people__affiliate(c, &c->figures.at[d->figure], (press_range){i - 1, i});
}

void press_people__roles(press_cast *c) {
  uint32_t n = c->drafts.n;
  for (uint32_t i = 0; i < n; i++)
    if (c->figures.at[c->drafts.at[i].figure].type != PRESS_PERSON)
      press_people__settle(c, i);
  for (uint32_t i = 0; i < n; i++) {
    if (c->figures.at[c->drafts.at[i].figure].type != PRESS_PERSON) continue;
    before(c, i);
    title_role(c, i);
    press_people__after(c, i);
    press_people__copula(c, i);
    owner(c, i);
  }
  press_people__ages(c);
  press_people__countries(c);
}
