#pragma once
#include "words.h"

#define TABLE_MEANS 32
#define COLUMNS 128
#define WIDE_MEANS 512
#define WIDE_COLUMNS 512

extern uint64_t alias[TABLE_MEANS][COLUMNS];
void make_tables(void);

/** The table of a mean from 33 on, for counts from `low` on. */
typedef struct {
  uint32_t low, mask;
  uint64_t entries[WIDE_COLUMNS];
} Wide;
extern Wide wide[WIDE_MEANS + 1];

/** For a mean above 512. */
uint32_t large_poisson(Words *words, uint32_t mean);

static inline uint32_t table_poisson(Words *words, uint32_t mean) {
  uint64_t w = word(words), column = w % COLUMNS, entry = alias[mean - 1][column];
  return (uint32_t)(w >> 11 < entry >> 11 ? column : entry & 2047);
}

static inline uint32_t wide_poisson(Words *words, uint32_t mean) {
  const Wide *table = &wide[mean];
  uint64_t w = word(words), column = w & table->mask, entry = table->entries[column];
  return table->low + (uint32_t)(w >> 11 < entry >> 11 ? column : entry & 2047);
}
