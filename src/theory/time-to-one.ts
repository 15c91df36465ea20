import { dot } from "./absorbing.ts";
import {
  type AtGeneration,
  type AtGenerations,
  type CategoricalOptions,
  checkAsked,
  checkCategorical,
} from "./categorical-options.ts";
import { checkGeneration, checkSamples, integer, probability, readOptions } from "./check.ts";
import type { Symbols } from "./symbols.ts";
import { type OnGrid, onGrid, sums } from "./symbols-on-grid.ts";

/** The time until a single symbol is left, in moments. */
export interface TimeToOne {
  /** Mean and standard deviation of the first generation with a single symbol. */
  mean: number;
  sd: number;
}

/** ln(1 - p). */
const logRest = (p: number, rest: number): number => (p < 0.5 ? Math.log1p(-p) : Math.log(rest));

const isOne = ({ types }: Symbols): boolean => types === 1;

/** Pr(all samples are the symbol), by its count: 1 at the last node. */
function won({ chain }: OnGrid): Float64Array {
  const u = new Float64Array(chain.size);
  u[u.length - 1] = 1;
  return u;
}

/**
 * Mean and standard deviation of the first generation at which a single symbol is left under multinomial sampling.
 * The sum over the symbols of those of a symbol that wins, from the Wright-Fisher chain: by the transition matrix up
 * to 400 samples, with a relative error below 1e-10; above by interpolation, below 1e-6. With one symbol both are 0.
 *
 * @returns generations
 * @throws {InputError} if an option is missing, unknown or out of range
 * @see Ewens, Mathematical Population Genetics I (2004), https://doi.org/10.1007/978-0-387-21822-9, ch. 2 and 3
 */
export function timeToOne(options: CategoricalOptions): TimeToOne {
  const { symbols, samples } = checkCategorical(options);
  if (isOne(symbols)) return { mean: 0, sd: 0 };
  const { chain, counts, first } = onGrid(symbols, samples);
  // As in wrightFisher: E[T; the symbol wins] and E[T^2; the symbol wins] from every count, summed.
  const share = counts.map((x) => x / samples);
  const once = chain.solve(share);
  const twice = chain.solve(once.map((t, i) => 2 * t - share[i]));
  const later = dot(first, once);
  // The variance of T is that of T - 1, whose square is not 1 more: a variance that is next to nothing keeps its digits.
  return { mean: 1 + later, sd: Math.sqrt(Math.max(0, dot(first, twice) - later * later)) };
}

/**
 * Probability that a single symbol is left at a generation under multinomial sampling: the sum over the symbols of
 * the probability that it is the one, exact as for `timeToOne`.
 *
 * @returns a probability, or an array of them in the order of `generations`
 * @throws {InputError} if an option is missing, unknown or out of range
 * @see Ewens, Mathematical Population Genetics I (2004), https://doi.org/10.1007/978-0-387-21822-9, ch. 3
 */
export function timeToOneCdf(options: AtGeneration): number;
export function timeToOneCdf(options: AtGenerations): Float64Array;
export function timeToOneCdf(options: AtGeneration | AtGenerations): number | Float64Array {
  const { symbols, samples, generations, several } = checkAsked(options);
  const cdf = isOne(symbols)
    ? new Float64Array(generations.length).fill(1)
    : law(symbols, samples, generations);
  return several ? cdf : cdf[0];
}

function law(symbols: Symbols, samples: number, generations: readonly number[]): Float64Array {
  const grid = onGrid(symbols, samples);
  return sums(grid, won(grid), generations, 0).map((p) => Math.min(1, Math.max(0, p)));
}

/**
 * Quantile of the time until a single symbol is left under multinomial sampling: the smallest k with
 * `timeToOneCdf` >= q. q = 1 gives Infinity unless there is only one symbol or one sample.
 *
 * @param options and `q`, a number from 0 to 1
 * @returns generations
 * @throws {InputError} if an option is missing, unknown or out of range
 * @see Ewens, Mathematical Population Genetics I (2004), https://doi.org/10.1007/978-0-387-21822-9, ch. 3
 */
export function timeToOneQuantile(options: CategoricalOptions & { q: number }): number {
  const { symbols, samples, read } = checkCategorical(options, ["q"]);
  const { q } = read;
  probability("q", q);
  if (q === 0 || isOne(symbols)) return 0;
  if (samples === 1) return 1;
  if (q === 1) return Infinity;
  const grid = onGrid(symbols, samples);
  return 1 + grid.chain.reach(won(grid), (u) => dot(grid.first, u), q);
}

/**
 * Mean time until a single symbol is left, by the diffusion that many samples tend to:
 * -2n sum_i (1 - p_i) ln(1 - p_i). Approximation, a few generations high. For K symbols of equal weight it is
 * -2n (K - 1) ln(1 - 1/K), near 2n (1 - 1/(2K)); for many rare symbols 2n.
 *
 * It is the function that vanishes where one p_i is 1 and that the generator of the diffusion,
 * sum_ij p_i (delta_ij - p_j) d_i d_j / 2n, takes to -1.
 *
 * @returns generations
 * @throws {InputError} if an option is missing, unknown or out of range
 * @see Ewens, Mathematical Population Genetics I (2004), https://doi.org/10.1007/978-0-387-21822-9, ch. 5
 */
export function timeToOneDiffusion(options: CategoricalOptions): number {
  const { symbols, samples } = checkCategorical(options);
  const { p, rest, many } = symbols;
  const term = (i: number): number => (rest[i] === 0 ? 0 : rest[i] * logRest(p[i], rest[i]));
  return -2 * samples * many.reduce((sum, m, i) => sum + m * term(i), 0) + 0;
}

/**
 * Mean time until no more than so many samples of the first generation have descendants, by the coalescent: while j
 * lines of descent are left the next one ends after 2n / (j (j - 1)) generations, so that from n lines to k it takes
 * the sum of these, 2n/k - 2. The law of words: 2n/k generations have passed when k are left, as long as these are
 * so rare that no two lines are of one word. Approximation for many samples.
 *
 * @param options `samples`, an integer from 1 to 2^53-1; `lines`, an integer from 1 to `samples`
 * @returns generations
 * @throws {InputError} if an option is missing, unknown or out of range
 * @see Kingman, The coalescent (1982), https://doi.org/10.1016/0304-4149(82)90011-4; Tavaré, Line-of-descent and
 *   genealogical processes (1984), https://doi.org/10.1016/0040-5809(84)90027-3
 */
export function linesTime(options: { samples: number; lines: number }): number {
  const { samples, lines } = readOptions(options, ["samples", "lines"]);
  checkSamples(samples);
  integer("lines", lines, 1, samples);
  // 2n/k - 2
  return 2 * ((samples - lines) / lines);
}

/**
 * How many samples of the first generation have descendants at a generation: 2n / (k + 2), the inverse of
 * `linesTime`, and 1 after its end. Approximation.
 *
 * @param options `samples`, an integer from 1 to 2^53-1; `generation`, an integer from 0 to 2^53-1
 * @returns a number of samples
 * @throws {InputError} if an option is missing, unknown or out of range
 * @see Kingman, The coalescent (1982), https://doi.org/10.1016/0304-4149(82)90011-4
 */
export function linesLeft(options: { samples: number; generation: number }): number {
  const { samples, generation } = readOptions(options, ["samples", "generation"]);
  checkSamples(samples);
  checkGeneration(generation);
  return Math.max(1, (2 * samples) / (generation + 2));
}
