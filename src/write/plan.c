#include "write/plan.h"

#include <stdlib.h>

/* How much a picture holds. Chosen by looking at pictures of 1 to 30 articles. */
#define MAX_NODES             700 /* statements and speakers; more are summed up */
#define ISSUES                8   /* issues shown for one article... */
#define ISSUES_PER_ARTICLE    2   /* ...and for each further one */
#define ISSUES_MOST           16
#define COUNTRIES             6
#define COUNTRIES_PER_ARTICLE 1
#define COUNTRIES_MOST        10
#define EVENTS                6
#define EVENTS_PER_ARTICLE    1
#define EVENTS_MOST           10
#define ISSUES_A_STATEMENT    2
#define COUNTRIES_A_STATEMENT 1
#define WEIGHT_OF_STATEMENT   10 /* against a hundredth of an article */

typedef struct planner {
  press_arena *a;
  press_plan *p;
  const press_view *v;
  const uint32_t *weight; /**< by view node */
  bool *shown;            /**< issues and countries that may be drawn */
  uint32_t *left, *right; /**< plan node of a view node in either column */
} planner;

/** A statement in its place in the column: speakers in the order in which they
 *  first speak, each one's statements in text order. */
typedef struct placed {
  uint32_t at, article, first, position, speaker;
} placed;

typedef struct happening {
  uint32_t at, agent, object, count;
  bool unreal;
  press_str type, status;
} happening;

press_look press_plan__look(const press_view_node *node) {
  switch (node->kind) {
  case PRESS_NODE_PERSON:
    return PRESS_LOOK_PERSON;
  case PRESS_NODE_ORGANIZATION:
    return PRESS_LOOK_ORGANIZATION;
  case PRESS_NODE_COUNTRY:
    return PRESS_LOOK_COUNTRY;
  case PRESS_NODE_ISSUE:
    return PRESS_LOOK_ISSUE;
  case PRESS_NODE_STATEMENT:
    return PRESS_LOOK_STATEMENT;
  default:
    return PRESS_LOOK_PLACE;
  }
}

uint32_t press_plan__add(press_arena *a, press_plan *plan, press_look look, uint32_t at,
                         bool left) {
  static const char letters[] = "polciseu";
  char letter = look == PRESS_LOOK_COUNTRY && left ? 'g' : letters[look];
  uint32_t number = 1;
  for (uint32_t i = plan->nodes.n; i--;)
    if (plan->nodes.at[i].id.at[0] == letter) {
      number += (uint32_t)strtoul(plan->nodes.at[i].id.at + 1, NULL, 10);
      break;
    }
  press_plan_node n = {.look = look, .at = at, .article = PRESS_NONE, .left = left};
  n.id = press_str__format(a, "%c%u", letter, number);
  *PRESS_PUSH(a, &plan->nodes) = n;
  return plan->nodes.n - 1;
}

uint32_t press_plan__speaker(const press_view *view, uint32_t at) {
  uint32_t i;
  if (!press_view__in(view, at, PRESS_EDGE_SAYS, &i)) return PRESS_NONE;
  return view->edges[view->incoming[i]].from;
}

uint32_t *press_plan__weights(press_arena *a, const press_view *view) {
  uint32_t *weight = PRESS_NEW(a, uint32_t, view->n_nodes);
  for (uint32_t i = 0; i < view->n_edges; i++) {
    const press_view_edge *e = &view->edges[i];
    press_node_kind from = view->nodes[e->from].kind, to = view->nodes[e->to].kind;
    if (to != PRESS_NODE_ISSUE && to != PRESS_NODE_COUNTRY) continue;
    weight[e->to] += e->weight;
    if (from == PRESS_NODE_STATEMENT || from == PRESS_NODE_EVENT)
      weight[e->to] += WEIGHT_OF_STATEMENT;
  }
  return weight;
}

/* ---- order ---- */

static uint32_t number_of(press_str s) {
  uint32_t n = 0;
  for (size_t i = 0; i < s.n; i++) n = n * 10 + (uint32_t)(s.at[i] - '0');
  return n;
}

typedef struct dated {
  press_str date;
  uint32_t at;
} dated;

static int by_date(const void *pa, const void *pb) {
  const dated *a = pa, *b = pb;
  int c = press_str__cmp(a->date, b->date);
  return c ? c : (a->at > b->at) - (a->at < b->at);
}

static void order_articles(planner *l) {
  PRESS_VEC(dated) all = {0};
  for (uint32_t i = 0; i < l->v->n_nodes; i++)
    if (l->v->nodes[i].kind == PRESS_NODE_ARTICLE)
      *PRESS_PUSH(l->a, &all) =
          (dated){press_view__value(&l->v->nodes[i], PRESS_KEY_DATE), i};
  if (all.n > 1) qsort(all.at, all.n, sizeof *all.at, by_date);
  for (uint32_t i = 0; i < all.n; i++) *PRESS_PUSH(l->a, &l->p->articles) = all.at[i].at;
}

static int by_place(const void *pa, const void *pb) {
  const placed *a = pa, *b = pb;
  if (a->first != b->first) return a->first < b->first ? -1 : 1;
  if (a->position != b->position) return a->position < b->position ? -1 : 1;
  return (a->at > b->at) - (a->at < b->at);
}

/** The statements of one article, in order. */
static placed *statements_of(planner *l, uint32_t article, uint32_t *n) {
  uint32_t at, many = press_view__in(l->v, article, PRESS_EDGE_PART_OF, &at);
  placed *all = PRESS_NEW(l->a, placed, many);
  uint32_t *first = PRESS_NEW(l->a, uint32_t, l->v->n_nodes + 1);
  *n = 0;
  for (uint32_t i = 0; i < many; i++) {
    uint32_t from = l->v->edges[l->v->incoming[at + i]].from;
    const press_view_node *node = &l->v->nodes[from];
    if (node->kind != PRESS_NODE_STATEMENT) continue;
    uint32_t speaker = press_plan__speaker(l->v, from);
    uint32_t position = number_of(press_view__value(node, PRESS_KEY_POSITION));
    uint32_t *f = &first[speaker == PRESS_NONE ? l->v->n_nodes : speaker];
    if (!*f || position < *f) *f = position;
    all[(*n)++] = (placed){from, article, 0, position, speaker};
  }
  for (uint32_t i = 0; i < *n; i++)
    all[i].first = first[all[i].speaker == PRESS_NONE ? l->v->n_nodes : all[i].speaker];
  if (*n > 1) qsort(all, *n, sizeof *all, by_place);
  return all;
}

/* ---- what may be shown ---- */

typedef struct weighed {
  uint32_t weight, at;
} weighed;

static int by_weight(const void *pa, const void *pb) {
  const weighed *a = pa, *b = pb;
  if (a->weight != b->weight) return a->weight > b->weight ? -1 : 1;
  return (a->at > b->at) - (a->at < b->at);
}

static uint32_t allowance(uint32_t articles, uint32_t first, uint32_t more,
                          uint32_t most) {
  uint32_t n = articles > 1 ? first + (articles - 1) * more : first;
  return n < most ? n : most;
}

/** Marks the weightiest of a kind among those that a statement or an event has. */
static void show_best(planner *l, press_node_kind kind, press_edge_kind edge,
                      uint32_t most, uint32_t *hidden) {
  PRESS_VEC(weighed) all = {0};
  for (uint32_t i = 0; i < l->v->n_nodes; i++) {
    if (l->v->nodes[i].kind != kind) continue;
    uint32_t at, n = press_view__in(l->v, i, edge, &at), used = 0;
    for (uint32_t k = 0; k < n && !used; k++)
      used = l->v->nodes[l->v->edges[l->v->incoming[at + k]].from].kind !=
             PRESS_NODE_ARTICLE;
    if (used) *PRESS_PUSH(l->a, &all) = (weighed){l->weight[i], i};
  }
  if (all.n > 1) qsort(all.at, all.n, sizeof *all.at, by_weight);
  for (uint32_t i = 0; i < all.n && i < most; i++) l->shown[all.at[i].at] = true;
  *hidden = all.n > most ? all.n - most : 0;
}

/* ---- nodes and edges ---- */

static uint32_t put(planner *l, uint32_t at, bool left) {
  uint32_t *where = left ? &l->left[at] : &l->right[at];
  if (*where == PRESS_NONE)
    *where = press_plan__add(l->a, l->p, press_plan__look(&l->v->nodes[at]), at, left);
  return *where;
}

static void draw(planner *l, uint32_t from, press_line line, uint32_t to) {
  *PRESS_PUSH(l->a, &l->p->edges) =
      (press_plan_edge){.from = from, .to = to, .line = line, .count = 1};
}

static bool comes_from(const press_view *v, uint32_t actor, uint32_t country) {
  uint32_t at,
      n = actor == PRESS_NONE ? 0 : press_view__out(v, actor, PRESS_EDGE_COUNTRY, &at);
  for (uint32_t i = 0; i < n; i++)
    if (v->edges[at + i].to == country) return true;
  return actor == country;
}

/** Edges from a statement to the weightiest topics of a kind. A speaker's own
 *  country comes last: that an envoy speaks of home is no news. */
static void draw_topics(planner *l, uint32_t node, uint32_t speaker, press_edge_kind kind,
                        press_line line, uint32_t most) {
  uint32_t at, n = press_view__out(l->v, l->p->nodes.at[node].at, kind, &at);
  PRESS_VEC(weighed) all = {0};
  for (uint32_t i = 0; i < n; i++) {
    uint32_t to = l->v->edges[at + i].to;
    if (!l->shown[to]) continue;
    bool own = line == PRESS_LINE_COUNTRY && comes_from(l->v, speaker, to);
    *PRESS_PUSH(l->a, &all) = (weighed){own ? 0 : l->weight[to] + 1, to};
  }
  if (all.n > 1) qsort(all.at, all.n, sizeof *all.at, by_weight);
  for (uint32_t i = 0; i < all.n && i < most; i++)
    draw(l, node, line, put(l, all.at[i].at, false));
}

static void plan_article(planner *l, uint32_t index) {
  uint32_t n, unknown = PRESS_NONE;
  placed *all = statements_of(l, l->p->articles.at[index], &n);
  for (uint32_t i = 0; i < n; i++) {
    uint32_t who = all[i].speaker;
    uint32_t node = press_plan__add(l->a, l->p, PRESS_LOOK_STATEMENT, all[i].at, false);
    l->p->nodes.at[node].article = index;
    if (who == PRESS_NONE && unknown == PRESS_NONE) {
      unknown = press_plan__add(l->a, l->p, PRESS_LOOK_UNKNOWN, PRESS_NONE, true);
      l->p->nodes.at[unknown].article = index;
    }
    uint32_t speaker = who == PRESS_NONE ? unknown : put(l, who, true);
    l->p->nodes.at[speaker].count++;
    draw(l, speaker, PRESS_LINE_SAYS, node);
    draw_topics(l, node, who, PRESS_EDGE_ABOUT, PRESS_LINE_ABOUT, ISSUES_A_STATEMENT);
    draw_topics(l, node, who, PRESS_EDGE_MENTIONS, PRESS_LINE_COUNTRY,
                COUNTRIES_A_STATEMENT);
  }
}

/* ---- events ---- */

static int by_worth(const void *pa, const void *pb) {
  const happening *a = pa, *b = pb;
  if (a->unreal != b->unreal) return a->unreal ? 1 : -1;
  if (a->count != b->count) return a->count > b->count ? -1 : 1;
  return (a->at > b->at) - (a->at < b->at);
}

static bool alike(const happening *a, const happening *b) {
  return a->agent == b->agent && a->object == b->object &&
         press_str__eq(a->type, b->type) && press_str__eq(a->status, b->status);
}

static int by_likeness(const void *pa, const void *pb) {
  const happening *a = pa, *b = pb;
  if (a->agent != b->agent) return a->agent < b->agent ? -1 : 1;
  if (a->object != b->object) return a->object < b->object ? -1 : 1;
  int c = press_str__cmp(a->type, b->type);
  if (!c) c = press_str__cmp(a->status, b->status);
  return c ? c : (a->at > b->at) - (a->at < b->at);
}

static void plan_events(planner *l) {
  PRESS_VEC(happening) all = {0};
  for (uint32_t i = 0; i < l->v->n_nodes; i++) {
    uint32_t agent, object;
    const press_view_node *node = &l->v->nodes[i];
    if (node->kind != PRESS_NODE_EVENT) continue;
    if (!press_view__out(l->v, i, PRESS_EDGE_AGENT, &agent)) continue;
    if (!press_view__out(l->v, i, PRESS_EDGE_OBJECT, &object)) continue;
    happening h = {i,
                   l->v->edges[agent].to,
                   l->v->edges[object].to,
                   1,
                   false,
                   press_view__value(node, PRESS_KEY_TYPE),
                   press_view__value(node, PRESS_KEY_STATUS)};
    h.unreal = h.status.n > 0;
    if (h.agent != h.object) *PRESS_PUSH(l->a, &all) = h;
  }
  if (all.n > 1) qsort(all.at, all.n, sizeof *all.at, by_likeness);
  uint32_t n = 0;
  for (uint32_t i = 0; i < all.n; i++) {
    if (n && alike(&all.at[n - 1], &all.at[i]))
      all.at[n - 1].count++;
    else
      all.at[n++] = all.at[i];
  }
  if (n > 1) qsort(all.at, n, sizeof *all.at, by_worth);
  uint32_t most = allowance(l->p->articles.n, EVENTS, EVENTS_PER_ARTICLE, EVENTS_MOST);
  l->p->hidden_events = n > most ? n - most : 0;
  for (uint32_t i = 0; i < n && i < most; i++) {
    happening *h = &all.at[i];
    uint32_t from = put(l, h->agent, true);
    bool speaks = l->left[h->object] != PRESS_NONE &&
                  l->v->nodes[h->object].kind != PRESS_NODE_COUNTRY;
    uint32_t to = put(l, h->object, speaks);
    uint32_t node = press_plan__add(l->a, l->p, PRESS_LOOK_EVENT, h->at, false);
    l->p->nodes.at[node].count = h->count;
    draw(l, from, PRESS_LINE_AGENT, node);
    draw(l, node, PRESS_LINE_OBJECT, to);
  }
}

/* ---- order in the columns ---- */

typedef struct mean {
  uint64_t sum;
  uint32_t n;
} mean;

static void average(mean *m, uint32_t place) {
  m->sum += place;
  m->n++;
}

/** Statements stand in their order, and what hangs on them at their mean place. */
static uint32_t place_by_statements(planner *l, mean *means) {
  press_plan *p = l->p;
  uint32_t next = 0;
  for (uint32_t i = 0; i < p->nodes.n; i++)
    if (p->nodes.at[i].look == PRESS_LOOK_STATEMENT) p->nodes.at[i].place = 100 * ++next;
  for (uint32_t i = 0; i < p->edges.n; i++) {
    const press_plan_edge *e = &p->edges.at[i];
    if (e->line == PRESS_LINE_SAYS)
      average(&means[e->from], p->nodes.at[e->to].place);
    else if (e->line == PRESS_LINE_ABOUT || e->line == PRESS_LINE_COUNTRY)
      average(&means[e->to], p->nodes.at[e->from].place);
  }
  for (uint32_t i = 0; i < p->nodes.n; i++)
    if (means[i].n) p->nodes.at[i].place = (uint32_t)(means[i].sum / means[i].n);
  return 100 * (next + 1);
}

/** Events stand over the statements or under them, whichever is nearer to their
 *  actors; actors of events alone stand level with their events. */
static void place_by_events(planner *l, const mean *means, uint32_t end) {
  press_plan *p = l->p;
  mean *events = PRESS_NEW(l->a, mean, p->nodes.n);
  for (uint32_t i = 0; i < p->edges.n; i++) {
    const press_plan_edge *e = &p->edges.at[i];
    if (e->line != PRESS_LINE_AGENT && e->line != PRESS_LINE_OBJECT) continue;
    uint32_t event = e->line == PRESS_LINE_AGENT ? e->to : e->from;
    uint32_t actor = e->line == PRESS_LINE_AGENT ? e->from : e->to;
    if (means[actor].n) average(&events[event], p->nodes.at[actor].place);
  }
  for (uint32_t i = 0; i < p->nodes.n; i++) {
    if (p->nodes.at[i].look != PRESS_LOOK_EVENT) continue;
    bool over = events[i].n && events[i].sum / events[i].n < end / 2;
    p->nodes.at[i].place = over ? 0 : end;
  }
  for (uint32_t i = 0; i < p->edges.n; i++) {
    const press_plan_edge *e = &p->edges.at[i];
    if (e->line == PRESS_LINE_AGENT && !means[e->from].n)
      p->nodes.at[e->from].place = p->nodes.at[e->to].place;
    if (e->line == PRESS_LINE_OBJECT && !means[e->to].n)
      p->nodes.at[e->to].place = p->nodes.at[e->from].place;
  }
}

static void place_all(planner *l) {
  press_plan *p = l->p;
  mean *means = PRESS_NEW(l->a, mean, p->nodes.n);
  uint32_t end = place_by_statements(l, means);
  place_by_events(l, means, end);
  for (uint32_t i = 0; i < p->edges.n; i++) {
    press_plan_edge *e = &p->edges.at[i];
    e->below = p->nodes.at[e->from].place < p->nodes.at[e->to].place;
  }
}

typedef struct standing {
  uint32_t column, place, node;
} standing;

static int by_standing(const void *pa, const void *pb) {
  const standing *a = pa, *b = pb;
  if (a->column != b->column) return a->column < b->column ? -1 : 1;
  if (a->place != b->place) return a->place < b->place ? -1 : 1;
  return (a->node > b->node) - (a->node < b->node);
}

static void order_all(planner *l) {
  press_plan *p = l->p;
  standing *all = PRESS_NEW(l->a, standing, p->nodes.n);
  for (uint32_t i = 0; i < p->nodes.n; i++) {
    const press_plan_node *n = &p->nodes.at[i];
    bool middle = n->look == PRESS_LOOK_STATEMENT || n->look == PRESS_LOOK_EVENT;
    all[i] = (standing){n->left ? 0 : middle ? 1 : 2, n->place, i};
  }
  if (p->nodes.n > 1) qsort(all, p->nodes.n, sizeof *all, by_standing);
  for (uint32_t i = 0; i < p->nodes.n; i++) *PRESS_PUSH(l->a, &p->order) = all[i].node;
}

/* ---- all ---- */

static void count(press_plan *p) {
  const press_view *v = p->view;
  for (uint32_t i = 0; i < v->n_nodes; i++) {
    uint32_t at;
    p->n_statements += v->nodes[i].kind == PRESS_NODE_STATEMENT;
    p->n_events += v->nodes[i].kind == PRESS_NODE_EVENT;
    p->n_speakers += press_view__out(v, i, PRESS_EDGE_SAYS, &at) > 0;
  }
}

static uint32_t *nowhere(press_arena *a, uint32_t n) {
  uint32_t *at = PRESS_NEW(a, uint32_t, n);
  for (uint32_t i = 0; i < n; i++) at[i] = PRESS_NONE;
  return at;
}

void press_plan__make(press_arena *a, const press_view *view, press_plan *out) {
  *out = (press_plan){.view = view};
  planner l = {.a = a, .p = out, .v = view, .weight = press_plan__weights(a, view)};
  count(out);
  order_articles(&l);
  if (out->n_statements + out->n_speakers > MAX_NODES) {
    press_plan__sum(a, out, l.weight);
    return;
  }
  l.shown = PRESS_NEW(a, bool, view->n_nodes);
  l.left = nowhere(a, view->n_nodes);
  l.right = nowhere(a, view->n_nodes);
  uint32_t n = out->articles.n;
  show_best(&l, PRESS_NODE_ISSUE, PRESS_EDGE_ABOUT,
            allowance(n, ISSUES, ISSUES_PER_ARTICLE, ISSUES_MOST), &out->hidden_issues);
  show_best(&l, PRESS_NODE_COUNTRY, PRESS_EDGE_MENTIONS,
            allowance(n, COUNTRIES, COUNTRIES_PER_ARTICLE, COUNTRIES_MOST),
            &out->hidden_countries);
  for (uint32_t i = 0; i < n; i++) plan_article(&l, i);
  plan_events(&l);
  place_all(&l);
  order_all(&l);
}
