/** Quotation state of each unit, from the marks alone: parity starts anew at each
 *  paragraph; what is left open ends with it. This is not text.h's press_quote: the
 * networks must see in use just what they saw in training. */
#include "ling/feature.h"

#include <string.h>

typedef enum mark { NO_MARK, OPENS, CLOSES, EITHER } mark;

/** Marks by their bytes. */
static const struct {
  const char *bytes;
  mark mark;
} table[] = {{"\"", EITHER},          {"``", OPENS},           {"''", EITHER},
             {"\xE2\x80\x9C", OPENS}, {"\xE2\x80\x9E", OPENS}, {"\xE2\x80\x9D", CLOSES}};

static mark mark_of(press_str s) {
  if (s.n == 0 || s.n > 3) return NO_MARK;
  for (size_t i = 0; i < sizeof table / sizeof *table; i++)
    if (strlen(table[i].bytes) == s.n && !memcmp(table[i].bytes, s.at, s.n))
      return table[i].mark;
  return NO_MARK;
}

/** Marks units [from, end) as quoted. */
static void fill(uint8_t *in, uint32_t from, uint32_t end) {
  memset(in + from, 1, end - from);
}

/** One paragraph, units [b, e). */
static void scan(const uint8_t *marks, uint8_t *in, uint32_t b, uint32_t e) {
  uint32_t open = PRESS_NONE;
  for (uint32_t i = b; i < e; i++) {
    if (open == PRESS_NONE) {
      if (marks[i] == OPENS || marks[i] == EITHER) open = i;
    } else if (marks[i] == CLOSES || marks[i] == EITHER) {
      fill(in, open, i + 1);
      open = PRESS_NONE;
    }
  }
  if (open != PRESS_NONE) fill(in, open, e);
}

static uint32_t near_bucket(uint32_t x) {
  return x <= 1 ? 0 : x <= 2 ? 1 : x <= 4 ? 2 : x <= 12 ? 3 : 4;
}

static uint32_t far_bucket(uint32_t x) {
  return x == 0 ? 0 : x == 1 ? 1 : x <= 3 ? 2 : x < 9 ? 3 : 4;
}

/** Length of the run so far: of quoted units, else of others since the last one. */
static void step(bool quoted, uint32_t *run, uint32_t *gap) {
  *run = quoted ? *run + 1 : 0;
  *gap = quoted ? 0 : *gap < 9 ? *gap + 1 : 9;
}

void press_feature__quotes(press_arena *arena, const press_str *words, press_units *u,
                           press_unit *units) {
  uint8_t *marks = PRESS_NEW(arena, uint8_t, u->n);
  uint8_t *in = PRESS_NEW(arena, uint8_t, u->n);
  for (uint32_t i = 0; i < u->n; i++)
    if (units[i].token != PRESS_NONE) marks[i] = (uint8_t)mark_of(words[units[i].token]);
  for (uint32_t b = 0, e; b < u->n; b = e + 1) {
    for (e = b; e < u->n && units[e].token != PRESS_NONE; e++) {
    }
    scan(marks, in, b, e);
  }
  uint32_t run = 0, gap = 9;
  for (uint32_t i = 0; i < u->n; i++) {
    step(in[i], &run, &gap);
    units[i].ids[PRESS_FEAT_INSIDE] = in[i]      ? 1 + 5 * near_bucket(run)
                                      : marks[i] ? PRESS_FEAT_N_INSIDE - 1
                                                 : 0;
    units[i].ids[PRESS_FEAT_OUTSIDE] = 5 * far_bucket(gap);
  }
  run = 0, gap = 9;
  for (uint32_t i = u->n; i-- > 0;) {
    step(in[i], &run, &gap);
    if (in[i]) units[i].ids[PRESS_FEAT_INSIDE] += near_bucket(run);
    units[i].ids[PRESS_FEAT_OUTSIDE] += far_bucket(gap);
  }
}
