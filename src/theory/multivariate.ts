// Gaussians of d dimensions, refitted by mean and covariance to n points of the last: with Bartlett's triangle the determinant is a
// product of independent chi-squares, and so are the directions of a long run.
import { invalid } from "../check/errors.ts";
import { checkGeneration, checkGenerations, finite, integer } from "./check.ts";
import { checkFit as checkUnivariate, type Estimator, type Walk } from "./gaussian-options.ts";
import { statesAt } from "./regimes/asked.ts";
import { digammaMinusLog, logGammaRatio, trigamma } from "./special.ts";
import { walkSurvival } from "./walk-survival.ts";

export { type CovarianceErrorOptions, covarianceError } from "./multivariate-error.ts";
export type { Estimator };

/** How a Gaussian of several dimensions is refitted. */
export interface FitOptions {
  /** d: an integer from 1 to 100. */
  dimension: number;
  /** n, samples drawn in each generation: an integer from 2 to 2^53-1. */
  samples: number;
  /** Divisor of the covariance, n - 1 ("unbiased", the default) or n ("ml"). */
  estimator?: Estimator;
}

/** The same, asked about after some refits. */
export interface AtGeneration extends FitOptions {
  /** Number of refits since the original model: an integer from 0 to 2^53-1. */
  generation: number;
}

const FIT = ["dimension", "samples", "estimator"];

function checkFit<T extends FitOptions>(options: T, extra: readonly string[] = []): T {
  const read = checkUnivariate(options, [...FIT, ...extra]);
  integer("dimension", read.dimension, 1, 100);
  return read;
}

function checkAt<T extends AtGeneration>(options: T, extra: readonly string[] = []): T {
  const read = checkFit(options, ["generation", ...extra]);
  checkGeneration(read.generation);
  return read;
}

const divisorOf = ({ samples, estimator }: FitOptions): number =>
  estimator === "ml" ? samples : samples - 1;

/** The logarithms of the squares on the triangle's diagonal, over the divisor: chi-square with n - 1, n - 2, … degrees of freedom. */
function walksOf(fit: FitOptions, steps: number): Walk[] {
  const { dimension, samples } = fit;
  return Array.from({ length: Math.min(dimension, samples - 1) }, (_, i) => {
    const a = (samples - 1 - i) / 2;
    return { a, shift: Math.log((2 * a) / divisorOf(fit)), steps };
  });
}

/** E ln(chi^2_{2a} / divisor). */
const meanLog = ({ a, shift }: Walk): number => digammaMinusLog(a) + shift;

/**
 * The Lyapunov exponents of the covariance: what ln of its i-th largest eigenvalue, over k, tends to for large k, the
 * largest first: psi((n - i) / 2) - ln(divisor / 2). They differ by about 1/n, so that after some n generations few directions
 * are left, whatever the trace is on average. Where n is at most d there are n - 1 of them; the other eigenvalues are 0.
 *
 * @returns logarithms per generation
 * @throws {InputError} if an option is missing, unknown or out of range
 * @see Newman (1986), Commun. Math. Phys. 103:121, https://doi.org/10.1007/BF01464284, for products of random matrices
 */
export function lyapunov(options: FitOptions): Float64Array {
  return Float64Array.from(walksOf(checkFit(options), 1), meanLog);
}

/**
 * Exact mean of ln(det Sigma_{k+1} / det Sigma_k): the sum of the Lyapunov exponents. Where n is at most d, of the product
 * of the n - 1 eigenvalues that are not 0, from the first fit on.
 *
 * @returns a logarithm per generation
 * @throws {InputError} if an option is missing, unknown or out of range
 * @see Johnson, Kotz and Balakrishnan, Continuous Univariate Distributions 1 (1994), ch. 17 and 18
 */
export function drift(options: FitOptions): number {
  return lyapunov(options).reduce((sum, exponent) => sum + exponent, 0);
}

/**
 * Exact variance of that step of ln det Sigma: the sum of psi'((n - i) / 2), for either estimator.
 *
 * @returns a squared logarithm per generation
 * @throws {InputError} if an option is missing, unknown or out of range
 */
export function variance(options: FitOptions): number {
  return walksOf(checkFit(options), 1).reduce((sum, { a }) => sum + trigamma(a), 0);
}

/**
 * Exact mean of ln det Sigma_k - ln det Sigma_0, k times the drift. Where n is at most d, of the logarithm of the product of
 * the n - 1 eigenvalues that are not 0, for the true covariance 1: its first fit has the mean of
 * ln chi-square with d, d - 1, … degrees of freedom.
 *
 * @returns a logarithm
 * @throws {InputError} if an option is missing, unknown or out of range
 */
export function expectedLogDet(options: AtGeneration): number {
  const read = checkAt(options);
  const { generation, ...fit } = read;
  const { dimension, samples } = fit;
  if (samples > dimension || generation === 0) return generation * drift(fit);
  let first = 0;
  for (let i = 0; i < samples - 1; ++i) {
    const a = (dimension - i) / 2;
    first += digammaMinusLog(a) + Math.log((2 * a) / divisorOf(fit));
  }
  return first + (generation - 1) * drift(fit);
}

/**
 * Exact mean of det Sigma_k / det Sigma_0: the product of (n - 1 - i) / divisor over i below d, to the power of k; 0
 * where n is at most d.
 *
 * @returns a ratio
 * @throws {InputError} if an option is missing, unknown or out of range
 */
export function expectedDet(options: AtGeneration): number {
  const read = checkAt(options);
  const { dimension, samples, generation } = read;
  if (generation === 0) return 1;
  let logarithm = 0;
  for (let i = 0; i < dimension; ++i) logarithm += Math.log(Math.max(0, samples - 1 - i) / divisorOf(read));
  return Math.exp(generation * logarithm);
}

/**
 * Exact mean of det Sigma_k / det Sigma_0 where all data are kept: generation j fits the batches of all generations so far,
 * and its determinant is that of the last one times an independent factor.
 *
 * @param options and `generations`, integers from 0 to 100000 in any order
 * @returns ratios in the order of `generations`
 * @throws {InputError} if an option is missing, unknown or out of range
 */
export function expectedDetAccumulated(
  options: FitOptions & { generations: ArrayLike<number> },
): Float64Array {
  const read = checkFit(options, ["generations"]);
  const { dimension, samples, estimator } = read;
  const generations = checkGenerations(read.generations);
  for (const [i, k] of generations.entries()) integer(`generations[${i}]`, k, 0, 100_000);
  const less = estimator === "ml" ? 0 : 1;
  const logarithms = statesAt(generations, 0, (logarithm, j) => {
    const divisor = j * samples - less;
    const before = j === 1 ? 0 : (j - 1) * samples - less;
    const moved = ((j - 1) / j) * (dimension / divisor) * minorsMean(dimension - 1, samples, before, divisor);
    return logarithm + Math.log(minorsMean(dimension, samples, before, divisor) + moved);
  });
  return Float64Array.from(logarithms, Math.exp);
}

/** E det((before + W) / divisor), W a Wishart matrix of so many dimensions: sums of its minors. */
function minorsMean(dimension: number, samples: number, before: number, divisor: number): number {
  let sum = 0;
  let minor = 1;
  for (let i = 0; i <= dimension; ++i) {
    sum += minor * (before / divisor) ** (dimension - i);
    minor *= (((dimension - i) / (i + 1)) * Math.max(0, samples - 1 - i)) / divisor;
  }
  return sum;
}

/**
 * Exact probability that det Sigma_k / det Sigma_0 is above a threshold: its logarithm is a sum of independent logarithms of
 * chi-squares, of which the moment generating function is inverted as for one dimension. Where n is at most d it is 0 from
 * the first fit on.
 *
 * @param options and `threshold`, a finite number; at 0 or below the answer is 1 where n is above d
 * @returns a probability
 * @throws {InputError} if an option is missing, unknown or out of range
 * @see Abate and Whitt (1992), Queueing Systems 10:5, https://doi.org/10.1007/BF01158520, for the inversion
 */
export function survival(options: AtGeneration & { threshold: number }): number {
  const read = checkAt(options, ["threshold"]);
  const { dimension, samples, generation, threshold } = read;
  finite("threshold", threshold);
  if (generation === 0) return 1 > threshold ? 1 : 0;
  if (samples <= dimension) return 0 > threshold ? 1 : 0;
  if (threshold <= 0) return 1;
  return walkSurvival(walksOf(read, generation), Math.log(threshold));
}

/**
 * Exact mean of KL(model || truth) after k fits to replaced data, in nats: (E tr + E |mean|^2 - d - E ln det) / 2 in units of the
 * truth. Infinity where n is at most d.
 *
 * @returns nats
 * @throws {InputError} if an option is missing, unknown or out of range
 */
export function expectedKl(options: AtGeneration): number {
  const read = checkAt(options);
  const { dimension, samples, estimator, generation } = read;
  if (generation === 0) return 0;
  if (samples <= dimension) return Infinity;
  // Under "ml" spread and error of the mean add up to 1.
  const excess = estimator === "ml" ? 0 : generation / samples;
  return (dimension * excess - expectedLogDet(read)) / 2;
}

/**
 * Exact means of (det Sigma_k / det Sigma_0)^s for s above -(n - d) / 2: Markov's inequality makes bounds of them.
 *
 * @param options and `s`, a finite number
 * @returns a power of the ratio; Infinity beyond the largest number
 * @throws {InputError} if an option is missing, unknown or out of range
 */
export function detMoment(options: AtGeneration & { s: number }): number {
  const read = checkAt(options, ["s"]);
  const { dimension, samples, generation, s } = read;
  const least = (dimension - samples) / 2;
  if (!(Number.isFinite(s) && s > least)) throw invalid("s", s, `a finite number above ${least}`);
  if (generation === 0 || s === 0) return 1;
  if (samples <= dimension) return 0;
  const each = walksOf(read, 1).reduce((sum, { a, shift }) => sum + logGammaRatio(a, s).re + s * shift, 0);
  return Math.exp(generation * each);
}
