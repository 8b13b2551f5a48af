/** Names: the name finder's spans, mended and made consistent over the article. */
#include "find/names.h"

/** "Reporting by" stands within so many words of its sentence. */
#define CREDIT_WORDS 3

/** "European Commission" speaks for itself, though it is the EU's; "White House" and
 *  "European Union" are their country. */
bool press_names__institution(const press_finder *f, press_range at, uint32_t country) {
  const press_cast *c = f->c;
  uint32_t end;
  const press_row *row =
      press_people__starts(c, &c->cx->lex->bodies, at.begin, at.end, &end);
  if (!row || end != at.end || at.end - at.begin < 2) return false;
  if (press_str__eq_nocase(c->f->countries[country].name, row->column[0])) return false;
  press_str last = press_people__low(c, at.end - 1);
  return press_table__find(&c->cx->lex->collectives, last) != NULL;
}

/** The country that the words are, when they are no more than that. */
static bool is_country(const press_finder *f, const press_candidate *n) {
  const press_cast *c = f->c;
  uint32_t p = c->place_of[n->at.begin];
  if (p == PRESS_NONE) return false;
  const press_place *place = &c->f->places[p];
  if (place->at.begin > n->at.begin || place->at.end < n->at.end) return false;
  if (n->gender || press_names__institution(f, n->at, place->country)) return false;
  return place->actor || place->how == PRESS_BY_NAME || place->how == PRESS_BY_DEMONYM;
}

static bool in_span(const press_cast *c, uint32_t token, press_span s) {
  press_span at = c->cx->text->tokens[token].at;
  return at.begin >= s.begin && at.end <= s.end;
}

/** "Reporting by Jane Doe; editing by ...", "Jane Doe contributed to this report". */
static bool is_credit(const press_cast *c, uint32_t token) {
  static const char *const work[] = {"reporting", "editing",    "writing",
                                     "compiled",  "photograph", NULL};
  static const char *const report[] = {"report", "story", "article", "reporting", NULL};
  press_sentence s = press_people__sentence(c, token);
  bool gave = false;
  for (uint32_t i = s.begin; i < s.end; i++) {
    press_str low = press_people__low(c, i);
    if (press_people__one_of(work, low) && i + 1 < s.end &&
        press_people__is(c, i + 1, "by") && i <= s.begin + CREDIT_WORDS)
      return true;
    gave |= press_str__eq(low, S("contributed"));
    if (gave && press_people__one_of(report, low)) return true;
  }
  return false;
}

static bool is_aside(const press_cast *c, uint32_t token) {
  const press_text *t = c->cx->text;
  if (is_credit(c, token)) return true;
  uint32_t para = t->sentences[t->tokens[token].sentence].para;
  return t->paras[para].kind == PRESS_PARA_BYLINE || in_span(c, token, t->dateline);
}

static void publish(press_finder *f, const press_candidate *n) {
  static const uint8_t types[] = {PRESS_PERSON, PRESS_ORGANIZATION, PRESS_PLACE};
  press_cast *c = f->c;
  press_draft *d = press_people__draft(c, n->at, PRESS_MENTION_NAME);
  d->shown = n->shown;
  press_people__lift(c, d, n->shown);
  d->type = types[n->type];
  d->gender = n->gender;
  d->aside = is_aside(c, n->at.begin);
  d->own = n->own;
  for (uint32_t i = n->shown.begin; i < n->at.end; i++) {
    c->name_of[i] = c->drafts.n - 1;
    c->used[i] = 1;
  }
}

void press_people__names(press_cast *c) {
  uint32_t n = c->cx->text->n_tokens;
  press_finder f = {.c = c, .cover = PRESS_NEW(c->cx->arena, uint32_t, n)};
  for (uint32_t i = 0; i < n; i++) f.cover[i] = PRESS_NONE;
  press_names__own(&f);
  press_names__collect(&f);
  press_names__called(&f);
  press_names__titled(&f);
  press_names__by_given_name(&f);
  press_names__after_role(&f);
  press_names__bodies(&f);
  press_names__proper_runs(&f);
  press_names__acronyms(&f);
  press_names__speaking(&f);
  press_names__poll(&f);
  press_names__part(&f);
  press_names__agree(&f);
  press_names__quiet(&f);
  press_names__repeats(&f);
  /* Candidates do not overlap, so walking the tokens puts them in order. */
  for (uint32_t i = 0; i < n; i++) {
    if (f.cover[i] == PRESS_NONE) continue;
    const press_candidate *found = &f.found.at[f.cover[i]];
    if (found->at.begin == i && !is_country(&f, found)) publish(&f, found);
  }
}
