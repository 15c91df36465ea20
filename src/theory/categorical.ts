import { invalid } from "../errors.ts";
import type { Bounds } from "./bernoulli.ts";
import { checkGeneration, checkSamples, integer, known, list, nonNegative } from "./check.ts";
import { retained } from "./diversity.ts";
import { extinctionRate } from "./extinction.ts";

/** A categorical model refitted by its empirical frequencies. */
export interface CategoricalOptions {
  /** Counts, probabilities or any finite numbers, 0 or more, proportional to them; not all 0. */
  weights: ArrayLike<number>;
  /** How many symbols share each weight, integers from 0 to 2^53-1; one each when left out. */
  multiplicities?: ArrayLike<number>;
  /** Samples drawn in each generation: an integer from 1 to 2^53-1. */
  samples: number;
}

/** One number of refits since the original model: an integer from 0 to 2^53-1. */
export type AtGeneration = CategoricalOptions & { generation: number };
/** Several of them, in any order. */
export type AtGenerations = CategoricalOptions & { generations: ArrayLike<number> };

interface Group {
  p: number;
  symbols: number;
}

/** Symbols grouped by weight: text has few distinct counts, and every formula here needs each only once. */
function groups({ weights, multiplicities }: CategoricalOptions): Group[] {
  list("weights", weights, "a list of numbers");
  if (multiplicities !== undefined) {
    list("multiplicities", multiplicities, "a list of integers");
    if (multiplicities.length !== weights.length) {
      throw invalid("multiplicities", multiplicities, "a list as long as weights");
    }
  }
  const symbols = new Map<number, number>();
  let total = 0;
  for (let i = 0; i < weights.length; i++) {
    nonNegative(`weights[${i}]`, weights[i]);
    if (multiplicities !== undefined) integer(`multiplicities[${i}]`, multiplicities[i], 0);
    const many = multiplicities?.[i] ?? 1;
    symbols.set(weights[i], (symbols.get(weights[i]) ?? 0) + many);
    total += weights[i] * many;
  }
  symbols.delete(0);
  if (!(total > 0 && total < Infinity)) throw invalid("weights", weights, "a finite sum above 0");
  return Array.from(symbols, ([weight, many]) => ({ p: weight / total, symbols: many }));
}

const NAMES = ["weights", "multiplicities", "samples", "generation", "generations"];

function check(options: AtGeneration | AtGenerations): Group[] {
  known(options, NAMES);
  if ("generations" in options) {
    if ("generation" in options)
      throw invalid("generation", options.generation, "left out beside generations");
    list("generations", options.generations, "a list of integers from 0 to 2^53-1");
    for (let i = 0; i < options.generations.length; i++) {
      integer(`generations[${i}]`, options.generations[i], 0);
    }
  } else {
    checkGeneration(options.generation);
  }
  checkSamples(options.samples);
  return groups(options);
}

/** Sums of both sides of Theorem 1 over the symbols. */
function uniqueAt(symbols: Group[], samples: number, generation: number): Bounds {
  let lower = 0;
  let excess = 0;
  if (generation === 0) {
    for (const { symbols: many } of symbols) lower += many;
    return { lower, upper: lower };
  }
  const rate = extinctionRate(generation) * samples;
  for (const { p, symbols: many } of symbols) {
    lower -= many * Math.expm1(-p * rate);
    excess += many * Math.min(1, 3 * samples * p * p + 3 * generation * p) * Math.exp(-p * rate);
  }
  return { lower, upper: lower + excess };
}

/**
 * Bounds on the expected number of symbols still alive at a generation, the sums over symbols of both sides of
 * Theorem 1 for a Bernoulli model. At generation 0 both are the number of symbols with a weight above 0.
 *
 * Asked for `generations`, it groups the weights once and returns arrays in their order.
 *
 * @returns numbers of symbols
 * @throws InputError if an option is missing, unknown or out of range
 * @see Rate of Model Collapse in Recursive Training, arXiv:2412.17646, Corollary 1
 */
export function uniqueBounds(options: AtGeneration): Bounds;
export function uniqueBounds(options: AtGenerations): { lower: Float64Array; upper: Float64Array };
export function uniqueBounds(options: AtGeneration | AtGenerations): unknown {
  const symbols = check(options);
  if (!("generations" in options)) return uniqueAt(symbols, options.samples, options.generation);
  const lower = new Float64Array(options.generations.length);
  const upper = new Float64Array(options.generations.length);
  for (let i = 0; i < lower.length; i++) {
    const bounds = uniqueAt(symbols, options.samples, options.generations[i]);
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
 * @throws InputError if an option is missing, unknown or out of range
 * @see Rate of Model Collapse in Recursive Training, arXiv:2412.17646, Theorem 2 and Corollary 1
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
 * @throws InputError if an option is missing, unknown or out of range
 * @see Seddik et al., How Bad is Training on Synthetic Data?, arXiv:2404.05090
 */
export function heterozygosity(options: AtGeneration): number;
export function heterozygosity(options: AtGenerations): Float64Array;
export function heterozygosity(options: AtGeneration | AtGenerations): number | Float64Array {
  const symbols = check(options);
  let start = 0;
  for (const { p, symbols: many } of symbols) start += many * p * (1 - p);
  const at = (generation: number): number => start * retained(options.samples, generation);
  return "generations" in options ? Float64Array.from(options.generations, at) : at(options.generation);
}
