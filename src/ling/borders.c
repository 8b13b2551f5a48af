/** What it costs to move an edge of a content: the labels between the old place and
 *  the new one change, nothing else does. Sums of differences, no exponentials: the
 *  same on every machine. */
#include "ling/borders.h"

/** Losses from here on are not worth a look. */
#define MOST_LOSS 14.0f

/** Labels of a content. */
enum { OUT = 0, FIRST = 5, INNER, LAST, ONLY };

static float score(const press_labelled *l, uint32_t i, uint8_t label) {
  return l->scores[(size_t)i * l->stride + label];
}

/** What unit `i` loses when it gets another label. */
static float loss(const press_labelled *l, uint32_t i, uint8_t label) {
  return score(l, i, l->labels[i]) - score(l, i, label);
}

static bool is_content(const press_labelled *l, uint32_t i) {
  return l->labels[i] >= FIRST;
}

/** Keeps the edges with the least loss, in order of it. */
static void keep(press_border *list, uint8_t *n, uint32_t token, float loss) {
  if (token == PRESS_NONE || loss >= MOST_LOSS) return;
  if (*n == PRESS_BORDERS && list[*n - 1].loss <= loss) return;
  if (*n < PRESS_BORDERS) (*n)++;
  uint8_t i = (uint8_t)(*n - 1);
  for (; i > 0 && list[i - 1].loss > loss; i--) list[i] = list[i - 1];
  list[i] = (press_border){token, loss};
}

/** Begins before `b`, then behind it. */
static void begins(const press_labelled *l, uint32_t b, uint32_t e,
                   const press_unit *units, press_borders *out) {
  uint8_t joined = e - b == 1 ? LAST : INNER;
  float sum = loss(l, b, joined);
  for (uint32_t i = b; i-- > 0 && !is_content(l, i);) {
    keep(out->begin, &out->n_begin, units[i].token, sum + loss(l, i, FIRST));
    sum += loss(l, i, INNER);
  }
  sum = 0;
  for (uint32_t i = b + 1; i < e; i++) {
    sum += loss(l, i - 1, OUT);
    uint8_t first = i + 1 == e ? ONLY : FIRST;
    keep(out->begin, &out->n_begin, units[i].token, sum + loss(l, i, first));
  }
}

/** The token behind a unit; that of a break is none. */
static uint32_t behind(const press_unit *units, uint32_t i) {
  return units[i].token == PRESS_NONE ? PRESS_NONE : units[i].token + 1;
}

/** Ends behind `e`, then before it. */
static void ends(const press_labelled *l, uint32_t b, uint32_t e, const press_unit *units,
                 press_borders *out) {
  uint8_t joined = e - b == 1 ? FIRST : INNER;
  float sum = loss(l, e - 1, joined);
  for (uint32_t i = e; i < l->n && !is_content(l, i); i++) {
    keep(out->end, &out->n_end, behind(units, i), sum + loss(l, i, LAST));
    sum += loss(l, i, INNER);
  }
  sum = 0;
  for (uint32_t i = e - 1; i-- > b;) {
    sum += loss(l, i + 1, OUT);
    uint8_t last = i == b ? ONLY : LAST;
    keep(out->end, &out->n_end, behind(units, i), sum + loss(l, i, last));
  }
}

void press_borders__find(const press_labelled *l, uint32_t b, uint32_t e,
                         const press_unit *units, press_borders *out) {
  *out = (press_borders){0};
  begins(l, b, e, units, out);
  ends(l, b, e, units, out);
}
