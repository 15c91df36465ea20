#pragma once
#include <stddef.h>
#include <stdint.h>

#define MAX_WORDS (1 << 17)
#define MAX_TOKENS (1 << 22)

/** Runs the trajectories from mean 0 and std 1; returns a number that depends on the draws. */
double gaussian_chain(double n, int trajectories, int generations);

/** Draws n tokens from `size` words of these counts, which sum to n: how many words live on. */
size_t categorical(const uint32_t *counts, const uint32_t *symbols, size_t size, uint32_t n);
