/** Words and clauses as the stance stage asks for them: whose words they are, what
 *  denies them, what the speaker wants. */
#include "find/issue_stance.h"

enum { CLIMB = 5 };

/* ---- words ---- */

const press_row *press_stance__row(const press_tree *t, uint32_t token, const char *class,
                                   const press_str *slot) {
  const press_table *table = &t->cx->lex->stance_cues;
  press_str lemma = t->words[token].lemma;
  const press_row *r =
      press_table__find(table, lemma.n ? lemma : t->cx->text->tokens[token].low);
  for (; r; r = r->next == PRESS_NONE ? NULL : &table->rows[r->next])
    if (press_str__is(r->column[1], class) &&
        (!slot || press_str__eq(r->column[3], *slot)))
      return r;
  return NULL;
}

int press_stance__sign(const press_row *r) {
  return press_str__is(r->column[2], "-") ? -1 : 1;
}

press_str press_stance__low(const press_tree *t, uint32_t token) {
  return t->cx->text->tokens[token].low;
}

bool press_stance__one_of(press_str word, const char *const *list) {
  for (; *list; list++)
    if (press_str__is(word, *list)) return true;
  return false;
}

press_str press_stance__preposition(const press_tree *t, uint32_t token) {
  uint32_t c = press_tree__child(t, token, PRESS_DEP_case);
  return c == PRESS_NONE ? (press_str){0} : press_stance__low(t, c);
}

bool press_stance__negated(const press_tree *t, uint32_t token) {
  static const char *const no[] = {"not",     "n't", "n’t",    "never", "no",
                                   "without", "nor", "hardly", NULL};
  for (uint32_t c = t->first[token]; c != PRESS_NONE; c = t->next[c]) {
    uint8_t rel = t->words[c].deprel;
    bool may = rel == PRESS_DEP_advmod || rel == PRESS_DEP_aux || rel == PRESS_DEP_det ||
               rel == PRESS_DEP_cc;
    if (may && press_stance__one_of(press_stance__low(t, c), no)) return true;
  }
  return false;
}

bool press_stance__denied(const press_tree *t, uint32_t v) {
  static const char *const denials[] = {"avoid",    "refuse", "decline", "fail",
                                        "hesitate", "stop",   NULL};
  bool no = press_stance__negated(t, v);
  for (int step = 0; step < CLIMB; step++) {
    uint8_t rel = t->words[v].deprel;
    v = press_tree__head(t, v);
    if (v == PRESS_NONE || rel == PRESS_DEP_conj) break;
    bool refuses = press_stance__one_of(t->words[v].lemma, denials);
    no ^= refuses || (rel == PRESS_DEP_xcomp && press_stance__negated(t, v));
    if (rel != PRESS_DEP_xcomp) break;
  }
  return no;
}

/** "if we back the deal", "whether the tax is fair". */
static bool conditional(const press_tree *t, uint32_t token) {
  static const char *const ifs[] = {"if",  "whether", "unless", "why",
                                    "how", "should",  NULL};
  for (uint32_t c = t->first[token]; c != PRESS_NONE; c = t->next[c]) {
    uint8_t rel = t->words[c].deprel;
    if ((rel == PRESS_DEP_mark || rel == PRESS_DEP_advmod) &&
        press_stance__one_of(press_stance__low(t, c), ifs))
      return true;
  }
  return false;
}

bool press_stance__inside(press_range r, uint32_t token) {
  return token >= r.begin && token < r.end;
}

/* ---- whose words ---- */

bool press_stance__speaks(const press_reading *x, uint32_t token) {
  static const char *const first[] = {"i", "we", "us", "me", NULL};
  if (token == PRESS_NONE) return false;
  if (press_stance__one_of(press_stance__low(x->t, token), first)) return true;
  uint32_t m = x->t->mention[token];
  if (m == PRESS_NONE || x->s->speaker.kind == PRESS_NOBODY) return false;
  press_who who = x->t->found->mentions[m].who;
  return who.kind == x->s->speaker.kind && who.id == x->s->speaker.id;
}

uint32_t press_stance__subject(const press_tree *t, uint32_t v) {
  for (int step = 0; step < CLIMB && v != PRESS_NONE; step++) {
    uint32_t s = press_tree__child(t, v, PRESS_DEP_nsubj);
    if (s != PRESS_NONE) return s;
    uint8_t rel = t->words[v].deprel;
    if (rel != PRESS_DEP_xcomp && rel != PRESS_DEP_conj) return PRESS_NONE;
    v = press_tree__head(t, v);
  }
  return PRESS_NONE;
}

bool press_stance__own_words(const press_reading *x, uint32_t v) {
  for (int step = 0; step < 2 * CLIMB && v != PRESS_NONE; step++) {
    if (conditional(x->t, v)) return false;
    if (press_stance__inside(x->cue, v)) return true;
    uint8_t rel = x->t->words[v].deprel;
    uint32_t up = press_tree__head(x->t, v);
    if (up == PRESS_NONE || !press_stance__inside(x->words, up)) return true;
    if (rel == PRESS_DEP_ccomp &&
        !press_stance__speaks(x, press_stance__subject(x->t, up)))
      return press_stance__inside(x->cue, up);
    if (rel == PRESS_DEP_acl) return false; /* "those who say the tax is fair" */
    v = up;
  }
  return true;
}

/* ---- what is wanted ---- */

static bool deontic(const press_tree *t, uint32_t v) {
  static const char *const must[] = {"must", "should", "ought", NULL};
  for (uint32_t c = t->first[v]; c != PRESS_NONE; c = t->next[c])
    if (t->words[c].deprel == PRESS_DEP_aux &&
        press_stance__one_of(press_stance__low(t, c), must))
      return true;
  return false;
}

static bool will(const press_tree *t, uint32_t v) {
  static const char *const wills[] = {"will", "'ll", "’ll", "would", "shall", "wo", NULL};
  for (uint32_t c = t->first[v]; c != PRESS_NONE; c = t->next[c])
    if (t->words[c].deprel == PRESS_DEP_aux &&
        press_stance__one_of(press_stance__low(t, c), wills))
      return true;
  return false;
}

static bool base_form(const press_tree *t, uint32_t v) {
  const char *tag = t->words[v].xpos;
  return tag && press_str__is(press_str__of(tag), "VB");
}

/** "lift the tariff now": no subject, no "to", and nothing above it but the report. */
static bool imperative(const press_reading *x, uint32_t v) {
  uint8_t rel = x->t->words[v].deprel;
  bool top = rel == PRESS_DEP_root || rel == PRESS_DEP_ccomp;
  return top && base_form(x->t, v) &&
         press_tree__child(x->t, v, PRESS_DEP_nsubj) == PRESS_NONE &&
         press_tree__child(x->t, v, PRESS_DEP_mark) == PRESS_NONE &&
         press_tree__child(x->t, v, PRESS_DEP_aux) == PRESS_NONE;
}

/** What `up`, which `v` hangs on, wants of it: "urged to lift", "warned against
 *  lifting". */
static int wish(const press_reading *x, uint32_t v, uint32_t up) {
  static const press_str against = {"against", 7};
  if (!press_stance__inside(x->cue, up) &&
      !press_stance__speaks(x, press_stance__subject(x->t, up)))
    return 0;
  if (press_tree__marked(x->t, v, against) &&
      press_stance__row(x->t, up, "attitude", &against))
    return -1;
  bool base =
      press_tree__child(x->t, v, PRESS_DEP_mark) != PRESS_NONE || base_form(x->t, v);
  if (!base || x->t->words[v].deprel == PRESS_DEP_conj ||
      !press_stance__row(x->t, up, "want", NULL))
    return 0;
  return press_stance__negated(x->t, up) ? -1 : 1;
}

/** The speaker says of the verb itself that it must or will be. */
static bool willed(const press_reading *x, uint32_t v) {
  uint32_t sub = press_tree__child(x->t, v, PRESS_DEP_nsubj);
  return deontic(x->t, v) || imperative(x, v) ||
         (press_stance__speaks(x, sub) && will(x->t, v));
}

int press_stance__wanted(const press_reading *x, uint32_t v) {
  int sign = press_stance__negated(x->t, v) ? -1 : 1;
  for (int step = 0; step < CLIMB; step++) {
    if (willed(x, v)) return press_stance__own_words(x, v) ? sign : 0;
    uint8_t rel = x->t->words[v].deprel;
    uint32_t up = press_tree__head(x->t, v);
    bool down = rel == PRESS_DEP_xcomp || rel == PRESS_DEP_conj;
    if (up == PRESS_NONE || (!down && rel != PRESS_DEP_ccomp && rel != PRESS_DEP_advcl))
      return 0;
    int more = wish(x, v, up);
    if (more || !down) return sign * more;
    if (rel == PRESS_DEP_xcomp && press_stance__negated(x->t, up)) sign = -sign;
    v = up;
  }
  return 0;
}

bool press_stance__passing(const press_tree *t, uint32_t v) {
  static const char *const mays[] = {"may", "might", "could", NULL};
  static const char *const times[] = {"after",  "as",    "when", "while",
                                      "before", "until", NULL};
  for (uint32_t c = t->first[v]; c != PRESS_NONE; c = t->next[c]) {
    uint8_t rel = t->words[c].deprel;
    if (rel == PRESS_DEP_aux && press_stance__one_of(press_stance__low(t, c), mays))
      return true;
    if ((rel == PRESS_DEP_mark || rel == PRESS_DEP_advmod) &&
        press_stance__one_of(press_stance__low(t, c), times))
      return true;
  }
  return false;
}
