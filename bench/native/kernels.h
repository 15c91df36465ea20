#pragma once
#include "words.h"

#define MAX_WORDS (1 << 17)

/** Runs the trajectories from mean 0 and std 1; returns a number that depends on the draws. */
double gaussian_chain(double n, int trajectories, int generations);

/**
 * Draws n tokens from `size` words of these counts, which sum to n and were `start` in shares at generation 0: how many
 * words live on.
 */
size_t categorical(Words *words, const uint32_t *counts, const uint32_t *symbols, const double *start, size_t size,
                   uint32_t n);

/** How far the generation drawn last is from generation 0. */
double total_variation(const double *start, uint32_t n);
