/** The public names of values. */
#include "pressgraph.h"

const char *press_status_text(press_status status) {
  static const char *const texts[] = {
      "done",           "bad arguments", "out of memory", "not UTF-8",
      "not a text",     "over a limit",  "bad format",    "reading or writing failed",
      "cannot be drawn"};
  size_t n = sizeof texts / sizeof *texts;
  return (size_t)status < n ? texts[status] : "unknown status";
}

const char *press_event_type_name(press_event_type type) {
  static const char *const names[] = {"AGREE",     "CONSULT",  "SUPPORT",  "CONCEDE",
                                      "COOPERATE", "AID",      "RETREAT",  "REQUEST",
                                      "ACCUSE",    "REJECT",   "THREATEN", "PROTEST",
                                      "SANCTION",  "MOBILIZE", "COERCE",   "ASSAULT"};
  return (size_t)type < sizeof names / sizeof *names ? names[type] : NULL;
}
