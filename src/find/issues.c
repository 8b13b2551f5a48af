/** Which issue: candidates joined over the article, ranked, and given to the
 *  statements and events that they stand in. */
#include "find/issue_groups.h"

#include <stdlib.h>

enum { MOST = 12, MOST_A_STATEMENT = 3, CARRY = 2 };

typedef struct finder {
  const press_context *cx;
  press_found *f;
  press_issue_groups g;
} finder;

static int earlier(const void *a, const void *b) {
  const press_issue_candidate *x = a, *y = b;
  if (x->at.begin != y->at.begin) return x->at.begin < y->at.begin ? -1 : 1;
  return (x->at.end > y->at.end) - (x->at.end < y->at.end);
}

static uint32_t issue_of(const finder *x, uint32_t candidate) {
  return x->g.at.at[x->g.of[candidate]].rank;
}

/* ---- writing the results ---- */

typedef PRESS_VEC(press_span) span_list;

static void mentions(const finder *x, uint32_t n) {
  span_list *spans = PRESS_NEW(x->cx->arena, span_list, n);
  for (uint32_t i = 0; i < x->g.found.n; i++) {
    uint32_t k = issue_of(x, i);
    if (k == PRESS_NONE) continue;
    press_range at = x->g.found.at[i].at;
    *PRESS_PUSH(x->cx->arena, &spans[k]) =
        press_text__range(x->cx->text, at.begin, at.end);
  }
  for (uint32_t k = 0; k < n; k++)
    x->f->issues[k].mentions = (press_spans){spans[k].at, spans[k].n};
}

/** A word with several senses ("trial", "storm", "sanction") has its topic only in an
 *  article that names something else of the same field. */
static bool clear_sense(const press_issue_group *p, const uint32_t *fields) {
  return !p->row->column[6].n || fields[press_issue__field(p->row)] > 1;
}

/** How many groups there are of each major topic. */
static void count_fields(const press_issue_groups *g, uint32_t *fields) {
  for (uint32_t k = 0; k < g->at.n; k++)
    if (g->at.at[k].row) fields[press_issue__field(g->at.at[k].row)]++;
}

static void publish(finder *x, press_issue_group **order, uint32_t n) {
  press_issue *out = PRESS_NEW(x->cx->arena, press_issue, n);
  uint32_t fields[PRESS_ISSUE_FIELDS] = {0};
  count_fields(&x->g, fields);
  float sum = 0;
  for (uint32_t i = 0; i < n; i++) sum += order[i]->score;
  for (uint32_t i = 0; i < n; i++) {
    const press_row *r = order[i]->row;
    out[i].label = order[i]->label;
    out[i].weight = order[i]->score / sum;
    if (!r || !clear_sense(order[i], fields)) continue;
    out[i].policy = press_issue__field(r);
    if (r->column[2].n) out[i].topics = (press_strs){&r->column[2], 1};
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
  press_issue__candidates(cx, f, &x.g.found);
  if (x.g.found.n) qsort(x.g.found.at, x.g.found.n, sizeof *x.g.found.at, earlier);
  press_issue__join(cx, &x.g);
  press_issue__score(cx, f, &x.g);
  press_issue_group **order = PRESS_NEW(cx->arena, press_issue_group *, x.g.at.n);
  publish(&x, order, press_issue__rank(&x.g, order, MOST));
  assign(&x);
}
