// Vectors as wide as the machine that is compiled for has them: 128 bits, as in WebAssembly, or more.
#pragma once
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#if defined(__AVX512DQ__)
#define VECTOR 64
#elif defined(__AVX2__)
#define VECTOR 32
#else
#define VECTOR 16
#endif
#define LANES (VECTOR / 4)
#define DOUBLES (VECTOR / 8)

typedef uint32_t u32v __attribute__((vector_size(VECTOR)));
typedef uint64_t u64v __attribute__((vector_size(VECTOR)));
typedef double f64v __attribute__((vector_size(VECTOR)));

static inline u32v load(const uint32_t *from) {
  u32v x;
  memcpy(&x, from, VECTOR);
  return x;
}

static inline u32v least(u32v a, u32v b) {
  const u32v less = (u32v)(a < b);
  return (a & less) | (b & ~less);
}

/** Whether any number is not 0. */
static inline int any(u32v x) {
  u64v pairs = (u64v)x;
  uint64_t all = 0;
  for (int i = 0; i < DOUBLES; ++i) all |= pairs[i];
  return all != 0;
}

static inline int any_zero(u32v x) { return any((u32v)(x == 0)); }

/** The lower or the upper halves of the words of two vectors. */
static inline u32v halves(u32v a, u32v b, uint32_t upper) {
  u32v places;
  for (uint32_t i = 0; i < LANES; ++i) places[i] = 2 * i + upper;
  return __builtin_shuffle(a, b, places);
}

static inline void store(double *out, f64v x) { memcpy(out, &x, VECTOR); }

static inline f64v root(f64v x) {
  for (int i = 0; i < DOUBLES; ++i) x[i] = __builtin_sqrt(x[i]);
  return x;
}
