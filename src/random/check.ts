// Checks of what a caller passes to a sampler. NaN fails every one of them.
import { InputError, invalid } from "../errors.ts";
import { isDetached, kindOf, lengthOf } from "../given.ts";

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

/** The most symbols a model may have: their arrays must fit the 4 GB that WebAssembly can address. */
export const MAX_SYMBOLS = 50_000_000;

/** A copy of the weights as doubles: finite, not negative, not all zero, with a finite sum. */
export function checkWeights(name: string, value: unknown): Float64Array {
  const length = lengthOf(name, value, "an array of numbers");
  if (length === 0 || length > MAX_SYMBOLS) {
    throw new InputError(`invalid ${name}: ${length} elements (from 1 to ${MAX_SYMBOLS})`);
  }
  const out = new Float64Array(length);
  let sum = 0;
  for (let i = 0; i < out.length; ++i) {
    const weight = (value as ArrayLike<unknown>)[i];
    if (!(typeof weight === "number" && weight >= 0 && weight < Number.POSITIVE_INFINITY)) {
      throw invalid(`${name}[${i}]`, weight, "a finite number, 0 or above");
    }
    out[i] = weight;
    sum += weight;
  }
  if (!(sum > 0)) throw new InputError(`invalid ${name}: all zero (at least one above 0)`);
  if (sum === Number.POSITIVE_INFINITY)
    throw new InputError(`invalid ${name}: their sum overflows (a finite sum)`);
  return out;
}
