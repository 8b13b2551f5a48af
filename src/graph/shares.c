#include "graph/shares.h"

/** Largest remainder: cut each share down, then give what is left to those that
 *  lost most; the earlier one first among equals. */
uint32_t *press_shares__hundredths(press_arena *a, const float *share, uint32_t n) {
  uint32_t *whole = PRESS_NEW(a, uint32_t, n);
  double total = 0, *lost = PRESS_NEW(a, double, n);
  uint32_t given = 0;
  for (uint32_t i = 0; i < n; i++) {
    double exact = share[i] > 0 ? (double)share[i] * 100 : 0;
    if (exact > 100) exact = 100;
    whole[i] = (uint32_t)(exact + 1e-4);
    lost[i] = exact - whole[i];
    given += whole[i];
    total += exact;
  }
  for (uint32_t due = (uint32_t)(total + 0.5); given < due; given++) {
    uint32_t best = 0;
    for (uint32_t i = 1; i < n; i++)
      if (lost[i] > lost[best] + 1e-6) best = i;
    whole[best]++;
    lost[best] = -1;
  }
  return whole;
}
