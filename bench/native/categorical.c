// A generation of the categorical chain, as in assembly/chains/categorical: each word's count is Poisson, digit by digit; then
// as many tokens are taken away or drawn in addition as the sum is off, and the words that live on are kept.
#include "digits.h"
#include "kernels.h"
#include "positions.h"
#include <stdlib.h>

enum { ROOM = 1 << 14, BLOCK = 8 };

static uint32_t drawn[MAX_WORDS + LANES], left[MAX_WORDS + 4], living[MAX_WORDS + 4], dead[MAX_WORDS + 4], died[MAX_WORDS];
static uint64_t positions[ROOM], room[ROOM];
static size_t kept;
static double lost;

/** Draws each count on its own, those of the lowest digits first. Returns their sum. */
static int64_t count_each(Words *words, const uint32_t *counts, size_t size) {
  int64_t total = 0;
  size_t large = 0; // from here on no count is large
  for (size_t i = 0; i < size;) {
    if (waiting(words) == 0) refill(words);
    const size_t ready = waiting(words), burst = (ready < size - i ? ready : size - i) / LANES * LANES;
    const uint64_t *from = words->word + words->position;
    u32v sums = {0}, seen = {0};
    for (const size_t stop = i + burst; i < stop; i += LANES, from += LANES) {
      const u32v means = least(load(counts + i), (u32v){0} + MOST_DIGITS);
      u32v next;
      seen |= means;
      if (!draw_two_digits(means, from, &next)) break;
      sums += next;
      memcpy(drawn + i, &next, VECTOR);
    }
    words->position = (int)(from - words->word);
    for (int lane = 0; lane < LANES; ++lane) total += sums[lane];
    if (any(seen / LEAST_LARGE)) large = i;
    for (const size_t few = i + LANES < size ? i + LANES : size; i < few && waiting(words) > 0; ++i) {
      const uint32_t mean = counts[i] < MOST_DIGITS ? counts[i] : MOST_DIGITS;
      if (mean >= LEAST_LARGE) large = i + 1;
      total += drawn[i] = draw_lowest(words, mean);
    }
  }
  for (size_t i = 0; i < large; ++i) {
    if (counts[i] < LEAST_LARGE) continue;
    const uint32_t rest = draw_rest(words, counts[i]);
    drawn[i] += rest;
    total += rest;
  }
  return total;
}

/** Adds `amount` to the drawn count of the word of each position among the tokens counted in `of`. */
static void change(const uint32_t *of, size_t size, int many, double range, uint32_t amount) {
  int64_t before = 0;
  size_t i = 0;
  for (int p = 0; p < many && i < size;) {
    int64_t position = position_of(positions[p], range);
    for (; i + BLOCK <= size; i += BLOCK) {
      uint32_t sum = 0;
      for (int k = 0; k < BLOCK; ++k) sum += of[i + k];
      if (before + sum > position) break;
      before += sum;
    }
    for (const size_t end = i + BLOCK < size ? i + BLOCK : size; i < end; ++i) {
      before += of[i];
      uint32_t hits = 0;
      while (position < before) {
        hits += amount;
        position = ++p < many ? position_of(positions[p], range) : INT64_MAX;
      }
      if (hits) drawn[i] += hits;
    }
  }
}

typedef uint32_t four __attribute__((vector_size(16)));
typedef uint8_t bytes __attribute__((vector_size(16)));

/** Writes the chosen ones of four numbers to the front of `to`. */
static inline void pack(uint32_t *to, const uint32_t *from, unsigned chosen) {
  static bytes packings[16];
  if (!packings[15][15])
    for (unsigned choice = 0; choice < 16; ++choice)
      for (unsigned lane = 0, at = 0; lane < 4; ++lane)
        if (choice >> lane & 1)
          for (unsigned k = 0; k < 4; ++k) packings[choice][at++] = (uint8_t)(4 * lane + k);
  bytes lanes;
  memcpy(&lanes, from, 16);
  lanes = __builtin_shuffle(lanes, packings[chosen]);
  memcpy(to, &lanes, 16);
}

/** Keeps the words that came up; of the others notes when they died, and the probability that was theirs. */
static void keep_living(const uint32_t *symbols, const double *start, size_t size) {
  size_t deaths = 0, i = 0;
  kept = 0;
  for (; i + 4 <= size; i += 4) {
    four counts;
    memcpy(&counts, drawn + i, 16);
    const four bits = (four)(counts == 0) & (four){1, 2, 4, 8}, both = bits | __builtin_shuffle(bits, (four){2, 3, 0, 1});
    const unsigned none = both[0] | both[1];
    pack(left + kept, drawn + i, none ^ 15);
    pack(living + kept, symbols + i, none ^ 15);
    pack(dead + deaths, symbols + i, none);
    deaths += (size_t)__builtin_popcount(none);
    kept += 4 - (size_t)__builtin_popcount(none);
  }
  for (; i < size; ++i) {
    left[kept] = drawn[i];
    living[kept] = dead[deaths] = symbols[i];
    kept += drawn[i] > 0;
    deaths += drawn[i] == 0;
  }
  lost = 0.0;
  for (size_t d = 0; d < deaths; ++d) {
    died[dead[d]] = 1;
    lost += start[dead[d]];
  }
}

size_t categorical(Words *words, const uint32_t *counts, const uint32_t *symbols, const double *start, size_t size, uint32_t n) {
  make_digits();
  int64_t total;
  do total = count_each(words, counts, size);
  while (llabs(total - n) > ROOM);
  const int many = (int)llabs(total - n), remove = total > n;
  const double range = remove ? (double)total : n;
  draw_positions(words, many, range, remove, positions, room);
  change(remove ? drawn : counts, size, many, range, remove ? UINT32_MAX : 1);
  keep_living(symbols, start, size);
  return kept;
}

double total_variation(const double *start, uint32_t n) {
  double distance = 0.0;
  for (size_t i = 0; i < kept; ++i) distance += fabs((double)left[i] / n - start[living[i]]);
  return 0.5 * (distance + lost);
}
