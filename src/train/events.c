/** Learning the types of events, and events between given actors.
 *
 *    press-train events DATA OUT [key=value]...
 *
 *  reads DATA/events/plover-train.jsonl, prints the cross-validation, writes OUT. The
 *  keys are those of press_fit__option(); "to=PATH" writes each fold's classifier into
 *  PATH.0, PATH.1 ..., "write=0" no OUT.
 *
 *    press-train event-pairs [MODEL...]
 *
 *  Input lines: text TAB begin,end,name [TAB begin,end,name]... (bytes; the name may not
 *  hold a comma). Output lines: TYPE,agent,target,real|neg|hyp for each event, divided by
 *  TABs, and behind "guess," the type from actor "s" to actor "t", whether the stage
 * found it or not. A text alone goes through the whole pipeline:
 * TYPE,real|neg|hyp,code,spans, code,spans for each event, code and spans of agent and
 * target. With several MODELs (of the folds) each text is judged by that one which has
 * not seen it. */
#include "train/commands.h"
#include "train/event_data.h"
#include "train/linear.h"

#include "base/limits.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MOST_ACTORS 64
#define MOST_MODELS 32

static press_engine *new_engine(void) {
  press_engine *engine = NULL;
  press_error err = {0};
  if (press_engine_new(&engine, NULL, &err))
    fprintf(stderr, "press-train: %s\n", err.message);
  return engine;
}

/* ---- Learning ---- */

/** "<s>A</s> met <t>B</t>.": the text without the marks, and whom they mark. */
static press_str unmark(press_arena *a, press_str marked, t_actor *actors, uint32_t *n) {
  char *text = press_arena__alloc(a, marked.n + 1);
  uint32_t out = 0;
  *n = 0;
  for (size_t i = 0; i < marked.n;) {
    press_str rest = press_str__sub(marked, i, marked.n);
    bool s = press_str__starts(rest, S("<s>")), t = press_str__starts(rest, S("<t>"));
    bool end = press_str__starts(rest, S("</s>")) || press_str__starts(rest, S("</t>"));
    if (s || t) {
      if (*n < MOST_ACTORS) actors[(*n)++] = (t_actor){out, out, s ? S("s") : S("t")};
      i += 3;
    } else if (end) {
      uint32_t to = out;
      while (to > 0 && text[to - 1] == ' ') to--; /* "<s>Iran </s>" */
      if (*n) actors[*n - 1].end = to;
      i += 4;
    } else {
      text[out++] = marked.at[i++];
    }
  }
  return (press_str){text, out};
}

static void add_case(t_examples *e, const press_engine *engine, press_str marked,
                     const char *code) {
  static press_doc doc;
  static jmp_buf full;
  static t_actor actors[MOST_ACTORS];
  static uint32_t n;
  doc = (press_doc){0};
  press_arena__init(&doc.arena, PRESS_LIMIT_ARENA_TOTAL, &full);
  if (setjmp(full)) exit(2);
  press_str text = unmark(&doc.arena, marked, actors, &n);
  press_context cx;
  press_features f = {0};
  press_event_data__build(&doc, engine, text, actors, n, &cx);
  if (press_event_data__features(&doc, &cx, &f))
    press_examples__add(e, &f, press_str__of(code), press_event_data__group(text));
  press_arena__clear(&doc.arena);
}

static bool read_cases(t_examples *e, const press_engine *engine, const char *path) {
  FILE *f = fopen(path, "r");
  if (!f) return fprintf(stderr, "press-train: cannot read %s\n", path), false;
  json_t *row;
  while ((row = json_loadf(f, JSON_DISABLE_EOF_CHECK, NULL))) {
    const char *marked = json_string_value(json_object_get(row, "marked"));
    json_t *event = json_array_get(json_object_get(row, "events"), 0);
    const char *code = json_string_value(json_object_get(event, "code"));
    if (marked && code) add_case(e, engine, press_str__of(marked), code);
    json_decref(row);
  }
  return fclose(f) == 0;
}

int press_train__events(press_arena *a, int argc, char **argv) {
  t_examples e = {.arena = a};
  t_fit o = PRESS_FIT_INIT;
  o.l2 = 0.2f;
  const char *folds = NULL;
  bool write = true;
  for (int i = 2; i < argc; i++) {
    if (!strncmp(argv[i], "to=", 3))
      folds = argv[i] + 3;
    else if (!strcmp(argv[i], "write=0"))
      write = false;
    else if (!press_fit__option(&o, argv[i]))
      return fprintf(stderr, "press-train: what is %s?\n", argv[i]), 2;
  }
  press_engine *engine = new_engine();
  const char *path = press_train__path(a, argv[0], "events/plover-train.jsonl");
  if (!engine || !read_cases(&e, engine, path)) return 2;
  press_fit__report(&e, &o, "event types");
  if (folds && !press_fit__write_folds(&e, &o, folds)) return 2;
  if (write && !press_fit__write(&e, &o, argv[1])) return 2;
  press_engine_free(engine);
  return 0;
}

/* ---- Events of given or found actors ---- */

static const char *mood_of(const press_event *e) {
  return e->negated ? "neg" : e->hypothetical ? "hyp" : "real";
}

static void print_given(const press_doc *doc) {
  for (uint32_t i = 0; i < doc->found.n_events; i++) {
    const press_event *e = &doc->found.events[i];
    press_str agent = doc->found.entities[e->agent.id].name;
    press_str target = doc->found.entities[e->target.id].name;
    printf("%s,%.*s,%.*s,%s\t", press_event_type_name(e->type), SFMT(agent), SFMT(target),
           mood_of(e));
  }
}

static void print_guess(press_doc *doc, const press_context *cx) {
  press_features f = {0};
  float p[PRESS_LINEAR_LABELS];
  const press_linear *m = &cx->lex->event_types;
  if (!press_event_data__features(doc, cx, &f)) return;
  press_linear__apply(m, &f, p);
  uint32_t best = press_linear__best(m, p);
  if (best != PRESS_NONE) printf("guess,%.*s", SFMT(m->labels[best]));
}

/** Where somebody is named: "begin-end;begin-end". */
static void print_who(const press_doc *doc, press_who who) {
  const press_found *f = &doc->found;
  const char *sep = ",";
  uint32_t home = who.kind == PRESS_COUNTRY ? who.id : f->entities[who.id].country;
  const press_country *c = home < f->n_countries ? &f->countries[home] : NULL;
  printf(",%s", !c ? "" : c->code3[0] ? c->code3 : c->code);
  for (uint32_t i = 0; i < f->n_mentions; i++) {
    const press_mention *m = &f->mentions[i];
    if (m->who.kind != who.kind || m->who.id != who.id || m->at.end <= m->at.begin)
      continue;
    printf("%s%u-%u", sep, doc->text.tokens[m->at.begin].at.begin,
           doc->text.tokens[m->at.end - 1].at.end);
    sep = ";";
  }
  for (uint32_t i = 0; who.kind == PRESS_COUNTRY && i < f->n_places; i++)
    if (f->places[i].country == who.id) {
      printf("%s%u-%u", sep, doc->text.tokens[f->places[i].at.begin].at.begin,
             doc->text.tokens[f->places[i].at.end - 1].at.end);
      sep = ";";
    }
}

typedef struct t_line {
  press_str text;
  t_actor actors[MOST_ACTORS];
  uint32_t n;
} t_line;

static void given_events(const press_engine *engine, const t_line *l) {
  static press_doc doc;
  static jmp_buf full;
  press_context cx;
  doc = (press_doc){0};
  press_arena__init(&doc.arena, PRESS_LIMIT_ARENA_TOTAL, &full);
  if (setjmp(full)) exit(2);
  press_event_data__build(&doc, engine, l->text, l->actors, l->n, &cx);
  press_find__events(&cx, &doc.found);
  print_given(&doc);
  print_guess(&doc, &cx);
  press_arena__clear(&doc.arena);
}

static void found_events(const press_engine *engine, press_str text) {
  press_doc *doc = NULL;
  press_article article = {.text = text};
  press_error err = {0};
  if (press_doc_new(&doc, engine, &article, &err)) return;
  for (uint32_t i = 0; i < doc->found.n_events; i++) {
    const press_event *e = &doc->found.events[i];
    printf("%s,%s", press_event_type_name(e->type), mood_of(e));
    print_who(doc, e->agent);
    print_who(doc, e->target);
    printf("\t");
  }
  press_doc_free(doc);
}

static t_actor actor(press_str field) {
  t_actor x = {(uint32_t)strtoul(field.at, NULL, 10), 0, {0}};
  press_str__cut(field, ',', &field);
  x.end = field.at ? (uint32_t)strtoul(field.at, NULL, 10) : 0;
  press_str__cut(field, ',', &x.name);
  return x;
}

static void read_line(press_engine *engine, const press_linear *models, uint32_t n_models,
                      press_str line) {
  static t_line l;
  press_str fields;
  l.text = press_str__cut(line, '\t', &fields);
  for (l.n = 0; fields.at && l.n < MOST_ACTORS; l.n++)
    l.actors[l.n] = actor(press_str__cut(fields, '\t', &fields));
  if (n_models)
    engine->lexicon.event_types = models[press_event_data__group(l.text) % n_models];
  if (l.n)
    given_events(engine, &l);
  else
    found_events(engine, l.text);
  putchar('\n');
}

int press_train__event_pairs(press_arena *a, int argc, char **argv) {
  press_linear models[MOST_MODELS];
  press_engine *engine = new_engine();
  press_error err = {0};
  if (!engine || argc > MOST_MODELS) return 2;
  for (int i = 0; i < argc; i++)
    if (press_linear__load(a, press_corpus__read(a, argv[i]), &models[i], &err))
      return fprintf(stderr, "press-train: %s: %s\n", argv[i], err.message), 2;
  char *line = NULL;
  size_t cap = 0;
  ssize_t n;
  while ((n = getline(&line, &cap, stdin)) > 0) {
    if (line[n - 1] == '\n') n--;
    read_line(engine, models, (uint32_t)argc, (press_str){line, (size_t)n});
  }
  free(line);
  press_engine_free(engine);
  return 0;
}
