// The Gaussian chain by its sufficient statistic, as in assembly/chains/gaussian.ts. Each trajectory has a stream of its
// own; its normals and uniforms are made in bursts, where vectors help.
#include <math.h>
#include "kernels.h"
#include "normal.h"

#define NORMALS 64
#define UNIFORMS 32

typedef struct {
  Stream stream;
  int normals, uniforms;
  double normal[NORMALS] __attribute__((aligned(64)));
  double uniform[UNIFORMS] __attribute__((aligned(64)));
} Source;

static inline double normal(Source *s) {
  if (s->normals == NORMALS) {
    fill_normal(&s->stream, s->normal, NORMALS);
    s->normals = 0;
  }
  return s->normal[s->normals++];
}

static inline double uniform(Source *s) {
  if (s->uniforms == UNIFORMS) {
    fill_uniform(&s->stream, s->uniform, UNIFORMS);
    s->uniforms = 0;
  }
  return s->uniform[s->uniforms++];
}

/** Marsaglia & Tsang, for a shape of 1 or more. */
static inline double gamma_variate(Source *s, double d, double c) {
  for (;;) {
    double x = normal(s), v = 1.0 + c * x;
    if (v <= 0.0) continue;
    v = v * v * v;
    double u = 1.0 - uniform(s), square = x * x;
    if (u < 1.0 - 0.0331 * square * square) return d * v;
    if (log(u) < 0.5 * square + d * (1.0 - v + log(v))) return d * v;
  }
}

/** Rows of mean and std for each of `width` trajectories, written as the kernel writes them. */
double gaussian_chain(double n, int trajectories, int generations) {
  enum { WIDTH = 32, REACH = 512 };
  static double rows[WIDTH * 2 * REACH];
  const double d = 0.5 * (n - 1.0) - 1.0 / 3.0, c = 1.0 / sqrt(9.0 * d);
  const double step = 1.0 / sqrt(n), share = 2.0 / (n - 1.0);
  for (int i = 0; i < trajectories; ++i) {
    Source s = {.stream = start(1, (uint64_t)i), .normals = NORMALS, .uniforms = UNIFORMS};
    double *row = rows + (size_t)(i % WIDTH) * 2 * REACH;
    double mean = 0.0, scale = 1.0, exponent = 0.0;
    for (int g = 0; g < generations; ++g) {
      double std = exponent == 0.0 ? scale : ldexp(scale, (int)(256 * exponent));
      mean += std * normal(&s) * step;
      scale *= sqrt(gamma_variate(&s, d, c) * share);
      if (scale < 0x1p-256) scale *= 0x1p256, exponent -= 1.0;
      else if (scale > 0x1p256) scale *= 0x1p-256, exponent += 1.0;
      row[g] = mean;
      row[REACH + g] = exponent == 0.0 ? scale : ldexp(scale, (int)(256 * exponent));
    }
  }
  return rows[REACH + generations - 1];
}
