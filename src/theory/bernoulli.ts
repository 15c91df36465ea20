import { checkGeneration, checkSamples, probability, readOptions } from "./check.ts";
import { retained } from "./diversity.ts";
import { extinctionRate } from "./extinction.ts";
import { lowerSide, upperSide } from "./theorem-1.ts";

export { absorptionTime, lossTime } from "./bernoulli-absorption.ts";
export { absorptionTimeDiffusion, lossTimeDiffusion } from "./bernoulli-diffusion.ts";
export { type ExactSurvival, exact } from "./bernoulli-exact.ts";

/** A Bernoulli model refitted by its sample mean, asked about at one generation. */
export interface BernoulliOptions {
  /** P_0, the probability of a one in the original model: a number from 0 to 1. */
  p: number;
  /** Samples drawn in each generation: an integer from 1 to 2^53-1. */
  samples: number;
  /** Number of refits since the original model: an integer from 0 to 2^53-1. */
  generation: number;
}

/** A probability and the two numbers it lies between. */
export interface Bounds {
  lower: number;
  upper: number;
}

function check(options: BernoulliOptions): BernoulliOptions {
  const read = readOptions(options, ["p", "samples", "generation"]);
  probability("p", read.p);
  checkSamples(read.samples);
  checkGeneration(read.generation);
  return read;
}

const indicator = (truth: boolean): Bounds => (truth ? { lower: 1, upper: 1 } : { lower: 0, upper: 0 });

function theorem(p: number, samples: number, generation: number): Bounds {
  const lower = lowerSide(p, samples * extinctionRate(generation));
  return { lower, upper: upperSide(p, samples, generation, lower) };
}

/**
 * Bounds on Pr(P_k != 0): lower 1 - exp(-n p g_k), upper 1 - max(0, 1 - 3 n p^2 - 3 k p) exp(-n p g_k).
 * The upper one says something only while 3 n p^2 + 3 k p < 1. At generation 0 both are exact.
 *
 * @returns two probabilities
 * @throws {InputError} if an option is missing, unknown or out of range
 * @see Rate of Model Collapse in Recursive Training, https://arxiv.org/abs/2412.17646, Theorem 1
 */
export function survivalBounds(options: BernoulliOptions): Bounds {
  const { p, samples, generation } = check(options);
  return generation === 0 || p === 0 ? indicator(p > 0) : theorem(p, samples, generation);
}

/**
 * Bounds on Pr(P_k not in {0, 1}), that both symbols are still alive: Theorem 1 applied to the ones and to the
 * zeros, then clamped to [0, 1]. At generation 0 both are exact.
 *
 * @returns two probabilities
 * @throws {InputError} if an option is missing, unknown or out of range
 * @see Rate of Model Collapse in Recursive Training, https://arxiv.org/abs/2412.17646, Theorem 1
 */
export function coexistenceBounds(options: BernoulliOptions): Bounds {
  const { p, samples, generation } = check(options);
  if (generation === 0 || p === 0 || p === 1) return indicator(p > 0 && p < 1);
  const ones = theorem(p, samples, generation);
  const zeros = theorem(1 - p, samples, generation);
  // From the rarer of the two, whose probability to live may be next to nothing.
  const [rarer, other] = p < 0.5 ? [ones, 1 - p] : [zeros, p];
  // The two upper factors are never positive together: that would need both p and 1 - p below 1/3.
  const otherLost = Math.exp(-other * samples * extinctionRate(generation));
  return { lower: Math.max(0, rarer.lower - otherLost), upper: Math.min(ones.upper, zeros.upper) };
}

/**
 * Bounds on Pr(P_k not in {0, 1}) from the expected heterozygosity: lower 4 p (1-p) (1-1/n)^k, upper
 * min(1, 2 n p (1-p) (1-1/n)^k). They decay at the true exponential rate, but the upper one is 1 until
 * k > n ln(2 n p) or so. At generation 0 both are exact.
 *
 * @returns two probabilities
 * @throws {InputError} if an option is missing, unknown or out of range
 * @see Seddik et al., How Bad is Training on Synthetic Data?, https://arxiv.org/abs/2404.05090
 */
export function seddikBounds(options: BernoulliOptions): Bounds {
  const { p, samples, generation } = check(options);
  if (generation === 0) return indicator(p > 0 && p < 1);
  const product = p * (1 - p) * retained(samples, generation);
  return { lower: Math.min(1, 4 * product), upper: Math.min(1, 2 * samples * product) };
}

/**
 * Exact expected heterozygosity E[1 - P_k^2 - (1 - P_k)^2] = 2 p (1-p) (1-1/n)^k: the probability that two
 * symbols drawn from the model at generation k differ.
 *
 * @returns a probability
 * @throws {InputError} if an option is missing, unknown or out of range
 * @see Ewens, Mathematical Population Genetics I (2004), https://doi.org/10.1007/978-0-387-21822-9, ch. 3
 */
export function heterozygosity(options: BernoulliOptions): number {
  const { p, samples, generation } = check(options);
  return 2 * p * (1 - p) * retained(samples, generation);
}
