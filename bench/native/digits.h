// Poisson counts of whole means, digit by digit, as in assembly/chains/categorical/digits.ts: the lowest five bits, the four
// above them, each bit above those. The first two share a word.
#pragma once
#include "alias.h"

#define LOW_COLUMNS 128
#define MIDDLE_COLUMNS 512
/** The least mean of more than two digits, and the least that is not drawn by digits. */
#define LEAST_LARGE 512
#define MOST_DIGITS 16384

extern uint32_t low[32 * LOW_COLUMNS], middle[16 * MIDDLE_COLUMNS];
/** Has to be called before the first draw. */
void make_digits(void);

/** The two lowest digits of a mean. */
uint32_t draw_lowest(Words *words, uint32_t mean);
/** The other digits of a mean of LEAST_LARGE or more. */
uint32_t draw_rest(Words *words, uint32_t mean);

static inline u32v gather(const uint32_t *table, u32v places) {
  u32v entries;
  for (int i = 0; i < LANES; ++i) entries[i] = table[places[i]];
  return entries;
}

/** The two lowest digits of as many means as there are lanes, by a word each. False if they take more words. */
static inline int draw_two_digits(u32v means, const uint64_t *words, u32v *counts) {
  const u32v a = load((const uint32_t *)words), b = load((const uint32_t *)words + LANES);
  const u32v half = halves(a, b, 0), entry = gather(low, (means & 31) * LOW_COLUMNS | (half & (LOW_COLUMNS - 1)));
  *counts = least(half, entry) & (LOW_COLUMNS - 1);
  if (any_zero((half ^ entry) / LOW_COLUMNS)) return 0;
  const u32v digit = means >> 5 & 15;
  if (!any(digit)) return 1;
  const u32v half2 = halves(a, b, 1), entry2 = gather(middle, digit * MIDDLE_COLUMNS | (half2 & (MIDDLE_COLUMNS - 1)));
  if (any_zero((half2 ^ entry2) / MIDDLE_COLUMNS)) return 0;
  const u32v beyond = digit - least(digit, (u32v){0} + 4);
  *counts += beyond * 24 + (least(half2, entry2) & (MIDDLE_COLUMNS - 1));
  return 1;
}
