/** What sort of description a phrase is: how freely its noun is said, of which country,
 *  age and body. */
#include "find/describe.h"

/** An age, in years. */
#define AGE_LEAST 5
#define AGE_MOST  120
/** How far before a name its age may stand: "41-year-old nurse Ann Orr". */
#define AGE_REACH 8
/** Nouns for whoever has an office of one of the classes. */
static const struct {
  const char *noun, *classes;
} loose[] = {
    {"leader", "head party official business minister legislator"},
    {"boss", "head party official business minister"},
    {"chief", "head party official business minister military"},
    {"head", "head party official business minister other"},
    {"politician", "head party official minister legislator"},
    {"lawmaker", "legislator party"},
    {"legislator", "legislator party"},
    {"parliamentarian", "legislator party"},
    {"mla", "legislator party official"},
    {"mp", "legislator party minister official"},
    {"td", "legislator party minister official"},
    {"mep", "legislator party official"},
    {"msp", "legislator party minister"},
    {"senator", "legislator party"},
    {"congressman", "legislator party"},
    {"congresswoman", "legislator party"},
    {"councillor", "legislator party official"},
    {"peer", "legislator party minister"},
    {"deputy", "legislator party"},
    {"official", "official minister"},
    {"executive", "business"},
    {"officer", "official military"},
    {"soldier", "military"},
    {"diplomat", "official minister"},
    {"prosecutor", "official"},
    {"scientist", "other"},
    {"researcher", "other"},
    {"artist", "other"},
    {"musician", "other"},
    {"player", "other"},
    {"doctor", "other"},
    {"premier", "head"},
    {"statesman", "head minister"},
    {"lawyer", "official"},
    {"manager", "business"},
    {"coach", "business"},
    {"businessman", "business"},
    {"businesswoman", "business"},
};

const char *press_describe__loose(press_str noun) {
  for (size_t i = 0; i < sizeof loose / sizeof *loose; i++)
    if (press_str__is(noun, loose[i].noun)) return loose[i].classes;
  return NULL;
}

bool press_describe__class(const press_row *row, const char *class) {
  return row && press_str__is(row->column[1], class);
}

bool press_describe__office(const press_row *row) {
  static const char *const classes[] = {"head",       "minister", "official",
                                        "legislator", "party",    NULL};
  return row && press_people__one_of(classes, row->column[1]);
}

/** The age that the phrase says: "41-year-old". */
static uint8_t age_at(const press_cast *c, uint32_t i) {
  press_str low = press_people__low(c, i);
  uint32_t age = 0;
  if (!low.n || low.n > 3) return 0;
  for (size_t k = 0; k < low.n; k++) {
    if (low.at[k] < '0' || low.at[k] > '9') return 0;
    age = age * 10 + (uint32_t)(low.at[k] - '0');
  }
  return age >= AGE_LEAST && age <= AGE_MOST ? (uint8_t)age : 0;
}

static bool years_old(const press_cast *c, uint32_t i) {
  return press_people__is(c, i + 1, "-") && press_people__is(c, i + 2, "year") &&
         press_people__is(c, i + 3, "-") && press_people__is(c, i + 4, "old");
}

static uint8_t age_in(const press_cast *c, press_range np) {
  for (uint32_t i = np.begin; i < np.end; i++)
    if (years_old(c, i)) return age_at(c, i);
  return 0;
}

static void age_of(press_cast *c, uint32_t name, uint8_t age) {
  const press_draft *d = name == PRESS_NONE ? NULL : &c->drafts.at[name];
  if (!age || !d || d->figure == PRESS_NONE) return;
  press_figure *g = &c->figures.at[d->figure];
  if (g->type == PRESS_PERSON && !g->age) g->age = age;
}

/** "Ann Orr, 41, said"; "41-year-old nurse Ann Orr"; "Ann Orr, a 41-year-old". */
void press_people__ages(press_cast *c) {
  uint32_t n = c->cx->text->n_tokens;
  for (uint32_t i = 0; i < n; i++) {
    uint8_t age = age_at(c, i);
    if (!age) continue;
    press_sentence s = press_people__sentence(c, i);
    bool set_off = i >= s.begin + 2 &&
                   (press_people__is(c, i - 1, ",") || press_people__is(c, i - 1, "("));
    bool ends = i + 1 >= s.end || press_people__upos(c, i + 1) == PRESS_UPOS_PUNCT;
    if (set_off && ends) age_of(c, c->name_of[i - 2], age);
    if (!years_old(c, i)) continue;
    if (i >= s.begin + 3 && press_people__is(c, i - 2, ","))
      age_of(c, c->name_of[i - 3], age);
    uint32_t k = i + 5;
    while (k < s.end && k < i + AGE_REACH && c->name_of[k] == PRESS_NONE &&
           press_people__modifies(c, k))
      k++;
    if (k < s.end) age_of(c, c->name_of[k], age);
  }
}

/** "former", "ex-", "one-time" before the noun: said beside any other office. */
static bool was(const press_cast *c, const press_draft *d) {
  static const char *const words[] = {"former",  "ex",        "one-time", "onetime",
                                      "retired", "erstwhile", NULL};
  for (uint32_t i = d->m.np.begin; i < d->m.head; i++)
    if (press_people__one_of(words, press_people__low(c, i))) return true;
  return false;
}

bool press_people__national(const press_cast *c, const press_draft *d) {
  static const char *const many[] = {"ish", "ese", "ch", "ss", "ans", "ians", NULL};
  uint32_t p = c->place_of[d->m.head];
  if (p == PRESS_NONE || c->f->places[p].how != PRESS_BY_DEMONYM || d->m.plural)
    return false;
  press_str low = press_people__low(c, d->m.head);
  for (const char *const *e = many; *e; e++)
    if (press_str__ends(low, press_str__of(*e))) return false;
  return true;
}

/** The organisation that stands before the noun: "the SEMA boss"; or PRESS_NONE. */
static uint32_t body_before(const press_cast *c, const press_draft *d) {
  for (uint32_t i = d->m.np.begin; i < d->m.head; i++) {
    uint32_t n = c->name_of[i];
    if (n != PRESS_NONE && c->drafts.at[n].type == PRESS_ORGANIZATION &&
        c->place_of[c->drafts.at[n].m.at.begin] == PRESS_NONE)
      return c->drafts.at[n].figure;
  }
  return PRESS_NONE;
}

/** Somebody with a name has just spoken in the same paragraph. */
static bool same_para_speaker(const press_cast *c, const press_draft *d) {
  const press_text *t = c->cx->text;
  for (uint32_t k = (uint32_t)(d - c->drafts.at), seen = 0; k-- > 0 && seen < 12;
       seen++) {
    const press_draft *a = &c->drafts.at[k];
    if (d->sentence - a->sentence > 2) return false;
    if (!a->source || a->figure == PRESS_NONE) continue;
    const press_figure *g = &c->figures.at[a->figure];
    return t->sentences[a->sentence].para == t->sentences[d->sentence].para &&
           g->type == PRESS_PERSON && !g->unnamed;
  }
  return false;
}

/** "“We go,” said the founder of Huron" in the paragraph of somebody's words. */
static bool goes_on(const press_cast *c, const press_draft *d) {
  return d->m.np.begin > 0 &&
         press_people__upos(c, d->m.np.begin - 1) == PRESS_UPOS_VERB &&
         same_para_speaker(c, d);
}

/** "the German": an article, no possessor, no name, nothing that hangs on by "of". */
static bool bare(const press_cast *c, const press_draft *d) {
  bool chosen = press_people__is(c, d->m.head, "appointee") ||
                press_people__is(c, d->m.head, "loyalist"); /* "the Orr appointee" */
  static const char *const more[] = {"other", "second", "third", "latter", "next", NULL};
  uint32_t after = d->m.at.end > d->m.head ? d->m.at.end : d->m.head + 1;
  if (!press_people__article(press_people__low(c, d->m.np.begin))) return false;
  for (uint32_t i = d->m.np.begin; i < d->m.head; i++) {
    uint32_t n = c->name_of[i];
    if (press_people__one_of(more, press_people__low(c, i))) return false;
    if (press_people__is(c, i, "'s") || press_people__is(c, i, "'") ||
        (n != PRESS_NONE && c->drafts.at[n].type == PRESS_PERSON && !chosen &&
         c->place_of[i] == PRESS_NONE))
      return false;
  }
  if (after >= d->m.np.end || press_people__upos(c, after) != PRESS_UPOS_ADP) return true;
  if (goes_on(c, d)) return true;
  if (d->row && press_describe__class(d->row, "legislator") &&
      press_people__is(c, after, "for"))
    return true; /* "the MP for Hull" */
  if (press_people__is(c, after, "of") && after + 1 < d->m.np.end &&
      press_people__upos(c, after + 1) == PRESS_UPOS_NUM)
    return true; /* "the mother of two" */
  return press_people__is(c, after, "on") || press_people__is(c, after, "in") ||
         press_str__find(press_people__low(c, d->m.head), S("-of-")) != PRESS_NONE ||
         (after > d->m.head && press_people__is(c, after - 1, "-")) ||
         press_people__is(c, after + 1, "-");
}

bool press_people__doer(press_str low) {
  static const char *const ends[] = {"ist", "ician",   "man",     "woman",
                                     "eur", "ologist", "grapher", NULL};
  for (const char *const *e = ends; *e; e++)
    if (press_str__ends(low, press_str__of(*e))) return true;
  return false;
}

/** What sort of description the phrase is; false if it is none. */
bool press_describe__look(const press_cast *c, uint32_t i, press_look *to) {
  const press_draft *d = &c->drafts.at[i];
  const press_row *row = d->row;
  *to = (press_look){.draft = i, .row = row, .country = d->country, .gender = d->gender};
  to->body = body_before(c, d);
  bool acts = d->source || (d->argument && age_in(c, d->m.np));
  if (!acts || d->m.plural || !bare(c, d)) return false;
  to->age = age_in(c, d->m.np);
  if (press_people__national(c, d)) {
    to->country = c->f->places[c->place_of[d->m.head]].country;
    return true;
  }
  if (to->age || was(c, d)) return true;
  to->free = PRESS_JOB;
  if (!row && d->type == PRESS_PERSON)
    return press_people__doer(press_people__low(c, d->m.head));
  if (!row || d->type != PRESS_PERSON || press_describe__class(row, "people"))
    return false;
  to->classes = press_describe__loose(press_people__low(c, d->m.head));
  if (row->column[4].n || press_describe__class(row, "trait"))
    to->free = PRESS_TRAIT;
  else if (to->classes)
    to->free = PRESS_LOOSE;
  else
    to->free = press_describe__office(row) ? PRESS_OFFICE : PRESS_JOB;
  if (to->free == PRESS_JOB && goes_on(c, d)) to->free = PRESS_TRAIT;
  return true;
}
