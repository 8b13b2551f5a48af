/** Descriptions of organisations: "the company", "the hedge fund", "the Irish group"
 *  mean the organisation spoken of last that nothing in the phrase rules out. */
#include "find/people.h"

/** Sentences and drafts looked back. */
#define REACH_SENTENCES 6
#define REACH_DRAFTS    64
/** What a candidate gets: for each sentence between, for having spoken, as a subject,
 *  inside a longer noun, beside a verb, for a country, a kind and words of its name that
 *  fit, for being in another trade, for each of its first names, without a name. */
#define STEP         -0.6f
#define SPOKE        1.2f
#define SUBJECT      0.8f
#define INSIDE       -0.5f
#define BESIDE       -1.0f
#define SAME_LAND    2.0f
#define SAME_KIND    1.5f
#define SAME_WORDS   3.5f
#define OTHER_TRADE  -3.0f
#define EACH_NAME    0.4f
#define MOST_NAMES   4
#define UNNAMED_COST -1.0f
/** Least weight at which the phrase means something. */
#define LEAST       -1.5f
#define LEAST_BODY  0.3f
#define LEAST_MAKER 0.8f

static bool kind_is(const press_row *row, const char *kind) {
  return row && press_str__is(row->column[1], kind);
}

/** Trades that are also companies: "the miner", "the brewer". */
static bool maker(press_str noun) {
  static const char *const words[] = {
      "miner",    "brewer",  "developer", "producer", "grower", "importer",
      "exporter", "builder", "distiller", "promoter", "owner",  "wholesaler",
      "trader",   "printer", "grower",    "planter",  "broker", "processor",
      "seller",   "buyer",   NULL};
  return press_people__one_of(words, noun);
}

/** Nouns that any organisation may go by. */
static bool general(press_str noun) {
  static const char *const words[] = {"company",
                                      "firm",
                                      "group",
                                      "business",
                                      "organisation",
                                      "organization",
                                      "body",
                                      "giant",
                                      "maker",
                                      "operator",
                                      "conglomerate",
                                      "corporation",
                                      "manufacturer",
                                      "agency",
                                      "outfit",
                                      "brand",
                                      "supplier",
                                      "start-up",
                                      "startup",
                                      "multinational",
                                      "developer",
                                      "owner",
                                      NULL};
  return press_people__one_of(words, noun);
}

/** Bodies of a state that a name says outright: nobody calls a bank "the ministry". */
static bool exact(press_str noun) {
  static const char *const words[] = {
      "ministry", "department", "council",  "court",   "committee", "parliament",
      "senate",   "house",      "congress", "army",    "navy",      "jury",
      "tribunal", "embassy",    "county",   "city",    "board",     "cabinet",
      "panel",    "office",     "school",   "inquiry", "assembly",  "caucus",
      "mission",  "delegation", NULL};
  return press_people__one_of(words, noun);
}

/** The noun for organisations that the figure's name ends in ("Harbour Board"). */
static const press_row *noun_in(const press_cast *c, const press_figure *g) {
  press_str key = g->key;
  for (size_t i = key.n; i > 0; i--)
    if (key.at[i - 1] == ' ') {
      key = press_str__sub(key, i, key.n);
      break;
    }
  return key.n == g->key.n ? NULL : press_table__find(&c->cx->lex->collectives, key);
}

/** Words in names that fit a noun, and whether a business may go by that noun. */
static const struct {
  const char *noun, *words;
  bool business;
} affinities[] = {
    {"union", "union workers federation guild unite unison teachers nurses", false},
    {"fund", "capital fund partners management equity ventures", true},
    {"investor", "capital fund partners management equity ventures", true},
    {"bank", "bank banco banque bancorp credit", true},
    {"lender", "bank banco banque bancorp credit", true},
    {"insurer", "insurance mutual assurance life", true},
    {"airline", "air airways airlines", true},
    {"carrier", "air airways airlines lines", true},
    {"club", "united city rovers town athletic wanderers rangers fc club", false},
    {"charity", "trust foundation aid relief rescue", false},
    {"association", "association federation society guild", false},
    {"federation", "association federation union", false},
    {"hospital", "hospital infirmary clinic", false},
    {"university", "university college institute", false},
    {"college", "college university", false},
    {"museum", "museum gallery", false},
    {"church", "church diocese cathedral", false},
    {"party", "party", false},
    {"supermarket", "stores foods", true},
    {"operator", "rail trains buses ferries lines", true},
    {"manufacturer", "motors industries systems", true},
    {"regulator", "authority agency commission office", false},
    {"watchdog", "authority agency commission office", false},
};

static int affinity_of(press_str noun) {
  for (size_t i = 0; i < sizeof affinities / sizeof *affinities; i++)
    if (press_str__is(noun, affinities[i].noun)) return (int)i;
  return -1;
}

/** A word of the name is one of the list's. */
static bool shares(press_str key, const char *list) {
  press_str words = press_str__of(list);
  while (words.n) {
    press_str word = press_str__cut(words, ' ', &words);
    uint32_t at = press_str__find(key, word);
    bool left = at != PRESS_NONE && (at == 0 || key.at[at - 1] == ' ');
    bool right = at != PRESS_NONE && (at + word.n == key.n || key.at[at + word.n] == ' ');
    if (left && right) return true;
  }
  return false;
}

/** What the name and what it was called speak for the noun. */
static float likeness(const press_figure *g, press_str noun) {
  int of = affinity_of(noun);
  if (of < 0) return 0.0f;
  if (shares(g->key, affinities[of].words)) return SAME_WORDS;
  bool business = g->row && general(g->row->column[0]);
  return business && !affinities[of].business ? OTHER_TRADE : 0.0f;
}

/** Networks and wires are where things are said, not who says them. */
static bool channel(const press_figure *g) {
  static const char *const words[] = {"twitter",  "facebook", "instagram", "tiktok",
                                      "youtube",  "telegram", "linkedin",  "weibo",
                                      "whatsapp", "x",        NULL};
  return press_people__one_of(words, g->key);
}

/** The draft is whom something is told, or where it was written. */
static bool beside(const press_cast *c, const press_draft *a) {
  switch (c->cx->ling->words[a->m.head].deprel) {
  case PRESS_DEP_obl:
  case PRESS_DEP_obj:
  case PRESS_DEP_iobj:
    return true;
  default:
    return false;
  }
}

static bool inside_noun(const press_cast *c, const press_draft *a) {
  switch (c->cx->ling->words[a->m.head].deprel) {
  case PRESS_DEP_nmod:
  case PRESS_DEP_compound:
    return true;
  default:
    return false;
  }
}

static bool possible(const press_cast *c, const press_draft *a, const press_draft *d) {
  if (a->figure == PRESS_NONE || a->aside) return false;
  uint32_t said = c->content_of[d->m.head];
  if (said != PRESS_NONE && c->source_of[a->m.head] == said) return false;
  const press_figure *g = &c->figures.at[a->figure];
  if (g->type != PRESS_ORGANIZATION || g->plural || channel(g)) return false;
  if (g->unnamed && (a->m.plural || !g->row)) return false;
  if (!press_people__same_land(g->country, d->country)) return false;
  if (kind_is(g->row, "government") || kind_is(g->row, "media")) return false;
  press_str noun = press_people__low(c, d->m.head);
  const press_row *own = noun_in(c, g);
  if (own && !press_str__eq(own->column[0], noun) && !general(noun) &&
      !general(own->column[0]))
    return false;
  bool state = press_table__find(&c->cx->lex->bodies, g->key) != NULL;
  return !state || kind_is(d->row, "body") || kind_is(d->row, "party");
}

static float weigh(const press_cast *c, const press_draft *a, const press_draft *d) {
  const press_figure *g = &c->figures.at[a->figure];
  float sum = STEP * (float)(d->sentence - a->sentence);
  if (a->source) sum += SPOKE;
  if (c->cx->ling->words[a->m.head].deprel == PRESS_DEP_nsubj) sum += SUBJECT;
  if (inside_noun(c, a)) sum += INSIDE;
  if (beside(c, a)) sum += BESIDE;
  if (d->country != PRESS_NONE && d->country == g->country) sum += SAME_LAND;
  if (d->row && g->row && press_str__eq(d->row->column[1], g->row->column[1]))
    sum += SAME_KIND;
  sum += likeness(g, press_people__low(c, d->m.head));
  if (g->unnamed) sum += UNNAMED_COST;
  return sum + EACH_NAME * (float)(g->n < MOST_NAMES ? g->n : MOST_NAMES);
}

/** "the company": an article, no possessor, no name, nothing that hangs on. */
static bool bare(const press_cast *c, const press_draft *d) {
  uint32_t from = d->m.np.begin;
  uint32_t p = c->place_of[d->m.np.begin];
  bool owned =
      p != PRESS_NONE && c->f->places[p].at.end < d->m.head &&
      press_people__is(c, c->f->places[p].at.end, "'s"); /* "Britain's largest" */
  if (!owned && !press_people__article(press_people__low(c, d->m.np.begin))) return false;
  if (owned) from = c->f->places[p].at.end + 1;
  for (uint32_t i = from; i < d->m.head; i++)
    if (press_people__is(c, i, "'s") || press_people__is(c, i, "'") ||
        (c->name_of[i] != PRESS_NONE && c->place_of[i] == PRESS_NONE &&
         !press_people__is(c, i, "un") && !press_people__is(c, i, "u.n.")))
      return false;
  uint32_t after = d->m.head + 1;
  if (after < c->cx->text->n_tokens && press_people__capital(c, after) &&
      press_people__upos(c, after) == PRESS_UPOS_PROPN)
    return false; /* its name comes next */
  return after >= d->m.np.end || press_people__upos(c, after) != PRESS_UPOS_ADP;
}

/** "The city": the place named last, which speaks as a town does. */
static bool described_place(press_cast *c, uint32_t i) {
  static const char *const nouns[] = {"city",    "town",     "village", "municipality",
                                      "borough", "province", "island",  "commune",
                                      "county",  NULL};
  press_draft *d = &c->drafts.at[i];
  bool plain = d->m.head == d->m.np.begin + 1; /* "the city", and no other one */
  if (!d->source || !plain || !bare(c, d)) return false;
  if (!press_people__one_of(nouns, press_people__low(c, d->m.head))) return false;
  uint32_t best = PRESS_NONE, at = 0;
  for (uint32_t k = i, seen = 0; k-- > 0 && seen < REACH_DRAFTS; seen++) {
    const press_draft *a = &c->drafts.at[k];
    if (d->sentence - a->sentence > REACH_SENTENCES) break;
    if (best != PRESS_NONE && a->sentence != at) break;
    bool town = a->m.kind == PRESS_MENTION_NAME && a->figure != PRESS_NONE &&
                c->figures.at[a->figure].type == PRESS_PLACE && !a->aside &&
                c->place_of[a->m.at.begin] != PRESS_NONE;
    if (!town) continue;
    at = a->sentence;
    best = a->figure; /* of "Livorno, in Tuscany" the first */
  }
  if (best != PRESS_NONE) press_people__mean(c, i, best);
  return best != PRESS_NONE;
}

/** "the service" for the BC Wildfire Service, if no table knows the noun. */
static bool last_word(press_cast *c, uint32_t i) {
  press_draft *d = &c->drafts.at[i];
  if (d->row || d->m.plural || d->type != PRESS_ORGANIZATION || !bare(c, d)) return false;
  press_str noun = press_people__low(c, d->m.head);
  const press_recent *list = press_register__get(&c->heads, noun);
  if (!list || list->n != 1 || !press_str__ends(c->figures.at[list->at[0]].key, noun))
    return false;
  press_people__mean(c, i, list->at[0]);
  return true;
}

/** "Slatemor admitted it. The company ...": a lone word that was taken for a person. */
static uint32_t mistaken(press_cast *c, uint32_t i) {
  const press_draft *d = &c->drafts.at[i];
  for (uint32_t k = i, seen = 0; k-- > 0 && seen < REACH_DRAFTS; seen++) {
    const press_draft *a = &c->drafts.at[k];
    if (d->sentence - a->sentence > 1) return PRESS_NONE;
    if (!a->source || a->sentence == d->sentence || a->figure == PRESS_NONE) continue;
    press_figure *g = &c->figures.at[a->figure];
    bool lone = a->m.kind == PRESS_MENTION_NAME && a->m.at.end - a->m.at.begin == 1 &&
                a->shown.begin == a->m.at.begin;
    bool person = g->given.n || g->age || (g->gender && !g->guessed) || g->unnamed;
    if (g->type != PRESS_PERSON || !lone || person) return PRESS_NONE;
    g->type = PRESS_ORGANIZATION;
    return k;
  }
  return PRESS_NONE;
}

bool press_people__described_body(press_cast *c, uint32_t i) {
  press_draft *d = &c->drafts.at[i];
  press_str noun = press_people__low(c, d->m.head);
  if (described_place(c, i) || last_word(c, i)) return true;
  bool trade = d->type == PRESS_PERSON && maker(noun);
  bool kind =
      kind_is(d->row, "company") || kind_is(d->row, "body") || kind_is(d->row, "party");
  if (d->m.plural || !bare(c, d) || exact(noun)) return false;
  if (!trade && (!kind || d->type != PRESS_ORGANIZATION)) return false;
  uint32_t best = PRESS_NONE;
  float most = trade ? LEAST_MAKER : kind_is(d->row, "company") ? LEAST : LEAST_BODY;
  for (uint32_t k = i, seen = 0; k-- > 0 && seen < REACH_DRAFTS; seen++) {
    const press_draft *a = &c->drafts.at[k];
    if (d->sentence - a->sentence > REACH_SENTENCES) break;
    if (!possible(c, a, d)) continue;
    float sum = weigh(c, a, d);
    if (sum <= most) continue;
    most = sum;
    best = k;
  }
  if (best == PRESS_NONE && !trade && kind_is(d->row, "company")) best = mistaken(c, i);
  if (best == PRESS_NONE) return false;
  uint32_t id = c->drafts.at[best].figure;
  d->type = PRESS_ORGANIZATION;
  if (c->figures.at[id].country == PRESS_NONE) c->figures.at[id].country = d->country;
  press_people__mean(c, i, id);
  return true;
}
