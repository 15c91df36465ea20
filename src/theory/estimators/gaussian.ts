import { integer, nonNegative, positive, probability } from "../check.ts";
import { checkFit, type FitOptions } from "../gaussian-options.ts";

/** A Gaussian that is sampled more narrowly or widely than it was fitted, and whose variance is pulled to another. */
export interface ShrunkGaussianOptions extends FitOptions {
  /**
   * What the variance is multiplied by for sampling, a finite number above 0; 1 when left out. It is the lambda of MAD, and
   * the temperature: a density to the power 1/T has T times the variance, so sqrt(T) times the standard deviation.
   */
  temperature?: number;
  /** l, the share of the `target` in the fitted variance, (1 - l) s^2 + l target: from 0 to 1; 0 when left out. */
  share?: number;
  /** A variance in units of the true one: a finite number, 0 or more; 1 when left out. */
  target?: number;
  /** Number of fits: an integer from 0 to 1000000. */
  generation: number;
}

const NAMES = ["samples", "estimator", "temperature", "share", "target", "generation"];

/**
 * Exact means of the fitted variance and of the squared error of the fitted mean, in units of the true variance, where
 * each generation is fitted to data of the last one only, which was sampled at a temperature, and where the fitted
 * variance is pulled to a target, as by a prior.
 *
 * @returns E Sigma_k^2 and E (mu_k - mu_0)^2; Infinity beyond the largest number
 * @throws {InputError} if an option is missing, unknown or out of range
 * @see Alemohammad et al., Self-Consuming Generative Models Go MAD, arXiv:2307.01850, for the sampling bias lambda
 */
export function shrunkGaussian(options: ShrunkGaussianOptions): { variance: number; squaredError: number } {
  const read = checkFit(options, NAMES);
  const { samples, estimator, temperature = 1, share = 0, target = 1, generation } = read;
  positive("temperature", temperature);
  probability("share", share);
  nonNegative("target", target);
  integer("generation", generation, 0, 1e6);
  const found = estimator === "ml" ? 1 - 1 / samples : 1;
  let variance = 1;
  let squaredError = 0;
  for (let k = 0; k < generation; k++) {
    const sampled = temperature * variance;
    squaredError += sampled / samples;
    variance = (share === 1 ? 0 : (1 - share) * found * sampled) + share * target;
  }
  return { variance, squaredError };
}
