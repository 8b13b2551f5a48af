/** The parse as a tree that can be walked downwards. */
#include "find/event.h"

/** Links children to heads, last to first, so that lists come in text order. Heads
 *  outside the sentence count as none. */
static void link_children(press_tree *t) {
  const press_token *tokens = t->cx->text->tokens;
  for (uint32_t i = t->n; i-- > 0;) {
    uint32_t h = t->words[i].head;
    if (h >= t->n || h == i || tokens[h].sentence != tokens[i].sentence) continue;
    t->next[i] = t->first[h];
    t->first[h] = i;
  }
}

/** Extents of subtrees: children before heads, so heads are queued from the root
 *  down and the queue is read backwards. Words in a cycle keep their own extent. */
static void measure(press_tree *t) {
  uint32_t *queue = PRESS_NEW(t->cx->arena, uint32_t, t->n), n = 0;
  for (uint32_t i = 0; i < t->n; i++) {
    t->left[i] = i;
    t->right[i] = i + 1;
    if (press_tree__head(t, i) == PRESS_NONE) queue[n++] = i;
  }
  for (uint32_t q = 0; q < n; q++)
    for (uint32_t c = t->first[queue[q]]; c != PRESS_NONE; c = t->next[c]) queue[n++] = c;
  while (n-- > 0) {
    uint32_t i = queue[n], h = press_tree__head(t, i);
    if (h == PRESS_NONE) continue;
    if (t->left[i] < t->left[h]) t->left[h] = t->left[i];
    if (t->right[i] > t->right[h]) t->right[h] = t->right[i];
  }
}

/** A title or role that heads a name means the person: "President" of "President
 *  Vey", "the chair" of "the chair, Ann Orr". */
static void lift_name(press_tree *t, uint32_t i) {
  const press_mention *m = &t->found->mentions[i];
  uint32_t h = m->head;
  for (int step = 0; step < 3; step++) {
    uint8_t rel = t->words[h].deprel;
    if (rel != PRESS_DEP_flat && rel != PRESS_DEP_appos && rel != PRESS_DEP_compound)
      return;
    h = press_tree__head(t, h);
    if (h == PRESS_NONE || h < m->np.begin || h >= m->np.end) return;
    if (t->mention[h] == PRESS_NONE) t->mention[h] = i;
  }
}

/** Heads first: a head belongs to its own mention, not to a longer one around it. */
static void place_mentions(press_tree *t) {
  const press_found *f = t->found;
  for (uint32_t i = 0; i < f->n_mentions; i++) {
    const press_mention *m = &f->mentions[i];
    if (m->head < t->n && t->mention[m->head] == PRESS_NONE) t->mention[m->head] = i;
  }
  for (uint32_t i = 0; i < f->n_mentions; i++) {
    const press_mention *m = &f->mentions[i];
    if (m->head >= t->n) continue;
    for (uint32_t k = m->at.begin; k < m->at.end && k < t->n; k++)
      if (t->mention[k] == PRESS_NONE) t->mention[k] = i;
    if (m->kind == PRESS_MENTION_NAME) lift_name(t, i);
  }
  for (uint32_t i = 0; i < f->n_places; i++)
    for (uint32_t k = f->places[i].at.begin; k < f->places[i].at.end && k < t->n; k++)
      t->place[k] = i;
}

static uint32_t *fresh(press_tree *t) {
  uint32_t *a = PRESS_NEW(t->cx->arena, uint32_t, t->n);
  for (uint32_t i = 0; i < t->n; i++) a[i] = PRESS_NONE;
  return a;
}

void press_tree__build(const press_context *cx, const press_found *f, press_tree *t) {
  *t = (press_tree){
      .cx = cx, .found = f, .words = cx->ling->words, .n = cx->text->n_tokens};
  t->first = fresh(t);
  t->next = fresh(t);
  t->left = fresh(t);
  t->right = fresh(t);
  t->mention = fresh(t);
  t->place = fresh(t);
  link_children(t);
  measure(t);
  place_mentions(t);
}

uint32_t press_tree__head(const press_tree *t, uint32_t i) {
  uint32_t h = t->words[i].head;
  const press_token *tokens = t->cx->text->tokens;
  if (h >= t->n || h == i || tokens[h].sentence != tokens[i].sentence) return PRESS_NONE;
  return h;
}

uint32_t press_tree__child(const press_tree *t, uint32_t i, press_deprel rel) {
  uint32_t c = t->first[i];
  while (c != PRESS_NONE && t->words[c].deprel != rel) c = t->next[c];
  return c;
}

bool press_tree__marked(const press_tree *t, uint32_t i, press_str word) {
  for (uint32_t c = t->first[i]; c != PRESS_NONE; c = t->next[c]) {
    uint8_t rel = t->words[c].deprel;
    if ((rel == PRESS_DEP_case || rel == PRESS_DEP_mark) &&
        press_str__eq(t->cx->text->tokens[c].low, word))
      return true;
  }
  return false;
}

bool press_tree__is(const press_tree *t, uint32_t i, press_str lemma) {
  return press_str__eq_nocase(t->words[i].lemma, lemma);
}

static bool participle(const press_tree *t, uint32_t i) {
  return t->words[i].xpos && press_str__eq(press_str__of(t->words[i].xpos), S("VBN"));
}

bool press_tree__passive(const press_tree *t, uint32_t verb) {
  bool have = false;
  for (uint32_t c = t->first[verb]; c != PRESS_NONE; c = t->next[c]) {
    const press_word *w = &t->words[c];
    if (w->passive && w->deprel != PRESS_DEP_obl) return true;
    if (w->deprel == PRESS_DEP_aux && press_tree__is(t, c, S("have"))) have = true;
  }
  uint8_t rel = t->words[verb].deprel;
  return (rel == PRESS_DEP_acl || rel == PRESS_DEP_advcl) && participle(t, verb) &&
         !have && press_tree__child(t, verb, PRESS_DEP_nsubj) == PRESS_NONE;
}

uint32_t press_tree__antecedent(const press_tree *t, uint32_t i, uint32_t verb) {
  static const press_str relatives[] = {
      {"who", 3}, {"which", 5}, {"that", 4}, {"whom", 4}};
  if (i == PRESS_NONE || t->words[i].upos != PRESS_UPOS_PRON) return i;
  bool relative = false;
  for (size_t k = 0; k < sizeof relatives / sizeof *relatives; k++)
    relative |= press_str__eq(t->cx->text->tokens[i].low, relatives[k]);
  for (int step = 0; relative && verb != PRESS_NONE && step < PRESS_EVENT_CLIMB; step++) {
    uint8_t rel = t->words[verb].deprel;
    verb = press_tree__head(t, verb);
    if (rel == PRESS_DEP_acl) return verb == PRESS_NONE ? i : verb;
  }
  return i;
}

/** "the tariffs [that] Norway imposed": the noun above is what the verb acts on. */
static bool relative_gap(const press_tree *t, uint32_t verb) {
  uint32_t s = press_tree__child(t, verb, PRESS_DEP_nsubj);
  uint32_t h = press_tree__head(t, verb);
  return t->words[verb].deprel == PRESS_DEP_acl && s != PRESS_NONE && h != PRESS_NONE &&
         h < s && press_tree__antecedent(t, s, verb) == s &&
         press_tree__child(t, verb, PRESS_DEP_ccomp) == PRESS_NONE;
}

uint32_t press_tree__object(const press_tree *t, uint32_t verb) {
  uint32_t o = press_tree__child(t, verb, PRESS_DEP_obj);
  if (o == PRESS_NONE) o = press_tree__child(t, verb, PRESS_DEP_iobj);
  if (o == PRESS_NONE && press_tree__passive(t, verb)) {
    o = press_tree__child(t, verb, PRESS_DEP_nsubj);
    if (o == PRESS_NONE && t->words[verb].deprel == PRESS_DEP_acl)
      return press_tree__head(t, verb);
  } else if (o == PRESS_NONE && relative_gap(t, verb)) {
    return press_tree__head(t, verb);
  }
  return press_tree__antecedent(t, o, verb);
}

bool press_tree__complements(const press_tree *t, uint32_t c, press_str word) {
  uint8_t rel = t->words[c].deprel;
  return (rel == PRESS_DEP_obl || rel == PRESS_DEP_nmod || rel == PRESS_DEP_advcl ||
          rel == PRESS_DEP_acl) &&
         press_tree__marked(t, c, word);
}

uint32_t press_tree__after(const press_tree *t, uint32_t i, press_str word) {
  for (uint32_t c = t->first[i]; c != PRESS_NONE; c = t->next[c])
    if (c > i && press_tree__complements(t, c, word)) return c;
  return PRESS_NONE;
}

uint32_t press_tree__prep(const press_tree *t, uint32_t i, press_str word) {
  uint32_t after = press_tree__after(t, i, word);
  for (uint32_t c = t->first[i]; after == PRESS_NONE && c != PRESS_NONE; c = t->next[c])
    if (press_tree__complements(t, c, word)) return c;
  return after;
}

bool press_tree__below(const press_tree *t, uint32_t i) {
  uint8_t rel = t->words[i].deprel;
  return rel == PRESS_DEP_nmod || rel == PRESS_DEP_obl || rel == PRESS_DEP_conj ||
         (rel == PRESS_DEP_acl && participle(t, i));
}
