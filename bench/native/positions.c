#include "positions.h"

/** Sorts into about as many buckets, by the upper bits, and then by insertion. */
static void sort(uint64_t *x, int many, uint64_t *sorted) {
  static uint32_t starts[1 << 16];
  int bits = 4;
  while (bits < 16 && many >> bits) ++bits;
  const int shift = 64 - bits;
  memset(starts, 0, sizeof *starts << bits);
  for (int i = 0; i < many; ++i) ++starts[x[i] >> shift];
  uint32_t sum = 0;
  for (int b = 0; b < 1 << bits; ++b) {
    uint32_t here = starts[b];
    starts[b] = sum;
    sum += here;
  }
  for (int i = 0; i < many; ++i) sorted[starts[x[i] >> shift]++] = x[i];
  for (int i = 0; i < many; ++i) {
    uint64_t here = sorted[i];
    int place = i;
    for (; place > 0 && x[place - 1] > here; --place) x[place] = x[place - 1];
    x[place] = here;
  }
}

void draw_positions(Words *words, int many, double range, int distinct, uint64_t *x, uint64_t *room) {
  for (int known = 0; known < many;) {
    for (int i = known; i < many; ++i) x[i] = word(words);
    sort(x, many, room);
    if (!distinct) return;
    int64_t last = -1;
    known = 0;
    for (int i = 0; i < many; ++i) {
      const uint64_t here = x[i];
      const int64_t position = position_of(here, range);
      if (position == last) continue;
      x[known++] = here;
      last = position;
    }
  }
}
