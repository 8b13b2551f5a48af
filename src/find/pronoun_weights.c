/** The weights of pronouns' clues: read from the table, and summed. */
#include "find/pronoun.h"

/** Column of the table where the units' weights stand. */
#define UNITS_COLUMN (PRESS_N_USES + 1)
/** How powers of e are worked out: squarings, and what counts as nothing. */
#define POWER_STEPS 10
#define LEAST_POWER -20.0f

const char *press_clue__name(press_clue clue) {
  static const char *const names[] = {
#define X(name) #name,
#include "find/pronoun_clues.def"
#undef X
  };
  return names[clue];
}

const char *press_use__name(press_pronoun_use use) {
  static const char *const names[] = {"says", "he", "him", "his", "they", "it"};
  return names[use];
}

/** The next whole number of `s`, in hundredths. */
static float next_number(press_str *s) {
  press_str word = press_str__cut(*s, ' ', s);
  bool minus = word.n && word.at[0] == '-';
  int32_t n = 0;
  for (size_t i = minus; i < word.n && i < 8; i++)
    if (word.at[i] >= '0' && word.at[i] <= '9') n = n * 10 + (word.at[i] - '0');
  return (float)(minus ? -n : n) * PRESS_PRONOUN_SCALE;
}

static void read_units(const press_row *row, float *to) {
  press_str rest = row ? row->column[UNITS_COLUMN] : (press_str){0};
  for (uint32_t u = 0; u < PRESS_PRONOUN_UNITS; u++) to[u] = next_number(&rest);
}

void press_pronoun__weights(press_cast *c) {
  const press_table *t = &c->cx->lex->pronoun_weights;
  if (c->weights) return;
  press_pronoun_weights *w = PRESS_NEW(c->cx->arena, press_pronoun_weights, 1);
  for (uint32_t i = 0; i < PRESS_N_CLUES; i++) {
    const press_row *row =
        press_table__find(t, press_str__of(press_clue__name((press_clue)i)));
    for (uint32_t u = 0; row && u < PRESS_N_USES; u++) {
      press_str column = row->column[u + 1];
      w->of[i][u] = next_number(&column);
    }
    read_units(row, w->unit[i]);
  }
  for (uint32_t u = 0; u <= PRESS_USE_HIS; u++) {
    press_str use = press_str__of(press_use__name((press_pronoun_use)u));
    press_str key = press_str__join(c->cx->arena, S("start"), S(" "), use);
    read_units(press_table__find(t, key), w->start[u]);
  }
  read_units(press_table__find(t, S("out")), w->out);
  c->weights = w;
}

float press_pronoun__weigh(const press_pronoun_weights *w, uint8_t use, const float *x) {
  float sum = 0.0f, unit[PRESS_PRONOUN_UNITS];
  bool units = use <= PRESS_USE_HIS;
  for (uint32_t u = 0; u < PRESS_PRONOUN_UNITS; u++) unit[u] = w->start[use][u];
  for (uint32_t k = 0; k < PRESS_N_CLUES; k++) {
    if (x[k] == 0.0f) continue;
    sum += w->of[k][use] * x[k];
    for (uint32_t u = 0; units && u < PRESS_PRONOUN_UNITS; u++)
      unit[u] += w->unit[k][u] * x[k];
  }
  for (uint32_t u = 0; units && u < PRESS_PRONOUN_UNITS; u++)
    if (unit[u] > 0.0f) sum += unit[u] * w->out[u];
  return sum;
}

/** e to the power of a number that is not above 0, nearly; the same on every machine. */
static float power(float x) {
  float p = x < LEAST_POWER ? 0.0f : 1.0f + x / (1 << POWER_STEPS);
  for (uint32_t k = 0; k < POWER_STEPS; k++) p *= p;
  return p;
}

uint32_t press_pronoun__choose(uint8_t use, const float *weight, const uint32_t *whom,
                               uint32_t n) {
  bool together = use <= PRESS_USE_HIS;
  uint32_t best = 0;
  float most = -1.0f, highest = weight[0];
  for (uint32_t i = 1; i < n; i++)
    if (weight[i] > highest) highest = weight[i];
  for (uint32_t i = 0; i < n; i++) {
    float sum = 0.0f;
    for (uint32_t k = 0; k < n; k++)
      if (k == i || (together && whom[k] == whom[i])) sum += power(weight[k] - highest);
    if (sum > most) {
      most = sum;
      best = i;
    }
  }
  return best;
}
