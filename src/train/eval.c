/** Scores on the development data, through the library's own door. */
#include "train/commands.h"

#include "lexicon/embed.h"
#include "ling/ling.h"
#include "train/score.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static double share(uint32_t x, uint32_t of) {
  return of ? 100.0 * x / of : 0;
}
static double f1(uint32_t right, uint32_t a, uint32_t b) {
  return share(2 * right, a + b);
}

static const press_model *load_model(press_arena *a, const char *path) {
  const press_model *m = NULL;
  press_error err = {0};
  press_str bytes = press_corpus__read(a, path);
  if (!bytes.n || press_model__load(a, bytes, &m, &err)) {
    fprintf(stderr, "press-train: %s: %s\n", path, err.message);
    return NULL;
  }
  return m;
}

static void eval_tree(press_arena *a, const press_model *m, const char *path,
                      const char *title) {
  t_corpus c = {.arena = a};
  if (!press_corpus__tree(&c, path, NULL, DOMAIN_UNER)) return;
  t_score gold = {0}, raw = {0};
  for (uint32_t i = 0; i < c.docs.n; i++) {
    t_doc *d = &c.docs.at[i];
    press_ling l;
    press_ling__build(a, m, NULL, &d->text, &l);
    press_score__doc(a, &c, d, &d->text, &l, &gold);
    press_text t;
    press_text__build(a, d->plain, &t);
    press_ling__build(a, m, NULL, &t, &l);
    press_score__doc(a, &c, d, &t, &l, &raw);
  }
  printf("%s, gold tokens: UPOS %.2f XPOS %.2f UAS %.2f LAS %.2f\n", title,
         share(gold.upos, gold.gold), share(gold.xpos, gold.gold),
         share(gold.uas, gold.gold), share(gold.las, gold.gold));
  printf(
      "%s, raw text: tokens %.2f sentences %.2f UPOS %.2f XPOS %.2f UAS %.2f LAS %.2f\n",
      title, f1(raw.tokens, raw.gold, raw.found),
      f1(raw.sentences, raw.gold_sent, raw.sent), f1(raw.upos, raw.gold, raw.found),
      f1(raw.xpos, raw.gold, raw.found), f1(raw.uas, raw.gold, raw.found),
      f1(raw.las, raw.gold, raw.found));
}

static void eval_names(press_arena *a, const press_model *m, const char *path,
                       const char *title) {
  t_corpus c = {.arena = a};
  if (!press_corpus__names(&c, path, DOMAIN_UNER)) return;
  t_score s = {0};
  for (uint32_t i = 0; i < c.docs.n; i++) {
    press_ling l;
    press_ling__build(a, m, NULL, &c.docs.at[i].text, &l);
    press_score__names(&c.docs.at[i], &l, &s);
  }
  printf("%s, names: P %.2f R %.2f F1 %.2f (PER %.1f ORG %.1f LOC %.1f)\n", title,
         share(s.name[3], s.found_name[3]), share(s.name[3], s.gold_name[3]),
         f1(s.name[3], s.found_name[3], s.gold_name[3]),
         f1(s.name[0], s.found_name[0], s.gold_name[0]),
         f1(s.name[1], s.found_name[1], s.gold_name[1]),
         f1(s.name[2], s.found_name[2], s.gold_name[2]));
}

int press_train__eval(press_arena *a, int argc, char **argv) {
  (void)argc;
  const press_model *m = load_model(a, argv[1]);
  if (!m) return 1;
#define AT(rest) press_train__path(a, argv[0], rest)
  eval_tree(a, m, AT("treebank/en_ewt-ud-dev.conllu"), "EWT dev");
  eval_tree(a, m, AT("treebank/en_gum-ud-dev.conllu"), "GUM dev");
  eval_names(a, m, AT("ner/uner_dev.tsv"), "UNER dev");
  eval_names(a, m, AT("ner/gum_dev.tsv"), "GUM dev");
  return 0;
}

/* ---- Attributions, for the scorer ---- */

static json_t *spans(const press_text *t, press_ranges r) {
  json_t *list = json_array();
  for (uint32_t i = 0; i < r.n; i++) {
    press_span s = press_text__range(t, r.at[i].begin, r.at[i].end);
    json_array_append_new(list, json_pack("[i,i]", (int)press_text__codepoint(t, s.begin),
                                          (int)press_text__codepoint(t, s.end)));
  }
  return list;
}

static json_t *record(const t_doc *d, const press_ling *l, float least) {
  json_t *list = json_array();
  for (uint32_t i = 0; i < l->n_attributions; i++) {
    const press_attribution *x = &l->attributions[i];
    if (x->score < least) continue;
    json_array_append_new(list, json_pack("{s:o,s:o,s:o}", "cue",
                                          spans(&d->text, (press_ranges){&x->cue, 1}),
                                          "source", spans(&d->text, x->source), "content",
                                          spans(&d->text, x->content)));
  }
  return json_pack("{s:s%,s:o}", "id", d->id.at, d->id.n, "attributions", list);
}

int press_train__predict(press_arena *a, int argc, char **argv) {
  const press_model *m = load_model(a, argv[1]);
  t_corpus c = {.arena = a};
  FILE *f = fopen(argv[2], "w");
  float least = argc > 3 ? strtof(argv[3], NULL) : 0.5f;
  if (!m || !f ||
      !press_corpus__attributions(
          &c, press_train__path(a, argv[0], "attribution/polnear-dev.jsonl"), NULL))
    return 1;
  for (uint32_t i = 0; i < c.docs.n; i++) {
    press_ling l;
    press_ling__build(a, m, NULL, &c.docs.at[i].text, &l);
    json_t *r = record(&c.docs.at[i], &l, least);
    json_dumpf(r, f, JSON_COMPACT);
    fputc('\n', f);
    json_decref(r);
  }
  return fclose(f) ? 1 : 0;
}

/* ---- Speed ---- */

static double seconds(void) {
  struct timespec t;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
  return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

/** Seconds for all documents once; an arena of its own for each, as in use. */
static double run_once(const t_corpus *c, const press_model *m) {
  double begin = seconds();
  for (uint32_t i = 0; i < c->docs.n; i++) {
    press_arena own;
    press_ling l;
    press_arena__init(&own, (size_t)1 << 30, c->arena->out);
    press_ling__build(&own, m, NULL, &c->docs.at[i].text, &l);
    press_arena__clear(&own);
  }
  return seconds() - begin;
}

/** Best of five runs over PolNeAR dev, text layer left out. */
int press_train__bench(press_arena *a, int argc, char **argv) {
  (void)argc;
  t_corpus c = {.arena = a};
  double begin = seconds();
  const press_model *m = load_model(a, argv[1]);
  double loaded = seconds();
  if (!m || !press_corpus__attributions(
                &c, press_train__path(a, argv[0], "attribution/polnear-dev.jsonl"), NULL))
    return 1;
  double best = run_once(&c, m);
  for (int i = 0; i < 4; i++) {
    double took = run_once(&c, m);
    best = took < best ? took : best;
  }
  uint32_t tokens = 0;
  for (uint32_t i = 0; i < c.docs.n; i++) tokens += c.docs.at[i].text.n_tokens;
  printf("model loaded in %.1f ms\n%u tokens, %.0f tokens a second\n",
         1e3 * (loaded - begin), tokens, tokens / best);
  return 0;
}
