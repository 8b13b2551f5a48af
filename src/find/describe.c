/** Descriptions: the press avoids a name's repetition by saying what else somebody is
 *  ("the German", "the 41-year-old", "the former nurse"). Such a phrase means the
 *  person spoken of last whom nothing in it rules out. */
#include "find/people.h"

/** Sentences and drafts looked back. */
#define REACH_SENTENCES 3
#define REACH_DRAFTS    48
/** Tokens back that a noun is looked for. */
#define REACH_NOUN 160
/** What a candidate gets: for each sentence between, for having spoken, as a subject,
 *  when the nearest of these, inside a longer noun, in somebody's words, for an age and a
 * country that fit, for a gender that is known, when named only now, often, or not at
 * all. */
#define STEP         -1.0f
#define SPOKE        1.0f
#define NEAREST      1.0f
#define SUBJECT      1.0f
#define INSIDE       -1.5f
#define IN_WORDS     -0.7f
#define SAME_AGE     5.0f
#define SAME_LAND    3.0f
#define SAME_GENDER  0.3f
#define NEW          0.5f
#define OFTEN        0.5f
#define WITHOUT_NAME -0.8f
/** Least weight at which the phrase means somebody, in order of `freedom`. */
static const float least[] = {-1.6f, -0.7f, -0.2f, -0.2f};
/** An age, in years. */
#define AGE_LEAST 5
#define AGE_MOST  120
/** How far before a name its age may stand: "41-year-old nurse Ann Orr". */
#define AGE_REACH 8

/** How freely a noun is said of somebody. */
typedef enum freedom {
  TRAIT,  /**< of anybody: "the German", "the veteran" */
  LOOSE,  /**< of whoever has some such office: "the leader" */
  JOB,    /**< of one without another job: "the surgeon" */
  OFFICE, /**< of one without any office: "the mayor" */
} freedom;

typedef struct look {
  uint32_t draft;
  const press_row *row;
  freedom free;
  const char *classes; /**< of roles, for LOOSE */
  uint32_t country;
  uint32_t body; /**< that the phrase names, or PRESS_NONE */
  uint8_t gender, age;
} look;

/** Nouns for whoever has an office of one of the classes. */
static const struct {
  const char *noun, *classes;
} loose[] = {
    {"leader", "head party official business minister legislator"},
    {"boss", "head party official business minister"},
    {"chief", "head party official business minister military"},
    {"head", "head party official business minister"},
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
    {"premier", "head"},
    {"statesman", "head minister"},
    {"lawyer", "official"},
    {"manager", "business"},
    {"coach", "business"},
    {"businessman", "business"},
    {"businesswoman", "business"},
};

static const char *loose_classes(press_str noun) {
  for (size_t i = 0; i < sizeof loose / sizeof *loose; i++)
    if (press_str__is(noun, loose[i].noun)) return loose[i].classes;
  return NULL;
}

static bool is_class(const press_row *row, const char *class) {
  return row && press_str__is(row->column[1], class);
}

static bool office_class(const press_row *row) {
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
        c->place_of[i] == PRESS_NONE)
      return c->drafts.at[n].figure;
  }
  return PRESS_NONE;
}

static bool belongs(const press_figure *g, uint32_t body) {
  for (uint32_t k = 0; k < g->affiliations.n; k++)
    if (g->affiliations.at[k] == body) return true;
  return false;
}

/** "the German": an article, no possessor, no name, nothing that hangs on by "of". */
static bool bare(const press_cast *c, const press_draft *d) {
  static const char *const more[] = {"other", "second", "third", "latter", "next", NULL};
  uint32_t after = d->m.at.end > d->m.head ? d->m.at.end : d->m.head + 1;
  if (!press_people__article(press_people__low(c, d->m.np.begin))) return false;
  for (uint32_t i = d->m.np.begin; i < d->m.head; i++) {
    uint32_t n = c->name_of[i];
    if (press_people__one_of(more, press_people__low(c, i))) return false;
    if (press_people__is(c, i, "'s") || press_people__is(c, i, "'") ||
        (n != PRESS_NONE && c->drafts.at[n].type == PRESS_PERSON &&
         c->place_of[i] == PRESS_NONE))
      return false;
  }
  if (after >= d->m.np.end || press_people__upos(c, after) != PRESS_UPOS_ADP) return true;
  if (d->row && is_class(d->row, "legislator") && press_people__is(c, after, "for"))
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
static bool look_at(const press_cast *c, uint32_t i, look *to) {
  const press_draft *d = &c->drafts.at[i];
  const press_row *row = d->row;
  *to = (look){.draft = i, .row = row, .country = d->country, .gender = d->gender};
  to->body = body_before(c, d);
  if (!d->source || d->m.plural || !bare(c, d)) return false;
  to->age = age_in(c, d->m.np);
  if (press_people__national(c, d)) {
    to->country = c->f->places[c->place_of[d->m.head]].country;
    return true;
  }
  if (to->age || was(c, d)) return true;
  to->free = JOB;
  if (!row && d->type == PRESS_PERSON)
    return press_people__doer(press_people__low(c, d->m.head));
  if (!row || d->type != PRESS_PERSON || is_class(row, "people")) return false;
  to->classes = loose_classes(press_people__low(c, d->m.head));
  if (row->column[4].n || is_class(row, "trait"))
    to->free = TRAIT;
  else if (to->classes)
    to->free = LOOSE;
  else
    to->free = office_class(row) ? OFFICE : JOB;
  return true;
}

bool press_people__same_land(uint32_t a, uint32_t b) {
  return a == PRESS_NONE || b == PRESS_NONE || a == b;
}

static bool listed(const char *classes, press_str class) {
  return press_str__find(press_str__of(classes), class) != PRESS_NONE;
}

/** A word in capitals before the role, no country: "GOP", "Democratic". */
static bool badge(const press_cast *c, uint32_t i) {
  return press_people__capital(c, i) && c->place_of[i] == PRESS_NONE &&
         (press_people__upos(c, i) == PRESS_UPOS_ADJ ||
          press_people__upos(c, i) == PRESS_UPOS_PROPN);
}

/** "the Democratic nominee" is not the "Republican nominee". */
static bool clashes(const press_cast *c, const press_part *p, const press_draft *d) {
  bool mine = false, theirs = false;
  for (uint32_t i = d->m.np.begin; i < d->m.head; i++) {
    if (!badge(c, i)) continue;
    mine = true;
    for (uint32_t t = p->at.begin; t < p->at.end; t++)
      if (press_str__eq(press_people__low(c, t), press_people__low(c, i))) return false;
  }
  for (uint32_t t = p->at.begin; t + 1 < p->at.end; t++) theirs |= badge(c, t);
  return mine && theirs;
}

/** "deputy" and "deputy governor", "minister" and "farm minister". */
static bool alike(press_str a, press_str b) {
  if (a.n > b.n) {
    press_str c = a;
    a = b;
    b = c;
  }
  if (!press_str__starts(b, a) && !press_str__ends(b, a)) return false;
  size_t beside = press_str__starts(b, a) ? a.n : b.n - a.n - 1;
  return a.n == b.n || b.at[beside] == ' ';
}

/** What the figure is known for speaks against the description. */
static bool at_odds(const press_cast *c, const press_figure *g, const look *l) {
  bool any = false, fits = false, office = false, job = false;
  const press_row *own = l->row;
  for (uint32_t k = 0; k < g->parts.n; k++) {
    const press_row *row = g->parts.at[k].row;
    if (row && own && alike(row->column[0], own->column[0]))
      return clashes(c, &g->parts.at[k], &c->drafts.at[l->draft]);
    if (!row || is_class(row, "trait")) continue;
    if (is_class(row, "part")) {
      if (is_class(own, "part")) return true; /* passenger and driver */
      continue;
    }
    any = true;
    office |= office_class(row);
    job |= !office_class(row);
    fits |= l->free == LOOSE && listed(l->classes, row->column[1]);
  }
  switch (l->free) {
  case TRAIT:
    return false;
  case LOOSE:
    return any && !fits;
  case JOB:
    return job;
  default:
    return office || job;
  }
}

static bool possible(const press_cast *c, const press_draft *a, const look *l) {
  if (a->figure == PRESS_NONE || a->aside) return false;
  const press_figure *g = &c->figures.at[a->figure];
  if (g->type != PRESS_PERSON || g->plural || (a->m.plural && !a->source)) return false;
  if (l->body != PRESS_NONE && !belongs(g, l->body)) return false;
  if (g->unnamed && l->free != TRAIT) return false;
  if (!press_people__agrees(g->gender, l->gender) && !g->guessed) return false;
  if (!press_people__same_land(g->country, l->country)) return false;
  if (l->age && g->age && l->age != g->age) return false;
  return !at_odds(c, g, l);
}

/** The candidate is bound to the same verb, or stands in the description's own words. */
static bool apart(const press_cast *c, const press_draft *a, const press_draft *d) {
  const press_word *w = c->cx->ling->words;
  uint32_t x = a->m.head, y = d->m.head;
  if (a->sentence != d->sentence) return false;
  bool bound = w[x].head == w[y].head || w[x].head == y || w[y].head == x;
  bool said = c->content_of[x] != PRESS_NONE && c->content_of[x] == c->source_of[y];
  said |= c->content_of[y] != PRESS_NONE && c->content_of[y] == c->source_of[x];
  bool inside = a->m.at.begin >= d->m.np.begin && a->m.at.end <= d->m.np.end;
  return bound || said || inside;
}

static bool inside_noun(const press_cast *c, uint32_t head) {
  switch (c->cx->ling->words[head].deprel) {
  case PRESS_DEP_nmod:
  case PRESS_DEP_compound:
    return true;
  default:
    return false;
  }
}

static bool subject(const press_cast *c, uint32_t head) {
  return c->cx->ling->words[head].deprel == PRESS_DEP_nsubj;
}

/** Stands in what somebody says, as far as it is known who. */
static bool in_words(const press_cast *c, uint32_t token) {
  uint32_t a = c->content_of[token];
  return a != PRESS_NONE && c->cx->ling->attributions[a].source.n > 0;
}

/** Subject of what the article itself tells, not of what somebody says. */
static bool acts_itself(const press_cast *c, const press_draft *a) {
  bool first = a->m.kind == PRESS_MENTION_NAME && /* a subject that the parser missed */
               c->cx->ling->words[a->m.head].deprel == PRESS_DEP_root;
  return (first || subject(c, a->m.head)) && (a->source || !in_words(c, a->m.head));
}

static float weigh(const press_cast *c, const press_draft *a, const look *l) {
  const press_draft *d = &c->drafts.at[l->draft];
  const press_figure *g = &c->figures.at[a->figure];
  float sum = STEP * (float)(d->sentence - a->sentence);
  if (a->source) sum += SPOKE;
  if (acts_itself(c, a)) sum += SUBJECT;
  if (inside_noun(c, a->m.head)) sum += INSIDE;
  if (!a->source && in_words(c, a->m.head)) sum += IN_WORDS;
  if (l->age && l->age == g->age) sum += SAME_AGE;
  if (l->country != PRESS_NONE && l->country == g->country) sum += SAME_LAND;
  if (l->gender && l->gender == g->gender) sum += SAME_GENDER;
  if (g->n == 1) sum += NEW;
  for (uint32_t n = 3; n <= g->n && n <= 9; n += 3) sum += OFTEN;
  if (g->unnamed) sum += WITHOUT_NAME;
  return sum;
}

/** The same noun was used of somebody before ("a watchman"): who that was, is not the
 *  last speaker. */
static bool used_before(const press_cast *c, const press_draft *d) {
  press_str low = press_people__low(c, d->m.head);
  uint32_t from = d->m.head > REACH_NOUN ? d->m.head - REACH_NOUN : 0;
  for (uint32_t t = from; t < d->m.head; t++)
    if (press_str__eq(press_people__low(c, t), low) && c->name_of[t] == PRESS_NONE &&
        !c->used[t])
      return true;
  return false;
}

bool press_people__described(press_cast *c, uint32_t i) {
  press_draft *d = &c->drafts.at[i];
  look l;
  if (!look_at(c, i, &l)) return false;
  if (l.free == JOB && used_before(c, d)) return false;
  uint32_t best = PRESS_NONE, last = PRESS_NONE;
  bool near = false;
  float most = least[l.free];
  for (uint32_t k = i, seen = 0; k-- > 0 && seen < REACH_DRAFTS; seen++) {
    const press_draft *a = &c->drafts.at[k];
    if (d->sentence - a->sentence > REACH_SENTENCES) break;
    if (a->figure == PRESS_NONE || apart(c, a, d)) continue;
    bool person = c->figures.at[a->figure].type == PRESS_PERSON;
    /* a post that nobody is known to have is that of who spoke just before */
    bool post = l.free == OFFICE || l.free == JOB;
    bool acts = a->source || (l.free == JOB && acts_itself(c, a));
    bool known = person && !c->figures.at[a->figure].unnamed;
    if (post && known && acts) {
      if (last != PRESS_NONE && last != a->figure) break;
      last = a->figure;
    }
    if (!possible(c, a, &l)) continue;
    if (post && (!acts || d->sentence - a->sentence > 1)) continue;
    float sum = weigh(c, a, &l);
    if (!near && (a->source || acts_itself(c, a))) {
      sum += NEAREST;
      near = true;
    }
    if (sum <= most) continue;
    most = sum;
    best = k;
  }
  if (best == PRESS_NONE) return false;
  uint32_t id = c->drafts.at[best].figure;
  press_figure *g = &c->figures.at[id];
  if (l.gender && (!g->gender || g->guessed)) {
    g->gender = l.gender;
    g->guessed = false;
  }
  if (g->country == PRESS_NONE) g->country = l.country;
  d->type = PRESS_PERSON;
  press_people__mean(c, i, id);
  return true;
}
