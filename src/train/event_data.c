#include "train/event_data.h"

/** The token of a phrase whose head stands outside of it. */
static uint32_t head_of(const press_doc *doc, press_range at) {
  for (uint32_t i = at.begin; i < at.end; i++) {
    uint32_t h = doc->ling.words[i].head;
    bool mark = doc->ling.words[i].upos == PRESS_UPOS_PUNCT;
    if (!mark && (h < at.begin || h >= at.end)) return i;
  }
  return at.begin;
}

/** The first mention of the actor with that name. */
static const press_mention *mention_of(const press_doc *doc, press_str name) {
  for (uint32_t i = 0; i < doc->found.n_mentions; i++) {
    const press_mention *m = &doc->found.mentions[i];
    if (press_str__eq(doc->found.entities[m->who.id].name, name)) return m;
  }
  return NULL;
}

static bool add_actor(press_doc *doc, const t_actor *x, press_mention *m) {
  if (x->end <= x->begin || !x->name.n) return false;
  press_range at = {press_text__token_at(&doc->text, x->begin),
                    press_text__token_at(&doc->text, x->end - 1) + 1};
  if (at.begin >= doc->text.n_tokens || at.end > doc->text.n_tokens) return false;
  uint32_t id = 0;
  while (id < doc->found.n_entities &&
         !press_str__eq(doc->found.entities[id].name, x->name))
    id++;
  if (id == doc->found.n_entities) doc->found.n_entities++;
  press_entity *e = &doc->found.entities[id];
  e->name = x->name;
  e->type = PRESS_ORGANIZATION;
  e->country = PRESS_NONE;
  *m = (press_mention){.at = at,
                       .np = at,
                       .head = head_of(doc, at),
                       .who = {PRESS_ENTITY, id},
                       .kind = PRESS_MENTION_ROLE};
  return true;
}

void press_event_data__build(press_doc *doc, const press_engine *engine, press_str text,
                             const t_actor *actors, uint32_t n, press_context *cx) {
  press_arena *a = &doc->arena;
  press_text__build(a, text, &doc->text);
  press_ling__build(a, engine->model, &engine->lexicon, &doc->text, &doc->ling);
  press_mention *mentions = PRESS_NEW(a, press_mention, n);
  doc->found.entities = PRESS_NEW(a, press_entity, n);
  for (uint32_t i = 0; i < n && doc->ling.words; i++)
    doc->found.n_mentions += add_actor(doc, &actors[i], &mentions[doc->found.n_mentions]);
  doc->found.mentions = mentions;
  *cx = (press_context){.arena = a,
                        .lex = &engine->lexicon,
                        .text = &doc->text,
                        .ling = &doc->ling,
                        .article = &doc->article,
                        .options = &engine->options,
                        .model = engine->model};
}

bool press_event_data__features(const press_doc *doc, const press_context *cx,
                                press_features *out) {
  static const press_who nobody = {PRESS_NOBODY, 0};
  const press_mention *s = mention_of(doc, S("s")), *o = mention_of(doc, S("t"));
  if (!s && !o) return false;
  press_tree t;
  press_trigger g;
  bool found = false;
  uint32_t agent = s ? s->head : PRESS_NONE, target = o ? o->head : PRESS_NONE;
  press_tree__build(cx, &doc->found, &t);
  bool any = press_event__between(&t, s ? s->who : nobody, o ? o->who : nobody, agent,
                                  target, &g, &found);
  press_event__features(&t, agent, target, any ? &g : NULL, found, out);
  return true;
}

uint32_t press_event_data__group(press_str text) {
  uint32_t h = 2166136261u;
  for (size_t i = 0; i < text.n; i++) {
    char c = text.at[i];
    if (c >= 'A' && c <= 'Z') c = (char)(c + 32);
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
      h = (h ^ (uint8_t)c) * 16777619u;
  }
  return h >> 8;
}
