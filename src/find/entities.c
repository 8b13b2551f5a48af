/** Entities: the stage that runs the people files in order and hands out the
 *  mentions and entities of the document. */
#include "find/people.h"

#include <stdlib.h>

/** Roles of one figure that are compared with each other. */
#define ROLES_COMPARED 16

/** Where a figure stands among the entities: PRESS_NONE when nobody needs it. */
typedef struct publisher {
  press_cast *c;
  uint32_t *entity_of; /**< figure to entity */
  uint32_t n;
} publisher;

/** Whether a mention is enough to make its figure an entity: not in a byline or
 *  dateline, and of one without a name only where it speaks, acts or comes back. */
static bool counts(const press_cast *c, const press_draft *d) {
  if (d->aside) return false;
  return !c->figures.at[d->figure].unnamed || d->source || d->argument ||
         d->m.kind == PRESS_MENTION_PRONOUN;
}

/** Numbers the figures by first mention; those that nobody needs make no entity. */
static void number(publisher *p) {
  press_cast *c = p->c;
  bool *wanted = PRESS_NEW(c->cx->arena, bool, c->figures.n);
  for (uint32_t k = 0; k < c->figures.n; k++) p->entity_of[k] = PRESS_NONE;
  for (uint32_t i = 0; i < c->drafts.n; i++)
    if (c->drafts.at[i].figure != PRESS_NONE && counts(c, &c->drafts.at[i]))
      wanted[c->drafts.at[i].figure] = true;
  for (uint32_t i = 0; i < c->drafts.n; i++) {
    uint32_t k = c->drafts.at[i].figure;
    if (k != PRESS_NONE && wanted[k] && p->entity_of[k] == PRESS_NONE)
      p->entity_of[k] = p->n++;
  }
}

static int by_bytes(const void *a, const void *b) {
  return press_str__cmp(*(const press_str *)a, *(const press_str *)b);
}

/** Sorts in place; without repeats and without `name`. */
static press_strs sorted(press_str *at, uint32_t n, press_str name) {
  uint32_t kept = 0;
  if (n) qsort(at, n, sizeof *at, by_bytes);
  for (uint32_t i = 0; i < n; i++)
    if (!press_str__eq(at[i], name) && (!kept || !press_str__eq(at[i], at[kept - 1])))
      at[kept++] = at[i];
  return (press_strs){at, kept};
}

static char small(char ch) {
  return (char)(ch >= 'A' && ch <= 'Z' ? ch | 0x20 : ch);
}

/** `part` stands in `whole` as words, whatever their capitals. */
static bool within(press_str whole, press_str part) {
  for (size_t i = 0; i + part.n <= whole.n; i++) {
    size_t k = 0;
    while (k < part.n && small(whole.at[i + k]) == small(part.at[k])) k++;
    bool left = i == 0 || whole.at[i - 1] == ' ';
    bool right = i + k == whole.n || whole.at[i + k] == ' ';
    if (k == part.n && left && right) return true;
  }
  return false;
}

/** Another role of the figure says the same and more: "President" beside "President
 *  of the Board". */
static bool said_better(const press_figure *g, uint32_t k) {
  press_str text = g->parts.at[k].text;
  uint32_t most = g->parts.n < ROLES_COMPARED ? g->parts.n : ROLES_COMPARED;
  for (uint32_t j = 0; j < most; j++)
    if (g->parts.at[j].text.n > text.n && within(g->parts.at[j].text, text)) return true;
  return false;
}

static void roles(publisher *p, const press_figure *g, press_entity *e) {
  press_str *at = PRESS_NEW(p->c->cx->arena, press_str, g->parts.n);
  uint32_t kept = 0;
  for (uint32_t k = 0; k < g->parts.n; k++)
    if (!said_better(g, k)) at[kept++] = g->parts.at[k].text;
  e->roles = (press_strs){at, kept};
  uint32_t *ids = PRESS_NEW(p->c->cx->arena, uint32_t, g->affiliations.n), n = 0;
  for (uint32_t k = 0; k < g->affiliations.n; k++) {
    uint32_t id = p->entity_of[g->affiliations.at[k]];
    if (id != PRESS_NONE) ids[n++] = id;
  }
  e->affiliations = (press_ids){ids, n};
}

/** The drafts of each entity, in order: `first[e]` to `first[e + 1]` of the result. */
static uint32_t *group(publisher *p, uint32_t *first) {
  press_cast *c = p->c;
  uint32_t *drafts = PRESS_NEW(c->cx->arena, uint32_t, c->drafts.n);
  uint32_t *next = PRESS_NEW(c->cx->arena, uint32_t, p->n + 1);
  for (uint32_t i = 0; i < c->drafts.n; i++) {
    uint32_t k = c->drafts.at[i].figure;
    if (k != PRESS_NONE && p->entity_of[k] != PRESS_NONE) first[p->entity_of[k] + 1]++;
  }
  for (uint32_t e = 0; e < p->n; e++) first[e + 1] += first[e];
  for (uint32_t e = 0; e < p->n; e++) next[e] = first[e];
  for (uint32_t i = 0; i < c->drafts.n; i++) {
    uint32_t k = c->drafts.at[i].figure;
    if (k != PRESS_NONE && p->entity_of[k] != PRESS_NONE)
      drafts[next[p->entity_of[k]]++] = i;
  }
  return drafts;
}

/** What the caller's gazetteer says of the figure is copied: the document does not
 *  hold on to it. */
static void own(publisher *p, const press_figure *g, press_entity *e) {
  const press_own *line = press_find__own_at(p->c->cx, g->own);
  e->iri = press_str__copy(p->c->cx->arena, line->iri);
  if (line->country.n) e->country = press_people__country_of(p->c, line->country);
}

static void fill(publisher *p, press_entity *e, const press_figure *g,
                 const uint32_t *drafts, uint32_t n) {
  press_cast *c = p->c;
  press_arena *a = c->cx->arena;
  press_span *spans = PRESS_NEW(a, press_span, n);
  press_str *aliases = PRESS_NEW(a, press_str, n);
  uint32_t named = 0;
  for (uint32_t i = 0; i < n; i++) {
    const press_draft *d = &c->drafts.at[drafts[i]];
    spans[i] = press_text__range(c->cx->text, d->shown.begin, d->shown.end);
    if (d->m.kind == PRESS_MENTION_NAME)
      aliases[named++] = press_people__text(c, d->shown);
  }
  *e = (press_entity){.type = (press_entity_type)g->type,
                      .name = g->name,
                      .country = g->country,
                      .unnamed = g->unnamed,
                      .official = press_people__official(c, g),
                      .mentions = {spans, n}};
  e->aliases = sorted(aliases, named, g->name);
  if (g->own != PRESS_NONE) own(p, g, e);
  roles(p, g, e);
}

static void entities(publisher *p) {
  press_cast *c = p->c;
  press_found *f = c->f;
  uint32_t *first = PRESS_NEW(c->cx->arena, uint32_t, p->n + 1);
  uint32_t *drafts = group(p, first);
  f->entities = PRESS_NEW(c->cx->arena, press_entity, p->n);
  f->n_entities = p->n;
  for (uint32_t k = 0; k < c->figures.n; k++) {
    uint32_t e = p->entity_of[k];
    if (e != PRESS_NONE)
      fill(p, &f->entities[e], &c->figures.at[k], drafts + first[e],
           first[e + 1] - first[e]);
  }
}

static press_who who(const publisher *p, const press_draft *d) {
  uint32_t e = d->figure == PRESS_NONE ? PRESS_NONE : p->entity_of[d->figure];
  if (e != PRESS_NONE) return (press_who){PRESS_ENTITY, e};
  bool country =
      d->country != PRESS_NONE && d->figure == PRESS_NONE &&
      (d->m.kind == PRESS_MENTION_COUNTRY || d->m.kind == PRESS_MENTION_PRONOUN);
  return country ? (press_who){PRESS_COUNTRY, d->country} : (press_who){PRESS_NOBODY, 0};
}

static void mentions(publisher *p) {
  press_cast *c = p->c;
  press_mention *m = PRESS_NEW(c->cx->arena, press_mention, c->drafts.n);
  for (uint32_t i = 0; i < c->drafts.n; i++) {
    m[i] = c->drafts.at[i].m;
    m[i].who = who(p, &c->drafts.at[i]);
  }
  c->f->mentions = m;
  c->f->n_mentions = c->drafts.n;
}

/** 3 for the head, 2 for a word that names, 1 for the rest of the phrase. */
static uint32_t rank(const press_mention *m, uint32_t token) {
  if (m->head == token) return 3;
  return m->at.begin <= token && token < m->at.end ? 2 : 1;
}

static bool better(const press_mention *a, const press_mention *b, uint32_t token) {
  uint32_t x = rank(a, token), y = rank(b, token);
  if (x != y) return x > y;
  return a->np.end - a->np.begin < b->np.end - b->np.begin;
}

static void index_tokens(press_cast *c) {
  press_found *f = c->f;
  uint32_t n = c->cx->text->n_tokens;
  uint32_t *of = PRESS_NEW(c->cx->arena, uint32_t, n);
  for (uint32_t i = 0; i < n; i++) of[i] = PRESS_NONE;
  for (uint32_t i = 0; i < f->n_mentions; i++) {
    const press_mention *m = &f->mentions[i];
    for (uint32_t t = m->np.begin; t < m->np.end && t < n; t++)
      if (of[t] == PRESS_NONE || better(m, &f->mentions[of[t]], t)) of[t] = i;
  }
  f->mention_of = of;
  f->n_mention_of = n;
}

void press_people__cast(press_cast *c) {
  press_people__prepare(c);
  press_people__names(c);
  press_people__join(c);
  press_people__roles(c);
  press_people__nominals(c);
  press_people__resolve(c);
}

void press_find__entities(const press_context *cx, press_found *f) {
  if (!cx->text->n_tokens || !cx->ling->words) return;
  press_cast c = {.cx = cx, .f = f};
  press_people__cast(&c);
  publisher p = {.c = &c, .entity_of = PRESS_NEW(cx->arena, uint32_t, c.figures.n)};
  number(&p);
  mentions(&p);
  entities(&p);
  index_tokens(&c);
}
