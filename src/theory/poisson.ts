import { checkGeneration, checkSamples, nonNegative, readOptions } from "./check.ts";
import { extinctionRate } from "./extinction.ts";

/** A Poisson model refitted by its sample mean, asked about at one generation. */
export interface PoissonOptions {
  /** Lambda_0, the rate of the original model: a finite number, 0 or more. */
  rate: number;
  /** Samples drawn in each generation: an integer from 1 to 2^53-1. */
  samples: number;
  /** Number of refits since the original model: an integer from 0 to 2^53-1. */
  generation: number;
}

function check(options: PoissonOptions): PoissonOptions {
  const read = readOptions(options, ["rate", "samples", "generation"]);
  nonNegative("rate", read.rate);
  checkSamples(read.samples);
  checkGeneration(read.generation);
  return read;
}

/**
 * Exact probability that the rate is still positive, Pr(Lambda_k != 0) = 1 - exp(-n lambda_0 g_k).
 *
 * @returns a probability
 * @throws {InputError} if an option is missing, unknown or out of range
 * @see Rate of Model Collapse in Recursive Training, https://arxiv.org/abs/2412.17646, Theorem 2
 */
export function survival(options: PoissonOptions): number {
  const { rate, samples, generation } = check(options);
  return rate === 0 ? 0 : -Math.expm1(-rate * samples * extinctionRate(generation));
}

/**
 * Exact mean of the rate, E Lambda_k = lambda_0: collapse does not show in it.
 *
 * @returns a rate
 * @throws {InputError} if an option is missing, unknown or out of range
 * @see Harris, The Theory of Branching Processes (1963), ch. I, for the critical Galton-Watson process
 */
export function mean(options: PoissonOptions): number {
  return check(options).rate;
}

/**
 * Exact variance of the rate, Var Lambda_k = k lambda_0 / n.
 *
 * @returns a squared rate; Infinity beyond the largest number
 * @throws {InputError} if an option is missing, unknown or out of range
 * @see Harris, The Theory of Branching Processes (1963), ch. I, for the critical Galton-Watson process
 */
export function variance(options: PoissonOptions): number {
  const { rate, samples, generation } = check(options);
  return (generation / samples) * rate;
}
