/** Learning whether a place stands for the land or for its state.
 *
 *    press-train places DATA OUT [key=value]...
 *
 *  reads DATA/country/relocar-train.jsonl, prints the cross-validation, writes OUT
 *  ("write=0": not). The keys are those of press_fit__option(). A word that the stage
 *  does not read as a country, a capital or a seat counts as land. */
#include "doc.h"
#include "find/places_features.h"
#include "train/commands.h"
#include "train/linear.h"

#include "base/limits.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct t_places {
  t_examples e;
  const press_engine *engine;
  uint32_t n, unread, unread_right, rule_right;
} t_places;

/** Byte offset of a code point. */
static uint32_t byte_of(press_str text, uint32_t codepoint) {
  size_t i = 0;
  for (; i < text.n; i++)
    if (((unsigned char)text.at[i] & 0xC0) != 0x80 && codepoint-- == 0) break;
  return (uint32_t)i;
}

static uint32_t guess_over(const press_text *t, const press_guesses *g, uint32_t byte) {
  for (uint32_t k = 0; k < g->n; k++) {
    press_span at = press_text__range(t, g->at[k].at.begin, g->at[k].at.end);
    if (at.begin == byte && press_places__may_act(&g->at[k])) return k;
  }
  return PRESS_NONE;
}

static void add_case(t_places *p, press_str raw, uint32_t start, bool state) {
  press_arena a;
  jmp_buf full;
  press_text text;
  press_ling ling;
  press_guesses g = {0};
  press_article article = {.text = raw};
  press_arena__init(&a, PRESS_LIMIT_ARENA_TOTAL, &full);
  if (setjmp(full)) exit(2);
  press_text__build(&a, raw, &text);
  press_ling__build(&a, p->engine->model, &p->engine->lexicon, &text, &ling);
  press_context cx = {.arena = &a,
                      .lex = &p->engine->lexicon,
                      .text = &text,
                      .ling = &ling,
                      .model = p->engine->model,
                      .article = &article,
                      .options = &p->engine->options};
  press_places__match(&cx, &g);
  press_places__choose(&cx, &g);
  press_places__rules(&cx, &g);
  uint32_t k = guess_over(&text, &g, byte_of(raw, start));
  press_features f = {0};
  if (k != PRESS_NONE) {
    press_places__features(&cx, &g, k, &f);
    press_examples__add(&p->e, &f, state ? PRESS_PLACES_STATE : PRESS_PLACES_LAND, p->n);
    p->rule_right += g.at[k].rule == state;
  } else {
    p->unread++;
    p->unread_right += !state;
  }
  p->n++;
  press_arena__clear(&a);
}

static bool read_cases(t_places *p, const char *path) {
  FILE *f = fopen(path, "r");
  if (!f) return fprintf(stderr, "press-train: cannot read %s\n", path), false;
  json_t *row;
  while ((row = json_loadf(f, JSON_DISABLE_EOF_CHECK, NULL))) {
    const char *text = json_string_value(json_object_get(row, "text"));
    const char *reading = json_string_value(json_object_get(row, "reading"));
    json_int_t start = json_integer_value(json_object_get(row, "start"));
    if (text && reading)
      add_case(p, press_str__of(text), (uint32_t)start, strcmp(reading, "lit") != 0);
    json_decref(row);
  }
  return fclose(f) == 0;
}

int press_train__places(press_arena *a, int argc, char **argv) {
  t_places p = {.e = {.arena = a}};
  t_fit o = {.l1 = 0, .l2 = 4, .least = 2, .steps = 80, .folds = 10};
  bool write = true;
  for (int i = 2; i < argc; i++) {
    if (!strcmp(argv[i], "write=0"))
      write = false;
    else if (!press_fit__option(&o, argv[i]))
      return fprintf(stderr, "press-train: what is %s?\n", argv[i]), 2;
  }
  press_engine *engine = NULL;
  press_error err = {0};
  if (press_engine_new(&engine, NULL, &err))
    return fprintf(stderr, "press-train: %s\n", err.message), 2;
  p.engine = engine;
  const char *path = press_train__path(a, argv[0], "country/relocar-train.jsonl");
  if (!read_cases(&p, path)) return 2;
  printf("%u words, %u not read as a country (%u of them land); rules right for %u\n",
         p.n, p.unread, p.unread_right, p.rule_right);
  press_fit__report(&p.e, &o, "land or state");
  if (write && !press_fit__write(&p.e, &o, argv[1])) return 2;
  press_engine_free(engine);
  return 0;
}
