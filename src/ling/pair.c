#include "ling/pair.h"

#include "nn/format.h"

/** Distances above 8 fall into steps of a third of an octave. */
static const uint8_t far_steps[] = {11, 13, 16, 21, 26, 32, 41, 51, 64};

static uint32_t bucket(uint32_t m) {
  if (m <= 8) return m;
  uint32_t v = 9;
  for (uint32_t i = 0; i < sizeof far_steps && m >= far_steps[i]; i++) v++;
  return v;
}

void press_pair__window(uint32_t b, uint32_t n, uint32_t *lo, uint32_t *hi) {
  *lo = b > PRESS_PAIR_BEFORE ? b - PRESS_PAIR_BEFORE : 0;
  *hi = b + PRESS_PAIR_AFTER < n ? b + PRESS_PAIR_AFTER : n;
}

static uint32_t at_most(uint32_t x, uint32_t most) {
  return x < most ? x : most;
}

press_place press_pair__place(const press_unit *units, uint32_t b, uint32_t e,
                              uint32_t i) {
  if (i < b) {
    const press_unit *u = &units[i], *c = &units[b];
    return (press_place){19 + bucket(b - i), at_most(c->sentence - u->sentence, 3),
                         at_most(c->para - u->para, 2)};
  }
  if (i < e) return (press_place){0, 12, 0};
  const press_unit *u = &units[i], *c = &units[e - 1];
  return (press_place){bucket(i - e + 1), 4 + at_most(u->sentence - c->sentence, 3),
                       3 + at_most(u->para - c->para, 2)};
}
