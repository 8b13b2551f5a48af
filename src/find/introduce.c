/** Introductions: a lead describes somebody ("The culture minister has admitted"), and
 *  the sentence after it names whom ("Ann Penrose said"). The name means the same. */
#include "find/describe.h"

/** Sentences and drafts looked back. */
#define REACH_SENTENCES 4
#define REACH_DRAFTS    80
/** The same for a name that repeats the very role of the lead. */
#define REACH_ROLE 12
/** Tokens between "name" or "identified" and the name. */
#define NAMING_REACH 6
/** Sentences of the body that are its lead; there "a chef" may be named later. */
#define LEAD_SENTENCES 2

static bool subject(const press_cast *c, const press_draft *d) {
  return c->cx->ling->words[d->m.head].deprel == PRESS_DEP_nsubj;
}

static uint8_t para_kind(const press_cast *c, uint32_t sentence) {
  const press_text *t = c->cx->text;
  return (uint8_t)t->paras[t->sentences[sentence].para].kind;
}

/** A crosshead stands between the two: another story, or another part. */
static bool parted(const press_cast *c, uint32_t from, uint32_t to) {
  for (uint32_t s = from; s < to; s++)
    if (para_kind(c, s) == PRESS_PARA_HEADING) return true;
  return false;
}

/** Marks the sentences of headline and lead: all up to the second of the body. */
static uint32_t end_of_lead(const press_cast *c) {
  const press_text *t = c->cx->text;
  uint32_t body = 0;
  for (uint32_t s = 0; s < t->n_sentences; s++) {
    press_span at = t->tokens[t->sentences[s].begin].at;
    bool dateline = at.begin >= t->dateline.begin && at.end <= t->dateline.end;
    if (t->paras[t->sentences[s].para].kind == PRESS_PARA_BODY && !dateline) body++;
    if (body == LEAD_SENTENCES) return s + 1;
  }
  return t->n_sentences;
}

/** "One passenger", "another", "a second": of several, not of the one to come. */
static bool one_of_many(const press_cast *c, const press_draft *d) {
  static const char *const words[] = {
      "one",  "another", "some",   "any",   "each", "no",  "every", "second", "third",
      "many", "most",    "either", "other", "my",   "our", "your",  NULL};
  for (uint32_t i = d->m.np.begin; i < d->m.head; i++)
    if (press_people__one_of(words, press_people__low(c, i))) return true;
  return false;
}

static bool is_class(const press_row *row, const char *class) {
  return row && press_str__is(row->column[1], class);
}

static bool office(const press_row *row) {
  return is_class(row, "head") || is_class(row, "minister") ||
         is_class(row, "official") || is_class(row, "legislator");
}

/** A phrase for one person that a name may follow. */
static bool open(const press_cast *c, const press_draft *d, bool lead) {
  const press_figure *g = &c->figures.at[d->figure];
  if (!g->unnamed || g->type != PRESS_PERSON || g->plural || d->m.plural) return false;
  if (g->same != PRESS_NONE || d->m.kind == PRESS_MENTION_PRONOUN || !g->row)
    return false;
  if (!(d->source || subject(c, d)) || one_of_many(c, d)) return false;
  if (press_str__is(g->row->column[1], "people")) return false; /* "the family" */
  /* who wants no name gets none; the Pope needs none */
  static const char *const never[] = {"source", "insider", "pope",    "pontiff",
                                      "king",   "queen",   "emperor", NULL};
  if (press_people__one_of(never, g->row->column[0])) return false;
  if (lead) return true;
  /* later only an office, or somebody's widow, is described before it is named; who
     came up as "a diplomat" stays one */
  bool some = press_str__starts(g->name, S("a ")) || press_str__starts(g->name, S("an "));
  bool more = d->m.head + 1 < d->m.np.end && /* "the co-founder of Huron" */
              press_people__upos(c, d->m.head + 1) == PRESS_UPOS_ADP;
  return d->definite && !some &&
         (!more || g->row->column[4].n || office(g->row) || is_class(g->row, "party"));
}

/** A role of the figure is that of the phrase, or of the same class in the lead. */
static bool role_fits(const press_figure *g, const press_row *row, bool lead) {
  for (uint32_t k = 0; k < g->parts.n; k++) {
    const press_row *own = g->parts.at[k].row;
    if (!own) continue;
    if (press_str__eq(own->column[0], row->column[0])) return true;
    if (press_str__ends(own->column[0], row->column[0])) return true;
    bool wide = is_class(row, "other") || is_class(row, "official"); /* judge, guard */
    const char *loose =
        lead ? press_describe__loose(press_str__last_word(row->column[0])) : NULL;
    if (loose && press_str__find(press_str__of(loose), own->column[1]) != PRESS_NONE)
      return true;
    if (lead && press_str__eq(own->column[1], row->column[1]) && !wide) return true;
  }
  return false;
}

static bool same_role(const press_figure *g, const press_row *row) {
  for (uint32_t k = 0; k < g->parts.n; k++)
    if (row && g->parts.at[k].row == row) return true;
  return false;
}

/** No role but a rank ("Commander") is known. */
static bool roleless(const press_figure *g) {
  for (uint32_t k = 0; k < g->parts.n; k++)
    if (!is_class(g->parts.at[k].row, "military") ||
        press_str__find(g->parts.at[k].text, S(" ")) != PRESS_NONE)
      return false;
  return true;
}

/** No office, rank or business is known. */
static bool private_person(const press_figure *g) {
  for (uint32_t k = 0; k < g->parts.n; k++) {
    const press_row *row = g->parts.at[k].row;
    if (row && !is_class(row, "other") && !is_class(row, "part") &&
        !is_class(row, "trait"))
      return false;
  }
  return true;
}

static bool fits(const press_cast *c, const press_draft *n, const press_draft *u,
                 bool lead) {
  const press_figure *g = &c->figures.at[n->figure], *w = &c->figures.at[u->figure];
  bool trait = w->row->column[4].n || is_class(w->row, "trait");
  if (!press_people__agrees(g->gender, w->gender) && !g->guessed) return false;
  if (!press_people__same_land(g->country, w->country)) return false;
  if (w->age && g->age) return w->age == g->age;
  bool kin = press_str__is(w->row->column[4], "kin");
  if (trait && !lead && !(kin && u->definite)) return false;
  if (roleless(g)) {
    return !(office(w->row) && g->age);
  }
  return role_fits(g, w->row, lead) || (trait && lead && private_person(g));
}

static void merge(press_cast *c, uint32_t from, uint32_t to) {
  press_figure *w = &c->figures.at[from], *g = &c->figures.at[to];
  w->same = to;
  if (w->gender && (!g->gender || g->guessed)) {
    g->gender = w->gender;
    g->guessed = false;
  }
  if (!g->age) g->age = w->age;
  if (g->country == PRESS_NONE) g->country = w->country;
}

/** Gives the named figure the role that the lead says, with its words. */
static void dress(press_cast *c, const press_draft *u, uint32_t to) {
  press_figure *g = &c->figures.at[to];
  const press_row *row = u->row;
  if (!row || row->column[4].n || g->parts.n || is_class(row, "trait")) return;
  uint32_t begin = press_people__phrase_begin(c, u->m.at.begin, u->m.np.begin);
  press_str text = press_people__text(c, (press_range){begin, u->m.at.end});
  *PRESS_PUSH(c->cx->arena, &g->parts) = (press_part){text, {begin, u->m.at.end}, row};
}

/** A name at its first mention, in full, that speaks or acts. */
static bool enters(const press_cast *c, const press_draft *d) {
  const press_figure *g = &c->figures.at[d->figure];
  return d->m.kind == PRESS_MENTION_NAME && g->type == PRESS_PERSON &&
         g->first_name == d->m.at.begin && d->m.at.end - d->m.at.begin > 1 && !d->aside &&
         (d->source || subject(c, d)) && c->cx->text->tokens[d->m.head].quoted == 0;
}

/** A name of one word without a title at its first mention may well be a body's. */
static bool lone_word(const press_draft *d, const press_figure *g) {
  return d->m.at.end - d->m.at.begin == 1 && d->shown.begin == d->m.at.begin &&
         !g->given.n && !g->parts.n && !g->age && (!g->gender || g->guessed);
}

static bool body(const press_figure *g) {
  return g->type == PRESS_ORGANIZATION && !g->plural;
}

/** "The regulator said ...", then "Finansverket said": one of them. */
static void introduce_body(press_cast *c, uint32_t i) {
  const press_draft *n = &c->drafts.at[i];
  press_figure *g = &c->figures.at[n->figure];
  bool lone = g->type == PRESS_PERSON && lone_word(n, g);
  if (n->m.kind != PRESS_MENTION_NAME || g->first_name != n->m.at.begin || n->aside)
    return;
  if (!n->source || g->row || !(body(g) || lone)) return;
  for (uint32_t k = i, seen = 0; k-- > 0 && seen < REACH_DRAFTS; seen++) {
    const press_draft *u = &c->drafts.at[k];
    if (n->sentence - u->sentence > 2 || parted(c, u->sentence, n->sentence)) return;
    if (u->figure == PRESS_NONE || u->aside || u->sentence == n->sentence) continue;
    press_figure *w = &c->figures.at[u->figure];
    if (w->same != PRESS_NONE || !body(w)) continue;
    if (!w->unnamed && u->source) return;
    bool kind = is_class(w->row, "company") || is_class(w->row, "body");
    bool headline = para_kind(c, u->sentence) == PRESS_PARA_HEADLINE;
    bool acts = u->source || (headline && subject(c, u)); /* "Charity pulls out" */
    if (!w->unnamed || !kind || !acts || u->m.plural || one_of_many(c, u)) continue;
    if (u->sentence >= c->lead_end) continue;
    if (!press_people__same_land(g->country, w->country)) continue;
    g->type = PRESS_ORGANIZATION;
    g->row = w->row;
    merge(c, u->figure, n->figure);
    press_register__put(c, &c->heads, press_people__low(c, u->m.head), n->figure);
    return;
  }
}

/** "A driver, who gave his name only as Pete,": he is called so. */
static bool gives_name(const press_cast *c, const press_draft *n) {
  static const char *const words[] = {"name",    "identified", "himself",
                                      "herself", "known",      NULL};
  uint32_t from = press_people__sentence(c, n->m.at.begin).begin, i = n->m.at.begin;
  if (i <= from || !(press_people__is(c, i - 1, "as") || press_people__is(c, i - 1, ",")))
    return false;
  for (uint32_t k = i; k-- > from && i - k <= NAMING_REACH;)
    if (press_people__one_of(words, press_people__low(c, k))) return true;
  return false;
}

static void call_by_name(press_cast *c, uint32_t i) {
  const press_draft *n = &c->drafts.at[i];
  const press_figure *g = &c->figures.at[n->figure];
  if (g->type != PRESS_PERSON || g->first_name != n->m.at.begin || !gives_name(c, n))
    return;
  for (uint32_t k = i; k-- > 0 && c->drafts.at[k].sentence == n->sentence;) {
    const press_draft *u = &c->drafts.at[k];
    const press_figure *w = u->figure == PRESS_NONE ? NULL : &c->figures.at[u->figure];
    if (!w || !w->unnamed || (w->type != PRESS_PERSON && w->row) || w->plural) continue;
    if (u->m.kind == PRESS_MENTION_PRONOUN || w->same != PRESS_NONE) continue;
    if (press_people__agrees(g->gender, w->gender)) merge(c, u->figure, n->figure);
    return;
  }
}

void press_people__introduce(press_cast *c, uint32_t i) {
  const press_draft *n = &c->drafts.at[i];
  if (!c->lead_end) c->lead_end = end_of_lead(c);
  call_by_name(c, i);
  introduce_body(c, i);
  if (!enters(c, n)) return;
  bool crossed = false;
  for (uint32_t k = i, seen = 0; k-- > 0 && seen < REACH_DRAFTS; seen++) {
    const press_draft *u = &c->drafts.at[k];
    uint32_t apart = n->sentence - u->sentence;
    if (apart > REACH_ROLE) return;
    if (parted(c, u->sentence, n->sentence)) return;
    if (u->figure == PRESS_NONE || u->aside) continue;
    const press_figure *g = &c->figures.at[u->figure];
    bool lead = u->sentence < c->lead_end;
    if (u->sentence == n->sentence) continue;
    /* somebody else with a name came to speak in between: then the name must repeat
       the role */
    if (!g->unnamed && g->type == PRESS_PERSON && u->figure != n->figure &&
        (u->source || subject(c, u)) && g->same == PRESS_NONE)
      crossed = true;
    if (!open(c, u, lead) || !fits(c, n, u, lead)) continue;
    bool far = apart > REACH_SENTENCES;
    if (far && (!lead || !u->definite || !same_role(&c->figures.at[n->figure], g->row)))
      continue;
    if (crossed && (!g->row || !role_fits(&c->figures.at[n->figure], g->row, false)))
      continue;
    uint32_t figure = u->figure;
    dress(c, u, n->figure);
    merge(c, figure, n->figure);
    if (para_kind(c, u->sentence) != PRESS_PARA_HEADLINE && !lead) return;
  }
}

uint32_t press_people__same(const press_cast *c, uint32_t figure) {
  for (uint32_t k = 0; k < REACH_SENTENCES && figure != PRESS_NONE; k++) {
    if (c->figures.at[figure].same == PRESS_NONE) return figure;
    figure = c->figures.at[figure].same;
  }
  return figure;
}
