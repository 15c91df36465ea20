import type { Bounds } from "./bernoulli.ts";
import { type AtGeneration, type AtGenerations, checkAsked } from "./categorical-options.ts";
import { retained } from "./diversity.ts";
import { extinctionRate } from "./extinction.ts";
import type { Symbols } from "./symbols.ts";

export { expectedUnique } from "./categorical-exact.ts";
export type { AtGeneration, AtGenerations, CategoricalOptions } from "./categorical-options.ts";
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

/** Sums of both sides of Theorem 1 over the symbols. */
function uniqueAt({ p, many, types }: Symbols, samples: number, generation: number): Bounds {
  if (generation === 0) return { lower: types, upper: types };
  const rate = extinctionRate(generation) * samples;
  let lower = 0;
  let upper = 0;
  for (let i = 0; i < p.length; ++i) {
    const x = p[i];
    const alive = -Math.expm1(-x * rate);
    const lost = 3 * samples * x * x + 3 * generation * x;
    lower += many[i] * alive;
    upper += many[i] * (lost >= 1 ? 1 : alive + lost * Math.exp(-x * rate));
  }
  return { lower, upper };
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
export function uniqueBounds(options: AtGeneration): Bounds;
export function uniqueBounds(options: AtGenerations): { lower: Float64Array; upper: Float64Array };
export function uniqueBounds(options: AtGeneration | AtGenerations): unknown {
  const { symbols, samples, generations, several } = checkAsked(options);
  if (!several) return uniqueAt(symbols, samples, generations[0]);
  const lower = new Float64Array(generations.length);
  const upper = new Float64Array(generations.length);
  for (let i = 0; i < lower.length; ++i) {
    const bounds = uniqueAt(symbols, samples, generations[i]);
    lower[i] = bounds.lower;
    upper[i] = bounds.upper;
  }
  return { lower, upper };
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
  return uniqueBounds(options as AtGenerations).lower;
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
