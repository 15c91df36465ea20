import { invalid } from "../check/errors.ts";
import { listOf } from "../check/given.ts";

export { readOptions } from "../check/given.ts";

/** The largest count or generation: every integer up to it is a double. */
export const LARGEST = Number.MAX_SAFE_INTEGER;

const shown = (bound: number): string => (bound === LARGEST ? "2^53-1" : String(bound));

export function integer(option: string, value: number, least: number, most = LARGEST): void {
  if (Number.isInteger(value) && value >= least && value <= most) return;
  throw invalid(option, value, `an integer from ${least} to ${shown(most)}`);
}

export const checkSamples = (value: number, least = 1, most = LARGEST): void =>
  integer("samples", value, least, most);

export const checkGeneration = (value: number): void => integer("generation", value, 0);

export function probability(option: string, value: number): void {
  if (typeof value === "number" && value >= 0 && value <= 1) return;
  throw invalid(option, value, "a number from 0 to 1");
}

export function finite(option: string, value: number): void {
  if (Number.isFinite(value)) return;
  throw invalid(option, value, "a finite number");
}

export function positive(option: string, value: number): void {
  if (Number.isFinite(value) && value > 0) return;
  throw invalid(option, value, "a finite number above 0");
}

export function nonNegative(option: string, value: number): void {
  if (Number.isFinite(value) && value >= 0) return;
  throw invalid(option, value, "a finite number, 0 or above");
}

/** A copy of a list of generations, in any order. */
export function checkGenerations(value: ArrayLike<number>): number[] {
  return listOf("generations", value, "an array of integers from 0 to 2^53-1", (k, i) => {
    integer(`generations[${i}]`, k as number, 0);
    return k as number;
  });
}

/** The largest of some generations, of which there may be more than a call takes arguments. */
export const lastOf = (generations: readonly number[]): number =>
  generations.reduce((last, generation) => Math.max(last, generation), 0);
