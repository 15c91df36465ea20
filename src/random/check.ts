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

function arrayFor(name: string, value: unknown): Float64Array {
  const length = lengthOf(name, value, "an array of numbers");
  if (length > 0 && length <= MAX_SYMBOLS) return new Float64Array(length);
  throw new InputError(`invalid ${name}: ${length} elements (from 1 to ${MAX_SYMBOLS})`);
}

/** A copy of the counts: whole numbers whose sum is one too. */
export function checkCounts(name: string, value: unknown): Float64Array {
  const out = arrayFor(name, value);
  let sum = 0;
  for (let i = 0; i < out.length; ++i) {
    const count = (value as ArrayLike<unknown>)[i];
    checkInteger(`${name}[${i}]`, count, 0, MAX_INTEGER - sum, `${COUNT}, the sum too`);
    out[i] = count as number;
    sum += out[i];
  }
  return out;
}

/** A copy of the weights as doubles: finite, not negative, not all zero. */
export function checkWeights(name: string, value: unknown): Float64Array {
  const out = arrayFor(name, value);
  let some = false;
  for (let i = 0; i < out.length; ++i) {
    const weight = (value as ArrayLike<unknown>)[i];
    if (!(typeof weight === "number" && weight >= 0 && weight < Number.POSITIVE_INFINITY)) {
      throw invalid(`${name}[${i}]`, weight, "a finite number, 0 or above");
    }
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
  const greatest = weights.reduce((a, b) => Math.max(a, b), 0);
  if (greatest > 1e-150 && greatest < 1e150) return weights;
  const factor = greatest < 1 ? 4.149515568880993e180 : 2.409919865102884e-181; // 2^600 and 2^-600
  // A symbol stays one, even where its share is smaller than any number.
  return weights.map((weight) => (weight > 0 ? Math.max(weight * factor, Number.MIN_VALUE) : 0));
}
