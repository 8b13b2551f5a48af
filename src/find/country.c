/** Which country a person or organisation speaks for: the one that the words of a
 *  role name, else that of its institution, else the one where the office is called
 *  so, else, for those who govern, the country that the article is at home in. */
#include "find/people.h"

/** Votes for the article's home: its dateline, a metonym, any other place word, an
 *  institution or a figure of the country. */
#define VOTE_DATELINE 2.0f
#define VOTE_METONYM  1.0f
#define VOTE_PLACE    0.2f
#define VOTE_FIGURE   1.0f

uint32_t press_people__country_of(const press_cast *c, press_str codes) {
  while (codes.n) {
    press_str code = press_str__cut(codes, ',', &codes);
    for (uint32_t k = 0; k < c->f->n_countries; k++)
      if (press_str__eq(press_str__of(c->f->countries[k].code), code)) return k;
  }
  return PRESS_NONE;
}

bool press_people__towards(const press_cast *c, uint32_t token, uint32_t begin) {
  static const char *const words[] = {"to",   "for",   "on", "against",
                                      "with", "about", NULL};
  for (uint32_t i = token; i-- > begin;) {
    if (press_people__upos(c, i) == PRESS_UPOS_ADP)
      return press_people__one_of(words, press_people__low(c, i));
    if (press_people__upos(c, i) != PRESS_UPOS_DET &&
        press_people__upos(c, i) != PRESS_UPOS_ADJ)
      return false;
  }
  return false;
}

uint32_t press_people__country_in(const press_cast *c, press_range at) {
  for (uint32_t i = at.begin; i < at.end; i++)
    if (c->place_of[i] != PRESS_NONE && !press_people__towards(c, i, at.begin))
      return c->f->places[c->place_of[i]].country;
  for (uint32_t i = at.begin; i < at.end; i++) {
    uint32_t end;
    const press_row *row = press_people__starts(c, &c->cx->lex->bodies, i, at.end, &end);
    uint32_t country = row && !press_people__towards(c, i, at.begin)
                           ? press_people__country_of(c, row->column[1])
                           : PRESS_NONE;
    if (country != PRESS_NONE) return country;
  }
  return PRESS_NONE;
}

/** An organisation's country: a place or institution in its name, or a demonym
 *  before it ("Chinese tech giant Huawei"). */
void press_people__settle(press_cast *c, uint32_t draft) {
  press_draft *d = &c->drafts.at[draft];
  press_figure *g = &c->figures.at[d->figure];
  if (g->country != PRESS_NONE) return;
  press_range at = d->m.at;
  g->country = press_people__country_in(c, at);
  if (g->country != PRESS_NONE) return;
  const press_row *org = press_table__find(&c->cx->lex->orgs, g->key);
  if (org) g->country = press_people__country_of(c, org->column[1]);
  if (g->country != PRESS_NONE) return;
  uint32_t from = c->cx->text->sentences[d->sentence].begin, i = at.begin;
  while (i > from && at.begin - i < 5 && press_people__modifies(c, i - 1)) i--;
  if (i < at.begin && !press_people__towards(c, i, from)) {
    uint32_t p = c->place_of[i];
    if (p != PRESS_NONE) g->country = c->f->places[p].country;
  }
  if (g->type != PRESS_ORGANIZATION) return;
  for (uint32_t k = i; k < at.begin; k++) c->used[k] = 1;
  if (i < d->m.np.begin) d->m.np.begin = i;
  for (uint32_t k = at.begin; k-- > i;) {
    const press_row *row =
        press_table__find(&c->cx->lex->collectives, press_people__low(c, k));
    if (row && !g->row) g->row = row;
    if (row) press_register__put(c, &c->heads, press_people__low(c, k), d->figure);
  }
}

/** What the country of an office is when the office's words do not say. */
static void imply(press_cast *c, press_figure *g) {
  for (uint32_t k = 0; k < g->affiliations.n && g->country == PRESS_NONE; k++)
    g->country = c->figures.at[g->affiliations.at[k]].country;
  for (uint32_t k = 0; k < g->parts.n && g->country == PRESS_NONE; k++)
    if (g->parts.at[k].row)
      g->country = press_people__country_of(c, g->parts.at[k].row->column[3]);
}

/** The country that the article is at home in: its dateline's, else the one that
 *  its offices and institutions are of. */
static void find_home(press_cast *c) {
  uint32_t n = c->f->n_countries;
  float *votes = PRESS_NEW(c->cx->arena, float, n);
  for (uint32_t i = 0; i < c->f->n_places; i++) {
    const press_place *p = &c->f->places[i];
    if (p->country >= n) continue;
    press_span at = c->cx->text->tokens[p->at.begin].at, line = c->cx->text->dateline;
    if (at.begin >= line.begin && at.end <= line.end) votes[p->country] += VOTE_DATELINE;
    votes[p->country] += p->how == PRESS_BY_METONYM ? VOTE_METONYM : VOTE_PLACE;
  }
  for (uint32_t i = 0; i < c->figures.n; i++)
    if (c->figures.at[i].country < n && c->figures.at[i].type != PRESS_PLACE)
      votes[c->figures.at[i].country] += VOTE_FIGURE;
  for (uint32_t i = 0; i < c->cx->text->n_tokens; i++) {
    uint32_t end;
    if (!press_people__capital(c, i) || c->place_of[i] != PRESS_NONE) continue;
    const press_row *row =
        press_people__starts(c, &c->cx->lex->bodies, i, c->cx->text->n_tokens, &end);
    uint32_t country = row ? press_people__country_of(c, row->column[1]) : PRESS_NONE;
    if (country < n) votes[country] += VOTE_FIGURE;
    if (row) i = end - 1;
  }
  float best = 0.0f;
  for (uint32_t k = 0; k < n; k++)
    if (votes[k] > best) {
      best = votes[k];
      c->home = k;
    }
}

static bool of_class(const press_figure *g, const char *class) {
  for (uint32_t k = 0; k < g->parts.n; k++)
    if (g->parts.at[k].row &&
        press_str__eq(g->parts.at[k].row->column[1], press_str__of(class)))
      return true;
  return false;
}

/** A head of government, minister or legislator with no country said speaks for the
 *  metonym's country of the same sentence, else for the article's own. */
static void assume(press_cast *c, uint32_t draft) {
  press_draft *d = &c->drafts.at[draft];
  press_figure *g = &c->figures.at[d->figure];
  if (g->country != PRESS_NONE || g->type != PRESS_PERSON) return;
  if (g->affiliations.n) return; /* head of something that is of no country */
  if (!of_class(g, "head") && !of_class(g, "minister") && !of_class(g, "legislator"))
    return;
  press_sentence s = c->cx->text->sentences[d->sentence];
  for (uint32_t i = d->m.at.begin; i-- > s.begin;) {
    uint32_t p = c->place_of[i];
    if (p == PRESS_NONE || c->f->places[p].how != PRESS_BY_METONYM) continue;
    g->country = c->f->places[p].country;
    return;
  }
  /* a president in an article about two lands may be the other's */
  if (of_class(g, "head") && c->home != PRESS_NONE)
    for (uint32_t k = 0; k < c->f->n_countries; k++)
      if (c->f->countries[k].weight > c->f->countries[c->home].weight) return;
  g->country = c->home;
}

void press_people__countries(press_cast *c) {
  for (uint32_t i = 0; i < c->figures.n; i++) imply(c, &c->figures.at[i]);
  find_home(c);
  for (uint32_t i = 0; i < c->drafts.n; i++) assume(c, i);
}
