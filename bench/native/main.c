// A line in, `KERNEL MILLISECONDS COUNT NUMBER...`; a line out, JSON: the median nanoseconds of a call, and a number
// computed from what was drawn, so that no compiler may leave the drawing out.
#define _POSIX_C_SOURCE 199309L
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include "kernels.h"
#include "ziggurat.h"

#define MAX_NUMBERS MAX_WORDS
#define MAX_CALLS (1 << 20)

static size_t given;
static double numbers[MAX_NUMBERS], shares[MAX_NUMBERS], took[MAX_CALLS];
static double out[1 << 16] __attribute__((aligned(64)));
static uint32_t counts[MAX_WORDS], symbols[MAX_WORDS], total;

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return 1e9 * (double)t.tv_sec + (double)t.tv_nsec;
}

static int by_size(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

static void fill_normal(size_t size) {
  static Words words;
  static int opened;
  if (!opened) build_ziggurat(), open_words(&words, 0), opened = 1;
  for (size_t i = 0; i < size; ++i) out[i] = ziggurat(&words);
}

/** Draws a generation of words, the first of each line from the beginning of a stream. */
static size_t draw_words(Words *words) { return categorical(words, counts, symbols, shares, given, total); }

/** One call of a kernel, known by its first letter: uniform, normal, gaussian, total-variation, categorical. */
static double call(char kernel, Words *words) {
  static Stream stream;
  static int started;
  if (!started) stream = start(1, 0), started = 1;
  size_t size = (size_t)numbers[0];
  switch (kernel) {
    case 'u': fill_uniform(&stream, out, size); return out[size / 2];
    case 'n': fill_normal(size); return out[size / 2];
    case 'g': return gaussian_chain(numbers[0], (int)numbers[1], (int)numbers[2]);
    case 't': draw_words(words); return total_variation(shares, total);
    default: return (double)draw_words(words);
  }
}

int main(void) {
  char kernel[32];
  double milliseconds;
  while (scanf("%31s %lf %zu", kernel, &milliseconds, &given) == 3) {
    if (given > MAX_NUMBERS) return 1;
    total = 0;
    for (size_t i = 0; i < given; ++i) {
      if (scanf("%lf", numbers + i) != 1) return 1;
      total += counts[i] = (uint32_t)numbers[i];
      symbols[i] = (uint32_t)i;
    }
    for (size_t i = 0; i < given; ++i) shares[i] = numbers[i] / total;
    Words words;
    open_words(&words, 0);
    size_t calls = 0;
    double checksum = 0.0, end = now() + 1e6 * milliseconds;
    do {
      double began = now();
      checksum += call(kernel[0], &words);
      took[calls++] = now() - began;
    } while (now() < end && calls < MAX_CALLS);
    qsort(took, calls, sizeof *took, by_size);
    printf("{\"ns\": %.1f, \"checksum\": %.17g}\n", took[calls / 2], checksum / (double)calls);
    fflush(stdout);
  }
  return 0;
}
