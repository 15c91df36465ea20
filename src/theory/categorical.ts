import { invalid } from "../check/errors.ts";
import type { Bounds } from "./bernoulli.ts";
import { type AtGeneration, type AtGenerations, checkAsked } from "./categorical-options.ts";
import { retained } from "./diversity.ts";
import { bothSides } from "./theorem-1.ts";

export { expectedUnique } from "./categorical-exact.ts";
export type { AtGeneration, AtGenerations, CategoricalOptions } from "./categorical-options.ts";
export { type CategoricalRisk, risk } from "./categorical-risk.ts";
export { allAlive, allAlivePoisson, firstLossTime } from "./first-loss.ts";
export {
  linesLeft,
  linesTime,
  type TimeToOne,
  timeToOne,
  timeToOneCdf,
  timeToOneDiffusion,
  timeToOneQuantile,
} from "./time-to-one.ts";
export { survivingVocabulary, type Vocabulary, type VocabularyOptions } from "./vocabulary.ts";
export { type ZipfOptions, type ZipfTable, zipfTable } from "./zipf-table.ts";

export interface BoundOptions {
  /**
   * Whether the upper side is that of the best generation so far, for each symbol: what is lost stays lost. So it stands in
   * reports and on the command line; false when left out: as published.
   */
  runningMinimum?: boolean;
}

/**
 * Bounds on the expected number of symbols still alive at a generation, the sums over symbols of both sides of
 * Theorem 1 for a Bernoulli model. At generation 0 both are the number of symbols with a weight above 0.
 *
 * Asked for `generations`, it groups the weights once and returns arrays in their order.
 *
 * @returns numbers of symbols
 * @throws {InputError} if an option is missing, unknown or out of range
 * @see Rate of Model Collapse in Recursive Training, https://arxiv.org/abs/2412.17646, Corollary 1
 */
export function uniqueBounds(options: AtGeneration & BoundOptions): Bounds;
export function uniqueBounds(options: AtGenerations & BoundOptions): {
  lower: Float64Array;
  upper: Float64Array;
};
export function uniqueBounds(options: (AtGeneration | AtGenerations) & BoundOptions): unknown {
  const { symbols, samples, generations, several, read } = checkAsked(options, ["runningMinimum"]);
  const { runningMinimum = false } = read;
  if (typeof runningMinimum !== "boolean") throw invalid("runningMinimum", runningMinimum, "true or false");
  const { lower, upper } = bothSides(symbols, samples, generations, runningMinimum);
  return several ? { lower, upper } : { lower: lower[0], upper: upper[0] };
}

/**
 * Exact expected number of symbols alive when every count is drawn as an independent Poisson number,
 * sum_i (1 - exp(-n p_i g_k)). It is the lower bound of `uniqueBounds` under multinomial sampling.
 *
 * @returns a number of symbols, or an array of them in the order of `generations`
 * @throws {InputError} if an option is missing, unknown or out of range
 * @see Rate of Model Collapse in Recursive Training, https://arxiv.org/abs/2412.17646, Theorem 2 and Corollary 1
 */
export function expectedUniquePoisson(options: AtGeneration): number;
export function expectedUniquePoisson(options: AtGenerations): Float64Array;
export function expectedUniquePoisson(options: AtGeneration | AtGenerations): number | Float64Array {
  const { symbols, samples, generations, several } = checkAsked(options);
  const { lower } = bothSides(symbols, samples, generations, false);
  return several ? lower : lower[0];
}

/**
 * Exact expected heterozygosity E[1 - sum_i p_{k,i}^2] = (1 - 1/n)^k (1 - sum_i p_i^2) under multinomial
 * sampling: the probability that two symbols drawn from the model at generation k differ. One minus it is the
 * S_k = 1 - (1 - 1/n)^k (1 - S_0) of Seddik et al.
 *
 * @returns a probability, or an array of them in the order of `generations`
 * @throws {InputError} if an option is missing, unknown or out of range
 * @see Seddik et al., How Bad is Training on Synthetic Data?, https://arxiv.org/abs/2404.05090
 */
export function heterozygosity(options: AtGeneration): number;
export function heterozygosity(options: AtGenerations): Float64Array;
export function heterozygosity(options: AtGeneration | AtGenerations): number | Float64Array {
  const { symbols, samples, generations, several } = checkAsked(options);
  const { p, rest, many } = symbols;
  const start = many.reduce((sum, m, i) => sum + m * p[i] * rest[i], 0);
  const at = (generation: number): number => start * retained(samples, generation);
  return several ? Float64Array.from(generations, at) : at(generations[0]);
}
