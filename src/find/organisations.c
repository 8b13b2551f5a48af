/** Whom nouns mean that are no roles: the government of a country, what is named by a
 *  person, the organisation that the noun fits, a party by its members, or else a
 *  figure of their own that has no name. */
#include "find/people.h"

static bool kind_is(const press_row *row, const char *kind) {
  return row && press_str__is(row->column[1], kind);
}

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

void press_people__nominal(press_cast *c, uint32_t i) {
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
