// A generation of the categorical chain: each word's count from a Poisson table, then as many tokens taken away or added
// as the sum is off. Given their sum, Poisson counts are multinomial; so are they after that.
#include "kernels.h"
#include "poisson.h"

/** Sorts numbers below 2^22 by two passes over 11 bits each. */
static void sort(uint32_t *x, uint32_t *room, size_t count) {
  for (int shift = 0; shift < 22; shift += 11) {
    uint32_t starts[2049] = {0};
    for (size_t i = 0; i < count; ++i) ++starts[(x[i] >> shift & 2047) + 1];
    for (int b = 0; b < 2048; ++b) starts[b + 1] += starts[b];
    for (size_t i = 0; i < count; ++i) room[starts[x[i] >> shift & 2047]++] = x[i];
    uint32_t *swap = x;
    x = room;
    room = swap;
  }
}

static uint32_t below(Words *words, uint32_t n) { return (uint32_t)((unsigned __int128)word(words) * n >> 64); }

/** `count` positions below n, rising; all different if asked. Ends with one that is never reached. */
static void positions(Words *words, uint32_t n, size_t count, int distinct, uint32_t *x, uint32_t *room) {
  size_t have = 0;
  while (have < count) {
    while (have < count) x[have++] = below(words, n);
    sort(x, room, count);
    if (!distinct) break;
    have = 1;
    for (size_t i = 1; i < count; ++i)
      if (x[i] != x[i - 1]) x[have++] = x[i];
  }
  x[count] = UINT32_MAX;
}

/** Where a generation is drawn to: the counts of its living words, which words these are, and which it forgot. */
static uint32_t drawn[MAX_WORDS], left[MAX_WORDS], living[MAX_WORDS], died[MAX_WORDS];
static uint32_t off[MAX_TOKENS + 1], room[MAX_TOKENS + 1];

size_t categorical(const uint32_t *counts, const uint32_t *symbols, size_t size, uint32_t n) {
  static Words words;
  if (words.position == 0) {
    make_tables();
    open_words(&words, 0);
  }
  uint32_t total = 0;
  for (size_t i = 0; i < size; ++i) {
    const uint32_t mean = counts[i];
    drawn[i] = mean <= TABLE_MEANS  ? table_poisson(&words, mean)
               : mean <= WIDE_MEANS ? wide_poisson(&words, mean)
                                    : large_poisson(&words, mean);
    total += drawn[i];
  }
  const int remove = total > n;
  positions(&words, remove ? total : n, remove ? total - n : n - total, remove, off, room);
  const uint32_t *of = remove ? drawn : counts, change = remove ? (uint32_t)-1 : 1;
  size_t kept = 0, dead = 0;
  uint32_t end = 0;
  const uint32_t *position = off;
  for (size_t i = 0; i < size; ++i) {
    uint32_t next = drawn[i];
    end += of[i];
    for (; *position < end; ++position) next += change;
    left[kept] = next;
    living[kept] = symbols[i];
    died[dead] = symbols[i];
    kept += next > 0;
    dead += next == 0;
  }
  return kept;
}
