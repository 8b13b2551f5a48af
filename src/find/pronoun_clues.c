/** What speaks for and against everybody whom a pronoun may mean. */
#include "find/pronoun.h"

#include <math.h>

/** Drafts looked back for the last source, and ahead for names. */
#define LOOK_BACK  24
#define LOOK_AHEAD 8
/** Tokens looked at for an opening bracket. */
#define BRACKET_TOKENS 12
/** Makes the logarithm of a distance about as large as the other clues. */
#define TOKENS_SCALE 0.125f

#define SET(clue, value) (x[PRESS_CLUE_##clue] = (value) ? 1.0f : 0.0f)

/** What all clues of one pronoun need. */
typedef struct scene {
  const press_cast *c;
  const press_quest *q;
  const press_draft *p;
  uint32_t last_same; /**< draft of the last pronoun of the kind, or PRESS_NONE */
  uint32_t spoke;     /**< figure of the last source */
  uint32_t leader;    /**< figure spoken of most, PRESS_NONE when two are */
  uint32_t opener;    /**< figure that came first in the article */
  uint32_t reporter;  /**< draft of who says the pronoun, or PRESS_NONE */
  bool only, quoted;
} scene;

static const press_figure *figure(const press_cast *c, const press_draft *d) {
  return d->figure == PRESS_NONE ? NULL : &c->figures.at[d->figure];
}

static bool is_source(const press_cast *c, const press_draft *d) {
  return d->source || c->source_of[d->m.head] != PRESS_NONE;
}

static uint32_t para_of(const press_cast *c, const press_draft *d) {
  return c->cx->text->sentences[d->sentence].para;
}

/* ---- Once for each pronoun ---- */

static void look_back(scene *s) {
  const press_cast *c = s->c;
  s->last_same = s->spoke = PRESS_NONE;
  for (uint32_t i = s->q->pronoun, seen = 0; i-- > 0 && seen < LOOK_BACK; seen++) {
    const press_draft *d = &c->drafts.at[i];
    const press_pronoun *k = press_pronoun__kind(c, d->m.head);
    bool same = k && k->gender == s->q->kind->gender && k->plural == s->q->kind->plural;
    if (s->last_same == PRESS_NONE && same && d->figure != PRESS_NONE) s->last_same = i;
    if (s->spoke == PRESS_NONE && d->source && d->figure != PRESS_NONE)
      s->spoke = d->figure;
  }
}

static void compare(scene *s) {
  const press_cast *c = s->c;
  uint32_t most = 0, first = PRESS_NONE, some = PRESS_NONE;
  s->leader = s->opener = PRESS_NONE;
  s->only = true;
  for (uint32_t i = 1; i < s->q->n; i++) {
    uint32_t whom = s->q->at[i].whom;
    if (some != PRESS_NONE && whom != some) s->only = false;
    some = whom;
    if (whom >= c->figures.n) continue;
    const press_figure *g = &c->figures.at[whom];
    if (g->seen > most) {
      most = g->seen;
      s->leader = whom;
    } else if (g->seen == most && whom != s->leader) {
      s->leader = PRESS_NONE;
    }
    if (g->seen && g->first < first) {
      first = g->first;
      s->opener = whom;
    }
  }
}

static void set_scene(scene *s) {
  const press_cast *c = s->c;
  uint32_t token = s->p->m.head;
  look_back(s);
  compare(s);
  s->quoted = c->cx->text->tokens[token].quoted > 0;
  s->reporter = press_people__source(c, c->content_of[token]);
  if (s->quoted && c->speaker_of[token] != PRESS_NONE) s->reporter = c->speaker_of[token];
}

/* ---- For each candidate ---- */

static void place(const scene *s, const press_draft *d, float *x) {
  bool ahead = d->m.at.begin > s->p->m.at.begin;
  uint32_t back = ahead ? 0 : press_pronoun__back(s->c, s->p, d);
  uint32_t a = d->m.head, b = s->p->m.head, apart = a > b ? a - b : b - a;
  SET(ahead, ahead);
  SET(same_sentence, !ahead && back == 0);
  SET(back_1, back == 1);
  SET(back_2, back == 2);
  SET(back_3, back == 3);
  SET(back_more, back > 3);
  SET(paragraph, para_of(s->c, d) != para_of(s->c, s->p));
  x[PRESS_CLUE_tokens] = log2f(1.0f + (float)apart) * TOKENS_SCALE;
}

static bool bracketed(const press_cast *c, const press_draft *d) {
  press_sentence in = press_people__sentence(c, d->m.head);
  for (uint32_t i = d->m.at.begin, k = 0; i-- > in.begin && k < BRACKET_TOKENS; k++) {
    if (press_people__is(c, i, "(")) return true;
    if (press_people__is(c, i, ")")) return false;
  }
  return false;
}

static void preposition(const press_cast *c, const press_draft *d, float *x) {
  uint32_t i = d->m.np.begin;
  if (i == 0 || press_pronoun__deprel(c, i - 1) != PRESS_DEP_case) return;
  press_str low = press_people__low(c, i - 1);
  SET(after_of, press_str__is(low, "of"));
  SET(after_by, press_str__is(low, "by"));
  SET(after_with, press_str__is(low, "with") || press_str__is(low, "alongside"));
  SET(after_to, press_str__is(low, "to") || press_str__is(low, "for"));
  SET(after_from, press_str__is(low, "from"));
  SET(after_as, press_str__is(low, "as") || press_str__is(low, "like"));
}

static bool in_list(const press_cast *c, const press_draft *d) {
  if (press_pronoun__deprel(c, d->m.head) == PRESS_DEP_conj) return true;
  uint32_t next = d->m.at.end;
  return press_people__is(c, next, "and") || press_people__is(c, next, "or");
}

static void part(const press_cast *c, const press_draft *d, float *x) {
  const press_word *w = &c->cx->ling->words[d->m.head];
  bool owner = press_pronoun__owner(c, d);
  SET(subject, w->deprel == PRESS_DEP_nsubj && !w->passive);
  SET(passive_subject, w->deprel == PRESS_DEP_nsubj && w->passive);
  SET(object, w->deprel == PRESS_DEP_obj || w->deprel == PRESS_DEP_iobj);
  SET(oblique, w->deprel == PRESS_DEP_obl);
  SET(owner, owner);
  SET(modifier,
      !owner && (w->deprel == PRESS_DEP_nmod || w->deprel == PRESS_DEP_compound ||
                 w->deprel == PRESS_DEP_flat));
  SET(apposition, w->deprel == PRESS_DEP_appos);
  SET(joined, w->deprel == PRESS_DEP_conj);
  SET(list, in_list(c, d));
  SET(bracketed, bracketed(c, d));
  uint32_t clause = press_pronoun__clause(c, d->m.head);
  bool main = press_pronoun__deprel(c, clause) == PRESS_DEP_root;
  SET(main_clause, main);
  SET(main_subject, main && w->deprel == PRESS_DEP_nsubj && w->head == clause);
  preposition(c, d, x);
}

/** Names of the candidate behind the pronoun. */
static void named_behind(const scene *s, const press_draft *d, float *x) {
  const press_cast *c = s->c;
  if (d->figure == PRESS_NONE) return;
  for (uint32_t i = s->q->pronoun + 1, k = 0; i < c->drafts.n && k < LOOK_AHEAD;
       i++, k++) {
    const press_draft *n = &c->drafts.at[i];
    if (n->sentence != s->p->sentence) break;
    if (n->m.kind != PRESS_MENTION_NAME || n->figure != d->figure || n == d) continue;
    bool below = press_pronoun__commands(c, s->p->m.head, n->m.head);
    x[below ? PRESS_CLUE_named_below : PRESS_CLUE_named_later] = 1.0f;
  }
}

static void pair(const scene *s, const press_draft *d, float *x) {
  const press_word *w = s->c->cx->ling->words;
  const press_word *a = &w[s->p->m.head], *b = &w[d->m.head];
  bool indirect = (a->deprel == PRESS_DEP_obl || a->deprel == PRESS_DEP_obj ||
                   a->deprel == PRESS_DEP_iobj) &&
                  (b->deprel == PRESS_DEP_obl || b->deprel == PRESS_DEP_obj ||
                   b->deprel == PRESS_DEP_iobj);
  SET(same_role, a->deprel == b->deprel || indirect);
  if (a->head != PRESS_NONE && b->head != PRESS_NONE && a->head != b->head)
    SET(same_verb, w[a->head].upos == PRESS_UPOS_VERB &&
                       press_str__eq(w[a->head].lemma, w[b->head].lemma));
  SET(beside, a->deprel == PRESS_DEP_conj && a->head == d->m.head);
  if (a->head != PRESS_NONE && a->deprel == PRESS_DEP_nmod)
    SET(beside, w[a->head].deprel == PRESS_DEP_conj && w[a->head].head == d->m.head);
  named_behind(s, d, x);
  if (d->sentence == s->p->sentence) press_pronoun__relate(s->c, s->p, d, x);
}

static void words(const scene *s, const press_draft *d, uint32_t id, float *x) {
  bool name = d->m.kind == PRESS_MENTION_NAME;
  bool full = name && d->m.at.end - d->m.at.begin > 1;
  const press_figure *g = figure(s->c, d);
  bool fresh = g && g->seen && g->first == id;
  SET(full_name, full);
  SET(short_name, name && !full);
  SET(titled, name && d->shown.begin < d->m.at.begin);
  SET(role, d->m.kind == PRESS_MENTION_ROLE);
  SET(nominal, d->m.kind == PRESS_MENTION_NOMINAL);
  SET(pronoun, d->m.kind == PRESS_MENTION_PRONOUN);
  SET(voice, press_people__first_person(press_people__low(s->c, d->m.head)));
  SET(new, fresh);
  SET(new_full, fresh && full);
}

static void last_pronoun(const scene *s, const press_draft *d, float *x) {
  if (s->last_same == PRESS_NONE) return;
  const press_draft *last = &s->c->drafts.at[s->last_same];
  bool same = last->figure == d->figure;
  bool near = press_pronoun__back(s->c, s->p, last) <= 1;
  SET(last_same, same);
  SET(last_same_near, same && near);
  SET(last_other, !same && near);
}

static void whom(const scene *s, const press_draft *d, float *x) {
  const press_figure *g = figure(s->c, d);
  const press_pronoun *k = s->q->kind;
  bool guess = press_pronoun__guessed(s->c, d);
  uint8_t gender = k->gender ? press_pronoun__gender(s->c, d) : PRESS_GENDER_OPEN;
  bool fits = gender != PRESS_GENDER_OPEN && gender == k->gender;
  SET(gender_fits, fits && !guess);
  SET(guess_fits, fits && guess);
  SET(guess_against, gender != PRESS_GENDER_OPEN && gender != k->gender);
  SET(country, d->m.kind == PRESS_MENTION_COUNTRY);
  SET(many, press_pronoun__plural(s->c, d));
  SET(only, s->only);
  last_pronoun(s, d, x);
  if (!g) return;
  const press_text *t = s->c->cx->text;
  SET(organisation, g->type == PRESS_ORGANIZATION);
  SET(unnamed, g->unnamed);
  SET(misread, k->person && g->type != PRESS_PERSON);
  SET(seen_2, g->seen > 1);
  SET(seen_3, g->seen > 2);
  SET(seen_5, g->seen > 4);
  SET(names_2, g->n > 1);
  SET(names_4, g->n > 3);
  SET(leader, d->figure == s->leader);
  SET(opener, d->figure == s->opener);
  if (g->seen)
    SET(headline,
        t->paras[para_of(s->c, &s->c->drafts.at[g->first])].kind == PRESS_PARA_HEADLINE);
}

static void speech(const scene *s, const press_draft *d, float *x) {
  bool own = s->reporter != PRESS_NONE && d->figure != PRESS_NONE &&
             s->c->drafts.at[s->reporter].figure == d->figure;
  bool inside = s->c->cx->text->tokens[d->m.head].quoted > 0;
  SET(reporter, own && !s->quoted);
  SET(quoted_self, own && s->quoted);
  SET(quoted_other, inside && !s->quoted && x[PRESS_CLUE_voice] == 0.0f);
  SET(speaks, is_source(s->c, d));
  SET(both_speak, is_source(s->c, d) && is_source(s->c, s->p));
  SET(spoke_last, d->figure != PRESS_NONE && d->figure == s->spoke);
}

/** The order of those before the pronoun, nearest first, each person once. */
static void order(press_quest *q, const press_cast *c) {
  uint32_t rank = 0, seen[3] = {PRESS_NONE, PRESS_NONE, PRESS_NONE};
  for (uint32_t i = 1; i < q->n; i++) {
    float *x = q->at[i].x;
    if (x[PRESS_CLUE_ahead] > 0.0f) continue;
    uint32_t here = c->drafts.at[q->at[i].draft].sentence, k = 0;
    bool last = i + 1 >= q->n || q->at[i + 1].x[PRESS_CLUE_ahead] > 0.0f;
    SET(first, last || c->drafts.at[q->at[i + 1].draft].sentence != here);
    while (k < rank && seen[k] != q->at[i].whom) k++;
    if (k == rank && rank < 3) seen[rank++] = q->at[i].whom;
    SET(nearest, k == 0);
    SET(second, k == 1);
    SET(third, k == 2);
  }
}

void press_pronoun__describe(const press_cast *c, press_quest *q) {
  scene s = {.c = c, .q = q, .p = &c->drafts.at[q->pronoun]};
  set_scene(&s);
  press_pronoun__nobody(c, s.p, q->at[0].x);
  for (uint32_t i = 1; i < q->n; i++) {
    const press_draft *d = &c->drafts.at[q->at[i].draft];
    float *x = q->at[i].x;
    place(&s, d, x);
    part(c, d, x);
    pair(&s, d, x);
    words(&s, d, q->at[i].draft, x);
    whom(&s, d, x);
    speech(&s, d, x);
  }
  order(q, c);
}
