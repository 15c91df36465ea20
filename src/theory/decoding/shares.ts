import { InputError, invalid } from "../../check/errors.ts";
import { lengthOf } from "../../check/given.ts";
import { nonNegative } from "../check.ts";

const MOST = 1_000_000;

/** Weights in the order given, each read once, divided by their sum. */
export function sharesOf(option: string, weights: ArrayLike<number>): Float64Array {
  const length = lengthOf(option, weights, "a list of numbers");
  if (length > MOST) throw new InputError(`invalid ${option}: ${length} elements (at most ${MOST})`);
  const shares = new Float64Array(length);
  for (let i = 0; i < length; i++) {
    const weight = weights[i];
    // The names of the options are only put together for an error: there may be many of them.
    if (!(Number.isFinite(weight) && weight >= 0)) nonNegative(`${option}[${i}]`, weight);
    shares[i] = weight;
  }
  const total = scale(shares);
  if (!(total > 0 && total < Infinity)) throw invalid(option, weights, "a finite sum above 0");
  return shares;
}

/** Divides by the sum, in place, and returns the sum. */
export function scale(shares: Float64Array): number {
  let total = 0;
  for (let i = 0; i < shares.length; i++) total += shares[i];
  for (let i = 0; i < shares.length; i++) shares[i] /= total;
  return total;
}
