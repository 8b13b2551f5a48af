/** Who cannot be meant by a pronoun: by gender, number and kind, and by syntax. */
#include "find/pronoun.h"

/** Verbs looked up, and drafts looked back for a verb's subject. */
#define VERBS_UP  3
#define LOOK_BACK 12
/** Nouns looked up for one that explains somebody. */
#define NOUNS_UP 4

static const press_pronoun kinds[] = {
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

const press_pronoun *press_pronoun__kind(const press_cast *c, uint32_t token) {
  press_str low = press_people__low(c, token);
  for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
    if (press_str__is(low, kinds[i].word)) return &kinds[i];
  return NULL;
}

uint8_t press_pronoun__deprel(const press_cast *c, uint32_t token) {
  return c->cx->ling->words[token].deprel;
}

/** One verb's subject and object are not the same but by "himself". */
static bool bound_apart(const press_cast *c, const press_draft *p, const press_draft *d,
                        bool reflexive) {
  const press_word *w = c->cx->ling->words;
  uint32_t a = p->m.head, b = d->m.head;
  if (reflexive || w[a].head == PRESS_NONE ||
      press_pronoun__deprel(c, a) == PRESS_DEP_nmod)
    return false;
  return w[a].head == w[b].head || w[a].head == b || w[b].head == a;
}

/** "his brother Jon": what the pronoun owns is not the pronoun. */
static bool owns(const press_draft *p, const press_draft *d) {
  uint32_t t = p->m.head;
  return d->m.np.begin <= t && t < d->m.head && t < d->m.np.end;
}

/** "Bonnie, her younger sister," and "her sister, Bonnie": whoever is explained by
 *  what the pronoun owns is not the pronoun. */
static bool explained(const press_cast *c, const press_draft *p, const press_draft *d) {
  const press_word *w = c->cx->ling->words;
  uint32_t t = w[p->m.head].head, b = d->m.head;
  if (press_pronoun__deprel(c, p->m.head) != PRESS_DEP_nmod) return false;
  if (t != PRESS_NONE && w[b].head == t && w[b].deprel == PRESS_DEP_appos) return true;
  for (uint32_t k = 0; k < NOUNS_UP && t != PRESS_NONE && t != b; k++) {
    if (w[t].deprel == PRESS_DEP_appos && w[t].head == b) return true;
    if (w[t].deprel != PRESS_DEP_nmod && w[t].deprel != PRESS_DEP_conj) return false;
    t = w[t].head;
  }
  return false;
}

/** "Hale is her brother", "Hale was named her heir". */
static bool predicated(const press_cast *c, uint32_t pronoun, uint32_t subject) {
  const press_word *w = c->cx->ling->words;
  uint32_t thing = w[pronoun].head;
  if (w[pronoun].deprel != PRESS_DEP_nmod || thing == PRESS_NONE) return false;
  if (w[subject].deprel != PRESS_DEP_nsubj) return false;
  bool named = w[thing].deprel == PRESS_DEP_xcomp && w[subject].head == w[thing].head;
  return w[subject].head == thing || named;
}

uint8_t press_pronoun__gender(const press_cast *c, const press_draft *d) {
  if (d->gender) return d->gender;
  return d->figure == PRESS_NONE ? 0 : c->figures.at[d->figure].gender;
}

bool press_pronoun__plural(const press_cast *c, const press_draft *d) {
  bool voice = d->m.kind == PRESS_MENTION_PRONOUN && d->figure != PRESS_NONE;
  if (d->m.plural && !voice) return true; /* "we" is one speaker here */
  return d->figure != PRESS_NONE && c->figures.at[d->figure].plural;
}

bool press_pronoun__guessed(const press_cast *c, const press_draft *d) {
  return !d->gender && d->figure != PRESS_NONE && c->figures.at[d->figure].guessed;
}

bool press_pronoun__owner(const press_cast *c, const press_draft *d) {
  if (press_pronoun__deprel(c, d->m.head) != PRESS_DEP_nmod) return false;
  if (d->m.kind == PRESS_MENTION_PRONOUN) return true;
  press_str low = press_people__low(c, d->m.at.end);
  return press_str__is(low, "'s") || press_str__is(low, "’s") ||
         press_str__is(low, "'") || press_str__is(low, "’");
}

/** A name that the finder may have taken for a place's or organisation's, where it
 *  does what people do: it is a subject, or owns something. */
static bool misread(const press_cast *c, const press_draft *d) {
  const press_word *w = &c->cx->ling->words[d->m.head];
  if (d->m.kind != PRESS_MENTION_NAME || d->figure == PRESS_NONE) return false;
  if (d->m.at.end - d->m.at.begin > 2) return false;
  if (w->deprel != PRESS_DEP_nsubj && !press_pronoun__owner(c, d)) return false;
  for (uint32_t i = d->m.at.begin; i < d->m.at.end; i++)
    if (c->place_of[i] != PRESS_NONE) return false;
  const press_figure *g = &c->figures.at[d->figure];
  return !g->row && !press_table__find(&c->cx->lex->bodies, g->key) &&
         !press_table__find(&c->cx->lex->orgs, g->key);
}

static bool fits(const press_cast *c, const press_draft *d, const press_pronoun *k) {
  bool country = d->m.kind == PRESS_MENTION_COUNTRY;
  if (d->figure == PRESS_NONE && !country) return false;
  uint8_t type = country ? PRESS_ORGANIZATION : c->figures.at[d->figure].type;
  if (k->person && type != PRESS_PERSON) return misread(c, d);
  if (type == PRESS_PLACE) return false;
  if (k->person) {
    uint8_t gender = press_pronoun__gender(c, d);
    bool open = !gender || gender == k->gender || press_pronoun__guessed(c, d);
    return !press_pronoun__plural(c, d) && open;
  }
  if (k->plural) return type == PRESS_ORGANIZATION || press_pronoun__plural(c, d);
  return type == PRESS_ORGANIZATION && !press_pronoun__plural(c, d);
}

bool press_pronoun__may(const press_cast *c, const press_draft *p, const press_draft *d,
                        const press_pronoun *k) {
  return fits(c, d, k) && !owns(p, d) && !explained(c, p, d) &&
         !predicated(c, p->m.head, d->m.head) && !bound_apart(c, p, d, k->reflexive);
}

/** The verb whose subject the pronoun is not: its own, or the one above that lends
 *  its own a subject ("Hale praised Orr, thanking him"). */
static uint32_t verb_above(const press_cast *c, uint32_t verb) {
  uint8_t r = verb == PRESS_NONE ? PRESS_DEP_root : press_pronoun__deprel(c, verb);
  bool lent = r == PRESS_DEP_advcl || r == PRESS_DEP_xcomp || r == PRESS_DEP_conj;
  return lent ? c->cx->ling->words[verb].head : PRESS_NONE;
}

uint32_t press_pronoun__barred(const press_cast *c, uint32_t p, const press_pronoun *k) {
  const press_word *w = c->cx->ling->words;
  const press_draft *pd = &c->drafts.at[p];
  uint8_t r = press_pronoun__deprel(c, pd->m.head);
  bool object = r == PRESS_DEP_obj || r == PRESS_DEP_iobj || r == PRESS_DEP_obl;
  if (k->reflexive || !object) return PRESS_NONE;
  uint32_t verb = w[pd->m.head].head;
  for (uint32_t step = 0; step < VERBS_UP && verb != PRESS_NONE; step++) {
    for (uint32_t i = p, seen = 0; i-- > 0 && seen < LOOK_BACK; seen++) {
      const press_draft *d = &c->drafts.at[i];
      if (d->sentence != pd->sentence) break;
      bool subject = press_pronoun__deprel(c, d->m.head) == PRESS_DEP_nsubj &&
                     w[d->m.head].head == verb;
      if (subject && d->figure != PRESS_NONE) return d->figure;
    }
    uint32_t noun =
        press_pronoun__deprel(c, verb) == PRESS_DEP_acl ? w[verb].head : PRESS_NONE;
    uint32_t d =
        noun == PRESS_NONE ? PRESS_NONE : c->headed[noun]; /* "Hale, who hit him" */
    if (d != PRESS_NONE && d < p) return c->drafts.at[d].figure;
    verb = verb_above(c, verb);
  }
  return PRESS_NONE;
}
