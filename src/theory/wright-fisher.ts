import { invalid } from "../check/errors.ts";
import { dot } from "./absorbing.ts";
import { checkGeneration, checkGenerations, checkSamples, probability, readOptions } from "./check.ts";
import { cdf as poissonCdf, quantile } from "./forgetting-poisson.ts";
import { EXACT_SAMPLES, type WrightFisher, wrightFisherGrid } from "./wright-fisher-grid.ts";

/** A symbol among samples that are all drawn again in every generation: multinomial sampling. */
export interface FiniteOptions {
  /** How often the symbol occurs in the original data, n p_0: a number from 0 to `samples`, whole or not. */
  count: number;
  /** n, the samples drawn in each generation: an integer from 1 to 2^53-1. */
  samples: number;
}

/** The time to forget a symbol, in moments. */
export interface FiniteTime {
  /** Pr(the symbol is ever lost) = 1 - count / samples, exact. Otherwise it becomes the only one. */
  lossProbability: number;
  /** Mean and standard deviation of the generation at which the symbol is either lost or the only one. */
  mean: number;
  sd: number;
  /** The same of the generation at which it is lost, given that it is. */
  meanGivenLoss: number;
  sdGivenLoss: number;
  /** `"matrix"`: the transition matrix itself; `"grid"`: its operator on interpolated functions. */
  method: "matrix" | "grid";
  /** What the four times may be wrong by, relative to themselves. */
  error: number;
}

const MATRIX_ERROR = 1e-10;
const GRID_ERROR = 1e-7;
// The law under Poisson sampling is taken where Theorem 1 shows that it is as near as this.
const NEGLIGIBLE = 1e-10;

// Making a chain takes some milliseconds, and most callers ask again for the same.
let kept: { samples: number; made: WrightFisher } | undefined;

/** The chain for so many samples. Internal. */
export function chainOf(samples: number): WrightFisher {
  if (kept?.samples !== samples) kept = { samples, made: wrightFisherGrid(samples) };
  return kept.made;
}

function check<T extends FiniteOptions>(options: T, others: readonly string[] = []): T {
  const read = readOptions(options, ["count", "samples", ...others]);
  const { count, samples } = read;
  checkSamples(samples);
  if (typeof count === "number" && count >= 0 && count <= samples) return read;
  throw invalid("count", count, `a number from 0 to samples, ${samples}`);
}

/**
 * Mean and standard deviation of the time to forget a symbol under multinomial sampling, from the Wright-Fisher
 * chain X_k ~ Binomial(n, X_{k-1} / n): exact, by the transition matrix, up to 400 samples; above, by the same
 * linear systems for functions interpolated between some hundred counts. The relative error is below 1e-10 and 1e-7
 * respectively; a call takes a tenth of a second at most.
 *
 * @param options `count` below `samples`: a symbol that is all there is is never lost
 * @returns generations, except for `lossProbability`
 * @throws {InputError} if an option is missing, unknown or out of range
 * @see Ewens, Mathematical Population Genetics I (2004), https://doi.org/10.1007/978-0-387-21822-9, ch. 2 and 3
 */
export function wrightFisher(options: FiniteOptions): FiniteTime {
  const { count, samples } = check(options);
  if (count === samples) throw invalid("count", count, `a number from 0 to samples, ${samples}, but less`);
  const { chain, counts, draw } = chainOf(samples);
  const from = draw(count, samples - count);
  // (I - Q) t = start, (I - Q) s = 2 t - start give E[T; event] and E[T^2; event] from every count.
  const moments = (start: Float64Array, share: number): { mean: number; sd: number } => {
    if (count === 0) return { mean: 0, sd: 0 };
    const first = chain.solve(start);
    const second = chain.solve(first.map((t, i) => 2 * t - start[i]));
    const later = dot(from, first) / share;
    // The variance of T is that of T - 1: one that is next to nothing keeps its digits.
    const square = dot(from, second) / share;
    return { mean: 1 + later, sd: Math.sqrt(Math.max(0, square - later * later)) };
  };
  const lossProbability = (samples - count) / samples;
  const all = moments(new Float64Array(chain.size).fill(1), 1);
  const lost = moments(
    counts.map((x) => (samples - x) / samples),
    lossProbability,
  );
  const exact = samples <= EXACT_SAMPLES;
  return {
    lossProbability,
    ...all,
    meanGivenLoss: lost.mean,
    sdGivenLoss: lost.sd,
    method: exact ? "matrix" : "grid",
    error: exact ? MATRIX_ERROR : GRID_ERROR,
  };
}

/** Pr(lost by now), by the count: 1 at the count 0. */
function indicator(size: number): Float64Array {
  const lost = new Float64Array(size);
  lost[0] = 1;
  return lost;
}

/** Theorem 1: exp(-c g_k) >= Pr(T <= k) >= exp(-c g_k) (1 - 3 c^2/n - 3 k c/n). */
const nearPoisson = (count: number, samples: number, generation: number): boolean =>
  3 * (count / samples) * (count + generation) <= NEGLIGIBLE;

/**
 * Probability that a symbol is lost by a generation under multinomial sampling, Pr(T <= k), by the Wright-Fisher
 * chain: exact up to 400 samples, with an absolute error below 1e-12; above, by interpolation as in `wrightFisher`,
 * below 1e-7. Where k and the count are so small beside the samples that Theorem 1 puts the law under Poisson
 * sampling within 1e-10, that one is given. It rises to 1 - count / samples.
 *
 * Thousands of generations take a tenth of a second, any number of them a few seconds.
 *
 * @param options and `generation`, an integer from 0 to 2^53-1, or `generations`, a list of them in any order
 * @returns a probability, or an array of them in the order of `generations`
 * @throws {InputError} if an option is missing, unknown or out of range
 * @see Ewens, Mathematical Population Genetics I (2004), https://doi.org/10.1007/978-0-387-21822-9, ch. 3
 */
export function wrightFisherCdf(options: FiniteOptions & { generation: number }): number;
export function wrightFisherCdf(options: FiniteOptions & { generations: ArrayLike<number> }): Float64Array;
export function wrightFisherCdf(
  options: FiniteOptions & ({ generation: number } | { generations: ArrayLike<number> }),
): number | Float64Array {
  const read = check(options, ["generation", "generations"]);
  if (!("generations" in read)) {
    checkGeneration(read.generation);
    return cdf(read, [read.generation])[0];
  }
  if ("generation" in read) throw invalid("generation", read.generation, "not together with generations");
  return cdf(read, checkGenerations(read.generations));
}

function cdf({ count, samples }: FiniteOptions, generations: readonly number[]): Float64Array {
  const result = new Float64Array(generations.length);
  const asked: number[] = [];
  for (let i = 0; i < result.length; ++i) {
    const k = generations[i];
    if (k === 0) result[i] = count === 0 ? 1 : 0;
    else if (count === samples) result[i] = 0;
    else if (count === 0 || nearPoisson(count, samples, k)) result[i] = poissonCdf({ count, generation: k });
    else asked.push(i);
  }
  if (asked.length === 0) return result;
  const { chain, draw } = chainOf(samples);
  const from = draw(count, samples - count);
  let lost = indicator(chain.size);
  let steps = 0;
  for (const i of asked.sort((a, b) => generations[a] - generations[b])) {
    const more = generations[i] - 1 - steps;
    lost = chain.advance(lost, more);
    steps += more;
    result[i] = Math.min(1, Math.max(0, dot(from, lost)));
  }
  return result;
}

/**
 * Quantile of the time to forget a symbol under multinomial sampling: the smallest k with Pr(T <= k) >= q, by the
 * law of `wrightFisherCdf`, so that it may be one off where that comes within 1e-7 of q. Infinity when q is 1 - count
 * / samples or more: so often the symbol is never lost.
 *
 * @param options and `q`, a number from 0 to 1
 * @returns generations
 * @throws {InputError} if an option is missing, unknown or out of range
 * @see Ewens, Mathematical Population Genetics I (2004), https://doi.org/10.1007/978-0-387-21822-9, ch. 3
 */
export function wrightFisherQuantile(options: FiniteOptions & { q: number }): number {
  const { count, samples, q } = check(options, ["q"]);
  probability("q", q);
  if (q === 0 || count === 0) return 0;
  if (q >= (samples - count) / samples) return Infinity;
  const k = quantile({ count, q });
  if (nearPoisson(count, samples, k)) return k;
  const { chain, draw } = chainOf(samples);
  const from = draw(count, samples - count);
  return 1 + chain.reach(indicator(chain.size), (lost) => dot(from, lost), q);
}
