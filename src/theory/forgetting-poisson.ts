import { checkGeneration, nonNegative, positive, probability, readOptions } from "./check.ts";
import { EXTINCTION_CONSTANT, extinctionRate, generationOfRate } from "./extinction.ts";

/**
 * Generations of median life per expected copy: the median time to forget approaches 2 count / ln 2 from below.
 *
 * @see Rate of Model Collapse in Recursive Training, https://arxiv.org/abs/2412.17646, Theorem 2
 */
export const MEDIAN_SLOPE = 2 / Math.LN2;

/** A symbol under Poisson sampling, by the number of copies expected in the first synthetic training set. */
export interface CountOptions {
  /**
   * The count in the original data when every generation is as large as it, n p_0 otherwise: a finite number,
   * 0 or more.
   */
  count: number;
}

/**
 * Exact probability that the symbol is forgotten by a generation under Poisson sampling,
 * Pr(T <= k) = exp(-count g_k). Under multinomial sampling it is an upper bound (Theorem 1) that is close while
 * k is much below the number of samples.
 *
 * @param options `count`; `generation` an integer from 0 to 2^53-1
 * @returns a probability
 * @throws {InputError} if an option is missing, unknown or out of range
 * @see Rate of Model Collapse in Recursive Training, https://arxiv.org/abs/2412.17646, Theorem 2
 */
export function cdf(options: CountOptions & { generation: number }): number {
  const { count, generation } = readOptions(options, ["count", "generation"]);
  nonNegative("count", count);
  checkGeneration(generation);
  return count === 0 ? 1 : Math.exp(-count * extinctionRate(generation));
}

/** Past this, neighbouring generations have the same g_k to rounding and stepping between them is idle. */
const RESOLVED = 2 ** 50;

/** The smallest k >= 1 with count g_k <= bound. */
function firstBelow(count: number, bound: number): number {
  if (count <= bound) return 1;
  let k = Math.ceil(generationOfRate(bound / count));
  if (k > RESOLVED) return k;
  // The clock is right to rounding, so at most a step either way is needed at an exact hit.
  while (count * extinctionRate(k) > bound) ++k;
  while (k > 1 && count * extinctionRate(k - 1) <= bound) --k;
  return k;
}

/**
 * Exact quantile of the time to forget under Poisson sampling: the smallest integer k with Pr(T <= k) >= q.
 * Past 2^50 generations the integer is rounded like any double, and above the largest number it is Infinity. q = 1
 * gives Infinity, q = 0 gives 0, and a count of 0 is forgotten at generation 0.
 *
 * @param options `count`; `q` a number from 0 to 1
 * @returns generations
 * @throws {InputError} if an option is missing, unknown or out of range
 * @see Rate of Model Collapse in Recursive Training, https://arxiv.org/abs/2412.17646, Theorem 2
 */
export function quantile(options: CountOptions & { q: number }): number {
  const { count, q } = readOptions(options, ["count", "q"]);
  nonNegative("count", count);
  probability("q", q);
  if (q === 0 || count === 0) return 0;
  return q === 1 ? Infinity : firstBelow(count, -Math.log(q));
}

/**
 * Exact median of the time to forget under Poisson sampling, `quantile` at one half. The mean is infinite.
 *
 * @returns generations; Infinity where they are above the largest number
 * @throws {InputError} if an option is missing, unknown or out of range
 * @see Rate of Model Collapse in Recursive Training, https://arxiv.org/abs/2412.17646, Theorem 2
 */
export function median(options: CountOptions): number {
  const { count } = readOptions(options, ["count"]);
  return quantile({ count, q: 0.5 });
}

/**
 * Asymptotic median of the time to forget under Poisson sampling, for a large count:
 * m - ln(m)/3 - 2C with m = 2 count / ln 2 and C = 0.39912. Approximation, not rounded to an integer: from
 * count = 1 on its ceiling is within one generation of the median.
 *
 * @param options `count` a finite number above 0
 * @returns generations; Infinity where they are above the largest number
 * @throws {InputError} if an option is missing, unknown or out of range
 * @see Rate of Model Collapse in Recursive Training, https://arxiv.org/abs/2412.17646, Theorem 2, with the expansion
 *   of g_k
 */
export function medianAsymptotic(options: CountOptions): number {
  const { count } = readOptions(options, ["count"]);
  positive("count", count);
  const slope = MEDIAN_SLOPE * count;
  if (slope === Infinity) return Infinity;
  return slope - Math.log(slope) / 3 - 2 * EXTINCTION_CONSTANT;
}
