/** Teachers: exported networks whose mean distributions a new one learns from. */
#ifndef PRESS_TEACH_H
#define PRESS_TEACH_H

#include "train/net.h"

#define TEACH_MOST 8u

/** Fills every document's `taught`. Documents without trees get heads to hang the
 *  labels' distributions on. */
void press_teach__corpus(t_corpus *c, t_net *const *nets, uint32_t n, press_tape *t);

#endif
