/** Writing weights in the library's format. */
#ifndef PRESS_EXPORT_H
#define PRESS_EXPORT_H

#include "train/net.h"
#include "train/words.h"

/** One network with its vocabulary and labels. */
bool press_export__write(const char *path, const t_net *n, const t_words *words,
                         const t_corpus *c);
/** Reads what write wrote of one network with all heads; for use without gradients. */
bool press_import__read(const char *path, const t_words *words, const t_corpus *c,
                        t_net *n);
/** Joins files of the same vocabulary and labels into one. */
bool press_export__join(press_arena *a, const char *out, char *const *paths, int n);

#endif
