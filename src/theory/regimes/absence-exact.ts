import { checkSamples, probability } from "../check.ts";
import {
  type AtGeneration,
  type AtGenerations,
  answer,
  checkAsked,
  type RegimeOptions,
  statesAt,
} from "./asked.ts";
import { checkSteady } from "./mean-error-limit.ts";
import { chainOf } from "./symbol-chain.ts";

/** The samples that a matrix has room for. Internal. */
export const MOST = 2000;
export const LAST = 1000;

/**
 * Exact probability that a symbol is absent from the model at a generation under multinomial sampling, where all
 * generations are of the same size: by the chain of its counts, with an absolute error below 1e-12. A generation takes
 * less than a millisecond, with "weighted" and "accumulate-subsample" some dozen where the symbol has many copies.
 *
 * @param options those of a regime, `samples` up to 2000, `p` from 0 to 1, and generations up to 1000
 * @returns a probability, or an array of them in the order of `generations`
 * @throws {InputError} if an option is missing, unknown or out of range, and for regimes that grow
 * @see Ewens, Mathematical Population Genetics I (2004), doi:10.1007/978-0-387-21822-9, ch. 3
 */
export function absenceExact(options: RegimeOptions & { p: number } & AtGeneration): number;
export function absenceExact(options: RegimeOptions & { p: number } & AtGenerations): Float64Array;
export function absenceExact(
  options: RegimeOptions & { p: number } & (AtGeneration | AtGenerations),
): number | Float64Array {
  const asked = checkAsked(options, ["p"], 1, LAST);
  const { regime, samples, generations, read } = asked;
  checkSamples(samples, 1, MOST);
  probability("p", read.p);
  checkSteady(regime);
  if (read.p === 0) return answer(asked, new Float64Array(generations.length).fill(1));
  const chain = chainOf(regime, read.p);
  const states = statesAt(generations, chain.absent(), () => {
    chain.next();
    return chain.absent();
  });
  return answer(asked, Float64Array.from(states));
}
