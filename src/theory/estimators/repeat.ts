import { invalid } from "../../check/errors.ts";
import { checkGeneration, checkSamples, integer, nonNegative, probability, readOptions } from "../check.ts";
import { uniformShare } from "./estimate.ts";

/** A categorical model that is pulled to the uniform law in every fit; one of `beta` and `share`. */
export interface RepeatOptions {
  /** n, the samples drawn in each generation: an integer from 1 to 2^53-1. */
  samples: number;
  /** m, how many symbols there are: an integer from 1 to 2^53-1. */
  symbols: number;
  /** What is added to every count: a finite number, 0 or more. */
  beta?: number;
  /** The share of the uniform law, from 0 to 1. */
  share?: number;
}

function check<T extends RepeatOptions>(options: T, others: readonly string[] = []) {
  const read = readOptions(options, ["samples", "symbols", "beta", "share", ...others]);
  const { samples, symbols, beta, share } = read;
  checkSamples(samples);
  integer("symbols", symbols, 1);
  if (share === undefined) nonNegative("beta", beta as number);
  else if (beta !== undefined) throw invalid("beta", beta, "not together with share");
  else probability("share", share);
  const u = share ?? uniformShare(samples, symbols, beta as number);
  // F of the next generation is F + gain - lost F.
  const left = (1 - u) ** 2;
  const gain = left / samples + (u * (2 - u)) / symbols;
  // 1 - kept, without its cancellation.
  return { read, lost: left / samples + u * (2 - u), gain };
}

/**
 * Exact probability that two symbols drawn from the model are the same, E sum p_k^2, where the frequencies are pulled to the
 * uniform law: by `addConstant` with `beta`, or by `shrinkToUniform` with `share`. All data are those of the last model.
 *
 * @param options those of the estimator; `start`, the sum of p_0^2, from 1/m to 1; and `generation`, an integer from 0
 * @returns a probability
 * @throws {InputError} if an option is missing, unknown or out of range
 * @see Ewens, Mathematical Population Genetics I (2004), doi:10.1007/978-0-387-21822-9, ch. 3, for mutation that does not
 *   depend on the parent
 */
export function repeatProbability(options: RepeatOptions & { start: number; generation: number }): number {
  const { read, lost, gain } = check(options, ["start", "generation"]);
  const { start, generation } = read;
  // 1/m may be rounded.
  if (!(typeof start === "number" && start >= (1 - 1e-12) / read.symbols && start <= 1)) {
    throw invalid("start", start, "a number from 1/symbols to 1");
  }
  checkGeneration(generation);
  if (generation === 0) return start;
  const limit = gain / lost;
  return limit + (start - limit) * Math.exp(generation * Math.log1p(-lost));
}

/**
 * What `repeatProbability` tends to: 1, a single symbol, where nothing pulls to the uniform law.
 *
 * @returns a probability
 * @throws {InputError} if an option is missing, unknown or out of range
 * @see `repeatProbability`
 */
export function repeatProbabilityLimit(options: RepeatOptions): number {
  const { lost, gain } = check(options);
  return Math.min(1, gain / lost);
}
