/** Pronouns: every figure spoken of lately is weighed by gender, number, distance,
 *  grammatical role and who is speaking; the heaviest is meant if it is heavy
 *  enough. The window is bounded, so the work is linear. */
#include "find/people.h"

/** Drafts and sentences looked back. */
#define WINDOW_DRAFTS    60
#define WINDOW_SENTENCES 6
/** Drafts looked ahead in the same sentence ("In his speech, Hale said"). */
#define WINDOW_AHEAD 4
/** Steps up the tree. */
#define CLIMB 6
/** GENDER_KNOWN where a guess speaks against it. */
#define GENDER_AGAINST -2.0f

/** What speaks for a candidate, in order of `weights`. */
typedef enum feature {
  DISTANCE,      /**< sentences between */
  SUBJECT,       /**< it is a subject */
  OBJECT,        /**< an object */
  MODIFIER,      /**< a possessor or a part of a longer noun */
  PARALLEL,      /**< subject like the pronoun, or neither is */
  GENDER_KNOWN,  /**< its gender is known, and fits */
  CHAIN,         /**< it is a pronoun of the same kind */
  NAMELESS,      /**< has no name */
  OFTEN,         /**< names of it so far, up to 6 */
  REPORTER,      /**< the pronoun stands in what it is reported to have said */
  QUOTED_SELF,   /**< the same, in quotation marks */
  QUOTED_OTHER,  /**< it stands inside a quotation, the pronoun does not */
  SPOKE_LAST,    /**< it is the source of the attribution before; so is the pronoun */
  AHEAD,         /**< it comes after the pronoun */
  NEAREST,       /**< no other candidate stands between */
  SAME_SENTENCE, /**< */
  COUNTRY,       /**< a country or a named organisation, for "it" and "they" */
  PLURAL,        /**< many, for "they" */
  GOVERNS,       /**< subject of a verb above the pronoun in its sentence */
  N_FEATURES
} feature;

/** One column each for "he", "they" and "it"; fitted on the treebank's coreference
 *  and on GAP's development part, then rounded. */
static const float weights[N_FEATURES][3] = {
    [DISTANCE] = {-1.15f, -0.9f, -0.8f},   [SUBJECT] = {1.1f, 0.0f, 0.1f},
    [OBJECT] = {0.4f, 0.1f, 1.0f},         [MODIFIER] = {-0.1f, 0.0f, -0.2f},
    [PARALLEL] = {0.7f, 0.3f, 0.7f},       [GENDER_KNOWN] = {0.5f, 0.0f, 0.0f},
    [CHAIN] = {-0.2f, 0.0f, 1.2f},         [NAMELESS] = {-1.0f, -0.1f, -0.8f},
    [OFTEN] = {0.4f, -0.1f, -0.1f},        [REPORTER] = {0.6f, 0.7f, 0.7f},
    [QUOTED_SELF] = {-4.0f, -2.3f, -2.3f}, [QUOTED_OTHER] = {-0.7f, -0.3f, -0.1f},
    [SPOKE_LAST] = {0.8f, 0.6f, 0.6f},     [AHEAD] = {-1.4f, -1.0f, -1.0f},
    [NEAREST] = {0.7f, 0.8f, 0.9f},        [SAME_SENTENCE] = {0.7f, 1.1f, 0.8f},
    [COUNTRY] = {0.0f, 0.0f, 0.7f},        [PLURAL] = {0.0f, 1.3f, 0.0f},
    [GOVERNS] = {0.5f, 0.0f, 0.0f},
};
/** Least weight at which a pronoun means somebody; "it" is said of so much else. */
#define LEAST_PERSON -4.0f
#define LEAST_THEY   1.0f
#define LEAST_IT     2.2f
/** As the source of an attribution it surely means one who speaks. */
#define SOURCE_EASE 1.0f

typedef struct kind {
  const char *word;
  uint8_t gender;
  bool plural, person, reflexive;
} kind;

static const kind kinds[] = {
    {"he", PRESS_GENDER_MALE, false, true, false},
    {"him", PRESS_GENDER_MALE, false, true, false},
    {"his", PRESS_GENDER_MALE, false, true, false},
    {"himself", PRESS_GENDER_MALE, false, true, true},
    {"she", PRESS_GENDER_FEMALE, false, true, false},
    {"her", PRESS_GENDER_FEMALE, false, true, false},
    {"hers", PRESS_GENDER_FEMALE, false, true, false},
    {"herself", PRESS_GENDER_FEMALE, false, true, true},
    {"they", 0, true, false, false},
    {"them", 0, true, false, false},
    {"their", 0, true, false, false},
    {"theirs", 0, true, false, false},
    {"themselves", 0, true, false, true},
    {"it", 0, false, false, false},
    {"its", 0, false, false, false},
    {"itself", 0, false, false, true},
};

static const kind *kind_of(const press_cast *c, uint32_t token) {
  press_str low = press_people__low(c, token);
  for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
    if (press_str__eq(low, press_str__of(kinds[i].word))) return &kinds[i];
  return NULL;
}

static uint8_t deprel(const press_cast *c, uint32_t token) {
  return c->cx->ling->words[token].deprel;
}

/** Whether a draft is the source of any attribution. */
static bool speaks(const press_cast *c, const press_draft *d) {
  return d->source || c->source_of[d->m.head] != PRESS_NONE;
}

/** One verb's subject and object are not the same but by "himself". */
static bool bound_apart(const press_cast *c, const press_draft *p, const press_draft *d,
                        bool reflexive) {
  const press_word *w = c->cx->ling->words;
  uint32_t a = p->m.head, b = d->m.head;
  if (reflexive || w[a].head == PRESS_NONE || deprel(c, a) == PRESS_DEP_nmod)
    return false;
  return w[a].head == w[b].head || w[a].head == b || w[b].head == a;
}

/** "his brother Jon": what the pronoun owns is not the pronoun. */
static bool owns(const press_draft *p, const press_draft *d) {
  uint32_t t = p->m.head;
  return d->m.np.begin <= t && t < d->m.head && t < d->m.np.end;
}

static uint8_t gender_of(const press_cast *c, const press_draft *d) {
  if (d->gender) return d->gender;
  return d->figure == PRESS_NONE ? 0 : c->figures.at[d->figure].gender;
}

static bool plural_of(const press_cast *c, const press_draft *d) {
  bool voice = d->m.kind == PRESS_MENTION_PRONOUN && d->figure != PRESS_NONE;
  if (d->m.plural && !voice) return true; /* "we" is one speaker here */
  return d->figure != PRESS_NONE && c->figures.at[d->figure].plural;
}

static bool guessed(const press_cast *c, const press_draft *d) {
  return !d->gender && d->figure != PRESS_NONE && c->figures.at[d->figure].guessed;
}

static bool fits(const press_cast *c, const press_draft *d, const kind *k) {
  bool country = d->m.kind == PRESS_MENTION_COUNTRY;
  if (d->figure == PRESS_NONE && !country) return false;
  uint8_t type = country ? PRESS_ORGANIZATION : c->figures.at[d->figure].type;
  if (type == PRESS_PLACE) return false;
  if (k->person) {
    uint8_t gender = gender_of(c, d);
    bool open = !gender || gender == k->gender || guessed(c, d);
    return type == PRESS_PERSON && !plural_of(c, d) && open;
  }
  if (k->plural) return type == PRESS_ORGANIZATION || plural_of(c, d);
  return type == PRESS_ORGANIZATION && !plural_of(c, d);
}

static bool modifier(const press_cast *c, uint32_t head) {
  uint8_t r = deprel(c, head);
  return r == PRESS_DEP_compound || r == PRESS_DEP_nmod || r == PRESS_DEP_flat;
}

/** The verb that `d` is the subject of stands above the pronoun. */
static bool governs(const press_cast *c, const press_draft *p, const press_draft *d) {
  const press_word *w = c->cx->ling->words;
  if (deprel(c, d->m.head) != PRESS_DEP_nsubj) return false;
  uint32_t verb = w[d->m.head].head, t = p->m.head;
  for (uint32_t k = 0; k < CLIMB && t != PRESS_NONE; k++) {
    t = w[t].head;
    if (t == verb) return t != PRESS_NONE;
  }
  return false;
}

/** Fills the features of candidate `d` for pronoun `p`. */
static void describe(const press_cast *c, const press_draft *p, const press_draft *d,
                     const kind *k, float *x) {
  const press_token *tokens = c->cx->text->tokens;
  uint32_t ph = p->m.head, dh = d->m.head;
  const press_figure *g = d->figure == PRESS_NONE ? NULL : &c->figures.at[d->figure];
  for (int i = 0; i < N_FEATURES; i++) x[i] = 0.0f;
  bool ahead = d->m.at.begin > p->m.at.begin;
  uint32_t apart = ahead ? d->sentence - p->sentence : p->sentence - d->sentence;
  bool subject = deprel(c, dh) == PRESS_DEP_nsubj;
  bool pronoun_subject = deprel(c, ph) == PRESS_DEP_nsubj;
  x[DISTANCE] = (float)apart;
  x[SUBJECT] = subject;
  x[OBJECT] = deprel(c, dh) == PRESS_DEP_obj || deprel(c, dh) == PRESS_DEP_iobj;
  x[MODIFIER] = modifier(c, dh);
  x[PARALLEL] = subject == pronoun_subject && !modifier(c, ph);
  uint8_t gender = k->person ? gender_of(c, d) : PRESS_GENDER_OPEN;
  x[GENDER_KNOWN] = gender == PRESS_GENDER_OPEN ? 0.0f
                    : gender == k->gender       ? 1.0f
                                                : GENDER_AGAINST;
  x[CHAIN] = d->m.kind == PRESS_MENTION_PRONOUN;
  x[NAMELESS] = g && g->unnamed;
  x[OFTEN] = g ? (float)(g->n < 6 ? g->n : 6) : 0.0f;
  x[AHEAD] = ahead;
  x[SAME_SENTENCE] = !apart;
  x[COUNTRY] = !k->person && (!g || !g->unnamed);
  x[GOVERNS] = !apart && governs(c, p, d);
  x[PLURAL] = k->plural && plural_of(c, d);
  bool quoted = tokens[ph].quoted > 0;
  uint32_t s = press_people__source(c, c->content_of[ph]);
  if (quoted && c->speaker_of[ph] != PRESS_NONE) s = c->speaker_of[ph];
  bool own = s != PRESS_NONE && g && c->drafts.at[s].figure == d->figure;
  x[REPORTER] = own && !quoted;
  x[QUOTED_SELF] = own && quoted;
  bool voice = press_people__first_person(tokens[dh].low);
  x[QUOTED_OTHER] = tokens[dh].quoted > 0 && !quoted && !voice;
  x[SPOKE_LAST] = speaks(c, p) && speaks(c, d);
}

static float weigh(const float *x, const kind *k) {
  int column = k->person ? 0 : k->plural ? 1 : 2;
  float sum = 0.0f;
  for (int i = 0; i < N_FEATURES; i++) sum += weights[i][column] * x[i];
  return sum;
}

typedef struct choice {
  float best;
  uint32_t draft;
  uint32_t barred; /**< figure that the pronoun's own verb rules out, or PRESS_NONE */
  bool any;        /**< a candidate was seen already */
} choice;

static void consider(press_cast *c, uint32_t p, uint32_t d, const kind *k, choice *ch) {
  const press_draft *pd = &c->drafts.at[p], *dd = &c->drafts.at[d];
  if (!fits(c, dd, k) || owns(pd, dd) || bound_apart(c, pd, dd, k->reflexive)) return;
  if (dd->figure != PRESS_NONE && dd->figure == ch->barred) return;
  float x[N_FEATURES];
  describe(c, pd, dd, k, x);
  x[NEAREST] = !ch->any;
  ch->any = true;
  float sum = weigh(x, k);
  if (ch->draft == PRESS_NONE || sum > ch->best) {
    ch->best = sum;
    ch->draft = d;
  }
}

static void take(press_cast *c, uint32_t p, uint32_t from, const kind *k) {
  press_draft *d = &c->drafts.at[p], *a = &c->drafts.at[from];
  d->figure = a->figure;
  d->country = a->figure == PRESS_NONE ? a->country : PRESS_NONE;
  if (d->figure == PRESS_NONE) return;
  press_figure *g = &c->figures.at[d->figure];
  if (k && k->gender && (!g->gender || g->guessed) && !g->plural) {
    g->gender = k->gender;
    g->guessed = false;
  }
  g->last = p;
  g->last_sentence = d->sentence;
}

/** The verb whose subject the pronoun is not: its own, or the one above that lends
 *  its own a subject ("Hale praised Orr, thanking him"). */
static uint32_t verb_above(const press_cast *c, uint32_t verb) {
  uint8_t r = verb == PRESS_NONE ? PRESS_DEP_root : deprel(c, verb);
  bool lent = r == PRESS_DEP_advcl || r == PRESS_DEP_xcomp || r == PRESS_DEP_conj;
  return lent ? c->cx->ling->words[verb].head : PRESS_NONE;
}

/** The figure that is the subject of the verb that the pronoun is the object of. */
static uint32_t barred(const press_cast *c, uint32_t p, const kind *k) {
  const press_word *w = c->cx->ling->words;
  const press_draft *pd = &c->drafts.at[p];
  uint8_t r = deprel(c, pd->m.head);
  bool object = r == PRESS_DEP_obj || r == PRESS_DEP_iobj || r == PRESS_DEP_obl;
  if (k->reflexive || !object) return PRESS_NONE;
  uint32_t verb = w[pd->m.head].head;
  for (uint32_t step = 0; step < 3 && verb != PRESS_NONE; step++) {
    for (uint32_t i = p, seen = 0; i-- > 0 && seen < CLIMB * 2; seen++) {
      const press_draft *d = &c->drafts.at[i];
      if (d->sentence != pd->sentence) break;
      bool subject = deprel(c, d->m.head) == PRESS_DEP_nsubj && w[d->m.head].head == verb;
      if (subject) return d->figure;
    }
    verb = verb_above(c, verb);
  }
  return PRESS_NONE;
}

/** The pronoun is the subject of a plain verb of speech. */
static bool says(const press_cast *c, const press_draft *p) {
  static const char *const verbs[] = {"say",     "add",   "warn",   "announce",
                                      "claim",   "argue", "insist", "deny",
                                      "confirm", "state", NULL};
  uint32_t h = c->cx->ling->words[p->m.head].head;
  return p->source && h != PRESS_NONE && deprel(c, p->m.head) == PRESS_DEP_nsubj &&
         press_people__one_of(verbs, c->cx->ling->words[h].lemma);
}

static void third_person(press_cast *c, uint32_t p, const kind *k) {
  const press_draft *pd = &c->drafts.at[p];
  choice ch = {.draft = PRESS_NONE, .barred = barred(c, p, k)};
  for (uint32_t i = p, seen = 0; i-- > 0 && seen < WINDOW_DRAFTS; seen++) {
    if (pd->sentence - c->drafts.at[i].sentence > WINDOW_SENTENCES) break;
    consider(c, p, i, k, &ch);
  }
  for (uint32_t i = p + 1; k->person && i < c->drafts.n && i - p <= WINDOW_AHEAD; i++) {
    if (c->drafts.at[i].sentence != pd->sentence) break;
    if (c->drafts.at[i].m.kind == PRESS_MENTION_NAME) consider(c, p, i, k, &ch);
  }
  float least = k->person ? LEAST_PERSON : k->plural ? LEAST_THEY : LEAST_IT;
  if (!k->person && says(c, pd)) least -= SOURCE_EASE;
  if (ch.draft != PRESS_NONE && ch.best >= least) take(c, p, ch.draft, k);
}

/** "the minister, who said": the noun that the clause hangs from. */
static void relative(press_cast *c, uint32_t p) {
  const press_word *w = c->cx->ling->words;
  uint32_t t = c->drafts.at[p].m.head;
  for (uint32_t k = 0; k < 4 && w[t].head != PRESS_NONE; k++) {
    bool clause = w[t].deprel == PRESS_DEP_acl;
    t = w[t].head;
    if (!clause) continue;
    uint32_t d = c->headed[t];
    if (d == PRESS_NONE) d = c->name_of[t];
    if (d != PRESS_NONE && d < p) take(c, p, d, NULL);
    return;
  }
}

void press_people__pronoun(press_cast *c, uint32_t i) {
  uint32_t token = c->drafts.at[i].m.head;
  const kind *k = kind_of(c, token);
  if (k)
    third_person(c, i, k);
  else if (c->cx->ling->words[token].xpos && c->cx->ling->words[token].xpos[0] == 'W')
    relative(c, i);
}
