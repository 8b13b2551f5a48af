/** Whom the drafts mean, in text order; here roles: a figure that has the role, or the
 *  prime minister of a government, or else a figure of their own that has no name. */
#include "find/people.h"

static bool kind_is(const press_row *row, const char *kind) {
  return row && press_str__is(row->column[1], kind);
}

static press_str last_word(press_str key) {
  press_str of = {0};
  uint32_t at = press_str__find(key, S(" of "));
  if (at != PRESS_NONE) key = press_str__sub(key, 0, at);
  for (size_t i = key.n; i > 0; i--)
    if (key.at[i - 1] == ' ' || key.at[i - 1] == '-') {
      of = press_str__sub(key, i, key.n);
      break;
    }
  return of.n ? of : key;
}

/** Keeps a named person's roles at hand, now that the person is spoken of. */
static void enter(press_cast *c, uint32_t figure) {
  press_figure *g = &c->figures.at[figure];
  for (uint32_t k = 0; k < g->parts.n; k++) {
    const press_row *row = g->parts.at[k].row;
    if (!row) continue;
    press_register__put(c, &c->offices, row->column[0], figure);
    press_register__put(c, &c->offices, last_word(row->column[0]), figure);
  }
}

void press_people__mean(press_cast *c, uint32_t i, uint32_t figure) {
  press_draft *d = &c->drafts.at[i];
  press_figure *g = &c->figures.at[figure];
  d->figure = figure;
  g->last = i;
  g->last_sentence = d->sentence;
}

static bool past(press_str text) {
  return press_str__find(text, S("former")) != PRESS_NONE ||
         press_str__starts(text, S("ex-"));
}

static bool holds(const press_figure *g, const press_draft *d, press_str said) {
  press_str key = d->row->column[0];
  for (uint32_t k = 0; k < g->parts.n; k++) {
    const press_row *row = g->parts.at[k].row;
    if (!row || past(g->parts.at[k].text) != past(said)) continue;
    if (press_str__eq(row->column[0], key)) return true;
    if (press_str__eq(last_word(row->column[0]), key)) return true;
  }
  return false;
}

/** Modifiers before the role ("defence" in "the defence secretary") that the
 *  figure's own roles lack speak against it. */
static bool modifiers_fit(const press_cast *c, const press_figure *g,
                          const press_draft *d) {
  for (uint32_t i = d->m.np.begin; i < d->m.at.begin; i++) {
    const press_word *w = &c->cx->ling->words[i];
    bool party = w->upos == PRESS_UPOS_ADJ && press_people__capital(c, i);
    if (w->deprel != PRESS_DEP_compound && w->upos != PRESS_UPOS_PROPN && !party)
      continue;
    if (c->place_of[i] != PRESS_NONE) continue;
    bool found = false;
    press_str low = press_people__low(c, i);
    for (uint32_t k = 0; k < g->parts.n && !found; k++) {
      const press_part *p = &g->parts.at[k];
      for (uint32_t t = p->at.begin; t < p->at.end; t++)
        found |= press_str__eq(press_people__low(c, t), low);
    }
    if (!found) return false;
  }
  return true;
}

static uint32_t office_holder(press_cast *c, const press_draft *d) {
  const press_recent *list = press_register__get(&c->offices, d->row->column[0]);
  press_str said = press_people__text(c, (press_range){d->m.np.begin, d->m.at.end});
  for (uint32_t k = 0; list && k < list->n; k++) {
    const press_figure *g = &c->figures.at[list->at[k]];
    if (!press_people__agrees(g->gender, d->gender) || !holds(g, d, said)) continue;
    bool country =
        d->country == PRESS_NONE || g->country == PRESS_NONE || d->country == g->country;
    if (country && modifiers_fit(c, g, d)) return list->at[k];
  }
  return PRESS_NONE;
}

/** A nameless singular figure that was spoken of under the same role noun. */
static uint32_t nameless_holder(press_cast *c, const press_draft *d) {
  const press_recent *list = press_register__get(&c->offices, d->row->column[0]);
  for (uint32_t k = 0; list && k < list->n; k++) {
    const press_figure *g = &c->figures.at[list->at[k]];
    if (!g->unnamed || !press_people__agrees(g->gender, d->gender)) continue;
    if (d->m.np.end - d->m.np.begin <= 2) return list->at[k];
  }
  return PRESS_NONE;
}

/** "the prime minister" after "Hale's government", when nobody has the office. */
static uint32_t head_of_government(press_cast *c, const press_draft *d) {
  static const char *const offices[] = {"prime minister", "president", "chancellor",
                                        "premier", NULL};
  if (c->governor == PRESS_NONE) return PRESS_NONE;
  press_figure *g = &c->figures.at[c->governor];
  bool fits = press_people__one_of(offices, d->row->column[0]) && !g->parts.n &&
              (d->country == PRESS_NONE || d->country == g->country) &&
              d->m.at.begin - d->m.np.begin <= 1;
  if (!fits || !press_people__agrees(g->gender, d->gender)) return PRESS_NONE;
  *PRESS_PUSH(c->cx->arena, &g->parts) =
      (press_part){press_people__text(c, d->m.at), d->m.at, d->row};
  return c->governor;
}

static void role(press_cast *c, uint32_t i) {
  press_draft *d = &c->drafts.at[i];
  bool kin = press_str__is(d->row->column[4], "kin");
  if (press_people__apposed(c, i)) return;
  /* "the Ohio Republican" is who was spoken of last, not any Republican */
  if (kind_is(d->row, "trait") && press_people__described(c, i)) return;
  uint32_t id = d->definite && !kin ? office_holder(c, d) : PRESS_NONE;
  if (id == PRESS_NONE && d->definite && !kin) id = nameless_holder(c, d);
  if (id == PRESS_NONE && d->definite && !kin) id = head_of_government(c, d);
  if (id != PRESS_NONE) {
    press_people__mean(c, i, id);
    press_register__put(c, &c->offices, d->row->column[0], id);
    return;
  }
  if (press_people__described_body(c, i) || press_people__described(c, i)) return;
  if (d->definite && d->country == PRESS_NONE)
    d->country = press_people__country_of(c, d->row->column[3]);
  press_people__nameless(c, i);
}

/** Counts how often a figure was spoken of so far. */
static void count(press_cast *c, uint32_t i) {
  uint32_t figure = c->drafts.at[i].figure;
  if (figure == PRESS_NONE) return;
  press_figure *g = &c->figures.at[figure];
  if (!g->seen++) g->first = i;
}

void press_people__resolve(press_cast *c) {
  for (uint32_t k = 0; k < c->figures.n; k++) c->figures.at[k].last = PRESS_NONE;
  press_people__pronouns_ready(c);
  press_people__quotes(c);
  for (uint32_t i = 0; i < c->drafts.n; i++) {
    press_draft *d = &c->drafts.at[i];
    switch (d->m.kind) {
    case PRESS_MENTION_NAME:
      press_people__introduce(c, i);
      press_people__mean(c, i, d->figure);
      enter(c, d->figure);
      break;
    case PRESS_MENTION_ROLE:
      role(c, i);
      break;
    case PRESS_MENTION_NOMINAL:
      press_people__nominal(c, i);
      break;
    case PRESS_MENTION_PRONOUN:
      press_people__pronoun(c, i);
      press_people__speaker(c, i);
      break;
    default:
      break;
    }
    count(c, i);
  }
  for (uint32_t i = 0; i < c->drafts.n; i++)
    c->drafts.at[i].figure = press_people__same(c, c->drafts.at[i].figure);
  /* a speaker named after the quotation by "he" was not known in time */
  for (uint32_t i = 0; i < c->drafts.n; i++)
    if (c->drafts.at[i].m.kind == PRESS_MENTION_PRONOUN) press_people__speaker(c, i);
}
