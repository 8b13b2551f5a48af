/** The learnt type of an event: rules find the words that tell it and who is meant, the
 *  classifier (data/event_types.bin) says what it is. */
#include "find/event.h"

/* Ranks of triggers for a given pair. */
#define BONUS_ACTOR   2.0f
#define BONUS_BETWEEN 1.0f
#define SHARE_LATER   0.01f /* of equals the first */
/** By how much the classifier must be surer of another type than of the rules'. */
#define MARGIN 0.8f

static bool has(const press_actors *list, press_who who) {
  return press_event__has(list, who);
}

bool press_event__between(const press_tree *t, press_who agent, press_who target,
                          uint32_t agent_token, uint32_t target_token, press_trigger *out,
                          bool *found) {
  const press_text *text = t->cx->text;
  uint32_t one = agent_token != PRESS_NONE ? agent_token : target_token;
  const press_sentence *s = &text->sentences[text->tokens[one].sentence];
  float best = -1;
  *found = false;
  for (uint32_t i = s->begin; i < s->end; i++) {
    press_trigger g;
    press_actors agents, targets;
    if (!press_event__trigger(t, i, &g) || g.type == PRESS_EVENT_NONE) continue;
    press_event__agents(t, &g, &agents);
    press_event__targets(t, &g, &agents, &targets);
    bool does = agent.kind && has(&agents, agent);
    bool hit = target.kind && has(&targets, target);
    bool owned = press_event__owned(t, &g);
    float r = g.weight - SHARE_LATER * (float)(g.head - s->begin);
    r += BONUS_ACTOR * (float)(does + (hit && !owned));
    if ((g.head > agent_token) != (g.head > target_token)) r += BONUS_BETWEEN;
    if (best >= 0 && r <= best) continue;
    best = r < 0 ? 0 : r;
    *out = g;
    *found = does && hit && !owned;
  }
  return best >= 0;
}

/** Formal sanctions are SANCTION here, as in PLOVER's manual; the classifier has learnt
 *  from data where they are COERCE. */
static bool formal(const press_tree *t, const press_trigger *g, uint8_t rule) {
  bool penalty = false;
  for (uint32_t i = 0; i < g->n_cue; i++)
    penalty |= press_event__class(t, g->cue[i], S("penalty"));
  return penalty && rule == PRESS_SANCTION;
}

static uint8_t type_of(press_str label, uint8_t rule) {
  if (press_str__eq(label, S("YIELD"))) /* CONCEDE in words, RETREAT in deeds */
    return rule == PRESS_CONCEDE ? PRESS_CONCEDE : PRESS_RETREAT;
  for (int i = PRESS_AGREE; i <= PRESS_ASSAULT; i++)
    if (press_str__eq(label, press_str__of(press_event_type_name((press_event_type)i))))
      return (uint8_t)i;
  return rule;
}

/** How likely the classifier holds a type to be. */
static float share(const press_linear *m, const float *p, uint8_t rule) {
  for (uint32_t i = 0; i < m->n_labels; i++)
    if (type_of(m->labels[i], rule) == rule) return p[i];
  return 0;
}

uint8_t press_event__learnt(const press_tree *t, const press_trigger *g, uint32_t agent,
                            uint32_t target, uint8_t rule) {
  const press_linear *m = &t->cx->lex->event_types;
  if (!m->n_labels || formal(t, g, rule)) return rule;
  press_features f = {0};
  float p[PRESS_LINEAR_LABELS];
  press_arena_mark mark = press_arena__mark(t->cx->arena);
  press_event__features(t, agent, target, g, true, &f);
  press_linear__apply(m, &f, p);
  press_arena__rewind(t->cx->arena, mark);
  uint32_t best = press_linear__best(m, p);
  return p[best] > share(m, p, rule) + MARGIN ? type_of(m->labels[best], rule) : rule;
}
