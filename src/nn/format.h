/** The file of weights, as the trainer writes and the library reads it.
 *
 *  Little-endian. Head: "PRSM", version, then the vocabulary, the tag names and the
 *  label names (each: count, bytes, and the strings with a NUL after each, padded to
 *  4 bytes), then the number of networks. A network: heads (bits), d0, h, layers, k,
 *  then its tensors in the order of ling/model.c. A tensor: kind, rows, cols, then
 *  one float of scale for each row (kinds 8 and 16), then the rows, padded to 4 bytes. */
#ifndef PRESS_FORMAT_H
#define PRESS_FORMAT_H

#define PRESS_MODEL_MAGIC   0x4d535250u
#define PRESS_MODEL_VERSION 2u

/* A linear classifier (linear.h) is a file of its own: head, label names, numbers of
 * rows and of entries, scales and biases (float tensors, 1 x labels), the rows' keys
 * (rising), where each row's entries begin and the last one's end, the entries (label
 * and weight, a byte each). */
#define PRESS_LINEAR_MAGIC   0x4c535250u
#define PRESS_LINEAR_VERSION 1u

#define PRESS_TENSOR_INT8  8u
#define PRESS_TENSOR_INT16 16u
#define PRESS_TENSOR_FLOAT 32u

#define PRESS_HEAD_TAG         1u
#define PRESS_HEAD_PARSE       2u /**< needs PRESS_HEAD_TAG in the same network */
#define PRESS_HEAD_NAME        4u
#define PRESS_HEAD_ATTRIBUTION 8u

/* Widths that are the same in every network. */
#define PRESS_NET_TAG_VIEW 48u  /**< the tag distribution as the parser sees it */
#define PRESS_NET_ARC      128u /**< */
#define PRESS_NET_LABEL    128u /**< */
#define PRESS_NET_ARC_NEAR 32u  /**< distance buckets on each side */
#define PRESS_NET_NAME     96u  /**< */
#define PRESS_NET_N_NAMES  13u  /**< O, BIES of PER, ORG, LOC */
#define PRESS_NET_N_CUES   3u   /**< O, B, I */
#define PRESS_NET_N_ROLES  9u   /**< O, BIES of source, content */

/* The pair stage: units seen around a cue, and what a unit's place is told by. */
#define PRESS_PAIR_BEFORE 60u
#define PRESS_PAIR_AFTER  90u
#define PRESS_PAIR_NEAR   40u
#define PRESS_PAIR_SENT   13u
#define PRESS_PAIR_PARA   6u

#endif
