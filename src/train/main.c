/** press-train: makes and measures the weights.
 *
 *    press-train prepare DATA GLOVE.json WORDS    vocabulary and word vectors
 *    press-train net DATA WORDS OUT [key=value]   one network; by=NET: a teacher
 *    press-train places DATA OUT [key=value]      land or state: see places.c
 *    press-train join OUT NET...                  networks into one file of weights
 *    press-train pronouns DATA MODEL OUT.tsv ARTICLE...  weights of pronouns' clues
 *    press-train eval DATA MODEL                  scores on the development data
 *    press-train predict DATA MODEL OUT [cue]     attributions of PolNeAR dev to score
 *    press-train bench DATA MODEL                 tokens a second of the core
 *    press-train topic DATA WORDS [OUT]           policy areas: data/topics.bin
 *    press-train borders DATA MODEL OUT.tsv       data/borders.tsv
 *    press-train events DATA OUT [key=value]      the types of events
 *    press-train event-pairs [MODEL...]           events between given actors (events.c)
 */
#include "train/commands.h"

#include <cblas.h>
#include <stdio.h>
#include <string.h>

static const struct {
  const char *name;
  int args;
  int (*run)(press_arena *a, int argc, char **argv);
} commands[] = {
    {"prepare", 3, press_train__prepare}, {"net", 3, press_train__net},
    {"join", 2, press_train__join},       {"eval", 2, press_train__eval},
    {"predict", 3, press_train__predict}, {"bench", 2, press_train__bench},
    {"topic", 2, press_train__topic},     {"pronouns", 3, press_train__pronouns},
    {"places", 2, press_train__places},   {"borders", 3, press_train__borders},
    {"events", 2, press_train__events},   {"event-pairs", 0, press_train__event_pairs},
};

int main(int argc, char **argv) {
  openblas_set_num_threads(1); // one thread: the same weights every time
  press_arena arena;
  jmp_buf full;
  press_arena__init(&arena, (size_t)16 << 30, &full);
  if (setjmp(full)) {
    fprintf(stderr, "press-train: out of memory\n");
    return 2;
  }
  for (size_t i = 0; argc > 1 && i < sizeof commands / sizeof *commands; i++)
    if (!strcmp(argv[1], commands[i].name) && argc - 2 >= commands[i].args)
      return commands[i].run(&arena, argc - 2, argv + 2);
  fprintf(stderr, "usage: press-train COMMAND ...; see main.c\n");
  return 2;
}
