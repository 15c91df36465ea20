import { invalid } from "../check/errors.ts";
import { integer, positive, readOptions } from "./check.ts";

/** The Zipf–Mandelbrot law: weights (i + shift)^-exponent for i = 1, ..., size. */
export interface ZipfOptions {
  /** How many symbols: an integer from 1 to 1000000000000. */
  size: number;
  /** A number from 0 to 20. */
  exponent: number;
  /** A number from 0 to 1000000000; 0 when left out. */
  shift?: number;
  /** The sum of the counts: a finite number above 0; 1 when left out, for probabilities. */
  tokens?: number;
  /** Relative error allowed in the expected number of symbols left: a number from 1e-9 to 0.1; 1e-6 when left out. */
  error?: number;
}

/** Groups of symbols of nearly the same count, for `survivingVocabulary`. */
export interface ZipfTable {
  /** The mean count of a group: a real number, falling. */
  counts: Float64Array;
  /** How many symbols are in it; they sum to `size`. */
  multiplicities: Float64Array;
}

const MOST = 1e12;

// Ranks summed one by one before Euler and Maclaurin's formula takes over.
const SINGLE = 32;

/** The sum of (i + shift)^-exponent over `many` ranks whose first is at `x` = i + shift, relative to x^-exponent. */
function blockSum(x: number, many: number, exponent: number): number {
  const single = many <= 2 * SINGLE ? many : SINGLE;
  let sum = 0;
  for (let i = 0; i < single; ++i) sum += (1 + i / x) ** -exponent;
  if (single === many) return sum;
  // Between the midpoints of the rest: the integral, and the first correction.
  const from = x + single - 0.5;
  const ratio = Math.log1p((many - single) / from);
  const power = (1 - exponent) * ratio;
  const area = power === 0 ? ratio : Math.expm1(power) / (1 - exponent);
  const slope = (exponent / from) * -Math.expm1(-(exponent + 1) * ratio);
  return sum + (from / x) ** -exponent * (from * area - slope / 24);
}

/**
 * The counts of a Zipf–Mandelbrot law in some thousands of groups, however large it is: single ranks at first, then
 * blocks of ranks whose counts differ by the same small factor, each with its exact mean count (to 1e-10). As the
 * probability to be left is concave in the count, `survivingVocabulary` gives at least the mean of the law itself,
 * and less than a share `error` more, at every generation. The standard deviation has a relative error of the order of
 * error (1 + x^2), for x expected copies of the rarest symbols: small, unless next to nothing is lost yet.
 *
 * @returns counts that sum to `tokens`, and multiplicities
 * @throws {InputError} if an option is missing, unknown or out of range
 * @see Mandelbrot (1953), An informational theory of the statistical structure of language, for the law; Jensen's
 *   inequality and the variance of a bounded variable for the error
 */
export function zipfTable(options: ZipfOptions): ZipfTable {
  const read = readOptions(options, ["size", "exponent", "shift", "tokens", "error"]);
  const { size, exponent, shift = 0, tokens = 1, error = 1e-6 } = read;
  integer("size", size, 1, MOST);
  within("exponent", exponent, 0, 20);
  within("shift", shift, 0, 1e9);
  within("error", error, 1e-9, 0.1);
  positive("tokens", tokens);
  // Counts from w to w (1 + d) have a variance of at most (w d)^2 / 4. Half of it times the second derivative is
  // below d^2 / 12 of the value, as x^2 / (exp(x) - 1) is below 0.65.
  const ratio = Math.log1p(Math.sqrt(12 * error)) / Math.max(exponent, 1e-9);
  const counts: number[] = [];
  const multiplicities: number[] = [];
  // Weights relative to the first: large exponents and shifts would leave the range of numbers.
  let total = 0;
  for (let rank = 1; rank <= size; ) {
    const x = rank + shift;
    const many = Math.min(size - rank + 1, Math.max(1, Math.floor(x * Math.expm1(Math.min(ratio, 40)))));
    const sum = blockSum(x, many, exponent) * (x / (1 + shift)) ** -exponent;
    counts.push(sum / many);
    multiplicities.push(many);
    total += sum;
    rank += many;
  }
  return {
    counts: Float64Array.from(counts, (weight) => weight * (tokens / total)),
    multiplicities: Float64Array.from(multiplicities),
  };
}

function within(option: string, value: number, least: number, most: number): void {
  if (typeof value === "number" && value >= least && value <= most) return;
  throw invalid(option, value, `a number from ${least} to ${most}`);
}
