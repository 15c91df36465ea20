#include "alias.h"
#include <math.h>

static double room[640 + MOST], *const law = room + 640;

static int reach_of(int mean) { return (int)(9.0 * sqrt(mean)) + 12; }

int least_count(int mean) { return mean > reach_of(mean) ? mean - reach_of(mean) : 0; }

/** Leaves a Poisson law, from its least count on, by the ratios of neighbours. */
static void make_law(int mean) {
  const int low = least_count(mean), high = mean + reach_of(mean);
  memset(law, 0, MOST * sizeof *law);
  double total = 1.0, probability = 1.0;
  law[mean - low] = 1.0;
  for (int k = mean; k < high; ++k) total += law[k + 1 - low] = probability *= mean / (k + 1.0);
  probability = 1.0;
  for (int k = mean; k > low; --k) total += law[k - 1 - low] = probability *= k / (double)mean;
  for (int i = 0; i < MOST; ++i) law[i] /= total;
}

static uint64_t entry(double threshold, int other) { return (uint64_t)(threshold * 0x1p53) << 11 | (uint64_t)other; }

/** M. D. Vose (1991). */
void make_table(int mean, int offset, int columns, uint64_t *table) {
  double share[MOST];
  int waiting[MOST], low = 0, high = MOST;
  make_law(mean);
  const double *probability = law - (least_count(mean) - offset);
  for (int i = 0; i < columns; ++i) {
    share[i] = probability[i] * columns;
    waiting[share[i] < 1.0 ? low++ : --high] = i;
  }
  while (low > 0 && high < MOST) {
    int poor = waiting[--low], rich = waiting[high++];
    table[poor] = entry(share[poor], rich);
    share[rich] = share[rich] + share[poor] - 1.0;
    waiting[share[rich] < 1.0 ? low++ : --high] = rich;
  }
  while (low > 0) --low, table[waiting[low]] = entry(0.0, waiting[low]);
  for (; high < MOST; ++high) table[waiting[high]] = entry(0.0, waiting[high]);
}

void make_short(int mean, int offset, int columns, uint32_t *table) {
  uint64_t entries[MOST];
  const uint32_t mask = (uint32_t)columns - 1;
  make_table(mean, offset, columns, entries);
  for (int i = 0; i < columns; ++i) table[i] = ((uint32_t)(entries[i] >> 32) & ~mask) | ((uint32_t)entries[i] & mask);
}

uint32_t draw_exactly(Words *words, uint32_t half, int mean, int offset, int columns) {
  uint64_t entries[MOST];
  make_table(mean, offset, columns, entries);
  const uint32_t column = half & ((uint32_t)columns - 1);
  // The bits of the threshold that a short entry has no room for, and as many of a word.
  const uint64_t rest = entries[column] >> 11 & (((uint64_t)columns << 21) - 1);
  const int shift = 12 + __builtin_clz((unsigned)columns);
  return (uint32_t)offset + (word(words) >> shift < rest ? column : (uint32_t)entries[column] & ((uint32_t)columns - 1));
}
