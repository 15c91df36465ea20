// Positions of tokens that are drawn in addition or taken away, as in assembly/chains/categorical/positions.ts.
#pragma once
#include <math.h>
#include "words.h"

/** The position on [0, range) that a word stands for; words and positions have the same order. */
static inline int64_t position_of(uint64_t word, double range) {
  return (int64_t)floor((double)(int64_t)(word >> 11) * 0x1p-53 * range);
}

/** Draws `many` words, in order, for positions on [0, range): all different, if asked. `room` is for as many again. */
void draw_positions(Words *words, int many, double range, int distinct, uint64_t *x, uint64_t *room);
