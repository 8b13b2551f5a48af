/** What is known of somebody against what a description says. */
#include "find/describe.h"

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
static bool at_odds(const press_cast *c, const press_figure *g, const press_look *l) {
  bool any = false, fits = false, office = false, job = false;
  const press_row *own = l->row;
  for (uint32_t k = 0; k < g->parts.n; k++) {
    const press_row *row = g->parts.at[k].row;
    if (row && own && alike(row->column[0], own->column[0]))
      return clashes(c, &g->parts.at[k], &c->drafts.at[l->draft]);
    if (!row || press_describe__class(row, "trait")) continue;
    if (press_str__starts(g->parts.at[k].text, S("Former")) ||
        press_str__starts(g->parts.at[k].text, S("former")))
      continue;
    if (press_describe__class(row, "part")) {
      if (press_describe__class(own, "part")) return true; /* passenger and driver */
      continue;
    }
    any = true;
    office |= press_describe__office(row);
    job |= !press_describe__office(row) && (!press_describe__class(row, "business") ||
                                            press_describe__class(own, "business"));
    fits |= l->free == PRESS_LOOSE && listed(l->classes, row->column[1]);
  }
  switch (l->free) {
  case PRESS_TRAIT:
    return false;
  case PRESS_LOOSE:
    return any && !fits;
  case PRESS_JOB:
    return job;
  default: /* who is somebody's predecessor is no minister met for the first time */
    return office || job || g->related;
  }
}

static bool belongs(const press_figure *g, uint32_t body) {
  for (uint32_t k = 0; k < g->affiliations.n; k++)
    if (g->affiliations.at[k] == body) return true;
  return false;
}

bool press_describe__fits(const press_cast *c, const press_draft *a,
                          const press_look *l) {
  if (a->figure == PRESS_NONE || a->aside) return false;
  const press_figure *g = &c->figures.at[a->figure];
  bool relative = press_people__is(c, a->m.head, "who");
  if (g->type != PRESS_PERSON || g->plural || (a->m.plural && !relative && !a->source))
    return false;
  if (l->body != PRESS_NONE && !belongs(g, l->body)) return false;
  if (g->unnamed && l->free != PRESS_TRAIT) return false;
  if (!press_people__agrees(g->gender, l->gender) && !g->guessed) return false;
  bool abroad = g->country != PRESS_NONE && /* "the EU's envoy ... the Finn" */
                press_str__eq(press_str__of(c->f->countries[g->country].code), S("EU"));
  if (!abroad && !press_people__same_land(g->country, l->country)) return false;
  if (l->age && g->age && l->age != g->age) return false;
  return !at_odds(c, g, l);
}
