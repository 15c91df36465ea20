// Standard normals by a ziggurat of 256 layers (G. Marsaglia & W. W. Tsang 2000), as in assembly/random/ziggurat.ts.
#pragma once
#include <math.h>
#include "words.h"

#define TAIL 3.6541528853610088
#define AREA 0.004928673233974655

static double half_width[256], inside[256], height[257];

static inline void build_ziggurat(void) {
  double h = exp(-0.5 * TAIL * TAIL), width = AREA / h, within = TAIL;
  for (int i = 0; i < 256; ++i) {
    half_width[i] = width;
    inside[i] = within;
    height[i + 1] = i < 255 ? h : 1.0;
    h += AREA / within;
    width = within;
    within = i < 254 ? sqrt(-2.0 * log(h)) : 0.0;
  }
}

/** Whether a word is as it stands a normal, as 99 of 100 are; and which. */
static inline int usual(uint64_t word, double *x) {
  uint64_t layer = word & 255;
  *x = ((double)(int64_t)(word >> 11) * 0x1p-52 - 1.0) * half_width[layer];
  return fabs(*x) < inside[layer];
}

static inline double ziggurat(Words *words) {
  for (;;) {
    double x;
    uint64_t w = word(words), layer = w & 255;
    if (usual(w, &x)) return x;
    if (layer == 0) {
      double beyond, y;
      do {
        beyond = -log(positive(word(words))) / TAIL;
        y = -log(positive(word(words)));
      } while (2.0 * y <= beyond * beyond);
      return copysign(TAIL + beyond, x);
    }
    double low = height[layer], u = positive(word(words));
    if (low + u * (height[layer + 1] - low) < exp(-0.5 * x * x)) return x;
  }
}
