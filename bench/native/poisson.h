#pragma once
#include "words.h"

#define TABLE_MEANS 32
#define COLUMNS 128

extern uint64_t alias[TABLE_MEANS][COLUMNS];
void make_tables(void);

/** For a mean above 32. */
uint32_t large_poisson(Words *words, uint32_t mean);

static inline uint32_t table_poisson(Words *words, uint32_t mean) {
  uint64_t w = word(words), column = w % COLUMNS, entry = alias[mean - 1][column];
  return (uint32_t)(w >> 11 < entry >> 11 ? column : entry & 2047);
}
