#include "find/issue_groups.h"

typedef struct joiner {
  const press_context *cx;
  press_issue_groups *g;
  press_map count;     /**< key to how often it stands */
  press_map keys;      /**< key to group */
  press_map heads;     /**< head noun to the group of the compound named last */
  press_map long_form; /**< acronym to group */
} joiner;

static press_arena *arena(const joiner *j) {
  return j->cx->arena;
}

static bool in_headline(const joiner *j, const press_issue_candidate *c) {
  const press_text *t = j->cx->text;
  return t->tokens[c->at.begin].at.begin < t->headline.end;
}

static void count_keys(joiner *j) {
  for (uint32_t i = 0; i < j->g->found.n; i++) {
    const press_issue_candidate *c = &j->g->found.at[i];
    uint32_t *n = press_map__put(arena(j), &j->count, c->key);
    if (*n == PRESS_NONE) *n = 0;
    *n += in_headline(j, c) ? 2 : 1;
  }
}

/** A compound that stands once is no issue of its own where a part of it is one, but
 *  a "climate change law" is a law. */
static void fold_part(const joiner *j, press_issue_candidate *c) {
  if (press_issue__row_weight(c->part) < PRESS_ISSUE_SOLID) return;
  const press_row *head = press_issue__known(j->cx, c->at.end - 1, c->at.end);
  if (head && press_issue__row_weight(head) < PRESS_ISSUE_SOLID) return;
  c->row = c->part;
  c->label = press_issue__row_label(c->part);
  c->key = press_issue__lower(j->cx, c->label);
}

/** An adjective that stands once does not make one: "lavish bonuses" are bonuses. */
static void fold_adjectives(const joiner *j, press_issue_candidate *c) {
  uint32_t b = c->at.begin;
  while (b + 1 < c->at.end && j->cx->ling->words[b].upos == PRESS_UPOS_ADJ &&
         !press_issue__hyphen(j->cx->text, b + 1))
    b++;
  if (b == c->at.begin) return;
  c->key = press_issue__phrase(j->cx, (press_range){b, c->at.end}, true);
  c->label = press_issue__phrase(j->cx, (press_range){b, c->at.end}, false);
}

static void fold_once(const joiner *j, press_issue_candidate *c) {
  if (c->row || c->entity != PRESS_NONE || press_map__get(&j->count, c->key) > 1) return;
  if (c->part)
    fold_part(j, c);
  else
    fold_adjectives(j, c);
}

static bool bare(const press_issue_candidate *c) {
  return c->entity == PRESS_NONE && !c->verb &&
         press_str__last_word(c->key).n == c->key.n;
}

/** May this bare head mean the compound before it? "The tax" may; "taxes" are taxes
 *  and "attacks from all sides" no terror attacks. */
static bool leans(const joiner *j, const press_issue_candidate *c) {
  if (!bare(c)) return false;
  if (c->definite || !c->row) return true;
  const char *tag = j->cx->ling->words[c->at.end - 1].xpos;
  bool many = tag && press_str__is(press_str__of(tag), "NNS");
  return !many && press_issue__row_weight(c->row) < PRESS_ISSUE_SOLID;
}

static uint32_t group_of(joiner *j, uint32_t i) {
  const press_issue_candidate *c = &j->g->found.at[i];
  uint32_t *g = press_map__put(arena(j), &j->keys, c->key);
  if (*g == PRESS_NONE) {
    *g = j->g->at.n;
    *PRESS_PUSH(arena(j), &j->g->at) =
        (press_issue_group){.label = c->label,
                            .row = c->row ? c->row : c->part,
                            .exact = c->row != NULL,
                            .first = i,
                            .name = c->entity != PRESS_NONE,
                            .rank = PRESS_NONE};
  }
  return *g;
}

/** The group that the article named before and that `c` means now, or PRESS_NONE. */
static uint32_t meant(const joiner *j, const press_issue_candidate *c) {
  uint32_t g = press_map__get(&j->long_form, c->key);
  if (g != PRESS_NONE || !leans(j, c)) return g;
  return press_map__get(&j->heads, press_str__last_word(c->key));
}

/** "the emissions trading scheme (ETS)": the letters begin the words before them. */
static void acronym(joiner *j, const press_issue_candidate *c, uint32_t g) {
  const press_text *t = j->cx->text;
  uint32_t e = c->at.end, n = 0;
  if (e + 2 >= t->n_tokens || !press_str__is(t->tokens[e].low, "(") ||
      !press_str__is(t->tokens[e + 2].low, ")"))
    return;
  press_str low = t->tokens[e + 1].low;
  for (uint32_t i = c->at.begin; i < e; i++) {
    press_str word = t->tokens[i].low;
    if (t->tokens[i].kind != PRESS_TOKEN_WORD || !word.n) continue;
    if (n >= low.n || word.at[0] != low.at[n]) return;
    n++;
  }
  if (n > 1 && n == low.n) *press_map__put(arena(j), &j->long_form, low) = g;
}

static void remember(joiner *j, const press_issue_candidate *c, uint32_t g) {
  if (bare(c) || c->entity != PRESS_NONE || c->verb) return;
  *press_map__put(arena(j), &j->heads, press_str__last_word(c->key)) = g;
  *press_map__put(arena(j), &j->heads, c->head) = g; /* "deal" of "trade deal" */
  acronym(j, c, g);
}

/** Prefers a spelling without the capitals of a headline. */
static void spell(press_issue_group *to, const press_issue_candidate *c) {
  if (!to->exact && press_str__eq_nocase(to->label, c->label) &&
      press_str__cmp(c->label, to->label) > 0)
    to->label = c->label;
}

void press_issue__join(const press_context *cx, press_issue_groups *groups) {
  joiner j = {.cx = cx, .g = groups};
  groups->of = PRESS_NEW(cx->arena, uint32_t, groups->found.n);
  count_keys(&j);
  for (uint32_t i = 0; i < groups->found.n; i++) {
    press_issue_candidate *c = &groups->found.at[i];
    fold_once(&j, c);
    uint32_t before = meant(&j, c);
    uint32_t g = before != PRESS_NONE ? before : group_of(&j, i);
    groups->of[i] = g;
    press_issue_group *to = &groups->at.at[g];
    if (before == PRESS_NONE && c->weight > to->best) to->best = c->weight;
    spell(to, c);
    remember(&j, c, g);
  }
}
