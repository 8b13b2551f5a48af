/** Vectors of VL lanes. */
#ifndef PRESS_VECTOR_H
#define PRESS_VECTOR_H

#include <stdint.h>

typedef float vf __attribute__((vector_size(4 * VL)));
typedef int32_t vi __attribute__((vector_size(4 * VL)));
typedef uint32_t vu __attribute__((vector_size(4 * VL)));
typedef int8_t vb __attribute__((vector_size(VL)));
typedef uint8_t vc __attribute__((vector_size(VL)));

#endif
