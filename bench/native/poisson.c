// Poisson variates of integer means: an alias table for each mean up to 512 (M. D. Vose 1991), those up to 32 close
// together; transformed rejection above (W. Hörmann 1993).
#include "poisson.h"
#include <math.h>

uint64_t alias[TABLE_MEANS][COLUMNS];
Wide wide[WIDE_MEANS + 1];

/** Threshold in the upper 53 bits of an entry, alias in the lower 11. */
static uint64_t entry(double threshold, int other) {
  uint64_t bits = threshold >= 1.0 ? (UINT64_C(1) << 53) - 1 : (uint64_t)(threshold * 0x1p53);
  return bits << 11 | (uint64_t)other;
}

/** The alias table of `columns` heights, which sum to `columns`. */
static void make_table(double *height, int columns, uint64_t *table) {
  int small[WIDE_COLUMNS], large[WIDE_COLUMNS], smalls = 0, larges = 0;
  for (int k = 0; k < columns; ++k) {
    if (height[k] < 1.0) small[smalls++] = k;
    else large[larges++] = k;
  }
  while (smalls > 0 && larges > 0) {
    int low = small[--smalls], high = large[larges - 1];
    table[low] = entry(height[low], high);
    height[high] -= 1.0 - height[low];
    if (height[high] < 1.0) small[smalls++] = high, --larges;
  }
  while (larges > 0) --larges, table[large[larges]] = entry(1.0, large[larges]);
  while (smalls > 0) --smalls, table[small[smalls]] = entry(1.0, small[smalls]);
}

void make_tables(void) {
  double height[WIDE_COLUMNS];
  for (int mean = 1; mean <= WIDE_MEANS; ++mean) {
    const int narrow = mean <= TABLE_MEANS;
    const int reach = (int)(9.0 * sqrt(mean)) + 12, low = narrow || mean < reach ? 0 : mean - reach;
    int columns = narrow ? COLUMNS : 2;
    while (low + columns <= mean + reach) columns *= 2;
    for (int k = 0; k < columns; ++k)
      height[k] = columns * exp((low + k) * log(mean) - mean - lgamma(low + k + 1.0));
    make_table(height, columns, narrow ? alias[mean - 1] : wide[mean].entries);
    wide[mean].low = (uint32_t)low;
    wide[mean].mask = (uint32_t)columns - 1;
  }
}

/** PTRS. */
static uint32_t reject(Words *words, double mean) {
  const double b = 0.931 + 2.53 * sqrt(mean), a = -0.059 + 0.02483 * b;
  const double inverse_alpha = 1.1239 + 1.2 / (b - 3.4), squeeze = 0.9277 - 3.72 / (b - 2.0);
  for (;;) {
    double u = (double)(word(words) >> 11) * 0x1p-53 - 0.5;
    double v = positive(word(words));
    double us = 0.5 - fabs(u), k = floor((2.0 * a / us + b) * u + mean + 0.43);
    if (us >= 0.07 && v <= squeeze) return (uint32_t)k;
    if (k < 0.0 || (us < 0.013 && v > us)) continue;
    if (log(v * inverse_alpha / (a / (us * us) + b)) <= k * log(mean) - mean - lgamma(k + 1.0)) return (uint32_t)k;
  }
}

uint32_t large_poisson(Words *words, uint32_t mean) { return reject(words, mean); }
