import { listOf } from "../../check/given.ts";
import { checkSamples, integer, probability, readOptions } from "../check.ts";
import { groupSymbols, type Symbols } from "../symbols.ts";
import { freshRate, weightedRate } from "./absence-limit.ts";
import { crossing, peak } from "./search.ts";
import { type AllSymbols, present } from "./vocabulary.ts";

/** What is to be kept of a vocabulary in the long run. */
export interface KeepOptions extends AllSymbols {
  /** n, the data points of every generation, real ones included: an integer from 1 to 2^53-1. */
  samples: number;
  /** The share of the symbols that is to be in the model on average: a number from 0 to 1. */
  keep: number;
}

const NAMES = ["weights", "multiplicities", "samples", "keep"];

function check<T extends KeepOptions>(
  options: T,
  others: readonly string[] = [],
): { read: T; symbols: Symbols } {
  const read = readOptions(options, [...NAMES, ...others]);
  checkSamples(read.samples);
  probability("keep", read.keep);
  return { read, symbols: groupSymbols("weights", read.weights, read.multiplicities) };
}

/** The `absenceRate` with which so much is kept on average; null where even 1, that of all data real, does not do. */
function rateFor(symbols: Symbols, { samples, keep }: KeepOptions): number | null {
  const short = (rate: number): number => present(symbols, samples, rate) - keep * symbols.types;
  if (short(1) < 0) return null;
  // Below this the symbols kept are proportional to the rate.
  let low = 1;
  while (low > 0 && short(low) >= 0) low /= 1024;
  if (low === 0) return 0;
  return Math.exp(crossing((x) => short(Math.exp(x)), Math.log(low), 0));
}

/**
 * The smallest share of new real data, each data point real by chance, with which in the long run at least `keep` times
 * the symbols are in the model on average, by the Poisson law of `expectedUniqueLimit`. Null where even real data alone
 * do not hold so many.
 *
 * The work grows with the different weights only: a vocabulary of 20,000 words takes some hundredths of a second.
 *
 * @returns a share, to a relative error of 1e-9; of fewer digits near 1, where the last real data matter little
 * @throws {InputError} if an option is missing, unknown or out of range
 * @see `absenceRateLimit`
 */
export function realShareFor(options: KeepOptions): number | null {
  const { read, symbols } = check(options);
  if (read.keep === 0) return 0;
  const rate = rateFor(symbols, read);
  if (rate === null || rate === 0) return rate;
  // The rate of a share is the share at least, and falls faster than it: that of half the share is below what is sought
  // sooner or later.
  const high = Math.log(rate);
  let low = high;
  while (freshRate(Math.exp(low)) >= rate) low -= 1;
  return Math.exp(crossing((x) => freshRate(Math.exp(x)) / rate - 1, low, high));
}

const LEAST_WEIGHT = 1e-6;

/**
 * The smallest weight of the fit to `realSamples` new real data, of 1e-6 or more, with which in the long run at least
 * `keep` times the symbols are in the model on average, as in `realShareFor`. A symbol is in the model when it is in either
 * set of data, however small its weight there; so there is a weight, below 1, that keeps most, and null stands where
 * that does not do.
 *
 * @param options those of `realShareFor`, and `realSamples`, an integer from 1 to samples - 1
 * @returns a weight, to a relative error of 1e-9
 * @throws {InputError} if an option is missing, unknown or out of range
 * @see He, Xu and Cheng, Golden Ratio Weighting Prevents Model Collapse, arXiv:2502.18049
 */
export function weightFor(options: KeepOptions & { realSamples: number }): number | null {
  const { read, symbols } = check(options, ["realSamples"]);
  const { samples, realSamples } = read;
  integer("realSamples", realSamples, 1, samples - 1);
  const rate = rateFor(symbols, read);
  if (rate === null) return null;
  const short = (x: number): number =>
    weightedRate(realSamples, samples - realSamples, Math.exp(x)) / rate - 1;
  const low = Math.log(LEAST_WEIGHT);
  if (rate === 0 || short(low) >= 0) return LEAST_WEIGHT;
  const best = peak(short, low, 0);
  return short(best) < 0 ? null : Math.exp(crossing(short, low, best));
}

const SHARES = "an array of numbers from 0 to 1";

/**
 * How many symbols are in the model on average in the long run, at each of several shares of new real data: what
 * `realShareFor` inverts.
 *
 * @param options the symbols, `samples`, and `realShares`, numbers from 0 to 1
 * @returns numbers of symbols, in the order of `realShares`
 * @throws {InputError} if an option is missing, unknown or out of range
 * @see `expectedUniqueLimit`
 */
export function keptByShare(
  options: AllSymbols & { samples: number; realShares: ArrayLike<number> },
): Float64Array {
  const { samples, realShares, weights, multiplicities } = readOptions(options, [
    ...["weights", "multiplicities", "samples", "realShares"],
  ]);
  checkSamples(samples);
  const shares = listOf("realShares", realShares, SHARES, (share, i) => {
    probability(`realShares[${i}]`, share as number);
    return share as number;
  });
  const symbols = groupSymbols("weights", weights, multiplicities);
  return Float64Array.from(shares, (share) =>
    share === 0 ? 0 : present(symbols, samples, freshRate(share)),
  );
}
