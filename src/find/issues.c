/** Which issue: candidates joined over the article, ranked, and given to the
 *  statements and events that they stand in. */
#include "find/issue_candidates.h"

#include <math.h>
#include <stdlib.h>

/* What makes an issue of the article. Tuned by reading articles. */
static const float IN_STATEMENT = 1.5f; /* what speakers name counts more */
static const float IN_HEADLINE = 1.5f;
static const float LEAST = 0.5f;      /* groups that score lower are dropped ... */
static const float LEAST_NAME = 0.9f; /* a name is an issue only when it recurs */
enum { MOST = 16, MOST_A_STATEMENT = 3, CARRY = 2 };

/** Candidates that are one issue. */
typedef struct group {
  press_str label;
  const press_row *row;
  uint32_t first; /**< first candidate: keeps the order of the text */
  float best, score;
  bool name;
  uint32_t rank; /**< index into the issues, or PRESS_NONE */
} group;

typedef struct finder {
  const press_context *cx;
  press_found *f;
  press_issue_candidates found;
  PRESS_VEC(group) groups;
  uint32_t *group_of; /**< for each candidate */
} finder;

/** The group of a key; a new one begins with candidate `i`. */
static uint32_t group_under(finder *x, press_map *keys, uint32_t i) {
  const press_issue_candidate *c = &x->found.at[i];
  uint32_t *g = press_map__put(x->cx->arena, keys, c->key);
  if (*g == PRESS_NONE) {
    *g = x->groups.n;
    *PRESS_PUSH(x->cx->arena, &x->groups) = (group){.label = c->label,
                                                    .row = c->row,
                                                    .first = i,
                                                    .name = c->entity != PRESS_NONE,
                                                    .rank = PRESS_NONE};
  }
  return *g;
}

/** Joins the candidates, in text order: equal keys are one issue, and "the network",
 *  once a "5G network" was named, is that network. */
static void join(finder *x) {
  press_map keys = {0}, heads = {0};
  for (uint32_t i = 0; i < x->found.n; i++) {
    const press_issue_candidate *c = &x->found.at[i];
    press_str head = press_str__last_word(c->key);
    bool bare = head.n == c->key.n && c->entity == PRESS_NONE;
    uint32_t before = bare ? press_map__get(&heads, head) : PRESS_NONE;
    uint32_t g = before != PRESS_NONE ? before : group_under(x, &keys, i);
    x->group_of[i] = g;
    group *to = &x->groups.at[g];
    if (before == PRESS_NONE && c->weight > to->best) to->best = c->weight;
    if (!bare && press_str__eq(to->label, c->key))
      to->label = c->label; /* "5G", not "5g" */
    if (bare || c->entity != PRESS_NONE) continue;
    *press_map__put(x->cx->arena, &heads, head) = g;
    *press_map__put(x->cx->arena, &heads, c->head) = g; /* "deal" of "trade deal" */
  }
}

/* ---- weight ---- */

/** The tokens of [b, e) by statement: for each token 1 when some statement has it. */
static const bool *spoken(const finder *x) {
  const press_text *t = x->cx->text;
  bool *in = PRESS_NEW(x->cx->arena, bool, t->n_tokens);
  for (uint32_t s = 0; s < x->f->n_statements; s++) {
    press_spans spans = x->f->statements[s].spans;
    for (uint32_t k = 0; k < spans.n; k++)
      for (uint32_t i = press_text__token_at(t, spans.at[k].begin);
           i < t->n_tokens && t->tokens[i].at.begin < spans.at[k].end && !in[i]; i++)
        in[i] = true;
  }
  return in;
}

static void score(finder *x) {
  const press_text *t = x->cx->text;
  const bool *in = spoken(x);
  for (uint32_t i = 0; i < x->found.n; i++) {
    const press_issue_candidate *c = &x->found.at[i];
    float w = in[c->at.begin] ? IN_STATEMENT : 1;
    if (t->headline.end > t->tokens[c->at.begin].at.begin) w *= IN_HEADLINE;
    x->groups.at[x->group_of[i]].score += w;
  }
  for (uint32_t g = 0; g < x->groups.n; g++) /* the fifth mention says little more */
    x->groups.at[g].score = x->groups.at[g].best * sqrtf(x->groups.at[g].score);
}

static int earlier(const void *a, const void *b) {
  const press_issue_candidate *x = a, *y = b;
  if (x->at.begin != y->at.begin) return x->at.begin < y->at.begin ? -1 : 1;
  return (x->at.end > y->at.end) - (x->at.end < y->at.end);
}

static int heavier(const void *a, const void *b) {
  const group *x = *(const group *const *)a, *y = *(const group *const *)b;
  if (x->score != y->score) return x->score < y->score ? 1 : -1;
  return (x->first > y->first) - (x->first < y->first);
}

static uint32_t rank(finder *x, group **order) {
  uint32_t n = 0;
  for (uint32_t g = 0; g < x->groups.n; g++) {
    group *p = &x->groups.at[g];
    if (p->score >= (p->name ? LEAST_NAME : LEAST)) order[n++] = p;
  }
  qsort(order, n, sizeof *order, heavier);
  if (n > MOST) n = MOST;
  for (uint32_t i = 0; i < n; i++) order[i]->rank = i;
  return n;
}

static uint32_t issue_of(const finder *x, uint32_t candidate) {
  return x->groups.at[x->group_of[candidate]].rank;
}

/* ---- writing the results ---- */

typedef PRESS_VEC(press_span) span_list;

static void mentions(const finder *x, uint32_t n) {
  span_list *spans = PRESS_NEW(x->cx->arena, span_list, n);
  for (uint32_t i = 0; i < x->found.n; i++) {
    uint32_t k = issue_of(x, i);
    if (k == PRESS_NONE) continue;
    press_range at = x->found.at[i].at;
    *PRESS_PUSH(x->cx->arena, &spans[k]) =
        press_text__range(x->cx->text, at.begin, at.end);
  }
  for (uint32_t k = 0; k < n; k++)
    x->f->issues[k].mentions = (press_spans){spans[k].at, spans[k].n};
}

static void publish(finder *x, group **order, uint32_t n) {
  press_issue *out = PRESS_NEW(x->cx->arena, press_issue, n);
  float sum = 0;
  for (uint32_t i = 0; i < n; i++) sum += order[i]->score;
  for (uint32_t i = 0; i < n; i++) {
    const press_row *r = order[i]->row;
    out[i].label = order[i]->label;
    out[i].weight = order[i]->score / sum;
    out[i].policy = r ? (uint32_t)press_row__number(r, 3, 0) : 0;
    if (r && r->column[2].n) out[i].topics = (press_strs){&r->column[2], 1};
  }
  x->f->issues = out;
  x->f->n_issues = n;
  mentions(x, n);
}

/** Does any of `m` (by begin) lie within `at`? */
static bool any_within(press_spans m, press_span at) {
  uint32_t lo = 0, hi = m.n;
  while (lo < hi) {
    uint32_t mid = lo + (hi - lo) / 2;
    if (m.at[mid].begin < at.begin)
      lo = mid + 1;
    else
      hi = mid;
  }
  return lo < m.n && m.at[lo].end <= at.end;
}

/** Issues of the text that `spans` cover, heaviest first. */
static press_ids inside(const finder *x, press_spans spans) {
  bool has[MOST] = {0};
  for (uint32_t i = 0; i < x->f->n_issues; i++)
    for (uint32_t s = 0; s < spans.n && !has[i]; s++)
      has[i] = any_within(x->f->issues[i].mentions, spans.at[s]);
  uint32_t *ids = PRESS_NEW(x->cx->arena, uint32_t, MOST_A_STATEMENT), n = 0;
  for (uint32_t i = 0; i < x->f->n_issues && n < MOST_A_STATEMENT; i++)
    if (has[i]) ids[n++] = i;
  return (press_ids){ids, n};
}

static bool same_speaker(const press_statement *a, const press_statement *b) {
  return a->speaker.kind == b->speaker.kind && a->speaker.id == b->speaker.id &&
         a->speaker.kind != PRESS_NOBODY;
}

/** A statement that names no issue goes on with what its speaker, or else the
 *  sentence before, was about: "I'm confident we can work together on that". */
static void carry(const finder *x) {
  press_statement *s = x->f->statements;
  for (uint32_t i = 1; i < x->f->n_statements; i++)
    for (uint32_t back = 1; back <= CARRY && back <= i && !s[i].issues.n; back++)
      if (same_speaker(&s[i], &s[i - back]) && s[i - back].issues.n)
        s[i].issues = (press_ids){s[i - back].issues.at, 1};
}

static void assign(const finder *x) {
  for (uint32_t i = 0; i < x->f->n_statements; i++)
    x->f->statements[i].issues = inside(x, x->f->statements[i].spans);
  carry(x);
  for (uint32_t i = 0; i < x->f->n_events; i++)
    x->f->events[i].issues = inside(x, x->f->events[i].spans);
}

void press_find__issues(const press_context *cx, press_found *f) {
  finder x = {.cx = cx, .f = f};
  press_issue__candidates(cx, f, &x.found);
  if (x.found.n) qsort(x.found.at, x.found.n, sizeof *x.found.at, earlier);
  x.group_of = PRESS_NEW(cx->arena, uint32_t, x.found.n);
  join(&x);
  score(&x);
  group **order = PRESS_NEW(cx->arena, group *, x.groups.n);
  publish(&x, order, rank(&x, order));
  assign(&x);
}
