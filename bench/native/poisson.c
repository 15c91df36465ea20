// Poisson variates of integer means: an alias table of 128 columns for each mean up to 32 (M. D. Vose 1991), sums of
// such draws up to 256, transformed rejection above (W. Hörmann 1993).
#include "poisson.h"
#include <math.h>

uint64_t alias[TABLE_MEANS][COLUMNS];

/** Threshold in the upper 53 bits of an entry, alias in the lower 11. */
static uint64_t entry(double threshold, int other) {
  uint64_t bits = threshold >= 1.0 ? (UINT64_C(1) << 53) - 1 : (uint64_t)(threshold * 0x1p53);
  return bits << 11 | (uint64_t)other;
}

void make_tables(void) {
  for (int mean = 1; mean <= TABLE_MEANS; ++mean) {
    double height[COLUMNS];
    int small[COLUMNS], large[COLUMNS], smalls = 0, larges = 0;
    double probability = exp(-mean);
    for (int k = 0; k < COLUMNS; probability *= (double)mean / ++k) {
      height[k] = probability * COLUMNS;
      if (height[k] < 1.0) small[smalls++] = k;
      else large[larges++] = k;
    }
    uint64_t *table = alias[mean - 1];
    while (smalls > 0 && larges > 0) {
      int low = small[--smalls], high = large[larges - 1];
      table[low] = entry(height[low], high);
      height[high] -= 1.0 - height[low];
      if (height[high] < 1.0) small[smalls++] = high, --larges;
    }
    while (larges > 0) --larges, table[large[larges]] = entry(1.0, large[larges]);
    while (smalls > 0) --smalls, table[small[smalls]] = entry(1.0, small[smalls]);
  }
}

/** PTRS. */
static uint32_t reject(Words *words, double mean) {
  const double b = 0.931 + 2.53 * sqrt(mean), a = -0.059 + 0.02483 * b;
  const double inverse_alpha = 1.1239 + 1.1328 / (b - 3.4), squeeze = 0.9277 - 3.6224 / (b - 2.0);
  for (;;) {
    double u = (double)(word(words) >> 11) * 0x1p-53 - 0.5;
    double v = positive(word(words));
    double us = 0.5 - fabs(u), k = floor((2.0 * a / us + b) * u + mean + 0.43);
    if (us >= 0.07 && v <= squeeze) return (uint32_t)k;
    if (k < 0.0 || (us < 0.013 && v > us)) continue;
    if (log(v * inverse_alpha / (a / (us * us) + b)) <= k * log(mean) - mean - lgamma(k + 1.0)) return (uint32_t)k;
  }
}

uint32_t large_poisson(Words *words, uint32_t mean) {
  if (mean > 256) return reject(words, mean);
  uint32_t sum = 0;
  for (; mean > TABLE_MEANS; mean -= TABLE_MEANS) sum += table_poisson(words, TABLE_MEANS);
  return sum + table_poisson(words, mean);
}
