/** Third-person pronouns: everybody spoken of lately is weighed by the clues of
 *  pronoun_clues.c; who weighs most is meant, unless nobody weighs more. The window
 *  is bounded, so the work is linear. */
#include "find/pronoun.h"

/** Drafts and sentences looked back. */
#define WINDOW_DRAFTS    60
#define WINDOW_SENTENCES 6
/** Drafts looked ahead in the same sentence ("In his speech, Hale said"). */
#define WINDOW_AHEAD 8
/** Nouns looked up to a subject. */
#define NOUNS_UP 3
/** What is taken off from nobody's weight for he and she: they are always somebody. */
#define NOBODY_EASE 1.0f

/** Some word of the sentence stands outside of quotation marks. */
static bool tells(const press_cast *c, const press_sentence *s) {
  for (uint32_t i = s->begin; i < s->end; i++)
    if (!c->cx->text->tokens[i].quoted && c->cx->text->tokens[i].kind == PRESS_TOKEN_WORD)
      return true;
  return false;
}

void press_people__pronouns_ready(press_cast *c) {
  const press_text *t = c->cx->text;
  uint32_t told = 0;
  c->story = PRESS_NEW(c->cx->arena, uint32_t, t->n_sentences + 1);
  for (uint32_t s = 0; s < t->n_sentences; s++) {
    c->story[s] = told;
    told += tells(c, &t->sentences[s]);
  }
  press_pronoun__weights(c);
}

uint32_t press_pronoun__back(const press_cast *c, const press_draft *p,
                             const press_draft *d) {
  if (c->cx->text->tokens[p->m.head].quoted) return p->sentence - d->sentence;
  uint32_t apart = c->story[p->sentence] - c->story[d->sentence];
  return apart ? apart : p->sentence > d->sentence;
}

static uint8_t use_of(const press_cast *c, uint32_t token, const press_pronoun *k) {
  if (!k->person) return k->plural ? PRESS_USE_THEY : PRESS_USE_IT;
  uint8_t r = press_pronoun__deprel(c, token);
  if (r == PRESS_DEP_nmod) return PRESS_USE_HIS;
  press_str low = press_people__low(c, token);
  bool subject = press_str__is(low, "he") || press_str__is(low, "she");
  if (press_str__is(low, "his")) return PRESS_USE_HIS;
  if (!subject) return PRESS_USE_HIM;
  return c->source_of[token] != PRESS_NONE ? PRESS_USE_SAYS : PRESS_USE_HE;
}

static void add(press_cast *c, press_quest *q, uint32_t d, uint32_t barred) {
  const press_draft *dd = &c->drafts.at[d];
  if (q->n == PRESS_ANTECEDENTS) return;
  if (!press_pronoun__may(c, &c->drafts.at[q->pronoun], dd, q->kind)) return;
  if (dd->figure != PRESS_NONE && dd->figure == barred) return;
  uint32_t whom = dd->figure != PRESS_NONE ? dd->figure : c->figures.n + dd->country;
  q->at[q->n++] = (press_antecedent){.draft = d, .whom = whom};
}

/** A name behind the pronoun: who the sentence goes on to tell of ("in his speech,
 *  Hale said"), not whom it brings in. */
static bool goes_on(const press_cast *c, const press_draft *d) {
  if (d->m.kind != PRESS_MENTION_NAME) return false;
  uint32_t t = d->m.head;
  const press_word *w = c->cx->ling->words;
  for (uint32_t k = 0; k < NOUNS_UP && t != PRESS_NONE; k++, t = w[t].head) {
    if (w[t].deprel == PRESS_DEP_nsubj) return true;
    if (w[t].deprel != PRESS_DEP_nmod && w[t].deprel != PRESS_DEP_appos &&
        w[t].deprel != PRESS_DEP_conj)
      return false;
  }
  return false;
}

/** Gathers all whom the pronoun may mean. */
static void gather(press_cast *c, press_quest *q) {
  uint32_t p = q->pronoun, barred = press_pronoun__barred(c, p, q->kind);
  uint32_t sentence = c->drafts.at[p].sentence;
  const press_draft *pd = &c->drafts.at[p];
  q->at[q->n++] = (press_antecedent){.draft = PRESS_NONE, .whom = PRESS_NONE};
  for (uint32_t i = p, seen = 0; i-- > 0 && seen < WINDOW_DRAFTS; seen++) {
    if (press_pronoun__back(c, pd, &c->drafts.at[i]) > WINDOW_SENTENCES) break;
    add(c, q, i, barred);
  }
  if (!q->kind->person) return;
  for (uint32_t i = p + 1; i < c->drafts.n && i - p <= WINDOW_AHEAD; i++) {
    if (c->drafts.at[i].sentence != sentence) break;
    if (goes_on(c, &c->drafts.at[i])) add(c, q, i, barred);
  }
}

static const press_antecedent *heaviest(const press_cast *c, const press_quest *q) {
  float weight[PRESS_ANTECEDENTS];
  uint32_t whom[PRESS_ANTECEDENTS];
  for (uint32_t i = 0; i < q->n; i++) {
    float ease = i == 0 && q->kind->person ? NOBODY_EASE : 0; /* the first is nobody */
    weight[i] = press_pronoun__weigh(c->weights, q->use, q->at[i].x) - ease;
    whom[i] = q->at[i].whom;
  }
  return &q->at[press_pronoun__choose(q->use, weight, whom, q->n)];
}

static void take(press_cast *c, uint32_t p, uint32_t from, const press_pronoun *k) {
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

static void third_person(press_cast *c, uint32_t p, const press_pronoun *k) {
  press_quest q = {.pronoun = p, .kind = k, .use = use_of(c, c->drafts.at[p].m.head, k)};
  gather(c, &q);
  press_pronoun__describe(c, &q);
  if (c->watch) c->watch->see(c->watch->user, c, &q);
  const press_antecedent *best = heaviest(c, &q);
  if (best->draft != PRESS_NONE) take(c, p, best->draft, k);
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
  const press_pronoun *k = press_pronoun__kind(c, token);
  if (k && !press_pronoun__weather(c, token))
    third_person(c, i, k);
  else if (c->cx->ling->words[token].xpos && c->cx->ling->words[token].xpos[0] == 'W')
    relative(c, i);
}
