// Checks of what a caller passes to a sampler. NaN fails every one of them.

import { InputError, invalid } from "../check/errors.ts";
import { isDetached, kindOf, lengthOf } from "../check/given.ts";
import { MAX_SYMBOLS } from "../kernels/plans.ts";
import { plural } from "../plural.ts";
import { MAX_INTEGER } from "../seed.ts";

export const COUNT = "an integer from 0 to 2^53-1";

export function checkInteger(name: string, value: unknown, low: number, high: number, allowed = COUNT): void {
  if (!(Number.isInteger(value) && (value as number) >= low && (value as number) <= high)) {
    throw invalid(name, value, allowed);
  }
}

export function checkNumber(name: string, value: unknown, low: number, high: number, allowed: string): void {
  if (!(typeof value === "number" && value >= low && value <= high)) throw invalid(name, value, allowed);
}

export function checkArray(name: string, value: unknown): Float64Array {
  if (kindOf(value) !== "Float64Array") throw invalid(name, value, "a Float64Array");
  if (isDetached(value as Float64Array))
    throw new InputError(`invalid ${name}: a detached array (a Float64Array)`);
  return value as Float64Array;
}

/** `out`, which has to be as long as the other parameter, or a new array. */
export function checkOut(out: unknown, other: string, length: number): Float64Array {
  const array = out === undefined ? new Float64Array(length) : checkArray("out", out);
  if (array.length === length) return array;
  const elements = plural(array.length, "element");
  throw new InputError(`invalid out: ${array.length} ${elements} (as many as ${other}: ${length})`);
}

/** A copy of the shapes of a law as doubles. */
export const checkShapes = (name: string, value: unknown, least: number): Float64Array =>
  copyOf(name, value, least, false, `a number from ${least} to 2^53-1`, MAX_INTEGER);

/** A copy of the weights as doubles: finite, not negative, not all zero. */
export const checkWeights = (name: string, value: unknown): Float64Array =>
  copyOf(name, value, 0, false, "a finite number, 0 or above");

/** The same for counts, which are whole numbers from `least` on, and their sum, which is at most 2^53-1. */
export function checkCounts(name: string, value: unknown, least: 0 | 1) {
  const counts = copyOf(name, value, least, true, `an integer from ${least} to 2^53-1`);
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total > MAX_INTEGER) throw new InputError(`invalid ${name}: they sum to ${total} (at most 2^53-1)`);
  return { counts, total };
}

/** A list may have millions of elements: it is gone through once, with no call for each. */
function copyOf(
  name: string,
  value: unknown,
  least: number,
  whole: boolean,
  allowed: string,
  most = Number.MAX_VALUE,
): Float64Array {
  const length = lengthOf(name, value, "an array of numbers");
  if (length === 0 || length > MAX_SYMBOLS) {
    throw new InputError(`invalid ${name}: ${length} elements (from 1 to ${MAX_SYMBOLS})`);
  }
  const out = new Float64Array(length);
  let some = false;
  for (let i = 0; i < out.length; ++i) {
    const weight = (value as ArrayLike<unknown>)[i];
    const good =
      typeof weight === "number" &&
      weight >= least &&
      (whole ? Number.isSafeInteger(weight) : weight <= most);
    if (!good) throw invalid(`${name}[${i}]`, weight, allowed);
    out[i] = weight;
    some ||= weight > 0;
  }
  if (!some) throw new InputError(`invalid ${name}: all zero (at least one above 0)`);
  return out;
}

/**
 * The same weights up to a factor, of a size at which no sum of them and no number of draws over their sum leaves the
 * range of doubles. The factor is a power of two, so that every share stays what it was to the last bit.
 */
export function inRange(weights: Float64Array): Float64Array {
  let greatest = 0;
  for (let i = 0; i < weights.length; ++i) if (weights[i] > greatest) greatest = weights[i];
  if (greatest > 1e-150 && greatest < 1e150) return weights;
  const factor = greatest < 1 ? 4.149515568880993e180 : 2.409919865102884e-181; // 2^600 and 2^-600
  // A symbol stays one, even where its share is smaller than any number.
  return weights.map((weight) => (weight > 0 ? Math.max(weight * factor, Number.MIN_VALUE) : 0));
}
