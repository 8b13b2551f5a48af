/** The countries of the article: every mention, and the share each country has. */
#include "find/places.h"

#include <string.h>

/* What one mention counts by where it stands. */
static const uint32_t points_body = 2, points_lead = 4, points_headline = 6;
static const uint32_t points_dateline = 1; /* where the reporter sat */
static const uint32_t lead_paragraphs = 2;

typedef struct tally {
  const press_row *row;
  uint64_t points;
  uint32_t n, filled;
  press_country_mention *mentions;
} tally;

typedef PRESS_VEC(tally) tallies;

/** The paragraph behind the lead. */
static uint32_t lead_end(const press_text *t) {
  uint32_t p = 0;
  for (uint32_t body = 0; p < t->n_paras && body < lead_paragraphs; p++)
    body += t->paras[p].kind == PRESS_PARA_BODY;
  return p;
}

static uint32_t points_at(const press_text *t, uint32_t token, uint32_t lead) {
  uint32_t p = t->sentences[t->tokens[token].sentence].para;
  press_span at = t->tokens[token].at;
  if (at.begin >= t->dateline.begin && at.end <= t->dateline.end) return points_dateline;
  if (t->paras[p].kind == PRESS_PARA_HEADLINE) return points_headline;
  return p < lead ? points_lead : points_body;
}

static uint32_t tally_of(const press_context *cx, press_map *m, tallies *all,
                         press_str code) {
  uint32_t *slot = press_map__put(cx->arena, m, code);
  if (*slot == PRESS_NONE) {
    *slot = all->n;
    *PRESS_PUSH(cx->arena, all) =
        (tally){.row = press_table__find(&cx->lex->countries, code)};
  }
  return *slot;
}

/** Heaviest first, then by code. */
static bool before(const tally *x, const tally *y) {
  if (x->points != y->points) return x->points > y->points;
  return press_str__cmp(x->row->column[0], y->row->column[0]) < 0;
}

/** Ranks by insertion: an article has few countries (never more than the table). */
static uint32_t *ranks(const press_context *cx, const tallies *all) {
  uint32_t *order = PRESS_NEW(cx->arena, uint32_t, all->n);
  uint32_t *rank = PRESS_NEW(cx->arena, uint32_t, all->n);
  for (uint32_t i = 0; i < all->n; i++) {
    uint32_t k = i;
    for (; k && before(&all->at[i], &all->at[order[k - 1]]); k--) order[k] = order[k - 1];
    order[k] = i;
  }
  for (uint32_t i = 0; i < all->n; i++) rank[order[i]] = i;
  return rank;
}

static void copy(char *to, press_str from, size_t room) {
  memcpy(to, from.at, from.n < room ? from.n : room);
}

static press_country country_of(const tally *t, uint64_t total) {
  press_country c = {.name = t->row->column[2],
                     .qid = t->row->column[3],
                     .weight = total ? (float)((double)t->points / (double)total) : 0,
                     .mentions = t->mentions,
                     .n_mentions = t->n};
  copy(c.code, t->row->column[0], 2);
  copy(c.code3, t->row->column[1], 3);
  return c;
}

static void fill(const press_context *cx, const press_guesses *g, const tallies *all,
                 press_map *m, press_found *f) {
  uint64_t total = 0;
  for (uint32_t i = 0; i < all->n; i++) {
    total += all->at[i].points;
    all->at[i].mentions = PRESS_NEW(cx->arena, press_country_mention, all->at[i].n);
  }
  uint32_t *rank = ranks(cx, all), n = 0;
  press_place *places = PRESS_NEW(cx->arena, press_place, g->n);
  for (uint32_t k = 0; k < g->n; k++) {
    const press_guess *x = &g->at[k];
    if (!x->code.n) continue;
    uint32_t i = press_map__get(m, x->code);
    tally *t = &all->at[i];
    t->mentions[t->filled++] = (press_country_mention){
        press_text__range(cx->text, x->at.begin, x->at.end), x->how};
    places[n++] = (press_place){x->at, rank[i], x->how, x->actor, x->local};
  }
  f->places = places;
  f->n_places = n;
  f->countries = PRESS_NEW(cx->arena, press_country, all->n);
  f->n_countries = all->n;
  for (uint32_t i = 0; i < all->n; i++)
    f->countries[rank[i]] = country_of(&all->at[i], total);
}

/** The countries that the caller's gazetteer gives to people and organisations: of the
 *  article, though it may not mention them. */
static void add_own(const press_context *cx, press_map *m, tallies *all) {
  for (uint32_t i = 0; i < cx->own.n; i++) {
    press_str code = press_find__own_at(cx, i)->country;
    if (code.n) tally_of(cx, m, all, code);
  }
}

void press_places__weigh(const press_context *cx, const press_guesses *g,
                         press_found *f) {
  press_map m = {0};
  tallies all = {0};
  uint32_t lead = lead_end(cx->text);
  for (uint32_t k = 0; k < g->n; k++) {
    press_guess *x = &g->at[k];
    if (x->marks & PRESS_GUESS_OUT) x->code.n = 0;
    if (x->code.n && !press_table__find(&cx->lex->countries, x->code)) x->code.n = 0;
    if (!x->code.n) continue;
    uint32_t i = tally_of(cx, &m, &all, x->code);
    tally *t = &all.at[i];
    /* NOLINTNEXTLINE(clang-analyzer-core.NullDereference): tally_of made it */
    t->points += points_at(cx->text, x->at.begin, lead);
    t->n++;
  }
  add_own(cx, &m, &all);
  fill(cx, g, &all, &m, f);
}
