/** The trainer's commands, and where its data lies. */
#ifndef PRESS_COMMANDS_H
#define PRESS_COMMANDS_H

#include "train/corpus.h"

/** Training data for a network of these heads; label names always in one order. */
bool press_train__load(t_corpus *c, const char *data, uint32_t heads);
/** "data/rest". */
const char *press_train__path(press_arena *a, const char *data, const char *rest);

int press_train__prepare(press_arena *a, int argc, char **argv);
int press_train__net(press_arena *a, int argc, char **argv);
int press_train__join(press_arena *a, int argc, char **argv);
int press_train__eval(press_arena *a, int argc, char **argv);
int press_train__predict(press_arena *a, int argc, char **argv);
int press_train__topic(press_arena *a, int argc, char **argv);
int press_train__places(press_arena *a, int argc, char **argv);
int press_train__bench(press_arena *a, int argc, char **argv);
int press_train__borders(press_arena *a, int argc, char **argv);
int press_train__pronouns(press_arena *a, int argc, char **argv);
int press_train__events(press_arena *a, int argc, char **argv);
int press_train__event_pairs(press_arena *a, int argc, char **argv);

#endif
