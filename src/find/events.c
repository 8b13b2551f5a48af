/** Who did what to whom: events between actors, typed with the PLOVER types. */
#include "base/vec.h"
#include "find/event.h"

#include <stdlib.h>

/** Told by a noun alone ("Iranian attack on ..."): taken for granted, not reported. */
#define SHARE_NOUN 0.75f
/** Headlines are terse, and parsed worse. */
#define SHARE_HEADLINE 0.9f
/** Below this an event is more often wrong than right. */
#define LEAST_SCORE 0.35f
/** Events of one trigger: coordinated actors on both sides. */
#define MOST_PAIRS 6

/** An event as it is collected. */
typedef struct candidate {
  press_event event;
  bool back; /**< the other direction of a reciprocal one */
} candidate;

typedef PRESS_VEC(candidate) events;

static float score_of(const press_tree *t, const press_trigger *g,
                      const press_actor *agent, const press_actor *target) {
  float s = g->weight * agent->score * target->score;
  if (g->verb == PRESS_NONE) s *= SHARE_NOUN;
  const press_text *text = t->cx->text;
  uint32_t para = text->sentences[text->tokens[g->head].sentence].para;
  if (text->paras[para].kind != PRESS_PARA_BODY) s *= SHARE_HEADLINE;
  return s;
}

static bool same(press_who a, press_who b) {
  return a.kind == b.kind && a.id == b.id;
}

static uint32_t country_of(const press_tree *t, press_who who) {
  if (who.kind == PRESS_COUNTRY) return who.id;
  return who.kind == PRESS_ENTITY ? t->found->entities[who.id].country : UINT32_MAX;
}

/** A country and its own: "Mr Pompeo praised American workers" names no second side,
 *  "Norway arrested Norwegian sailors" does. */
static bool own(const press_tree *t, uint8_t type, press_who agent, press_who target) {
  if (same(agent, target)) return true;
  uint32_t home = country_of(t, agent);
  if (home == UINT32_MAX || home != country_of(t, target)) return false;
  if (target.kind == PRESS_COUNTRY) return agent.kind == PRESS_ENTITY;
  return t->found->entities[target.id].unnamed && type < PRESS_REQUEST;
}

/** "Ann Orr flew to Bergen" is no visit to Norway when nobody knows where she is from. */
static bool journey(const press_tree *t, uint8_t type, const press_actor *agent,
                    const press_actor *target) {
  bool moves = type == PRESS_CONSULT || type == PRESS_RETREAT || type == PRESS_AGREE;
  return moves && target->local && country_of(t, agent->who) == UINT32_MAX;
}

static bool named_person(const press_tree *t, press_who who) {
  if (who.kind != PRESS_ENTITY) return false;
  const press_entity *e = &t->found->entities[who.id];
  return e->type == PRESS_PERSON && !e->unnamed;
}

static bool in_words(const press_tree *t, const press_trigger *g, press_who agent,
                     press_who target) {
  return (g->flags & PRESS_EVENT_VERBAL) && named_person(t, agent) &&
         named_person(t, target);
}

/** What is known of a trigger before its actors: `first` heads the phrase that the
 *  clause begins with. */
typedef struct telling {
  const press_trigger *g;
  uint8_t type;
  press_mood mood;
  press_tense tense;
  uint32_t first;
  bool reciprocal;
} telling;

static void add_event(const press_tree *t, const telling *x, const press_actor *agent,
                      const press_actor *target, events *out) {
  const press_trigger *g = x->g;
  uint8_t type = x->type;
  float score = score_of(t, g, agent, target);
  float least = t->cx->options ? t->cx->options->min_score : 0;
  if (score < LEAST_SCORE || score < least || own(t, type, agent->who, target->who) ||
      journey(t, type, agent, target))
    return;
  if (g->type == PRESS_ASSAULT && in_words(t, g, agent->who, target->who))
    type = PRESS_ACCUSE;
  else
    type = press_event__learnt(t, g, agent->token, target->token, type);
  press_event e = {.type = (press_event_type)type,
                   .agent = agent->who,
                   .target = target->who,
                   .negated = x->mood.negated,
                   .hypothetical = x->mood.hypothetical,
                   .score = score,
                   .tense = x->tense,
                   .reciprocal = x->reciprocal};
  press_event__words(t, g, x->first, target->token, &e);
  press_event__traits(t, g, &e);
  *PRESS_PUSH(t->cx->arena, out) = (candidate){e, false};
  if (!x->reciprocal) return;
  e.agent = target->who;
  e.target = agent->who;
  *PRESS_PUSH(t->cx->arena, out) = (candidate){e, true};
}

/** "A and B met": the first acts on the others. */
static void split_sides(press_actors *agents, press_actors *targets) {
  for (uint32_t i = 1; i < agents->n; i++) targets->at[targets->n++] = agents->at[i];
  agents->n = 1;
}

static void read_trigger(const press_tree *t, uint32_t token, events *out) {
  press_trigger g;
  if (!press_event__trigger(t, token, &g) || g.type == PRESS_EVENT_NONE) return;
  if (press_event__owned(t, &g)) return;
  press_actors agents, targets;
  press_event__agents(t, &g, &agents);
  if (!agents.n) return;
  press_event__targets(t, &g, &agents, &targets);
  telling x = {.g = &g, .first = agents.at[0].token};
  x.reciprocal = !targets.n && agents.n > 1 && (g.flags & PRESS_EVENT_BOTH);
  if (x.reciprocal) split_sides(&agents, &targets);
  x.mood = press_event__mood(t, &g);
  x.tense = press_event__tense(t, &g, &x.mood);
  x.type = press_event__type(t, &g, &x.mood);
  if (x.type == PRESS_EVENT_NONE) return;
  uint32_t pairs = 0;
  for (uint32_t i = 0; i < agents.n; i++)
    for (uint32_t k = 0; k < targets.n && pairs < MOST_PAIRS; k++, pairs++)
      add_event(t, &x, &agents.at[i], &targets.at[k], out);
}

static bool repeats(const press_event *a, const press_event *b) {
  return a->type == b->type && same(a->agent, b->agent) && same(a->target, b->target);
}

/** Of events of one sentence that say the same, the best stays. */
static void merge_repeats(events *list, uint32_t from) {
  uint32_t n = from;
  for (uint32_t i = from; i < list->n; i++) {
    uint32_t k = from;
    while (k < n && !repeats(&list->at[k].event, &list->at[i].event)) k++;
    if (k == n)
      list->at[n++] = list->at[i];
    else if (list->at[i].event.score > list->at[k].event.score)
      list->at[k] = list->at[i];
  }
  list->n = n;
}

static int compare(uint32_t a, uint32_t b) {
  return a < b ? -1 : a > b;
}

static int by_span(const void *x, const void *y) {
  const candidate *p = x, *q = y;
  const press_event *a = &p->event, *b = &q->event;
  int c = compare(a->spans.at[0].begin, b->spans.at[0].begin);
  if (!c) c = compare(a->spans.at[0].end, b->spans.at[0].end);
  if (!c) c = compare(a->cue_spans.at[0].begin, b->cue_spans.at[0].begin);
  if (!c) c = compare(p->back, q->back);
  if (!c) c = compare((uint32_t)a->agent.kind, (uint32_t)b->agent.kind);
  if (!c) c = compare(a->agent.id, b->agent.id);
  if (!c) c = compare((uint32_t)a->target.kind, (uint32_t)b->target.kind);
  return c ? c : compare(a->target.id, b->target.id);
}

void press_find__events(const press_context *cx, press_found *f) {
  if (!cx->ling->words || !cx->text->n_tokens) return;
  press_tree t;
  press_tree__build(cx, f, &t);
  events list = {0};
  for (uint32_t s = 0; s < cx->text->n_sentences; s++) {
    uint32_t from = list.n;
    for (uint32_t i = cx->text->sentences[s].begin; i < cx->text->sentences[s].end; i++)
      read_trigger(&t, i, &list);
    merge_repeats(&list, from);
  }
  if (list.n) qsort(list.at, list.n, sizeof *list.at, by_span);
  f->events = PRESS_NEW(cx->arena, press_event, list.n);
  for (uint32_t i = 0; i < list.n; i++) f->events[i] = list.at[i].event;
  f->n_events = list.n;
}
