// Lanes of xoshiro128++, started by Philox4x32-10 from (seed, stream), as in assembly/random: four lanes, or as many as
// a wider vector holds.
#pragma once
#include "vector.h"

typedef struct {
  u32v a, b, c, d;
} Stream;

static inline void philox(uint32_t lane, uint64_t stream, uint64_t seed, uint32_t out[4]) {
  uint32_t c0 = lane, c1 = 0, c2 = (uint32_t)stream, c3 = (uint32_t)(stream >> 32);
  uint32_t k0 = (uint32_t)seed, k1 = (uint32_t)(seed >> 32);
  for (int round = 0; round < 10; ++round) {
    uint64_t p0 = (uint64_t)c0 * 0xd2511f53, p1 = (uint64_t)c2 * 0xcd9e8d57;
    c0 = (uint32_t)(p1 >> 32) ^ c1 ^ k0;
    c1 = (uint32_t)p1;
    c2 = (uint32_t)(p0 >> 32) ^ c3 ^ k1;
    c3 = (uint32_t)p0;
    k0 += 0x9e3779b9;
    k1 += 0xbb67ae85;
  }
  out[0] = c0, out[1] = c1, out[2] = c2, out[3] = c3;
}

static inline Stream start(uint64_t seed, uint64_t stream) {
  Stream s;
  for (int lane = 0; lane < LANES; ++lane) {
    uint32_t block[4];
    philox((uint32_t)lane, stream, seed, block);
    s.a[lane] = block[0], s.b[lane] = block[1], s.c[lane] = block[2], s.d[lane] = block[3];
  }
  return s;
}

static inline u64v next(Stream *s) {
  u32v sum = s->a + s->d;
  u32v word = ((sum << 7) | (sum >> 25)) + s->a;
  u32v shifted = s->b << 9;
  s->c ^= s->a;
  s->d ^= s->b;
  s->b ^= s->c;
  s->a ^= s->d;
  s->c ^= shifted;
  s->d = (s->d << 11) | (s->d >> 21);
  return (u64v)word;
}

/** Uniforms on [0, 1) of the upper 53 bits, as in assembly/random/stream.ts. */
static inline f64v unit(u64v word) {
  const u64v t = word >> 11;
  const f64v raised = (f64v)(t + 0x3fe0000000000000) - 0.5, halved = (f64v)(t + 0x3fd0000000000000);
  f64v least;
  for (int i = 0; i < DOUBLES; ++i) least[i] = raised[i] < halved[i] ? raised[i] : halved[i];
  return least;
}

/** Fills out[0..count); count is a multiple of DOUBLES. */
static inline void fill_uniform(Stream *stream, double *out, size_t count) {
  Stream s = *stream;
  for (size_t i = 0; i < count; i += DOUBLES) store(out + i, unit(next(&s)));
  *stream = s;
}

static inline void fill_words(Stream *stream, uint64_t *out, size_t count) {
  Stream s = *stream;
  for (size_t i = 0; i < count; i += DOUBLES) {
    u64v word = next(&s);
    memcpy(out + i, &word, VECTOR);
  }
  *stream = s;
}
