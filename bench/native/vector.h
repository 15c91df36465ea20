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

static inline void store(double *out, f64v x) { memcpy(out, &x, VECTOR); }

static inline f64v root(f64v x) {
  for (int i = 0; i < DOUBLES; ++i) x[i] = __builtin_sqrt(x[i]);
  return x;
}
