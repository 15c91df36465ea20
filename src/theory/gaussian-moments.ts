import {
  checkFit,
  checkMoment,
  cumulant,
  cumulantSlope,
  type FitOptions,
  type MomentOptions,
  walk,
} from "./gaussian-options.ts";
import { trigamma } from "./special.ts";

/**
 * Exact mean of ln(Sigma_{k+1}^2 / Sigma_k^2): psi(nu/2) - ln(d/2) with nu = n - 1 and d the divisor, about -1/n
 * for "unbiased" and -2/n for "ml".
 *
 * @returns a logarithm per generation, negative
 * @throws {InputError} if an option is missing, unknown or out of range
 * @see Johnson, Kotz and Balakrishnan, Continuous Univariate Distributions 1 (1994), ch. 17 and 18
 */
export function drift(options: FitOptions): number {
  return cumulantSlope(walk(checkFit(options), 1), 0);
}

/**
 * Exact variance of ln(Sigma_{k+1}^2 / Sigma_k^2): psi'((n-1)/2), about 2/(n-1), for either estimator.
 *
 * @returns a squared logarithm per generation
 * @throws {InputError} if an option is missing, unknown or out of range
 * @see Johnson, Kotz and Balakrishnan, Continuous Univariate Distributions 1 (1994), ch. 17 and 18
 */
export function variance(options: FitOptions): number {
  return trigamma((checkFit(options).samples - 1) / 2);
}

/**
 * Exact mean of the fitted standard deviation, E Sigma_k: sigma_0 times the k-th power of
 * sqrt(2/d) Gamma(n/2) / Gamma((n-1)/2), d the divisor.
 *
 * @returns a standard deviation, in the unit of `std`
 * @throws {InputError} if an option is missing, unknown or out of range
 * @see Johnson, Kotz and Balakrishnan, Continuous Univariate Distributions 1 (1994), ch. 18
 */
export function expectedStd(options: MomentOptions): number {
  const read = checkMoment(options);
  return read.std * Math.exp(cumulant(walk(read, read.generation), 0.5));
}

/**
 * Exact mean of the fitted variance, E Sigma_k^2: sigma_0^2 for "unbiased", sigma_0^2 (1 - 1/n)^k for "ml", by the
 * mean of a chi-square, once a generation.
 *
 * @returns a variance, in the squared unit of `std`; Infinity where it is above the largest number
 * @throws {InputError} if an option is missing, unknown or out of range
 * @see Shumailov et al., AI models collapse when trained on recursively generated data,
 *   https://doi.org/10.1038/s41586-024-07566-y
 */
export function expectedVariance(options: MomentOptions): number {
  const read = checkMoment(options);
  const { std, generation } = read;
  // Of std^2 and exp(...) each may be beyond the numbers where the product is not.
  const fourth = Math.exp((generation * walk(read, 1).shift) / 4);
  const left = std * fourth * fourth;
  return left * left;
}

/**
 * Exact mean squared error of the fitted mean, E (mu_k - mu_0)^2: sigma_0^2 k/n for "unbiased",
 * sigma_0^2 (1 - (1 - 1/n)^k) for "ml", where it and `expectedVariance` add up to sigma_0^2: the sum
 * of E Sigma_j^2 / n over the generations j before k.
 *
 * @returns a variance, in the squared unit of `std`; Infinity where it is above the largest number
 * @throws {InputError} if an option is missing, unknown or out of range
 * @see Shumailov et al., AI models collapse when trained on recursively generated data,
 *   https://doi.org/10.1038/s41586-024-07566-y
 */
export function expectedSquaredError(options: MomentOptions): number {
  const read = checkMoment(options);
  const { std, samples, estimator, generation } = read;
  const share = estimator === "ml" ? -Math.expm1(generation * walk(read, 1).shift) : generation / samples;
  // As above; and 0 generations are 0 of any std.
  const root = std * Math.sqrt(share);
  return root * root;
}
