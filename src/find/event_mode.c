/** How an event was done and what it is about, where its words plainly show it: PLOVER
 *  modes (data/event_modes.tsv) and contexts (data/event_contexts.tsv). */
#include "find/event.h"

#include <string.h>

enum { MODE_KEY, MODE_TYPE, MODE_NAME, MODE_AT };
enum { CONTEXT_KEY, CONTEXT_NAME };

#define CONTEXTS 2  /* most of one event */
#define NEAR     40 /* tokens of a clause on either side: longer ones are no clauses */
#define PHRASE   48 /* bytes of two words, the longest key and some more */
/** Prepositions of the means: "killed in an airstrike". */
#define MEANS S("with by in over during")
/** Marks of what is asked, refused or threatened: "called for the release". */
#define ASKED S("for to")

/* ---- modes ---- */

/** What the words of one place say; two that differ say nothing. */
typedef struct probe {
  const press_tree *t;
  press_str type, place, mode;
  bool clash;
} probe;

static bool listed(press_str list, char sep, press_str word) {
  press_str item;
  while (press_event__item(&list, sep, &item))
    if (press_str__eq(item, word)) return true;
  return false;
}

static void note(probe *p, uint32_t token) {
  const press_table *modes = &p->t->cx->lex->event_modes;
  press_str low = p->t->cx->text->tokens[token].low;
  const press_row *r = press_table__find(modes, low);
  if (!r) r = press_table__find(modes, p->t->words[token].lemma);
  for (; r; r = r->next == PRESS_NONE ? NULL : &modes->rows[r->next]) {
    if (!press_str__eq(r->column[MODE_TYPE], p->type) ||
        !listed(r->column[MODE_AT], ',', p->place))
      continue;
    p->clash |= p->mode.n && !press_str__eq(p->mode, r->column[MODE_NAME]);
    p->mode = r->column[MODE_NAME];
  }
}

static bool noun(const press_tree *t, uint32_t token) {
  return t->words[token].upos == PRESS_UPOS_NOUN ||
         t->words[token].upos == PRESS_UPOS_PROPN;
}

static bool marked(const press_tree *t, uint32_t token, press_str words) {
  press_str word;
  while (press_event__item(&words, ' ', &word))
    if (press_tree__marked(t, token, word)) return true;
  return false;
}

/** "drone" of "drone strike". */
static void note_modifiers(probe *p, uint32_t token) {
  const press_tree *t = p->t;
  if (!noun(t, token)) return;
  for (uint32_t c = t->first[token]; c != PRESS_NONE && c < token; c = t->next[c])
    if (t->words[c].deprel == PRESS_DEP_amod || t->words[c].deprel == PRESS_DEP_compound)
      note(p, c);
}

static uint32_t top_of(const press_trigger *g) {
  return g->verb == PRESS_NONE ? g->head : g->verb;
}

/** A phrase of the means under the event's head. */
static bool means(const press_tree *t, uint32_t c) {
  uint8_t rel = t->words[c].deprel;
  return (rel == PRESS_DEP_obl || rel == PRESS_DEP_nmod) && noun(t, c) &&
         marked(t, c, MEANS);
}

static void in_modifiers(probe *p, const press_trigger *g) {
  const press_tree *t = p->t;
  for (uint32_t i = 0; i < g->n_cue; i++) note_modifiers(p, g->cue[i]);
  for (uint32_t c = t->first[top_of(g)]; c != PRESS_NONE; c = t->next[c])
    if (means(t, c)) note_modifiers(p, c);
}

static void in_cue(probe *p, const press_trigger *g) {
  for (uint32_t i = 0; i < g->n_cue; i++) note(p, g->cue[i]);
}

static void in_nouns(probe *p, const press_trigger *g) {
  for (uint32_t i = 0; i < g->n_cue; i++)
    if (noun(p->t, g->cue[i])) note(p, g->cue[i]);
}

static void in_means(probe *p, const press_trigger *g) {
  const press_tree *t = p->t;
  for (uint32_t c = t->first[top_of(g)]; c != PRESS_NONE; c = t->next[c])
    if (means(t, c)) note(p, c);
}

/** "not to attack" threatens no attack. */
static bool denied(const press_tree *t, uint32_t verb) {
  for (uint32_t c = t->first[verb]; c != PRESS_NONE; c = t->next[c])
    if (listed(S("not n't n’t never"), ' ', t->cx->text->tokens[c].low)) return true;
  return false;
}

static void in_what(probe *p, const press_trigger *g) {
  const press_tree *t = p->t;
  uint32_t top = top_of(g);
  for (uint32_t c = t->first[top]; c != PRESS_NONE; c = t->next[c]) {
    uint8_t rel = t->words[c].deprel;
    bool asked = rel == PRESS_DEP_obl || rel == PRESS_DEP_nmod ||
                 rel == PRESS_DEP_advcl || rel == PRESS_DEP_acl;
    bool tight = rel == PRESS_DEP_obj || rel == PRESS_DEP_xcomp || rel == PRESS_DEP_ccomp;
    if ((tight || (asked && marked(t, c, ASKED))) && !denied(t, c)) note(p, c);
  }
}

/** The narrowest place that has a word to say decides. */
static press_str mode_of(const press_tree *t, const press_trigger *g, press_str type) {
  static const struct {
    press_str name;
    void (*look)(probe *, const press_trigger *);
  } places[] = {{{"mod", 3}, in_modifiers},
                {{"cue", 3}, in_cue},
                {{"noun", 4}, in_nouns},
                {{"with", 4}, in_means},
                {{"what", 4}, in_what}};
  for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
    probe p = {.t = t, .type = type, .place = places[i].name};
    places[i].look(&p, g);
    if (p.mode.n) return p.clash ? S("") : p.mode;
  }
  return S("");
}

/* ---- contexts ---- */

typedef struct contexts {
  press_str at[CONTEXTS];
  uint32_t n;
} contexts;

static void add(contexts *list, press_str name) {
  for (uint32_t i = 0; i < list->n; i++)
    if (press_str__eq(list->at[i], name)) return;
  if (list->n < CONTEXTS) list->at[list->n++] = name;
}

/** "human rights" from its first word. */
static const press_row *two_words(const press_tree *t, uint32_t token) {
  const press_text *text = t->cx->text;
  if (token + 1 >= t->n ||
      text->tokens[token + 1].sentence != text->tokens[token].sentence)
    return NULL;
  char both[PHRASE];
  press_str a = text->tokens[token].low, b = text->tokens[token + 1].low;
  if (a.n + b.n + 1 > sizeof both) return NULL;
  memcpy(both, a.at, a.n);
  both[a.n] = ' ';
  memcpy(both + a.n + 1, b.at, b.n);
  return press_table__find(&t->cx->lex->event_contexts, (press_str){both, a.n + 1 + b.n});
}

/** "Mr Church" is no church. */
static bool personal(const press_tree *t, uint32_t token) {
  if (t->words[token].upos != PRESS_UPOS_PROPN || t->mention[token] == PRESS_NONE)
    return false;
  press_who who = t->found->mentions[t->mention[token]].who;
  return who.kind == PRESS_ENTITY && t->found->entities[who.id].type == PRESS_PERSON;
}

static void read_word(const press_tree *t, uint32_t token, contexts *out) {
  const press_table *table = &t->cx->lex->event_contexts;
  if (!noun(t, token) && t->words[token].upos != PRESS_UPOS_ADJ) return;
  if (personal(t, token)) return;
  const press_row *r = two_words(t, token);
  if (!r && token) r = two_words(t, token - 1);
  if (!r) r = press_table__find(table, t->cx->text->tokens[token].low);
  if (!r) r = press_table__find(table, t->words[token].lemma);
  for (; r; r = r->next == PRESS_NONE ? NULL : &table->rows[r->next])
    if (!press_str__eq(r->column[CONTEXT_NAME], S("-")))
      add(out, r->column[CONTEXT_NAME]);
}

/** Words of the cue and what stands with its nouns go before the rest of the clause. */
static press_strs contexts_of(const press_tree *t, const press_trigger *g,
                              press_span clause) {
  const press_text *text = t->cx->text;
  contexts list = {0};
  for (uint32_t i = 0; i < g->n_cue; i++) {
    if (noun(t, g->cue[i]))
      for (uint32_t c = t->first[g->cue[i]]; c != PRESS_NONE; c = t->next[c])
        read_word(t, c, &list);
    read_word(t, g->cue[i], &list);
  }
  if (g->object != PRESS_NONE) read_word(t, g->object, &list);
  uint32_t i = g->head, last = g->head + NEAR;
  while (i > 0 && g->head - i < NEAR && text->tokens[i - 1].at.begin >= clause.begin) i--;
  for (; i < t->n && i < last && text->tokens[i].at.end <= clause.end; i++)
    read_word(t, i, &list);
  press_str *at = PRESS_NEW(t->cx->arena, press_str, list.n);
  for (uint32_t k = 0; k < list.n; k++) at[k] = list.at[k];
  return (press_strs){at, list.n};
}

void press_event__traits(const press_tree *t, const press_trigger *g, press_event *e) {
  const char *type = press_event_type_name(e->type);
  e->mode = type ? mode_of(t, g, press_str__of(type)) : S("");
  e->contexts = contexts_of(t, g, e->spans.at[0]);
}
