/** Whom roles and nominals mean, in text order: a figure that has the role, the
 *  organisation that the noun fits, the government of a country, or else a figure
 *  of their own that has no name. */
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

/* ---- Organisations ---- */

/** A person's or organisation's name inside the phrase before its noun. */
static bool has_name(const press_cast *c, const press_draft *d) {
  for (uint32_t i = d->m.np.begin; i < d->m.head; i++)
    if (c->name_of[i] != PRESS_NONE && !press_people__is(c, i + 2, "based")) return true;
  return false;
}

/** "government", "state" and "authorities" of one country are one. */
static press_str government_key(press_cast *c, press_str noun, uint32_t country) {
  static const char *const same[] = {"government", "state",     "regime", "authorities",
                                     "cabinet",    "coalition", NULL};
  for (const char *const *w = same; *w; w++)
    if (press_str__is(noun, *w)) noun = S("government");
  return press_str__format(c->cx->arena, "~%.*s of %u", SFMT(noun), country);
}

static bool plain_phrase(const press_cast *c, const press_draft *d) {
  for (uint32_t i = d->m.np.begin; i < d->m.at.begin; i++) {
    static const char *const plain[] = {"federal",  "central",  "national", "current",
                                        "outgoing", "incoming", "present",  "my",
                                        "our",      NULL};
    uint8_t upos = c->cx->ling->words[i].upos;
    if (press_people__one_of(plain, press_people__low(c, i))) continue;
    if (upos != PRESS_UPOS_DET && c->place_of[i] == PRESS_NONE && upos != PRESS_UPOS_PART)
      return false;
  }
  return true;
}

/** "my government" is that of the speaker's country. */
static uint32_t own_country(const press_cast *c, const press_draft *d) {
  press_str first = press_people__low(c, d->m.np.begin);
  uint32_t s = c->speaker_of[d->m.head];
  if (s == PRESS_NONE || (!press_str__is(first, "my") && !press_str__is(first, "our")))
    return PRESS_NONE;
  uint32_t figure = c->drafts.at[s].figure;
  return figure == PRESS_NONE ? PRESS_NONE : c->figures.at[figure].country;
}

static bool government(press_cast *c, uint32_t i) {
  press_draft *d = &c->drafts.at[i];
  press_str noun = press_people__low(c, d->m.head);
  if (d->country == PRESS_NONE) d->country = own_country(c, d);
  bool said = d->country != PRESS_NONE;
  if (has_name(c, d) || !plain_phrase(c, d) || (!said && !d->definite)) return false;
  if (!said && !press_str__is(noun, "government") &&
      !press_str__is(noun, "administration") && !press_str__is(noun, "cabinet") &&
      !press_str__is(noun, "authorities"))
    return false;
  if (!said && press_str__is(noun, "administration"))
    d->country = press_people__country_of(c, S("US"));
  if (d->country == PRESS_NONE) d->country = c->home;
  if (d->country == PRESS_NONE) return false;
  press_str key = government_key(c, noun, d->country);
  uint32_t id = press_people__by_key(c, key, PRESS_ORGANIZATION);
  press_range at = press_people__words_of(c, d);
  if (id == PRESS_NONE) {
    press_str name = press_people__text(c, at);
    if (!said || own_country(c, d) != PRESS_NONE)
      name =
          press_str__join(c->cx->arena, c->f->countries[d->country].name, S(" "), noun);
    id = press_people__figure(c, name, PRESS_ORGANIZATION);
    press_figure *g = &c->figures.at[id];
    g->country = d->country;
    g->row = d->row;
    g->key = key;
    press_register__put(c, &c->keys, key, id);
  }
  press_people__mean(c, i, id);
  press_register__put(c, &c->heads, noun, id);
  return true;
}

/** "the Hale campaign": named by the name inside it. */
static bool named_after(press_cast *c, uint32_t i) {
  press_draft *d = &c->drafts.at[i];
  if (!has_name(c, d) || d->m.plural) return false;
  press_range at = {d->m.np.begin, d->m.head + 1};
  if (press_people__article(press_people__low(c, at.begin))) at.begin++;
  press_str key = press_people__key(c, at.begin, at.end);
  uint32_t id = press_people__by_key(c, key, PRESS_ORGANIZATION);
  if (id == PRESS_NONE) {
    id = press_people__figure(c, press_people__text(c, at), PRESS_ORGANIZATION);
    press_figure *g = &c->figures.at[id];
    g->key = key;
    g->row = d->row;
    g->country = d->country;
    for (uint32_t k = at.begin; k < at.end && g->country == PRESS_NONE; k++) {
      if (c->name_of[k] == PRESS_NONE) continue;
      press_figure *owner = &c->figures.at[c->drafts.at[c->name_of[k]].figure];
      /* who has a government in the article governs its home */
      bool governs = kind_is(d->row, "government") && owner->type == PRESS_PERSON;
      if (governs) c->governor = c->drafts.at[c->name_of[k]].figure;
      if (governs && owner->country == PRESS_NONE)
        owner->country = press_str__is(press_people__low(c, d->m.head), "administration")
                             ? press_people__country_of(c, S("US"))
                             : c->home;
      g->country = owner->country;
    }
    press_register__put(c, &c->keys, key, id);
  }
  press_people__mean(c, i, id);
  press_register__put(c, &c->heads, press_people__low(c, d->m.head), id);
  return true;
}

/** Nouns before the head that the figure's name lacks. */
static bool name_fits(const press_cast *c, const press_figure *g, const press_draft *d) {
  for (uint32_t i = d->m.np.begin; i < d->m.head; i++) {
    const press_word *w = &c->cx->ling->words[i];
    bool weighs = w->upos == PRESS_UPOS_NOUN || w->upos == PRESS_UPOS_PROPN ||
                  w->upos == PRESS_UPOS_ADJ || w->upos == PRESS_UPOS_NUM;
    if (!weighs || c->place_of[i] != PRESS_NONE) continue;
    if (press_str__find(g->key, press_people__low(c, i)) == PRESS_NONE) return false;
  }
  return d->country == PRESS_NONE || g->country == PRESS_NONE || d->country == g->country;
}

static bool organisation(press_cast *c, uint32_t i) {
  press_draft *d = &c->drafts.at[i];
  if (!d->definite || d->m.plural) return false;
  const press_recent *list =
      press_register__get(&c->heads, press_people__low(c, d->m.head));
  for (uint32_t k = 0; list && k < list->n; k++) {
    const press_figure *g = &c->figures.at[list->at[k]];
    if (g->last == PRESS_NONE || !name_fits(c, g, d)) continue;
    press_people__mean(c, i, list->at[k]);
    return true;
  }
  return false;
}

/** "Republicans": a party by its members, one figure with its name. */
static bool members(press_cast *c, uint32_t i) {
  press_draft *d = &c->drafts.at[i];
  press_str low = press_people__low(c, d->m.head);
  const press_row *row = d->m.plural ? press_table__find(&c->cx->lex->bodies, low) : NULL;
  press_range at = press_people__words_of(c, d);
  if (!row || at.end - at.begin != 1) return false;
  uint32_t id = press_people__by_key(c, low, PRESS_ORGANIZATION);
  if (id == PRESS_NONE) {
    id = press_people__figure(c, press_people__text(c, at), PRESS_ORGANIZATION);
    c->figures.at[id].key = low;
    c->figures.at[id].plural = true;
    c->figures.at[id].country = press_people__country_of(c, row->column[1]);
    press_register__put(c, &c->keys, low, id);
  }
  press_people__mean(c, i, id);
  return true;
}

static void nominal(press_cast *c, uint32_t i) {
  press_draft *d = &c->drafts.at[i];
  if (members(c, i) || press_people__apposed(c, i) || press_people__document(c, i))
    return;
  if (kind_is(d->row, "government")) {
    if (government(c, i)) return;
    press_str noun = press_people__low(c, d->m.head);
    if (press_str__is(noun, "state") && !d->source) return;
    if (press_str__is(noun, "administration") && d->country == PRESS_NONE)
      d->country = press_people__country_of(c, S("US"));
  }
  if (d->type == PRESS_ORGANIZATION && d->row && !kind_is(d->row, "media")) {
    if (named_after(c, i) || organisation(c, i)) return;
  }
  if (press_people__described_body(c, i) || press_people__described(c, i)) return;
  press_people__nameless(c, i);
}

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
      nominal(c, i);
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
