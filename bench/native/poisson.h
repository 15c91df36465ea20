#pragma once
#include "stream.h"

#define TABLE_MEANS 32
#define COLUMNS 128
#define WORDS 1024

/** Random words, made in bursts that stay in the nearest cache. */
typedef struct {
  Stream stream;
  int position;
  uint64_t word[WORDS] __attribute__((aligned(64)));
} Words;

extern uint64_t alias[TABLE_MEANS][COLUMNS];
void make_tables(void);

/** For a mean above 32. */
uint32_t large_poisson(Words *words, uint32_t mean);

static inline uint64_t word(Words *words) {
  if (words->position == WORDS) {
    fill_words(&words->stream, words->word, WORDS);
    words->position = 0;
  }
  return words->word[words->position++];
}

static inline uint32_t table_poisson(Words *words, uint32_t mean) {
  uint64_t w = word(words), column = w % COLUMNS, entry = alias[mean - 1][column];
  return (uint32_t)(w >> 11 < entry >> 11 ? column : entry & 2047);
}
