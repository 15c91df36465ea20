#include "digits.h"
#include <math.h>

#define UPPER 5

uint32_t low[32 * LOW_COLUMNS], middle[16 * MIDDLE_COLUMNS];
static uint64_t upper[UPPER][MOST];

/** The count that column 0 of the table of a middle digit stands for. */
static int offset_of(int digit) { return digit > 4 ? 24 * (digit - 4) : 0; }

void make_digits(void) {
  static int made;
  if (made) return;
  made = 1;
  for (int digit = 1; digit < 32; ++digit) make_short(digit, 0, LOW_COLUMNS, low + LOW_COLUMNS * digit);
  for (int digit = 1; digit < 16; ++digit)
    make_short(digit << 5, offset_of(digit), MIDDLE_COLUMNS, middle + MIDDLE_COLUMNS * digit);
  for (int bit = 0; bit < UPPER; ++bit)
    make_table(LEAST_LARGE << bit, least_count(LEAST_LARGE << bit), MOST, upper[bit]);
}

uint32_t draw_lowest(Words *words, uint32_t mean) {
  const uint64_t both = word(words);
  const int small = mean & 31, digit = mean >> 5 & 15;
  uint32_t count = 0;
  if (small) count = draw_by_half(words, low + LOW_COLUMNS * small, LOW_COLUMNS, small, 0, (uint32_t)both);
  if (digit)
    count += draw_by_half(words, middle + MIDDLE_COLUMNS * digit, MIDDLE_COLUMNS, digit << 5, offset_of(digit),
                          (uint32_t)(both >> 32));
  return count;
}

/** Transformed rejection: W. Hörmann (1993), with the constants of assembly/random/poisson.ts. */
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

uint32_t draw_rest(Words *words, uint32_t mean) {
  if (mean >= MOST_DIGITS) return reject(words, mean);
  uint32_t sum = 0;
  for (int bit = 0; bit < UPPER; ++bit) {
    if (!(mean & LEAST_LARGE << bit)) continue;
    const uint64_t w = word(words), column = w & (MOST - 1), entry = upper[bit][column];
    sum += (uint32_t)(least_count(LEAST_LARGE << bit) + (int)(w >> 11 < entry >> 11 ? column : entry & 2047));
  }
  return sum;
}
