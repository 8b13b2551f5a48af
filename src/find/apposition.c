/** Roles after names: in an apposition ("Mike Pompeo, the secretary of state,") and
 *  over a copula ("Pompeo is the secretary of state"). */
#include "find/people.h"

/** Reach of an apposition, and how far into it its role word may stand. */
#define REACH_AFTER 24
#define REACH_ROLE  9

/** Steps over what may stand between a name and its apposition's comma: "MP",
 *  "(D-Texas)", ", 43". */
static uint32_t after_name(press_cast *c, uint32_t draft, uint32_t to) {
  static const char *const letters[] = {"mp",  "qc",  "kc",  "msp", "mep",
                                        "mbe", "obe", "cbe", NULL};
  press_draft *d = &c->drafts.at[draft];
  uint32_t i = d->m.at.end;
  while (i < to && press_people__one_of(letters, press_people__low(c, i))) {
    c->used[i++] = 1;
    if (i > d->m.np.end) d->m.np.end = i;
  }
  if (i < to && press_people__is(c, i, "(")) {
    uint32_t k = i + 1;
    while (k < to && k - i < 8 && !press_people__is(c, k, ")")) k++;
    if (k < to && press_people__is(c, k, ")")) i = k + 1;
  }
  bool age = i + 2 < to && press_people__is(c, i, ",") &&
             press_people__upos(c, i + 1) == PRESS_UPOS_NUM;
  return age ? i + 2 : i;
}

static bool finite(const press_cast *c, uint32_t i) {
  const char *x = c->cx->ling->words[i].xpos;
  if (!x || !x[0] || !x[1]) return false;
  if (x[0] == 'M' && x[1] == 'D') return true;
  return x[0] == 'V' && x[1] == 'B' && (x[2] == 'D' || x[2] == 'Z' || x[2] == 'P');
}

/** Where the apposition that begins at `i` ends: its comma, its sentence, "who", a
 *  finite verb. */
static uint32_t apposition_end(const press_cast *c, uint32_t i, uint32_t to) {
  static const char *const stops[] = {
      ",",   ";",     ".",       ":",        "—",     "–",     ")", "who",
      "(",   "?",     "and",     "that",     "which", "whose", "!", "\"",
      "”",   "“",     "he",      "she",      "they",  "it",    "i", "we",
      "but", "while", "because", "although", "so",    NULL};
  uint32_t e = i;
  while (e < to && e - i < REACH_AFTER &&
         (c->name_of[e] != PRESS_NONE ||
          !press_people__one_of(stops, press_people__low(c, e)))) {
    if (finite(c, e)) break;
    e++;
  }
  /* "and" goes on with a second role or with the same phrase's names */
  if (e < to && press_people__is(c, e, "and") && e + 1 < to &&
      !press_people__is(c, e + 1, "the")) {
    uint32_t more = e + 1;
    while (more < to && more - i < REACH_AFTER &&
           !press_people__one_of(stops, press_people__low(c, more)))
      more++;
    if (more < to && press_people__upos(c, e + 1) != PRESS_UPOS_VERB &&
        c->name_of[e + 1] == PRESS_NONE)
      e = more;
  }
  return e;
}

/** No role's modifiers go on after it: a preposition, a pronoun but "its", a
 *  conjunction that opens, a verb but the "elected" of "newly-elected". */
static bool ends_modifiers(const press_cast *c, uint32_t i) {
  const press_word *w = &c->cx->ling->words[i];
  bool hyphen = i > 0 && press_people__is(c, i - 1, "-");
  if (w->upos == PRESS_UPOS_VERB) return !hyphen && w->deprel != PRESS_DEP_amod;
  if (w->upos == PRESS_UPOS_PRON) return w->deprel != PRESS_DEP_nmod;
  return w->upos == PRESS_UPOS_ADP || w->upos == PRESS_UPOS_SCONJ ||
         press_people__is(c, i, "but") || press_people__is(c, i, "or");
}

/** The first role in [i, end) with only modifiers before it. */
static const press_row *role_in(const press_cast *c, uint32_t i, uint32_t end,
                                uint32_t *role) {
  uint32_t last = end > i + REACH_ROLE ? i + REACH_ROLE : end;
  const press_row *best = NULL;
  for (uint32_t e = i + 1; e <= last; e++) {
    uint32_t b;
    const press_row *row = press_people__ends(c, &c->cx->lex->roles, i, e, &b);
    if (row && c->name_of[e - 1] == PRESS_NONE) {
      best = row;
      *role = b;
    } else if (best && !press_people__modifies(c, e - 1))
      break;
    if (ends_modifiers(c, e - 1)) break;
  }
  return best;
}

/** A finite verb of speech: what is before it is its subject. A reduced clause
 *  ("the motorcyclist killed in ...") may be tagged finite too, but does not speak. */
static bool says(const press_cast *c, uint32_t i) {
  return finite(c, i) &&
         press_table__find(&c->cx->lex->cues, c->cx->ling->words[i].lemma);
}

static void after(press_cast *c, uint32_t draft) {
  press_draft *d = &c->drafts.at[draft];
  uint32_t to = press_people__sentence(c, d->m.at.begin).end;
  uint32_t i = after_name(c, draft, to);
  if (i >= to || !(press_people__is(c, i, ",") || press_people__is(c, i, "—") ||
                   press_people__is(c, i, "–") || press_people__is(c, i, "(")))
    return;
  uint32_t begin = i + 1, end = apposition_end(c, begin, to), role = PRESS_NONE;
  if (end <= begin || c->name_of[begin] == draft) return;
  const press_row *row = role_in(c, begin, end, &role);
  if (!row || (end < to && says(c, end))) return; /* "Kim, the judge said, ..." */
  /* "Kim, President Park, ..." is a list, not an apposition */
  for (uint32_t k = role; k < end; k++) {
    uint32_t n = c->name_of[k];
    if (press_people__upos(c, k) == PRESS_UPOS_ADP) break;
    if (n != PRESS_NONE && c->drafts.at[n].type == PRESS_PERSON) return;
  }
  press_people__give(c, draft, (press_range){begin, end}, role, row);
}

/** Letters after a name that say an office. */
static void letters(press_cast *c, uint32_t draft) {
  static const char *const offices[] = {"mp", "msp", "mep", NULL};
  press_draft *d = &c->drafts.at[draft];
  uint32_t i = d->m.at.end;
  if (i >= c->cx->text->n_tokens || !press_people__capital(c, i) ||
      !press_people__one_of(offices, press_people__low(c, i)))
    return;
  const press_row *row = press_table__find(&c->cx->lex->roles, S("mp"));
  if (!c->figures.at[d->figure].parts.n)
    press_people__give(c, draft, (press_range){i, i + 1}, i, row);
}

/** "President Orr of Norway", "Sarah Lund of the Harbour Institute". */
static void of_country(press_cast *c, uint32_t draft) {
  press_draft *d = &c->drafts.at[draft];
  press_figure *g = &c->figures.at[d->figure];
  uint32_t i = d->m.at.end, to = press_people__sentence(c, d->m.at.begin).end;
  if (i + 1 >= to || !press_people__is(c, i, "of")) return;
  if (press_people__is(c, ++i, "the") && i + 1 < to) i++;
  uint32_t p = c->place_of[i], n = c->name_of[i];
  if (n != PRESS_NONE && c->drafts.at[n].type == PRESS_ORGANIZATION)
    press_people__affiliate(c, g, c->drafts.at[n].m.at);
  if (p == PRESS_NONE || g->country != PRESS_NONE) return;
  g->country = c->f->places[p].country;
  if (c->f->places[p].at.end > d->m.np.end) d->m.np.end = c->f->places[p].at.end;
}

void press_people__after(press_cast *c, uint32_t draft) {
  of_country(c, draft);
  after(c, draft);
  letters(c, draft);
}

/** "Solheim is the foreign minister". */
void press_people__copula(press_cast *c, uint32_t draft) {
  const press_word *words = c->cx->ling->words;
  press_draft *d = &c->drafts.at[draft];
  uint32_t h = d->m.head, g = words[h].head;
  if (words[h].deprel != PRESS_DEP_nsubj || g == PRESS_NONE || g <= h ||
      g - h > REACH_AFTER)
    return;
  bool became = press_str__eq(words[g].lemma, S("become")) ||
                press_str__eq(words[g].lemma, S("remain"));
  uint32_t last = press_people__sentence(c, g).end;
  for (uint32_t i = g + 1; became && i < last && i - g < REACH_ROLE; i++)
    if (words[i].head == g && words[i].upos == PRESS_UPOS_NOUN &&
        (words[i].deprel == PRESS_DEP_xcomp || words[i].deprel == PRESS_DEP_obj))
      g = i, became = false;
  if (press_people__upos(c, g) != PRESS_UPOS_NOUN &&
      press_people__upos(c, g) != PRESS_UPOS_PROPN)
    return;
  bool is_now = g != words[h].head; /* "became" */
  for (uint32_t i = h + 1; i < g; i++) {
    if (press_people__is(c, i, "not") || press_people__is(c, i, "n't")) return;
    if (words[i].head == g && words[i].deprel == PRESS_DEP_cop)
      is_now |= press_people__is(c, i, "is");
  }
  uint32_t role;
  const press_row *row = press_people__ends(c, &c->cx->lex->roles, h + 1, g + 1, &role);
  if (!is_now || !row || row->column[4].n || press_str__eq(row->column[1], S("party")))
    return;
  press_range np = c->np[g];
  uint32_t end = apposition_end(c, g, np.end > g ? np.end : g + 1);
  press_range kept = d->m.np;
  press_people__give(c, draft,
                     (press_range){press_people__phrase_begin(c, role, h + 1), end}, role,
                     row);
  for (uint32_t k = g; k < end; k++) c->used[k] = 0;
  d->m.np = kept;
}
