// The Gaussian chain by its sufficient statistic, as in assembly/chains: what generations do to mean and std does not
// depend on either, so steps are made ahead and their roots taken in vectors. A trajectory has a stream of its own.
#include "kernels.h"
#include "ziggurat.h"

enum { WIDTH = 32, REACH = 504, AHEAD = 64 };

typedef struct {
  double d, c, squeeze;
} Shape;

/** Marsaglia & Tsang's (1 + c y)^3, for a shape of 1 or more. */
static inline double cube(Words *words, const Shape *shape) {
  for (;;) {
    double y = ziggurat(words), w = 1.0 + shape->c * y, v = w * w * w, square = y * y;
    double u = positive(word(words));
    if (u < 1.0 - shape->squeeze * (square * square)) return v;
    if (w > 0.0 && log(u) < 0.5 * square + shape->d * (1.0 - v + log(v))) return v;
  }
}

/** The normal and the cube of each step: three words, as long as nothing but the usual happens. */
static void make_steps(Words *words, const Shape *shape, int steps, double *move, double *factor) {
  const double c = shape->c, squeeze = shape->squeeze;
  int position = words->position;
  for (int k = 0; k < steps; ++k) {
    if (position <= WORDS - 3) {
      const uint64_t *w = words->word + position;
      double y, square;
      int both = usual(w[0], move + k) & usual(w[1], &y);
      square = y * y;
      if (both & (positive(w[2]) < 1.0 - squeeze * (square * square))) {
        double root = 1.0 + c * y;
        factor[k] = root * root * root;
        position += 3;
        continue;
      }
    }
    words->position = position;
    move[k] = ziggurat(words);
    factor[k] = cube(words, shape);
    position = words->position;
  }
  words->position = position;
}

/** Rows of mean and std for each of WIDTH trajectories, written as the kernel writes them. */
double gaussian_chain(double n, int trajectories, int generations) {
  static double rows[WIDTH * 2 * REACH];
  static double move[AHEAD], factor[AHEAD] __attribute__((aligned(64)));
  if (height[256] == 0.0) build_ziggurat();
  Shape shape = {.d = 0.5 * (n - 1.0) - 1.0 / 3.0};
  shape.c = 1.0 / sqrt(9.0 * shape.d);
  shape.squeeze = (1.1 + 3.3 * shape.c) * (shape.c * shape.c) / 12.0;
  const double step = 1.0 / sqrt(n), share = 2.0 * shape.d / (n - 1.0);
  for (int i = 0; i < trajectories; ++i) {
    Words words;
    open_words(&words, (uint64_t)i);
    double *row = rows + (size_t)(i % WIDTH) * 2 * REACH;
    double mean = 0.0, scale = 1.0, exponent = 0.0;
    for (int g = 0; g < generations;) {
      int steps = generations - g < AHEAD ? generations - g : AHEAD;
      make_steps(&words, &shape, steps, move, factor);
      for (int k = 0; k < AHEAD; ++k) factor[k] = __builtin_sqrt(factor[k] * share);
      for (int k = 0; k < steps; ++k, ++g) {
        double std = exponent == 0.0 ? scale : ldexp(scale, (int)(256 * exponent));
        mean += std * (move[k] * step);
        scale *= factor[k];
        if (scale < 0x1p-256) scale *= 0x1p256, exponent -= 1.0;
        else if (scale > 0x1p256) scale *= 0x1p-256, exponent += 1.0;
        row[g] = mean;
        row[REACH + g] = exponent == 0.0 ? scale : ldexp(scale, (int)(256 * exponent));
      }
    }
  }
  return rows[REACH + generations - 1];
}
