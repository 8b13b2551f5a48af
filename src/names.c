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

const char *press_tense_name(press_tense tense) {
  static const char *const names[] = {NULL, "past", "present", "future"};
  return (size_t)tense < sizeof names / sizeof *names ? names[tense] : NULL;
}

/* The Comparative Agendas Project's master codebook, with the newspapers' topics. */
const char *press_topic_name(uint32_t topic) {
  static const char *const names[] = {[1] = "Macroeconomics",
                                      [2] = "Civil Rights",
                                      [3] = "Health",
                                      [4] = "Agriculture",
                                      [5] = "Labor",
                                      [6] = "Education",
                                      [7] = "Environment",
                                      [8] = "Energy",
                                      [9] = "Immigration",
                                      [10] = "Transportation",
                                      [12] = "Law and Crime",
                                      [13] = "Social Welfare",
                                      [14] = "Housing",
                                      [15] = "Domestic Commerce",
                                      [16] = "Defense",
                                      [17] = "Technology",
                                      [18] = "Foreign Trade",
                                      [19] = "International Affairs",
                                      [20] = "Government Operations",
                                      [21] = "Public Lands",
                                      [23] = "Culture",
                                      [24] = "State and Local Government",
                                      [26] = "Weather and Natural Disasters",
                                      [27] = "Fires",
                                      [28] = "Arts and Entertainment",
                                      [29] = "Sports and Recreation",
                                      [30] = "Death Notices",
                                      [31] = "Churches and Religion"};
  return topic < sizeof names / sizeof *names ? names[topic] : NULL;
}
