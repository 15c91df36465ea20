// Alias tables of Poisson laws, as in assembly/random/alias.ts and assembly/chains/short-tables.ts.
#pragma once
#include "words.h"

/** The most columns of a table. */
#define MOST 2048

/** The least count of the law of a mean that has a chance to come up. */
int least_count(int mean);

/** An entry is a threshold of 53 bits above an alias of 11. Column 0 stands for the count `offset`. */
void make_table(int mean, int offset, int columns, uint64_t *table);

/** The same in 32 bits an entry: the upper bits of a threshold above an alias. */
void make_short(int mean, int offset, int columns, uint32_t *table);

/** Draws by a half of a word; where the entry's bits do not tell, by a threshold of 53 and the next word. */
uint32_t draw_exactly(Words *words, uint32_t half, int mean, int offset, int columns);

/** A half of a word or an entry, whichever is less, has the column or its alias in its lowest bits. */
static inline uint32_t draw_by_half(Words *words, const uint32_t *table, int columns, int mean, int offset, uint32_t half) {
  const uint32_t mask = (uint32_t)columns - 1, entry = table[half & mask];
  if ((half ^ entry) <= mask) return draw_exactly(words, half, mean, offset, columns);
  return (uint32_t)offset + ((half < entry ? half : entry) & mask);
}
