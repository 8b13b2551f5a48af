/** Learns the weights of pronouns' clues and writes them as a table. */
#include "train/commands.h"
#include "train/rank.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

/** Times that the questions are asked: whom earlier pronouns mean depends on the
 *  weights. */
#define ROUNDS 3
#define FOLDS  5

static const char *const head =
    "# What speaks for somebody as the one whom a pronoun means: weights, in "
    "hundredths,\n"
    "# of the clues that src/find/pronoun_clues.def explains.\n"
    "#\n"
    "# clue\tsays\the\thim\this\tthey\tit\tunits\n"
    "#   says  he, she, as the source of what is said\n"
    "#   he    he, she elsewhere\n"
    "#   him   him, her, himself, herself\n"
    "#   his   his, her before a noun\n"
    "#   they  they, them, their\n"
    "#   it    it, its\n"
    "#   units of he, him and his: what the clue adds to each of 64 hidden sums, which\n"
    "#         count where they are above 0, as much as `out` says; `start` is theirs "
    "for\n"
    "#         each kind of pronoun\n"
    "#\n"
    "# Source: learnt by `press-train pronouns` (make models) from GAP's development "
    "part\n"
    "# (Apache-2.0), the news, interviews, biographies, speeches, textbooks, travel\n"
    "# guides, papers and court texts of UD English GUM's training part (free texts;\n"
    "# annotation CC BY 4.0), and the training half of our own articles\n"
    "# (tests/corpus). MIT.\n";

static int hundredths(float w) {
  return (int)rintf(w / PRESS_PRONOUN_SCALE);
}

static void write_units(FILE *f, const float *units) {
  for (uint32_t u = 0; u < PRESS_PRONOUN_UNITS; u++)
    fprintf(f, "%c%d", u ? ' ' : '\t', hundredths(units[u]));
  fputc('\n', f);
}

static bool write_table(const char *path, const press_pronoun_weights *w) {
  FILE *f = fopen(path, "w");
  if (!f) return false;
  fputs(head, f);
  for (uint32_t i = 0; i < PRESS_N_CLUES; i++) {
    fputs(press_clue__name((press_clue)i), f);
    for (uint32_t u = 0; u < PRESS_N_USES; u++)
      fprintf(f, "\t%d", hundredths(w->of[i][u]));
    write_units(f, w->unit[i]);
  }
  for (uint32_t u = 0; u <= PRESS_USE_HIS; u++) {
    fprintf(f, "start %s\t\t\t\t\t\t", press_use__name((press_pronoun_use)u));
    write_units(f, w->start[u]);
  }
  fputs("out\t\t\t\t\t\t", f);
  write_units(f, w->out);
  return fclose(f) == 0;
}

/* ---- Scores ---- */

typedef struct tally {
  uint32_t n, right, known, said, hit;
} tally;

static void count(tally *t, const press_pronoun_weights *w, const t_question *q) {
  uint32_t best = press_rank__choose(w, q);
  bool right = q->right[best];
  t->n++;
  t->right += right && !q->lost;
  bool known = false;
  for (uint32_t i = 1; i < q->n; i++) known |= q->right[i];
  t->known += known;
  t->said += best != 0;
  t->hit += best != 0 && right;
}

static double share(uint32_t x, uint32_t of) {
  return of ? 100.0 * x / of : 0.0;
}

static void score(const char *title, const press_pronoun_weights *w, const t_questions *q,
                  bool gap) {
  tally t[PRESS_N_USES] = {{0}};
  for (uint32_t i = 0; i < q->at.n; i++)
    if (q->at.at[i].gap == gap) count(&t[q->at.at[i].use], w, &q->at.at[i]);
  uint32_t n = 0, right = 0;
  for (uint32_t u = 0; u < PRESS_N_USES; u++) n += t[u].n, right += t[u].right;
  printf("%s: %.1f %% of %u right\n", title, share(right, n), n);
  for (uint32_t u = 0; u < PRESS_N_USES; u++)
    if (t[u].n)
      printf("  %-5s %.1f %% of %u; precision %.1f, recall %.1f\n",
             press_use__name((press_pronoun_use)u), share(t[u].right, t[u].n), t[u].n,
             share(t[u].hit, t[u].said), share(t[u].hit, t[u].known));
}

/** What to expect of other snippets: GAP's in parts, each with the weights learnt from
 *  the others. */
static void cross(const t_questions *q) {
  press_pronoun_weights *w = malloc(sizeof *w);
  tally t = {0};
  for (uint32_t fold = 0; w && fold < FOLDS; fold++) {
    press_rank__fit(q, FOLDS, fold, w);
    for (uint32_t i = 0; i < q->at.n; i++)
      if (q->at.at[i].gap && q->at.at[i].doc % FOLDS == fold) count(&t, w, &q->at.at[i]);
  }
  printf("GAP development, %d parts in turn: %.1f %% of %u right\n", FOLDS,
         share(t.right, t.n), t.n);
  free(w);
}

typedef struct texts {
  t_corefs train, dev, gap;
} texts;

static bool read_all(press_arena *a, const char *data, const char *weights, texts *t) {
  const press_model *model = NULL;
  press_error err = {0};
  press_str bytes = press_corpus__read(a, weights);
  if (!bytes.n || press_model__load(a, bytes, &model, &err)) {
    fprintf(stderr, "press-train: %s: %s\n", weights, err.message);
    return false;
  }
  t->train.arena = t->dev.arena = t->gap.arena = a;
  const char *train = press_train__path(a, data, "treebank/en_gum-ud-train.conllu");
  const char *dev = press_train__path(a, data, "treebank/en_gum-ud-dev.conllu");
  bool ok =
      press_coref__gap(&t->train,
                       press_train__path(a, data, "coref/gap-development.tsv")) &&
      press_coref__gum(&t->train, train) && press_coref__gum(&t->dev, dev) &&
      press_coref__gap(&t->gap, press_train__path(a, data, "coref/gap-validation.tsv"));
  if (!ok) return false;
  press_coref__prepare(&t->train, model);
  press_coref__prepare(&t->dev, model);
  press_coref__prepare(&t->gap, model);
  return true;
}

int press_train__pronouns(press_arena *a, int argc, char **argv) {
  texts t = {0};
  t.train.arena = a;
  for (int i = 3; i < argc; i++)
    if (!press_coref__article(&t.train, argv[i])) return 1;
  if (!read_all(a, argv[0], argv[1], &t)) return 1;
  press_pronoun_weights *w = PRESS_NEW(a, press_pronoun_weights, 1);
  t_questions q = {.arena = a}, dev = {.arena = a}, gap = {.arena = a};
  for (int round = 0; round < ROUNDS; round++) {
    q.at.n = 0;
    press_coref__ask(&t.train, w, &q);
    press_rank__fit(&q, 0, 0, w);
  }
  cross(&q);
  press_coref__ask(&t.dev, w, &dev);
  press_coref__ask(&t.gap, w, &gap);
  score("GAP development, learnt from", w, &q, true);
  score("GUM train, learnt from", w, &q, false);
  score("GUM dev", w, &dev, false);
  score("GAP validation", w, &gap, true);
  return write_table(argv[2], w) ? 0 : 1;
}
