/** Documents filled by hand, for the tests of graph and writers: what the pipeline
 *  would find, without the pipeline. All people, places' doings and sentences in
 *  them are made up. */
#ifndef PRESS_SAMPLE_H
#define PRESS_SAMPLE_H

#include "doc.h"

/** Five statements and an event, by four speakers, one of them a country and one
 *  not known. Free with press_doc_free(). */
press_doc *sample_small(void);
/** Twenty statements, eight issues, five events. */
press_doc *sample_large(void);
/** Names and statements full of what formats trip over. */
press_doc *sample_hostile(void);
/** The small one again, as the `number`th of many articles that differ in a word. */
press_doc *sample_numbered(unsigned number);
/** An article in which nothing is found. */
press_doc *sample_empty(void);

/** A sink that keeps everything: `buf` grows; free buf->at. */
typedef struct sample_bytes {
  char *at; /**< NUL-terminated */
  size_t n;
} sample_bytes;
press_sink sample_sink(sample_bytes *buf);

#endif
