/** Values of a record (record_values.c): whatever stands there, something harmless comes
 *  back, and the first thing that is wrong stays in `fault`. */
#ifndef PRESS_RECORD_H
#define PRESS_RECORD_H

#include "doc.h"

#include <jansson.h>

typedef struct press_record {
  press_doc *doc;
  press_arena *a;
  const char *fault; /**< the first thing that is wrong, or NULL */
} press_record;

void press_record__wrong(press_record *r, const char *what);
/** A copy; empty where there is none. */
press_str press_record__string(press_record *r, const json_t *object, const char *key);
/** A whole number from 0; absent is 0. */
uint32_t press_record__number(press_record *r, const json_t *v);
/** From 0 to 1. */
float press_record__real(const json_t *object, const char *key);
bool press_record__truth(const json_t *object, const char *key);
/** Of a list; absent is 0. */
uint32_t press_record__length(press_record *r, const json_t *list);
/** Which of `n` words it is. */
uint32_t press_record__word(press_record *r, const json_t *object, const char *key,
                            const char *const *words, uint32_t n);
press_span press_record__span(press_record *r, const json_t *v);
press_spans press_record__spans(press_record *r, const json_t *object, const char *key);
press_strs press_record__strings(press_record *r, const json_t *object, const char *key);
/** "e3" to 2: the third of `n`. */
uint32_t press_record__local(press_record *r, const json_t *v, char letter, uint32_t n);
press_ids press_record__locals(press_record *r, const json_t *object, const char *key,
                               char letter, uint32_t most);
/** A code to the country of the record that has it, or PRESS_NONE. */
uint32_t press_record__country(const press_record *r, const json_t *v);
press_ids press_record__countries(press_record *r, const json_t *object, const char *key);
/** An entity's id, a country's code, or nobody. */
press_who press_record__who_of(press_record *r, const json_t *v);
press_who press_record__who(press_record *r, const json_t *object, const char *key);
press_whos press_record__whos(press_record *r, const json_t *object, const char *key);

#endif
