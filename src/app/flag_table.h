/** The table behind the command line: see flag_table.c. */
#ifndef APP_FLAG_TABLE_H
#define APP_FLAG_TABLE_H

#include "app/flags.h"

typedef struct app_flag {
  const char *group; /**< heading in --help; NULL: not shown */
  char letter;       /**< 0 where none */
  const char *name;
  const char *arg;   /**< what the value is called; NULL: takes none */
  const char *brief; /**< for --help; lines divided by \n */
  const char *more;  /**< for the manual only; may be NULL */
  bool (*set)(app_flags *flags, const char *value, char *why);
} app_flag;

extern const app_flag app_flag_table[];
extern const size_t app_n_flags;

#endif
