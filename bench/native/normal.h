// Box–Muller with the polynomials of assembly/random/box-muller.ts. A vector of radii and a vector of angles make two vectors
// of normals; which word meets which differs from there, and spares the shuffles.
#pragma once
#include "stream.h"

#define MAGIC 6755399441055744.0 // 3 * 2^51: adding it leaves a small integer in the lowest bits

static inline f64v splat(double x) { return (f64v){0} + x; }

static inline f64v logarithm(f64v x) {
  u64v bits = (u64v)x;
  // k, the power of two, plus 2048 so that a logical shift will do; then as in assembly/math.ts
  u64v k = (bits - 0x3fe6a09e00000000 + ((uint64_t)2048 << 52)) >> 52;
  f64v exponent = (f64v)(k - 2048 + (u64v)splat(MAGIC)) - MAGIC;
  f64v f = (f64v)(bits - ((k - 2048) << 52)) - 1.0;
  f64v s = f / (2.0 + f);
  f64v z = s * s;
  f64v series = 0.15331699633543858 + z * 0.14616721179861816;
  series = 0.18182889786191042 + z * series;
  series = 0.2222221112572281 + z * series;
  series = 0.28571428626031065 + z * series;
  series = 0.3999999999989938 + z * series;
  series = z * (0.666666666666667 + z * series);
  f64v half = 0.5 * f * f;
  return exponent * 0.6931471803691238 - (half - (s * (half + series) + exponent * 1.9082149292705877e-10) - f);
}

static inline void pair(Stream *s, double *out) {
  f64v radius = root(-2.0 * logarithm(1.0 - unit(next(s))));
  f64v turns = 4.0 * unit(next(s));
  f64v rounded = turns + MAGIC;
  f64v t = (turns - (rounded - MAGIC)) * 1.5707963267948966;
  f64v z = t * t;
  f64v sum = -2.5051131845003624e-8 + z * 1.5918129294866608e-10;
  sum = 2.755731610255244e-6 + z * sum;
  sum = -0.00019841269836758574 + z * sum;
  sum = 0.008333333333330948 + z * sum;
  sum = -0.16666666666666666 + z * sum;
  f64v sine = t + t * (z * sum);
  sum = 2.08761462684032e-9 + z * -1.1382632425521717e-11;
  sum = -2.7557317271729793e-7 + z * sum;
  sum = 2.480158729876569e-5 + z * sum;
  sum = -0.0013888888888887398 + z * sum;
  sum = 0.041666666666666664 + z * sum;
  f64v cosine = 1.0 - 0.5 * z + z * (z * sum);
  u64v q = (u64v)rounded;
  u64v odd = -(q & 1);
  u64v x = ((u64v)sine & odd) | ((u64v)cosine & ~odd);
  u64v y = ((u64v)cosine & odd) | ((u64v)sine & ~odd);
  store(out, radius * (f64v)(x ^ (((q + 1) >> 1) << 63)));
  store(out + DOUBLES, radius * (f64v)(y ^ ((q >> 1) << 63)));
}

/** Fills out[0..count); count is a multiple of 2 DOUBLES. */
static inline void fill_normal(Stream *stream, double *out, size_t count) {
  Stream s = *stream;
  for (size_t i = 0; i < count; i += 2 * DOUBLES) pair(&s, out + i);
  *stream = s;
}
