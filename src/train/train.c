/** Training one network: data, batches, epochs. */
#include "train/commands.h"

#include "train/export.h"
#include "train/teach.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define WARM_UP   200   /**< steps */
#define LAST_RATE 0.02f /**< of the rate, at the end of the decay */
#define CLIP      2.0f  /**< gradient norm */
#define TAPE_SIZE ((size_t)3 << 30)
#define MAX_BATCH 512u /**< documents */
#define AS_UNER   0.5f /**< silver documents whose names are read as the teachers do */

static const t_config usual = {.heads = 15,
                               .d0 = 160,
                               .h = 192,
                               .layers = 2,
                               .k = 96,
                               .drop = 0.25f,
                               .rate = 2e-3f,
                               .recase = 0.12f,
                               .teach = 0.5f,
                               .epochs = 12,
                               .batch = 2500,
                               .seed = 1};

const char *press_train__path(press_arena *a, const char *data, const char *rest) {
  return press_str__cstr(
      a, press_str__join(a, press_str__of(data), S("/"), press_str__of(rest)));
}

bool press_train__load(t_corpus *c, const char *data, uint32_t heads) {
  press_arena *a = c->arena;
#define AT(rest) press_train__path(a, data, rest)
  bool ok = press_corpus__tree(c, AT("treebank/en_ewt-ud-train.conllu"),
                               AT("ner/uner_train.tsv"), DOMAIN_UNER) &&
            press_corpus__tree(c, AT("treebank/en_gum-ud-train.conllu"),
                               AT("ner/gum_train.tsv"), DOMAIN_GUM);
  c->frozen = true;
  if (!(heads & ~PRESS_HEAD_ATTRIBUTION)) c->docs.n = 0; // only the labels were wanted
  bool names = heads & PRESS_HEAD_NAME;
  if (ok && names) ok = press_corpus__names(c, AT("ner/wikigold.tsv"), DOMAIN_WIKI);
  if (ok && names) ok = press_corpus__names(c, AT("ner/re3d_train.tsv"), DOMAIN_RE3D);
  if (ok && heads & (PRESS_HEAD_NAME | PRESS_HEAD_ATTRIBUTION))
    ok = press_corpus__attributions(c, AT("attribution/polnear-train.jsonl"),
                                    names ? AT("ner/polnear_silver.tsv") : NULL);
  return ok;
}

int press_train__prepare(press_arena *a, int argc, char **argv) {
  (void)argc;
  t_corpus c = {.arena = a};
  if (!press_train__load(&c, argv[0], PRESS_HEAD_NAME | PRESS_HEAD_ATTRIBUTION)) return 1;
  return press_words__prepare(&c, argv[1], argv[2]) ? 0 : 1;
}

static bool option(t_config *c, const char *arg) {
  const char *eq = strchr(arg, '=');
  if (!eq) return false;
  size_t n = (size_t)(eq - arg);
  double x = strtod(eq + 1, NULL);
#define FIELD(name, type)                                                                \
  if (n == sizeof #name - 1 && !memcmp(arg, #name, n)) return c->name = (type)x, true
  FIELD(heads, uint32_t);
  FIELD(d0, uint32_t);
  FIELD(h, uint32_t);
  FIELD(layers, uint32_t);
  FIELD(k, uint32_t);
  FIELD(drop, float);
  FIELD(rate, float);
  FIELD(recase, float);
  FIELD(teach, float);
  FIELD(epochs, uint32_t);
  FIELD(batch, uint32_t);
  FIELD(seed, uint64_t);
  return false;
}

/** Labelled units by kind; what teachers alone have labelled counts for less. */
static t_shares shares_of(const t_corpus *c, uint64_t *units) {
  double tree = 0, name = 0, attr = 0, pair = 0, all = 0;
  for (uint32_t d = 0; d < c->docs.n; d++) {
    const t_doc *x = &c->docs.at[d];
    double n = x->units.n, lone = x->taught.tag ? (double)NET_LONE * n : 0, likely = 0;
    for (uint32_t k = 0; k < x->taught.n_cues && !x->attrs; k++)
      likely += x->taught.cues[k].p > 0.5f ? (double)NET_LONE : 0;
    all += n;
    tree += x->tag ? n : lone;
    name += x->name ? n : lone;
    attr += x->attrs ? n : lone;
    pair += (x->n_attrs + likely) * (double)(PRESS_PAIR_BEFORE + PRESS_PAIR_AFTER);
  }
  *units = (uint64_t)all;
  return (t_shares){(float)(tree / all), (float)(name / all), (float)(attr / all),
                    (float)(pair / all)};
}

static void shuffle(t_doc **docs, uint32_t n, uint64_t *random) {
  for (uint32_t i = n; i > 1; i--) {
    uint32_t k = (uint32_t)(press_tape__random(random) % i);
    t_doc *d = docs[i - 1];
    docs[i - 1] = docs[k];
    docs[k] = d;
  }
}

/** How many of `docs` make the next batch. */
static uint32_t batch_of(t_doc *const *docs, uint32_t n, uint32_t most) {
  uint32_t k = 0, units = 0;
  while (k < n && k < MAX_BATCH && (k == 0 || units + docs[k]->units.n <= most))
    units += docs[k++]->units.n;
  return k;
}

typedef struct run {
  t_net *net;
  press_tape tape;
  t_shares shares;
  t_doc **docs;
  uint32_t n_docs;
  uint64_t units;
  float steps; /**< in all, as estimated */
} run;

/** Some documents in other case (and silver names by turns with the teachers'), half of
 * them in lower case throughout. */
static void choose_case(run *r) {
  float p = r->net->cfg.recase;
  for (uint32_t i = 0; i < r->n_docs; i++) {
    float x = press_tape__uniform(&r->tape.random);
    r->docs[i]->units = r->docs[i]->written[x < p / 2 ? 1 : x < p ? 2 : 0];
    r->docs[i]->as_uner = r->docs[i]->domain == DOMAIN_SILVER && r->net->cfg.teach > 0 &&
                          press_tape__uniform(&r->tape.random) < AS_UNER;
  }
}

static t_losses epoch(run *r, uint32_t number) {
  t_losses all = {0};
  const t_config *c = &r->net->cfg;
  shuffle(r->docs, r->n_docs, &r->tape.random);
  choose_case(r);
  for (uint32_t i = 0, k; i < r->n_docs; i += k) {
    k = batch_of(r->docs + i, r->n_docs - i, c->batch);
    t_losses l =
        press_net__losses(r->net, &r->tape, r->docs + i, k, &r->shares, number > 0);
    press_param__clip(&r->net->params, CLIP);
    float step = (float)r->net->params.steps + 1, left = 1 - step / r->steps;
    float warm = step < WARM_UP ? step / WARM_UP : 1;
    press_param__adam(&r->net->params,
                      c->rate * warm * (left > LAST_RATE ? left : LAST_RATE));
    float *to = &all.tag, *from = &l.tag;
    for (size_t q = 0; q < sizeof l / sizeof(float); q++) to[q] += from[q];
  }
  return all;
}

static double seconds(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static void run_all(run *r, const t_words *words, const t_corpus *c, const char *out) {
  double begin = seconds();
  for (uint32_t e = 0; e < r->net->cfg.epochs; e++) {
    double start = seconds();
    uint32_t before = r->net->params.steps;
    t_losses l = epoch(r, e);
    float n = (float)(r->net->params.steps - before), took = (float)(seconds() - start);
    printf("epoch %u tag %.4f arc %.4f label %.4f name %.4f cue %.4f aux %.4f pair %.4f"
           " | %.0f tok/s, %.1f min\n",
           e + 1, (double)(l.tag / n), (double)(l.arc / n), (double)(l.label / n),
           (double)(l.name / n), (double)(l.cue / n), (double)(l.aux / n),
           (double)(l.pair / n), (double)r->units / (double)took,
           (seconds() - begin) / 60);
    fflush(stdout);
    press_param__swap(&r->net->params);
    press_export__write(out, r->net, words, c);
    press_param__swap(&r->net->params);
  }
}

/** Texts without labels, for the teachers to label. */
static bool load_plain(t_corpus *c, const char *data) {
  press_arena *a = c->arena;
  return press_corpus__plain(c, AT("country/lgl-dev.jsonl")) &&
         press_corpus__plain(c, AT("country/geovirus.jsonl"));
}

/** Lets the exported networks label the corpus. */
static bool learn_from(t_corpus *c, const t_words *words, char *const *paths, uint32_t n,
                       press_tape *t) {
  t_net *nets[TEACH_MOST];
  bool ok = n <= TEACH_MOST;
  for (uint32_t i = 0; i < n && ok; i++) {
    nets[i] = PRESS_NEW(c->arena, t_net, 1);
    ok = press_import__read(paths[i], words, c, nets[i]);
  }
  if (ok && n) press_teach__corpus(c, nets, n, t);
  for (uint32_t i = 0; i < n && ok; i++) press_net__free(nets[i]);
  return ok;
}

int press_train__net(press_arena *a, int argc, char **argv) {
  t_config cfg = usual;
  char *teachers[TEACH_MOST];
  uint32_t n_teachers = 0;
  for (int i = 3; i < argc; i++)
    if (!strncmp(argv[i], "by=", 3) && n_teachers < TEACH_MOST) {
      teachers[n_teachers++] = argv[i] + 3;
    } else if (!option(&cfg, argv[i])) {
      fprintf(stderr, "press-train: unknown option %s\n", argv[i]);
      return 2;
    }
  t_corpus c = {.arena = a};
  t_words words;
  if (!n_teachers) cfg.teach = 0;
  if (!press_train__load(&c, argv[0], cfg.heads) ||
      (n_teachers && !load_plain(&c, argv[0])) || !press_words__load(a, argv[1], &words))
    return 1;
  press_corpus__units(&c, &words.vocab);
  press_corpus__recase(&c, &words.vocab);
  t_net *net = calloc(1, sizeof *net);
  run r = {.net = net, .n_docs = c.docs.n, .docs = PRESS_NEW(a, t_doc *, c.docs.n)};
  for (uint32_t i = 0; i < r.n_docs; i++) r.docs[i] = &c.docs.at[i];
  press_tape__init(&r.tape, TAPE_SIZE, cfg.seed);
  if (!learn_from(&c, &words, teachers, n_teachers, &r.tape)) return 1;
  r.shares = shares_of(&c, &r.units);
  r.steps = (float)r.units / (float)cfg.batch * 1.08f * (float)cfg.epochs;
  press_net__init(net, &cfg, &c, words.glove, words.n_own);
  r.tape.training = true;
  printf("heads %u d0 %u h %u layers %u: %u documents, %llu units, %u tags, %u labels\n",
         cfg.heads, cfg.d0, cfg.h, cfg.layers, r.n_docs, (unsigned long long)r.units,
         c.tags.names.n, c.rels.names.n);
  fflush(stdout);
  run_all(&r, &words, &c, argv[2]);
  press_tape__free(&r.tape);
  press_net__free(net);
  free(net);
  return 0;
}

int press_train__join(press_arena *a, int argc, char **argv) {
  return press_export__join(a, argv[0], argv + 1, argc - 1) ? 0 : 1;
}
