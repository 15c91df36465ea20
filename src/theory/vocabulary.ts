import { checkGenerations, positive, readOptions } from "./check.ts";
import { extinctionRate } from "./extinction.ts";
import { groupSymbols } from "./symbols.ts";

/** A table of counts, as of the words of a corpus. */
export interface VocabularyOptions {
  /** How often a symbol occurs: finite numbers, 0 or more, whole or not, not all 0; at most 50,000,000. */
  counts: ArrayLike<number>;
  /** How many symbols share each count, integers from 0 to 2^53-1; one each when left out. */
  multiplicities?: ArrayLike<number>;
  /**
   * The size of every generation on average, a finite number above 0; the sum of the counts when left out. Another
   * size scales every count by the same factor, as in a corpus of that size with the same vocabulary.
   */
  samples?: number;
  /** Numbers of refits since the original data: integers from 0 to 2^53-1, in any order. */
  generations: ArrayLike<number>;
}

/** How many symbols are left; the arrays are in the order of `generations`. */
export interface Vocabulary {
  mean: Float64Array;
  sd: Float64Array;
}

/**
 * Exact mean and standard deviation of the number of symbols left when every count is drawn as an independent
 * Poisson number: sums over the symbols of q and q (1 - q), q = 1 - exp(-c g_k), c the symbol's count scaled to
 * `samples`. Under multinomial sampling the mean is the lower side of Corollary 1, close while k is small beside the
 * samples; the standard deviation is then somewhat smaller than this one.
 *
 * The cost grows with the distinct counts, not with the symbols or tokens: a table of 10^9 words in 10^4 groups
 * takes a millisecond a generation. Relative error about 1e-15 times the square root of the number of groups.
 *
 * @returns numbers of symbols
 * @throws {InputError} if an option is missing, unknown or out of range
 * @see Rate of Model Collapse in Recursive Training, https://arxiv.org/abs/2412.17646, Theorem 2 and Corollary 1
 */
export function survivingVocabulary(options: VocabularyOptions): Vocabulary {
  const read = readOptions(options, ["counts", "multiplicities", "samples", "generations"]);
  if (read.samples !== undefined) positive("samples", read.samples);
  const generations = checkGenerations(read.generations);
  const { p, many, total } = groupSymbols("counts", read.counts, read.multiplicities);
  const { samples = total } = read;
  const mean = new Float64Array(generations.length);
  const sd = new Float64Array(generations.length);
  for (let i = 0; i < mean.length; ++i) {
    const rate = samples * extinctionRate(generations[i]);
    let variance = 0;
    for (let g = 0; g < p.length; ++g) {
      // At generation 0 the rate is infinite, and p may have sunk to 0.
      const x = rate === Infinity ? Infinity : p[g] * rate;
      const left = -many[g] * Math.expm1(-x);
      mean[i] += left;
      variance += left * Math.exp(-x);
    }
    sd[i] = Math.sqrt(variance);
  }
  return { mean, sd };
}
