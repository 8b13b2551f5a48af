/** Who a transcript's label is: "ORR" by the last name of a person of the article,
 *  "A" the person interviewed, "Q" the one who signs the piece. */
#include "find/statement.h"

static press_str lower(press_arena *a, press_str s) {
  char *p = press_str__cstr(a, s);
  for (size_t i = 0; i < s.n; i++)
    if (p[i] >= 'A' && p[i] <= 'Z') p[i] = (char)(p[i] - 'A' + 'a');
  return (press_str){p, s.n};
}

/** "NM" of Neo Mothibi, in lower case; empty for a single word. */
static press_str initials(press_arena *a, press_str name) {
  char *p = press_arena__alloc(a, name.n);
  size_t n = 0;
  for (size_t i = 0; i < name.n; i++)
    if (i == 0 || name.at[i - 1] == ' ') p[n++] = name.at[i];
  return n > 1 ? lower(a, (press_str){p, n}) : (press_str){0};
}

static void put(const press_stating *s, press_map *map, press_str key, uint32_t id) {
  uint32_t *at = key.n ? press_map__put(s->arena, map, key) : NULL;
  if (at && *at == PRESS_NONE) *at = id;
}

/** Last names and initials of persons; what two persons share finds the first. */
static press_map last_names(const press_stating *s) {
  press_map map = {0};
  for (uint32_t i = 0; i < s->f->n_entities; i++) {
    const press_entity *e = &s->f->entities[i];
    if (e->type != PRESS_PERSON || !e->name.n) continue;
    put(s, &map, lower(s->arena, press_str__last_word(e->name)), i);
    if (!e->unnamed) put(s, &map, initials(s->arena, e->name), i);
  }
  return map;
}

/** Whether the paragraph signs the piece: "By ...", "Interview by ...". */
static bool is_signature(const press_stating *s, uint32_t para) {
  const press_para *p = &s->text->paras[para];
  if (p->kind == PRESS_PARA_BYLINE) return true;
  for (uint32_t i = p->begin; i < p->end && i < p->begin + 2; i++)
    if (press_stating__is(s, i, S("by"))) return true;
  return false;
}

static bool is_person(const press_stating *s, const press_mention *m) {
  return m->who.kind == PRESS_ENTITY && s->f->entities[m->who.id].type == PRESS_PERSON;
}

typedef struct parties {
  press_who asked, asking;
} parties;

/** The first person named before the turns that does not sign is who answers. */
static parties find_parties(const press_stating *s, uint32_t first_turn) {
  parties out = {{PRESS_NOBODY, 0}, {PRESS_NOBODY, 0}};
  for (uint32_t i = 0; i < s->f->n_mentions; i++) {
    const press_mention *m = &s->f->mentions[i];
    if (m->at.begin >= first_turn) break;
    if (!is_person(s, m) || m->kind == PRESS_MENTION_PRONOUN) continue;
    press_who *side =
        is_signature(s, press_stating__para(s, m->at.begin)) ? &out.asking : &out.asked;
    if (side->kind == PRESS_NOBODY) *side = m->who;
  }
  return out;
}

static press_who who_is(const press_stating *s, const press_map *names, const parties *p,
                        press_range label) {
  press_str word = press_stating__low(s, label.end - 1);
  if (press_str__eq(press_stating__low(s, label.begin), S("q"))) return p->asking;
  if (press_str__eq(press_stating__low(s, label.begin), S("a"))) return p->asked;
  press_who who = press_find__who(s->f, label);
  if (who.kind != PRESS_NOBODY) return who;
  uint32_t id = press_map__get(names, word);
  return id == PRESS_NONE ? who : (press_who){PRESS_ENTITY, id};
}

void press_claim__labels(press_stating *s) {
  press_map names = {0};
  parties sides = {{PRESS_NOBODY, 0}, {PRESS_NOBODY, 0}};
  bool ready = false;
  for (uint32_t i = 0; i < s->claims.n; i++) {
    press_claim *c = &s->claims.at[i];
    if (c->gone || !c->verbatim) continue;
    if (!ready) {
      names = last_names(s);
      sides = find_parties(s, c->source.begin);
      ready = true;
    }
    c->speaker = who_is(s, &names, &sides, c->source);
  }
}
