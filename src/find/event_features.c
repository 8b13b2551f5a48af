/** What the classifier of event types sees of an actor, a target and their sentence. */
#include "find/event.h"

#include "base/vec.h"

#include <math.h>

/* How far it looks. */
#define VECTOR       160u /* numbers of a word of the core */
#define VECTOR_SHARE 3.0f
#define PATH_STEPS   12
#define MOST_WORDS   60 /* of the sentence, around the two */
#define NOTHING      S("")

typedef struct view {
  const press_tree *t;
  uint32_t agent, target, top; /**< `top`: where their paths meet */
  uint32_t begin, end;         /**< tokens of the sentence that are looked at */
  press_features *out;
} view;

static void add(const view *v, const char *kind, press_str x, press_str y) {
  press_linear__add(v->t->cx->arena, v->out, kind, x, y, 1);
}

static press_str low(const view *v, uint32_t token) {
  return v->t->cx->text->tokens[token].low;
}

/** Lemma of a word; of a name only that it is one. */
static press_str lemma(const view *v, uint32_t token) {
  const press_word *w = &v->t->words[token];
  if (w->upos == PRESS_UPOS_PROPN) return S("NAME");
  if (w->upos == PRESS_UPOS_NUM) return S("NUMBER");
  return w->lemma.n ? w->lemma : low(v, token);
}

static press_str relation(const view *v, uint32_t token) {
  return press_str__of(press_deprel__name((press_deprel)v->t->words[token].deprel));
}

static press_str type_name(uint8_t type) {
  const char *name = press_event_type_name((press_event_type)type);
  return type == PRESS_EVENT_NONE || !name ? S("NONE") : press_str__of(name);
}

/** The token and what stands over it, up to the root; how many. */
static uint32_t climb(const press_tree *t, uint32_t token, uint32_t *path) {
  uint32_t n = 0;
  for (; token != PRESS_NONE && n < PATH_STEPS; token = press_tree__head(t, token))
    path[n++] = token;
  return n;
}

static bool within(const press_tree *t, uint32_t token, uint32_t head) {
  return token != PRESS_NONE && token >= t->left[head] && token < t->right[head];
}

static bool content(const view *v, uint32_t token) {
  uint8_t u = v->t->words[token].upos;
  return u == PRESS_UPOS_NOUN || u == PRESS_UPOS_VERB || u == PRESS_UPOS_ADJ ||
         u == PRESS_UPOS_ADV || u == PRESS_UPOS_PART || u == PRESS_UPOS_ADP ||
         u == PRESS_UPOS_AUX;
}

/* ---- The words ---- */

/** Those between the two only: the rest of a sentence often tells another event. */
static void add_words(const view *v) {
  uint32_t a = v->agent < v->target ? v->agent : v->target;
  uint32_t z = v->agent < v->target ? v->target : v->agent;
  press_str before = v->agent < v->target ? S("AGENT") : S("TARGET");
  for (uint32_t i = v->begin > a + 1 ? v->begin : a + 1; i < v->end && i < z; i++) {
    if (v->t->words[i].upos == PRESS_UPOS_PUNCT) continue;
    press_str l = lemma(v, i);
    if (content(v, i)) add(v, "between", l, NOTHING);
    add(v, "pair between", before, l);
    before = l;
  }
}

static void add_actor(const view *v, const char *kind, uint32_t token) {
  static const press_str classes[] = {
      {"state", 5}, {"group", 5}, {"dissent", 7}, {"force", 5}, {"envoy", 5}};
  const press_tree *t = v->t;
  if (token == PRESS_NONE) {
    add(v, kind, S("nobody"), NOTHING);
    return;
  }
  add(v, kind, S("head"), lemma(v, token));
  for (uint32_t c = t->first[token]; c != PRESS_NONE; c = t->next[c])
    if (content(v, c)) add(v, kind, relation(v, c), lemma(v, c));
  for (size_t i = 0; i < sizeof classes / sizeof *classes; i++)
    if (press_event__class(t, token, classes[i])) add(v, kind, S("class"), classes[i]);
  add(v, kind, S("as"), relation(v, token));
}

/* ---- The path ---- */

/** "under kind": the words right below one of the path. */
static void add_children(const view *v, const char *kind, uint32_t token, press_str key) {
  const press_tree *t = v->t;
  for (uint32_t c = t->first[token]; c != PRESS_NONE; c = t->next[c]) {
    if (c == v->agent || c == v->target || t->words[c].upos == PRESS_UPOS_PUNCT) continue;
    add(v, kind, relation(v, c), lemma(v, c));
    if (key.n && content(v, c)) add(v, "together", key, lemma(v, c));
  }
}

static void add_path(const view *v) {
  const press_tree *t = v->t;
  uint32_t up[PATH_STEPS], down[PATH_STEPS];
  uint32_t n = climb(t, v->agent, up), m = climb(t, v->target, down);
  press_str top = v->top == PRESS_NONE ? S("-") : lemma(v, v->top);
  add(v, "top", top, NOTHING);
  add(v, "top form", top, v->top == PRESS_NONE ? NOTHING : low(v, v->top));
  press_str way = m ? relation(v, v->target) : S("-");
  add(v, "ways", n ? relation(v, v->agent) : S("-"), way);
  add(v, "top, target", top, way);
  for (uint32_t i = 1; i < n && up[i - 1] != v->top; i++)
    add(v, "agent path", lemma(v, up[i]), NOTHING);
  for (uint32_t i = 1; i < m && down[i - 1] != v->top; i++) {
    add(v, "target path", lemma(v, down[i]), NOTHING);
    add(v, "target step", relation(v, down[i - 1]), lemma(v, down[i]));
    if (down[i] != v->top) add_children(v, "below path", down[i], NOTHING);
  }
  for (uint32_t c = m ? t->first[v->target] : PRESS_NONE; c != PRESS_NONE; c = t->next[c])
    if (t->words[c].deprel == PRESS_DEP_case) {
      add(v, "case", low(v, c), NOTHING);
      add(v, "top, case", top, low(v, c));
    }
  if (v->top == PRESS_NONE) return;
  add_children(v, "below top", v->top, top);
  if (t->words[v->top].xpos)
    add(v, "top tag", press_str__of(t->words[v->top].xpos), NOTHING);
  if (press_tree__passive(t, v->top)) add(v, "passive", top, NOTHING);
  uint32_t over = press_tree__head(t, v->top);
  if (over != PRESS_NONE) add(v, "over", relation(v, v->top), lemma(v, over));
  for (uint32_t c = t->first[v->top]; c != PRESS_NONE; c = t->next[c]) {
    uint8_t rel = t->words[c].deprel;
    if (rel == PRESS_DEP_xcomp || rel == PRESS_DEP_ccomp || rel == PRESS_DEP_obj)
      add_children(v, "two below", c, lemma(v, c));
  }
}

/* ---- What words are like ---- */

/** A word's vector at length 1, added to `sum`; false for unknown words. */
static bool add_vector(const view *v, uint32_t token, float *sum) {
  float x[VECTOR], norm = 0;
  uint32_t n = press_model__vector(v->t->cx->model, low(v, token), x, VECTOR);
  for (uint32_t i = 0; i < n; i++) norm += x[i] * x[i];
  for (uint32_t i = 0; i < n && norm > 0; i++) sum[i] += x[i] / sqrtf(norm);
  return n > 0;
}

/** The mean of the vectors of some words; `name` tells the place. */
static void add_vectors(const view *v, const char *name, const uint32_t *at, uint32_t n) {
  float sum[VECTOR] = {0};
  uint32_t known = 0;
  for (uint32_t i = 0; i < n; i++) known += add_vector(v, at[i], sum);
  for (uint32_t k = 0; known && k < VECTOR; k++) {
    char digits[2] = {(char)('a' + k / 16), (char)('a' + k % 16)};
    press_linear__add(v->t->cx->arena, v->out, name, (press_str){digits, 2}, NOTHING,
                      VECTOR_SHARE * sum[k] / (float)known);
  }
}

static void add_meaning(const view *v, const press_trigger *g) {
  const press_tree *t = v->t;
  uint32_t between[2 * MOST_WORDS], below[2 * MOST_WORDS], n = 0, m = 0;
  for (uint32_t i = v->begin; i < v->end; i++) {
    uint8_t u = t->words[i].upos;
    if (u != PRESS_UPOS_NOUN && u != PRESS_UPOS_VERB && u != PRESS_UPOS_ADJ) continue;
    if ((i > v->agent) != (i > v->target)) between[n++] = i;
    uint32_t h = press_tree__head(t, i);
    if (v->top != PRESS_NONE && h == v->top && i != v->agent && i != v->target)
      below[m++] = i;
  }
  if (v->top != PRESS_NONE) add_vectors(v, "top like", &v->top, 1);
  if (g) add_vectors(v, "cue like", g->cue, g->n_cue);
  add_vectors(v, "between like", between, n);
  add_vectors(v, "below like", below, m);
}

/* ---- The lexicon ---- */

static void add_mood(const view *v, const press_trigger *g) {
  press_mood m = press_event__mood(v->t, g);
  press_str raw = type_name(g->type);
  add(v, "raw type", raw, NOTHING);
  if (m.negated) add(v, "not", raw, NOTHING);
  if (m.future) add(v, "future", raw, NOTHING);
  if (m.hypothetical) add(v, "unreal", raw, NOTHING);
}

static void add_trigger(const view *v, const press_trigger *g, bool found) {
  if (!g) {
    add(v, "no trigger", NOTHING, NOTHING);
    return;
  }
  press_mood m = press_event__mood(v->t, g);
  press_str type = type_name(press_event__type(v->t, g, &m));
  add_mood(v, g);
  add(v, "type", type, NOTHING);
  add(v, "found", found ? S("yes") : S("no"), type);
  add(v, "head", lemma(v, g->head), NOTHING);
  add(v, "head, type", lemma(v, g->head), type);
  for (uint32_t i = 0; i < g->n_cue; i++) {
    add(v, "cue", lemma(v, g->cue[i]), NOTHING);
    if (i) add(v, "cue pair", lemma(v, g->cue[i - 1]), lemma(v, g->cue[i]));
  }
}

/** Every word of the lexicon in the sentence, by where it stands. */
static void add_lexicon(const view *v) {
  const press_tree *t = v->t;
  for (uint32_t i = v->begin; i < v->end; i++) {
    press_trigger g;
    if (!press_event__trigger(t, i, &g) || g.type == PRESS_EVENT_NONE) continue;
    press_str type = type_name(g.type);
    bool over = within(t, v->agent, i) && within(t, v->target, i);
    bool below = v->top != PRESS_NONE && within(t, i, v->top);
    const char *place = i == v->top ? "top" : over ? "over" : below ? "below" : "beside";
    add(v, "sense at", press_str__of(place), type);
  }
}

/** Where the ways up from both meet; for one alone the nearest verb. */
static uint32_t meeting(const press_tree *t, uint32_t agent, uint32_t target) {
  bool both = agent != PRESS_NONE && target != PRESS_NONE;
  uint32_t up[PATH_STEPS], n = climb(t, agent != PRESS_NONE ? agent : target, up);
  for (uint32_t i = 0; i < n; i++)
    if (both ? within(t, target, up[i]) : t->words[up[i]].upos == PRESS_UPOS_VERB)
      return up[i];
  return PRESS_NONE;
}

void press_event__features(const press_tree *t, uint32_t agent, uint32_t target,
                           const press_trigger *g, bool found, press_features *out) {
  const press_text *text = t->cx->text;
  uint32_t one = agent != PRESS_NONE ? agent : target;
  const press_sentence *s = &text->sentences[text->tokens[one].sentence];
  view v = {t, agent, target, meeting(t, agent, target), s->begin, s->end, out};
  uint32_t mid = g ? g->head : v.top != PRESS_NONE ? v.top : one;
  if (mid > s->begin + MOST_WORDS) v.begin = mid - MOST_WORDS;
  if (s->end > mid + MOST_WORDS) v.end = mid + MOST_WORDS;
  add_words(&v);
  add_actor(&v, "agent", agent);
  add_actor(&v, "target", target);
  add_path(&v);
  add_trigger(&v, g, found);
  add_lexicon(&v);
  add_meaning(&v, g);
}
