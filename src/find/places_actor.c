/** Land or state: "talks in London" is land, "London has refused" is the state. The parse
 *  tells where there is one; the words beside the phrase tell otherwise. */
#include "find/places_around.h"
#include "find/places_features.h"

/** Steps up a chain of conjuncts: "China, Iran and Russia said". */
#define CHAIN_STEPS 8

static press_str low(const press_context *cx, uint32_t i) {
  return press_places__low(cx, i);
}

static bool same(const press_context *cx, uint32_t i, uint32_t j) {
  return press_places__together(cx, i, j);
}

/** First token behind `i` that is no adverb, in the same sentence. */
static uint32_t past_adverbs(const press_context *cx, uint32_t i) {
  for (uint32_t n = i; n < i + 3; n++)
    if (!press_places__word(cx, low(cx, n), S("adverb")) &&
        !(low(cx, n).n > 4 && press_str__ends(low(cx, n), S("ly"))))
      return n;
  return i;
}

static bool before_government(const press_context *cx, press_range at) {
  uint32_t n = at.end;
  bool possessive = press_places__among(low(cx, n), "'s '");
  if (possessive) n++;
  for (uint32_t k = n; k < n + 2 && same(cx, at.begin, k); k++) {
    if (press_places__word(cx, low(cx, k), S("government"))) return true;
    if (possessive && press_places__word(cx, low(cx, k), S("act"))) return true;
  }
  return false;
}

/* ---- With words alone ---- */

/** The word before, articles left out, and where it stands. */
static press_str word_before(const press_context *cx, uint32_t begin, uint32_t *where) {
  uint32_t p = begin;
  for (int step = 0; step < 2 && p && same(cx, p - 1, begin); step++) {
    p--;
    if (!press_places__among(low(cx, p), "the a an")) {
      *where = p;
      return low(cx, p);
    }
  }
  *where = begin;
  return (press_str){0};
}

/** What "of", "for" and their like say of a state behind them. */
static int by_preposition(const press_context *cx, press_str before, uint32_t where) {
  uint32_t p;
  press_str above = word_before(cx, where, &p);
  if (press_str__eq(before, S("of")))
    return press_places__word(cx, above, S("deed_of")) ? 1 : 0;
  if (press_str__eq(before, S("for")))
    return press_places__word(cx, above, S("departure")) ? 0 : 1;
  if (press_str__eq(before, S("to")))
    return press_places__word(cx, above, S("given_to")) ? 1 : 0;
  if (press_str__eq(before, S("from")))
    return press_places__word(cx, above, S("deed_from")) ? 1 : 0;
  if (press_places__word(cx, before, S("land_preposition"))) return 0;
  if (press_places__word(cx, before, S("state_preposition"))) return 1;
  return press_places__word(cx, before, S("target")) ? 1 : -1;
}

/** Behind "China, Iran and the US", or `n` when no list stands there. */
static uint32_t past_list(const press_context *cx, uint32_t begin, uint32_t n) {
  for (int step = 0; step < CHAIN_STEPS && same(cx, begin, n); step++) {
    uint32_t k = n;
    if (!press_places__among(low(cx, k), "and or , nor")) return n;
    k++;
    while (same(cx, begin, k) && press_places__among(low(cx, k), "and the or")) k++;
    if (!press_places__capital(cx, k)) return n;
    while (same(cx, begin, k) && press_places__capital(cx, k)) k++;
    n = k;
  }
  return n;
}

static bool worded_actor(const press_context *cx, press_range at) {
  uint32_t where;
  press_str before = word_before(cx, at.begin, &where);
  int told = by_preposition(cx, before, where);
  if (told >= 0) return told;
  uint32_t n = past_adverbs(cx, past_list(cx, at.begin, at.end));
  press_str next = low(cx, n);
  if (!same(cx, at.begin, n) || press_places__capital(cx, n)) return false;
  if (press_places__word(cx, next, S("land_verb"))) return false;
  // "is a country", "was the seat": described, not acting.
  if (press_places__word(cx, next, S("being")))
    return !press_places__word(cx, low(cx, n + 1), S("described"));
  if (press_places__word(cx, next, S("finite"))) return true;
  return next.n > 4 && (press_str__ends(next, S("ed")) || press_str__ends(next, S("es")));
}

/* ---- With a parse ---- */

/** The token of `at` whose head is outside it. */
static uint32_t head_token(const press_context *cx, press_range at) {
  for (uint32_t i = at.begin; i < at.end; i++) {
    uint32_t h = cx->ling->words[i].head;
    if (h == PRESS_NONE || h < at.begin || h >= at.end) return i;
  }
  return at.end - 1;
}

static bool verbal(const press_word *w) {
  return w->upos == PRESS_UPOS_VERB || w->upos == PRESS_UPOS_AUX;
}

static bool parsed_actor(const press_context *cx, press_range at) {
  uint32_t i = head_token(cx, at);
  const press_word *w = &cx->ling->words[i];
  for (int step = 0; w->deprel == PRESS_DEP_conj && w->head != PRESS_NONE; step++) {
    if (step == CHAIN_STEPS) return false;
    i = w->head;
    w = &cx->ling->words[i];
  }
  if (w->head == PRESS_NONE) return worded_actor(cx, at);
  switch (w->deprel) {
  case PRESS_DEP_nsubj:
    return verbal(&cx->ling->words[w->head])
               ? !press_places__word(cx, low(cx, w->head), S("land_verb"))
               : worded_actor(cx, at);
  case PRESS_DEP_obj:
  case PRESS_DEP_iobj:
    return !press_places__word(cx, low(cx, w->head), S("land_object"));
  case PRESS_DEP_compound:
  case PRESS_DEP_amod:
    return false;
  default:
    return worded_actor(cx, at);
  }
}

/** Whether the parse makes `at` a subject or an object of its own. */
static bool own_role(const press_context *cx, press_range at) {
  const press_word *w = &cx->ling->words[head_token(cx, at)];
  return w->head != PRESS_NONE &&
         (w->deprel == PRESS_DEP_nsubj || w->deprel == PRESS_DEP_obj);
}

static bool acts_here(const press_context *cx, press_range at) {
  if (before_government(cx, at)) return true;
  if (press_places__among(low(cx, at.end), "'s '")) return false;
  return parsed_actor(cx, at);
}

/** Whether `b` follows `a` in a list: "France, Germany and the UK". */
static bool listed(const press_context *cx, const press_guess *a, const press_guess *b) {
  uint32_t n = a->at.end;
  if (!a->code.n || b->at.begin < n + 1 || b->at.begin > n + 3) return false;
  if (!same(cx, a->at.begin, b->at.begin)) return false;
  for (; n < b->at.begin; n++)
    if (!press_places__among(low(cx, n), "and or , the nor")) return false;
  return true;
}

bool press_places__may_act(const press_guess *x) {
  if (x->seat) return true;
  if (x->pick && press_places__flag(x->pick, 'q')) return false; /* "R-Ga." */
  return x->code.n && x->how != PRESS_BY_DEMONYM && x->how != PRESS_BY_METONYM &&
         !(x->marks & PRESS_GUESS_QUALIFIER);
}

/** In a list the first decides, but "government" behind an item is its own. */
static bool acts_in_list(const press_context *cx, const press_guesses *g, uint32_t k) {
  const press_guess *x = &g->at[k];
  if (k && listed(cx, &g->at[k - 1], x) && !own_role(cx, x->at))
    return g->at[k - 1].rule || before_government(cx, x->at);
  return acts_here(cx, x->at);
}

static bool in_place(const press_context *cx, press_range at) {
  uint32_t p = at.begin;
  if (p && press_places__among(low(cx, p - 1), "the")) p--;
  return p && same(cx, p - 1, at.begin) &&
         press_places__word(cx, low(cx, p - 1), S("on_the_spot"));
}

/** A word that hangs from nothing and is no root: there is no parse. */
static bool parsed(const press_context *cx, press_range at) {
  const press_word *w = &cx->ling->words[head_token(cx, at)];
  return w->head != PRESS_NONE || w->deprel == PRESS_DEP_root;
}

/** What the classifier says; what the rules say where it has no weights or no parse. */
static bool stands_for_state(const press_context *cx, const press_guesses *g,
                             uint32_t k) {
  const press_linear *m = &cx->lex->place_actors;
  float p[PRESS_LINEAR_LABELS];
  if (!m->n_labels || !parsed(cx, g->at[k].at)) return g->at[k].rule;
  press_arena_mark mark = press_arena__mark(cx->arena);
  press_features f = {0};
  press_places__features(cx, g, k, &f);
  press_linear__apply(m, &f, p);
  press_arena__rewind(cx->arena, mark);
  return press_str__eq(m->labels[press_linear__best(m, p)], PRESS_PLACES_STATE);
}

/** "Dynamo Moscow": a name stands before it as one noun phrase. */
static bool behind_name(const press_context *cx, press_range at) {
  uint32_t p = at.begin - 1;
  if (!at.begin || !same(cx, p, at.begin) || !press_places__capital(cx, p)) return false;
  const press_word *w = &cx->ling->words[p], *x = &cx->ling->words[at.begin];
  bool joined = (w->deprel == PRESS_DEP_compound && w->head == at.begin) ||
                (x->deprel == PRESS_DEP_flat && x->head == p);
  return joined && w->upos == PRESS_UPOS_PROPN &&
         !press_places__word(cx, low(cx, p), S("compass"));
}

/** In the name of a firm, a club, a university: "Dynamo Moscow". */
static bool in_body(const press_context *cx, press_range at) {
  if (behind_name(cx, at)) return true;
  const press_name *name = press_places__name_over(cx, at);
  if (!name || name->type != PRESS_NAME_ORG) return false;
  if (name->at.end - name->at.begin == at.end - at.begin) return false;
  for (uint32_t i = name->at.begin; i < name->at.end; i++)
    if (press_places__word(cx, low(cx, i), S("government"))) return false;
  return true;
}

/** Of a list the first decides. */
static bool stands_in_list(const press_context *cx, const press_guesses *g, uint32_t k) {
  const press_guess *x = &g->at[k], *before = x - 1;
  if (x->how != PRESS_BY_PLACE && in_body(cx, x->at)) return false;
  if (k && press_places__may_act(before) && listed(cx, before, x) &&
      !own_role(cx, x->at) && !before_government(cx, x->at))
    return before->actor || before->local;
  return stands_for_state(cx, g, k);
}

static void seat_acts(const press_context *cx, const press_guesses *all, uint32_t k) {
  press_guess *g = &all->at[k];
  bool always = press_str__eq(g->seat->column[2], S("always"));
  if (g->marks & (PRESS_GUESS_OUT | PRESS_GUESS_PERSON)) return;
  if (g->marks & (PRESS_GUESS_QUALIFIED | PRESS_GUESS_QUALIFIER)) return;
  g->actor = always ? !in_place(cx, g->at) : stands_for_state(cx, all, k);
  if (!always && (!g->actor || (g->rows && !g->code.n))) {
    g->actor = false;
    return;
  }
  g->code = g->seat->column[1];
  g->how = PRESS_BY_METONYM;
}

static void find_sources(const press_context *cx, press_guesses *g) {
  const press_ling *l = cx->ling;
  g->source = PRESS_NEW(cx->arena, float, cx->text->n_tokens);
  for (uint32_t i = 0; i < l->n_attributions; i++) {
    const press_attribution *a = &l->attributions[i];
    for (uint32_t r = 0; r < a->source.n; r++)
      for (uint32_t t = a->source.at[r].begin; t < a->source.at[r].end; t++)
        if (a->score > g->source[t]) g->source[t] = a->score;
  }
}

void press_places__rules(const press_context *cx, press_guesses *g) {
  find_sources(cx, g);
  for (uint32_t k = 0; k < g->n; k++)
    if (press_places__may_act(&g->at[k])) g->at[k].rule = acts_in_list(cx, g, k);
}

void press_places__actor(const press_context *cx, press_guesses *g) {
  press_places__rules(cx, g);
  for (uint32_t k = 0; k < g->n; k++) {
    press_guess *x = &g->at[k];
    if (x->seat) {
      seat_acts(cx, g, k);
      continue;
    }
    if (x->code.n && x->how == PRESS_BY_DEMONYM)
      x->actor = before_government(cx, x->at);
    else if (press_places__may_act(x))
      x->actor = stands_in_list(cx, g, k);
    x->local = x->actor && x->how == PRESS_BY_PLACE;
    x->actor &= !x->local;
    if (x->actor && x->how == PRESS_BY_CAPITAL) x->how = PRESS_BY_METONYM;
  }
}
