/** Events between given actors, for tools/eval-events: how well the lexicon and the
 *  tree do when names and entities cannot be wrong.
 *
 *  Input lines: text TAB begin,end,name [TAB begin,end,name]... (bytes; the name may not
 *  hold a comma). Output lines: TYPE,agent,target,real|neg|hyp for each event, divided by
 *  TABs; where there is no event from the first actor to the second, the type that the
 *  lexicon would guess stands behind "guess,". */
#include "doc.h"

#include "base/limits.h"
#include "base/vec.h"
#include "find/event.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MOST_ACTORS   64
#define BONUS_AGENT   2.0f  /* the first actor does it */
#define BONUS_BETWEEN 1.0f  /* it stands between the two */
#define SHARE_LATER   0.01f /* of equals the first */

typedef struct given {
  press_mention mentions[MOST_ACTORS];
  press_entity entities[MOST_ACTORS];
  uint32_t n;
} given;

/** The token of a phrase whose head stands outside of it. */
static uint32_t head_of(const press_doc *doc, press_range at) {
  for (uint32_t i = at.begin; i < at.end; i++) {
    uint32_t h = doc->ling.words[i].head;
    if (h < at.begin || h >= at.end) return i;
  }
  return at.begin;
}

static void add_actor(press_doc *doc, given *g, press_str field) {
  press_str name;
  uint32_t begin = (uint32_t)strtoul(field.at, NULL, 10);
  press_str__cut(field, ',', &field);
  uint32_t end = field.at ? (uint32_t)strtoul(field.at, NULL, 10) : 0;
  press_str__cut(field, ',', &name);
  if (g->n == MOST_ACTORS || end <= begin || !name.n) return;
  press_range at = {press_text__token_at(&doc->text, begin),
                    press_text__token_at(&doc->text, end - 1) + 1};
  if (at.begin >= doc->text.n_tokens || at.end > doc->text.n_tokens) return;
  uint32_t id = 0;
  while (id < g->n && !press_str__eq(g->entities[id].name, name)) id++;
  g->entities[id].name = name;
  g->entities[id].type = PRESS_ORGANIZATION;
  g->entities[id].country = PRESS_NONE;
  g->mentions[g->n++] = (press_mention){.at = at,
                                        .np = at,
                                        .head = head_of(doc, at),
                                        .who = {PRESS_ENTITY, id},
                                        .kind = PRESS_MENTION_ROLE};
}

static void print_events(const press_doc *doc) {
  for (uint32_t i = 0; i < doc->found.n_events; i++) {
    const press_event *e = &doc->found.events[i];
    press_str agent = doc->found.entities[e->agent.id].name;
    press_str target = doc->found.entities[e->target.id].name;
    printf("%s,%.*s,%.*s,%s\t", press_event_type_name(e->type), SFMT(agent), SFMT(target),
           e->negated        ? "neg"
           : e->hypothetical ? "hyp"
                             : "real");
  }
}

static bool pair_found(const press_doc *doc) {
  for (uint32_t i = 0; i < doc->found.n_events; i++) {
    const press_event *e = &doc->found.events[i];
    if (e->agent.id == 0 && e->target.id == 1) return true;
  }
  return false;
}

static float rank(const press_tree *t, const press_trigger *g, const given *pair) {
  press_actors agents;
  press_event__agents(t, g, &agents);
  float r = g->weight - SHARE_LATER * (float)g->head;
  for (uint32_t i = 0; i < agents.n; i++)
    if (agents.at[i].who.id == 0) r += BONUS_AGENT;
  uint32_t a = pair->mentions[0].head, b = pair->mentions[1].head;
  if ((g->head > a) != (g->head > b)) r += BONUS_BETWEEN;
  return r;
}

static void print_guess(const press_context *cx, const press_doc *doc,
                        const given *pair) {
  press_tree t;
  press_tree__build(cx, &doc->found, &t);
  float best = 0;
  uint8_t type = PRESS_EVENT_NONE;
  for (uint32_t i = 0; i < t.n; i++) {
    press_trigger g;
    if (!press_event__trigger(&t, i, &g) || g.type == PRESS_EVENT_NONE) continue;
    float r = rank(&t, &g, pair) + BONUS_BETWEEN;
    if (r <= best) continue;
    press_mood mood = press_event__mood(&t, &g);
    best = r;
    type = press_event__type(&t, &g, &mood);
  }
  const char *name = press_event_type_name((press_event_type)type);
  printf("guess,%s", name ? name : "NONE");
}

static void read_line(press_engine *engine, press_str line) {
  static press_doc doc;
  static jmp_buf full;
  doc = (press_doc){0};
  press_arena__init(&doc.arena, PRESS_LIMIT_ARENA_TOTAL, &full);
  if (setjmp(full)) exit(2);
  press_str fields;
  press_str text = press_str__cut(line, '\t', &fields);
  press_text__build(&doc.arena, text, &doc.text);
  press_ling__build(&doc.arena, engine->model, &engine->lexicon, &doc.text, &doc.ling);
  static given g;
  g = (given){0};
  while (fields.at) add_actor(&doc, &g, press_str__cut(fields, '\t', &fields));
  doc.found.mentions = g.mentions;
  doc.found.n_mentions = g.n;
  doc.found.entities = g.entities;
  doc.found.n_entities = g.n;
  press_context cx = {&doc.arena, &engine->lexicon, &doc.text,
                      &doc.ling,  &doc.article,     &engine->options};
  press_find__events(&cx, &doc.found);
  print_events(&doc);
  if (g.n == 2 && doc.ling.words && !pair_found(&doc)) print_guess(&cx, &doc, &g);
  putchar('\n');
  press_arena__clear(&doc.arena);
}

int main(void) {
  press_engine *engine = NULL;
  press_error err = {0};
  if (press_engine_new(&engine, NULL, &err)) {
    fprintf(stderr, "event-pairs: %s\n", err.message);
    return 2;
  }
  char *line = NULL;
  size_t cap = 0;
  ssize_t n;
  while ((n = getline(&line, &cap, stdin)) > 0) {
    if (line[n - 1] == '\n') n--;
    read_line(engine, (press_str){line, (size_t)n});
  }
  free(line);
  press_engine_free(engine);
  return 0;
}
