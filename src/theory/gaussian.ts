import { positive } from "./check.ts";
import {
  checkSurvival,
  cumulant,
  cumulantSlope,
  logRatio,
  type SurvivalOptions,
  trivial,
  walk,
} from "./gaussian-options.ts";
import { normalSurvival } from "./normal.ts";
import { increasingRoot } from "./root.ts";
import { trigamma } from "./special.ts";

export { survival } from "./gaussian-exact.ts";
export { drift, expectedSquaredError, expectedStd, expectedVariance, variance } from "./gaussian-moments.ts";
export type { Estimator, FitOptions, MomentOptions, SurvivalOptions } from "./gaussian-options.ts";
export {
  type FirstPassage,
  firstPassage,
  firstPassageApproximation,
  type PassageOptions,
} from "./gaussian-passage.ts";

/** exp of an exponent, clamped at 1; an exponent that overflowed says nothing, so it gives 1 too. */
const clamped = (exponent: number): number => (exponent < 0 ? Math.exp(exponent) : 1);

function moment(options: SurvivalOptions, s: number): number {
  const { std, threshold, generation } = options;
  return clamped(cumulant(walk(options, generation), s / 2) - s * logRatio(threshold, std));
}

/**
 * Upper bound on Pr(Sigma_k > eps): (sigma_0 / eps) exp(-k / (4n - 1)), at most 1. Stated for the unbiased
 * variance; with "ml" the factor of a generation is multiplied by sqrt((n-1)/n), which keeps it a bound.
 *
 * @returns a probability
 * @throws {InputError} if an option is missing, unknown or out of range
 * @see Rate of Model Collapse in Recursive Training, https://arxiv.org/abs/2412.17646, Theorem 3
 */
export function survivalBound(options: SurvivalOptions): number {
  const read = checkSurvival(options);
  const { std, samples, threshold, generation } = read;
  const { shift } = walk(read, generation);
  const perStep = shift / 2 - 1 / (4 * samples - 1);
  return trivial(read) ?? clamped(generation * perStep - logRatio(threshold, std));
}

/**
 * Upper bound on Pr(Sigma_k > eps) by Markov's inequality for Sigma_k: (sigma_0 / eps) (E Sigma_1 / sigma_0)^k,
 * at most 1. Never above Theorem 3.
 *
 * @returns a probability
 * @throws {InputError} if an option is missing, unknown or out of range
 * @see Bertrand et al., On the Stability of Iterative Retraining of Generative Models on their own Data,
 *   https://arxiv.org/abs/2310.00429
 */
export function bertrandBound(options: SurvivalOptions): number {
  const read = checkSurvival(options);
  return trivial(read) ?? moment(read, 1);
}

/**
 * Upper bound on Pr(Sigma_k > eps) by Markov's inequality for Sigma_k^s:
 * (sigma_0 / eps)^s (E Sigma_1^s / sigma_0^s)^k, at most 1. The authors' notebook draws it at s = 0.7.
 *
 * @param options those of `survivalBound`, and `s`, a finite number above 0
 * @returns a probability
 * @throws {InputError} if an option is missing, unknown or out of range
 * @see Rate of Model Collapse in Recursive Training, https://arxiv.org/abs/2412.17646, figure beside Theorem 3
 */
export function momentBound(options: SurvivalOptions & { s: number }): number {
  const read = checkSurvival(options, ["s"]);
  positive("s", read.s);
  return trivial(read) ?? moment(read, read.s);
}

/**
 * The smallest of the upper bounds `momentBound` over s > 0, Chernoff's bound for ln Sigma_k, with the s that
 * attains it. Where no s gives less than 1, and where the answer is known without it, s is 0.
 *
 * @returns a probability and the order of the moment
 * @throws {InputError} if an option is missing, unknown or out of range
 * @see Chernoff (1952), Ann. Math. Statist. 23:493, https://doi.org/10.1214/aoms/1177729330
 */
export function bestMomentBound(options: SurvivalOptions): { value: number; s: number } {
  const read = checkSurvival(options);
  const known = trivial(read);
  if (known !== undefined) return { value: known, s: 0 };
  const steps = walk(read, read.generation);
  const x = 2 * logRatio(read.threshold, read.std);
  if (cumulantSlope(steps, 0) >= x) return { value: 1, s: 0 };
  // The exponent is convex in s; on a log scale its slope stays increasing in sign.
  const usual = -Math.log(steps.steps * trigamma(steps.a)) / 2;
  const s = 2 * Math.exp(increasingRoot((v) => cumulantSlope(steps, Math.exp(v)) - x, usual, 0));
  return { value: moment(read, s), s };
}

/**
 * Approximation of Pr(Sigma_k > eps) by the central limit theorem for ln Sigma_k^2. Good around the median after
 * many generations; wrong by orders of magnitude far out, where `survival` is exact.
 *
 * @returns a probability
 * @throws {InputError} if an option is missing, unknown or out of range
 * @see Johnson, Kotz and Balakrishnan, Continuous Univariate Distributions 1 (1994), ch. 17 and 18
 */
export function cltSurvival(options: SurvivalOptions): number {
  const read = checkSurvival(options);
  const { std, threshold, generation } = read;
  const steps = walk(read, generation);
  const excess = 2 * logRatio(threshold, std) - cumulantSlope(steps, 0);
  return trivial(read) ?? normalSurvival(excess / Math.sqrt(generation * trigamma(steps.a)));
}
