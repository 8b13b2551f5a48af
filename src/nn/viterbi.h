/** The best BIOES labels for a sequence. */
#ifndef PRESS_VITERBI_H
#define PRESS_VITERBI_H

#include <stdint.h>

/** Classes: O, then B I E S of each type. `scores` has a row of `stride` floats for
 *  each item; `labels` gets the classes of the best sequence in which every B and I
 *  is followed by I or E of its type. `back` is room for n times the classes. */
void press_nn__viterbi(const float *scores, uint32_t stride, uint32_t n, uint32_t types,
                       uint8_t *back, uint8_t *labels);

#endif
