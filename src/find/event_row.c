/** The lexicon of events: which row of data/event_verbs.tsv or event_nouns.tsv a
 *  word matches. Their heads tell the columns. */
#include "find/event.h"

enum { VERB_KEY, VERB_PATTERN, VERB_TYPE, VERB_SLOTS, VERB_FLAGS, VERB_WEIGHT };
enum { NOUN_KEY, NOUN_CLASS, NOUN_TYPE, NOUN_SLOTS, NOUN_FLAGS, NOUN_WEIGHT };

/** Longest noun of the table, and some more. */
#define NOUN_BYTES 32

static uint8_t type_of(press_str s) {
  for (int i = PRESS_AGREE; i <= PRESS_ASSAULT; i++)
    if (press_str__eq(s, press_str__of(press_event_type_name((press_event_type)i))))
      return (uint8_t)i;
  return PRESS_EVENT_NONE;
}

static const struct {
  press_str name;
  uint32_t flag;
} flag_names[] = {
    {{"both", 4}, PRESS_EVENT_BOTH},     {{"clause", 6}, PRESS_EVENT_CLAUSE},
    {{"unreal", 6}, PRESS_EVENT_UNREAL}, {{"not", 3}, PRESS_EVENT_NOT},
    {{"swap", 4}, PRESS_EVENT_SWAP},     {{"inner", 5}, PRESS_EVENT_INNER},
    {{"future", 6}, PRESS_EVENT_FUTURE}, {{"light", 5}, PRESS_EVENT_LIGHT},
    {{"alone", 5}, PRESS_EVENT_ALONE},   {{"verbal", 6}, PRESS_EVENT_VERBAL},
};

static uint32_t flags_of(press_str list) {
  uint32_t flags = 0;
  press_str item;
  while (press_event__item(&list, ',', &item))
    for (size_t i = 0; i < sizeof flag_names / sizeof *flag_names; i++)
      if (press_str__eq(item, flag_names[i].name)) flags |= flag_names[i].flag;
  return flags;
}

bool press_event__item(press_str *list, char sep, press_str *item) {
  if (!list->at || !list->n) return false;
  *item = press_str__cut(*list, sep, list);
  return true;
}

/** The noun's row: by its lemma, or as it stands ("talks"). */
static const press_row *noun_row(const press_tree *t, uint32_t token) {
  const press_table *nouns = &t->cx->lex->event_nouns;
  const press_row *r = press_table__find(nouns, t->cx->text->tokens[token].low);
  return r ? r : press_table__find(nouns, t->words[token].lemma);
}

static bool of_class(const press_tree *t, const press_row *r, press_str name) {
  const press_table *nouns = &t->cx->lex->event_nouns;
  for (; r; r = r->next == PRESS_NONE ? NULL : &nouns->rows[r->next])
    if (press_str__eq(r->column[NOUN_CLASS], name)) return true;
  return false;
}

bool press_event__class(const press_tree *t, uint32_t token, press_str name) {
  return of_class(t, noun_row(t, token), name);
}

bool press_event__known(const press_tree *t, uint32_t token) {
  return noun_row(t, token) != NULL;
}

bool press_event__noun(const press_tree *t, press_str word, press_str name) {
  const press_table *nouns = &t->cx->lex->event_nouns;
  char low[NOUN_BYTES];
  if (!word.n || word.n > sizeof low) return false;
  for (size_t i = 0; i < word.n; i++)
    low[i] =
        (char)(word.at[i] >= 'A' && word.at[i] <= 'Z' ? word.at[i] + 32 : word.at[i]);
  press_str key = {low, word.n};
  const press_row *r = press_table__find(nouns, key);
  if (!r && low[word.n - 1] == 's')
    r = press_table__find(nouns, press_str__sub(key, 0, word.n - 1));
  return of_class(t, r, name);
}

static void add_cue(press_trigger *g, uint32_t token) {
  if (token == PRESS_NONE || g->n_cue == PRESS_EVENT_CUE) return;
  for (uint32_t i = 0; i < g->n_cue; i++)
    if (g->cue[i] == token) return;
  uint32_t i = g->n_cue++;
  for (; i > 0 && g->cue[i - 1] > token; i--) g->cue[i] = g->cue[i - 1];
  g->cue[i] = token;
}

/** "up" of "blow up". */
static uint32_t particle(const press_tree *t, uint32_t verb, press_str word) {
  for (uint32_t c = t->first[verb]; c != PRESS_NONE; c = t->next[c]) {
    uint8_t rel = t->words[c].deprel;
    if (c > verb && press_str__eq(t->cx->text->tokens[c].low, word) &&
        (rel == PRESS_DEP_compound || rel == PRESS_DEP_advmod))
      return c;
  }
  uint32_t next = verb + 1; /* "rolled back tariffs": some parses give it to the noun */
  bool adverb = next < t->n && t->words[next].upos == PRESS_UPOS_ADV;
  return adverb && press_str__eq(t->cx->text->tokens[next].low, word) ? next : PRESS_NONE;
}

static uint32_t case_of(const press_tree *t, uint32_t token, press_str word) {
  for (uint32_t c = t->first[token]; c != PRESS_NONE; c = t->next[c])
    if (c < token && press_str__eq(t->cx->text->tokens[c].low, word)) return c;
  return PRESS_NONE;
}

/** "obj=talks", "into=@pact": a complement that is the word or of the class. */
static bool holds_noun(const press_tree *t, press_trigger *g, press_str slot,
                       press_str noun) {
  bool object = press_str__eq(slot, S("obj"));
  uint32_t token = object ? g->object : press_tree__after(t, g->verb, slot);
  if (press_str__eq(slot, S("xcomp")))
    token = press_tree__child(t, g->verb, PRESS_DEP_xcomp);
  if (token == PRESS_NONE) return false;
  bool is = noun.at[0] == '@'
                ? press_event__class(t, token, press_str__sub(noun, 1, noun.n))
                : press_tree__is(t, token, noun) ||
                      press_str__eq(t->cx->text->tokens[token].low, noun);
  if (!is) return false;
  if (!object) add_cue(g, case_of(t, token, slot));
  add_cue(g, token);
  return true;
}

/** "said that Iran must stop": the clause below says what somebody is to do. */
static bool demands(const press_tree *t, uint32_t verb) {
  uint32_t c = press_tree__child(t, verb, PRESS_DEP_ccomp);
  if (c == PRESS_NONE) return false;
  for (uint32_t k = t->first[c]; k != PRESS_NONE; k = t->next[k])
    if (t->words[k].deprel == PRESS_DEP_aux && press_tree__is(t, k, S("must")))
      return true;
  return false;
}

/** One condition of a pattern, one of the forms told in event_verbs.tsv. */
static bool holds(const press_tree *t, press_trigger *g, press_str condition) {
  press_str noun;
  press_str slot = press_str__cut(condition, '=', &noun);
  if (press_str__eq(slot, S("form")))
    return press_str__eq(t->cx->text->tokens[g->verb].low, noun);
  if (noun.at && noun.n) return holds_noun(t, g, slot, noun);
  if (slot.at[0] == '+') {
    uint32_t p = particle(t, g->verb, press_str__sub(slot, 1, slot.n));
    add_cue(g, p);
    return p != PRESS_NONE;
  }
  if (press_str__eq(slot, S("xcomp")))
    return press_tree__child(t, g->verb, PRESS_DEP_xcomp) != PRESS_NONE;
  if (press_str__eq(slot, S("ccomp")))
    return press_tree__child(t, g->verb, PRESS_DEP_ccomp) != PRESS_NONE;
  if (press_str__eq(slot, S("must"))) return demands(t, g->verb);
  if (press_str__eq(slot, S("obj"))) return g->object != PRESS_NONE;
  if (press_str__eq(slot, S("noobj"))) return g->object == PRESS_NONE;
  uint32_t p = press_tree__after(t, g->verb, slot);
  if (p == PRESS_NONE) return false;
  add_cue(g, case_of(t, p, slot));
  return true;
}

/** How much the pattern asks for, plus one; 0 when a condition fails. Named words count
 *  double: "call for=@penalty" goes before "call for". */
static uint32_t specific(const press_tree *t, press_trigger *g, press_str pattern) {
  uint32_t n = 1;
  press_str condition;
  while (press_event__item(&pattern, ' ', &condition)) {
    if (!holds(t, g, condition)) return 0;
    n += press_str__find(condition, S("=")) == PRESS_NONE ? 1 : 2;
  }
  return n;
}

/** A light verb takes type, slots and weight from its object: "launched an attack". */
static bool take_object(const press_tree *t, press_trigger *g) {
  const press_row *noun = g->object == PRESS_NONE ? NULL : noun_row(t, g->object);
  uint8_t type = noun ? type_of(noun->column[NOUN_TYPE]) : PRESS_EVENT_NONE;
  if (type == PRESS_EVENT_NONE) return false;
  g->type = type;
  g->head = g->object;
  g->slots = noun->column[NOUN_SLOTS];
  g->flags |= flags_of(noun->column[NOUN_FLAGS]);
  g->weight *= (float)press_row__number(noun, NOUN_WEIGHT, 1);
  add_cue(g, g->object);
  return true;
}

static press_trigger verb_trigger(const press_tree *t, uint32_t verb) {
  press_trigger g = {.head = verb, .verb = verb, .type = PRESS_EVENT_NONE, .weight = 1};
  g.object = press_tree__object(t, verb);
  add_cue(&g, verb);
  return g;
}

static bool match_verb(const press_tree *t, uint32_t verb, press_trigger *out) {
  const press_table *verbs = &t->cx->lex->event_verbs;
  const press_row *r = press_table__find(verbs, t->words[verb].lemma);
  const press_trigger empty = verb_trigger(t, verb);
  uint32_t best = 0;
  for (; r; r = r->next == PRESS_NONE ? NULL : &verbs->rows[r->next]) {
    press_trigger g = empty;
    uint32_t n = specific(t, &g, r->column[VERB_PATTERN]);
    if (n <= best) continue;
    g.type = type_of(r->column[VERB_TYPE]);
    g.slots = r->column[VERB_SLOTS].n ? r->column[VERB_SLOTS] : S("obj");
    g.flags = flags_of(r->column[VERB_FLAGS]);
    g.weight = (float)press_row__number(r, VERB_WEIGHT, 1);
    if ((g.flags & PRESS_EVENT_LIGHT) && !take_object(t, &g)) continue;
    *out = g;
    best = n;
  }
  return best > 0;
}

/** The verb that `noun` is the object of, when that verb speaks for it. */
static bool lifted(const press_tree *t, uint32_t noun) {
  uint32_t h = press_tree__head(t, noun);
  uint8_t rel = t->words[noun].deprel;
  press_trigger g;
  if (h == PRESS_NONE || t->words[h].upos != PRESS_UPOS_VERB) return false;
  if (rel != PRESS_DEP_obj && rel != PRESS_DEP_nsubj && rel != PRESS_DEP_obl)
    return false;
  if (!match_verb(t, h, &g)) return false;
  for (uint32_t i = 0; i < g.n_cue; i++)
    if (g.cue[i] == noun) return true;
  return false;
}

static bool match_noun(const press_tree *t, uint32_t noun, press_trigger *out) {
  const press_row *r = noun_row(t, noun);
  if (!r) return false;
  press_trigger g = {.head = noun, .verb = PRESS_NONE, .object = noun};
  g.type = type_of(r->column[NOUN_TYPE]);
  g.flags = flags_of(r->column[NOUN_FLAGS]);
  g.slots = r->column[NOUN_SLOTS];
  g.weight = (float)press_row__number(r, NOUN_WEIGHT, 1);
  if (g.type == PRESS_EVENT_NONE || !(g.flags & PRESS_EVENT_ALONE) || lifted(t, noun))
    return false;
  add_cue(&g, noun);
  *out = g;
  return true;
}

bool press_event__trigger(const press_tree *t, uint32_t token, press_trigger *out) {
  const press_word *w = &t->words[token];
  if (w->deprel == PRESS_DEP_amod || w->deprel == PRESS_DEP_compound) return false;
  if (w->upos == PRESS_UPOS_NOUN) return match_noun(t, token, out);
  if (w->upos != PRESS_UPOS_VERB && w->upos != PRESS_UPOS_ADJ) return false;
  return match_verb(t, token, out);
}
