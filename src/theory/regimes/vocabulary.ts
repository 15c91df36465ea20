import { invalid } from "../../check/errors.ts";
import { nonNegative, probability } from "../check.ts";
import { groupSymbols, type Symbols } from "../symbols.ts";
import { limitOf } from "./absence-limit.ts";
import { ratesAt } from "./absence-rate.ts";
import {
  type AtGeneration,
  type AtGenerations,
  answer,
  checkAsked,
  checkRegime,
  type RegimeOptions,
} from "./asked.ts";

// As for `absenceRate`.
const LAST = 1e5;

/** A symbol, by one of two numbers. */
export interface OneSymbol {
  /** How often it is expected in the data of generation 1, `samples` times p: a finite number, 0 or more. */
  count?: number;
  /** Its probability in the true law, from 0 to 1. */
  p?: number;
}

/**
 * Probability that a symbol is absent from the model at a generation, exp(-c h_k) with the `absenceRate` h_k: exact under
 * Poisson sampling. At generation 0 a symbol of any count is there.
 *
 * @param options those of `absenceRate`, and either `count` or `p`
 * @returns a probability, or an array of them in the order of `generations`
 * @throws {InputError} if an option is missing, unknown or out of range
 * @see `absenceRate`
 */
export function absence(options: RegimeOptions & OneSymbol & AtGeneration): number;
export function absence(options: RegimeOptions & OneSymbol & AtGenerations): Float64Array;
export function absence(
  options: RegimeOptions & OneSymbol & (AtGeneration | AtGenerations),
): number | Float64Array {
  const asked = checkAsked(options, ["count", "p"], 1, LAST);
  const { regime, samples, generations, read } = asked;
  const count = countOf(read, samples);
  const at = (rate: number): number => (count === 0 ? 1 : Math.exp(-count * rate));
  return answer(asked, ratesAt(regime, generations).map(at));
}

/** The expected count, by either number. Internal. */
export function countOf({ count, p }: OneSymbol, samples: number): number {
  if (p === undefined) {
    nonNegative("count", count as number);
    return count as number;
  }
  if (count !== undefined) throw invalid("count", count, "not together with p");
  probability("p", p);
  return p * samples;
}

/** All symbols of a categorical law. */
export interface AllSymbols {
  /** Counts, probabilities or any finite numbers, 0 or more, proportional to them; not all 0; at most 50,000,000. */
  weights: ArrayLike<number>;
  /** How many symbols share each weight, integers from 0 to 2^53-1; one each when left out. */
  multiplicities?: ArrayLike<number>;
}

/**
 * Expected number of symbols in the model at a generation, sum 1 - exp(-n p h_k) with the `absenceRate` h_k: exact when
 * every count is drawn as an independent Poisson number, near under multinomial sampling.
 *
 * @returns a number of symbols, or an array of them in the order of `generations`
 * @throws {InputError} if an option is missing, unknown or out of range
 * @see `absenceRate`
 */
export function expectedUnique(options: RegimeOptions & AllSymbols & AtGeneration): number;
export function expectedUnique(options: RegimeOptions & AllSymbols & AtGenerations): Float64Array;
export function expectedUnique(
  options: RegimeOptions & AllSymbols & (AtGeneration | AtGenerations),
): number | Float64Array {
  const asked = checkAsked(options, ["weights", "multiplicities"], 1, LAST);
  const { regime, samples, generations, read } = asked;
  const symbols = groupSymbols("weights", read.weights, read.multiplicities);
  const at = (rate: number): number => present(symbols, samples, rate);
  return answer(asked, ratesAt(regime, generations).map(at));
}

/**
 * What `expectedUnique` tends to with the generations, where all are of the same size.
 *
 * @returns a number of symbols
 * @throws {InputError} if an option is missing, unknown or out of range, and for regimes that grow
 * @see `absenceRateLimit`
 */
export function expectedUniqueLimit(options: RegimeOptions & AllSymbols): number {
  const { regime, samples, read } = checkRegime(options, ["weights", "multiplicities"]);
  const symbols = groupSymbols("weights", read.weights, read.multiplicities);
  return present(symbols, samples, limitOf(regime, samples));
}

/** The symbols that a Poisson number of rate n p h is not 0 for. Internal. */
export function present({ p, many, types }: Symbols, samples: number, rate: number): number {
  // p may have sunk to 0.
  if (rate === Infinity) return types;
  let sum = 0;
  for (let i = 0; i < p.length; i++) sum -= many[i] * Math.expm1(-p[i] * samples * rate);
  return sum;
}

/**
 * Expected share of the true law that the model has lost at a generation, sum p exp(-n p h_k): that of a first generation
 * of n h_k samples. Exact under Poisson sampling.
 *
 * @returns a probability, or an array of them in the order of `generations`
 * @throws {InputError} if an option is missing, unknown or out of range
 * @see Good (1953), Biometrika 40:237, doi:10.1093/biomet/40.3-4.237, for the missing mass of a sample
 */
export function lostMass(options: RegimeOptions & AllSymbols & AtGeneration): number;
export function lostMass(options: RegimeOptions & AllSymbols & AtGenerations): Float64Array;
export function lostMass(
  options: RegimeOptions & AllSymbols & (AtGeneration | AtGenerations),
): number | Float64Array {
  const asked = checkAsked(options, ["weights", "multiplicities"], 1, LAST);
  const { regime, samples, generations, read } = asked;
  const { p, many } = groupSymbols("weights", read.weights, read.multiplicities);
  const at = (rate: number): number => {
    // p may have sunk to 0.
    if (rate === Infinity) return 0;
    let sum = 0;
    for (let i = 0; i < p.length; i++) sum += many[i] * p[i] * Math.exp(-p[i] * samples * rate);
    return sum;
  };
  return answer(asked, ratesAt(regime, generations).map(at));
}
