import { checkGeneration, checkSamples, finite, positive, readOptions } from "./check.ts";
import { logRatio, trivial } from "./gaussian-options.ts";

/** A symmetric two-component mixture refitted by approximate joint maximum likelihood: is its std above a threshold? */
export interface SurvivalOptions {
  /** Sigma_0, the standard deviation of each component of the original model: a finite number above 0. */
  std: number;
  /** Samples drawn in each generation: an integer from 2 to 2^53-1. */
  samples: number;
  /** Epsilon: a finite number, in the unit of `std`. At 0 or below the answer is 1. */
  threshold: number;
  /** Number of refits since the original model: an integer from 0 to 2^53-1. */
  generation: number;
}

/**
 * Upper bound on Pr(Sigma_k > eps): (sigma_0 / eps) exp(-k / (4n)), at most 1. Stated for the approximate joint
 * maximum-likelihood estimator with any eta > 1; nothing is claimed for the others. It holds for every k and is
 * loose: at n = 10, sigma_0 = 1, eps = 0.1, k = 100 it says 0.82 where the probability is 2e-5.
 *
 * @returns a probability
 * @throws {InputError} if an option is missing, unknown or out of range
 * @see Rate of Model Collapse in Recursive Training, https://arxiv.org/abs/2412.17646, Theorem 4
 */
export function survivalBound(options: SurvivalOptions): number {
  const read = readOptions(options, ["std", "samples", "threshold", "generation"]);
  const { std, samples, threshold, generation } = read;
  positive("std", std);
  checkSamples(samples, 2);
  finite("threshold", threshold);
  checkGeneration(generation);
  const certain = trivial(read);
  if (certain !== undefined) return certain;
  const exponent = -generation / (4 * samples) - logRatio(threshold, std);
  return exponent < 0 ? Math.exp(exponent) : 1;
}
