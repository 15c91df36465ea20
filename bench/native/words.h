// Random words, made in bursts that stay in the nearest cache.
#pragma once
#include "stream.h"

#define WORDS 192

typedef struct {
  Stream stream;
  int position;
  uint64_t word[WORDS] __attribute__((aligned(64)));
} Words;

static inline void open_words(Words *words, uint64_t stream) {
  words->stream = start(1, stream);
  words->position = WORDS;
}

static inline void refill(Words *words) {
  fill_words(&words->stream, words->word, WORDS);
  words->position = 0;
}

static inline size_t waiting(const Words *words) { return (size_t)(WORDS - words->position); }

static inline uint64_t word(Words *words) {
  if (waiting(words) == 0) refill(words);
  return words->word[words->position++];
}

/** A uniform on (0, 1]. */
static inline double positive(uint64_t word) { return 1.0 - (double)(word >> 11) * 0x1p-53; }
