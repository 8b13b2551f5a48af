/** Descriptions in the making: what describe.c and the describe_*.c files share. */
#ifndef PRESS_DESCRIBE_H
#define PRESS_DESCRIBE_H

#include "find/people.h"

/** How freely a noun is said of somebody. */
typedef enum press_freedom {
  PRESS_TRAIT,  /**< of anybody: "the German", "the veteran" */
  PRESS_LOOSE,  /**< of whoever has some such office: "the leader" */
  PRESS_JOB,    /**< of one without another job: "the surgeon" */
  PRESS_OFFICE, /**< of one without any office: "the mayor" */
} press_freedom;

/** A description of one person. */
typedef struct press_look {
  uint32_t draft;
  const press_row *row;
  press_freedom free;
  const char *classes; /**< of roles, for LOOSE */
  uint32_t country;
  uint32_t body; /**< that the phrase names, or PRESS_NONE */
  uint8_t gender, age;
} press_look;

/* ---- describe_look.c ---- */

/** What sort of description draft `i` is; false if it is none. */
bool press_describe__look(const press_cast *c, uint32_t i, press_look *to);
bool press_describe__class(const press_row *row, const char *class);
bool press_describe__office(const press_row *row);
/** The classes of roles whose holders go by `noun` ("leader"), or NULL. */
const char *press_describe__loose(press_str noun);

/* ---- describe_fit.c ---- */

/** Nothing known of the figure of `a` speaks against the description. */
bool press_describe__fits(const press_cast *c, const press_draft *a, const press_look *l);

#endif
