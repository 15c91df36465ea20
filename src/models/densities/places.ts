// Points on a line or in the plane, as they are given: numbers, or pairs of numbers.
import { InputError, invalid } from "../../check/errors.ts";
import { isList, listOf } from "../../check/given.ts";

export type Pair = readonly [x: number, y: number];

/** Points, as a model holds them. */
export type Places = Float64Array | readonly Pair[];

const FAR = 1e100;
const NUMBER = "a number from -1e+100 to 1e+100";
const PAIR = `a pair of numbers from -1e+100 to 1e+100, as the first is one`;

const isGood = (value: unknown): value is number =>
  typeof value === "number" && value >= -FAR && value <= FAR;

/** A copy of them, checked: all numbers, or all pairs of numbers. */
export function checkPlaces(option: string, given: unknown, most: number, plane: boolean): Places {
  const allowed = plane ? "an array of numbers, or of pairs of numbers" : "an array of numbers";
  if (!isList(given) || given.length === 0 || given.length > most) {
    if (!isList(given)) throw invalid(option, given, allowed);
    throw new InputError(`invalid ${option}: ${given.length} elements (from 1 to ${most})`);
  }
  const isPlane = plane && isList(given[0]);
  const all = listOf(option, given, allowed, (value, i) => {
    if (!isPlane) {
      if (isGood(value)) return value;
      throw invalid(`${option}[${i}]`, value, NUMBER);
    }
    if (!isList(value) || value.length !== 2) throw invalid(`${option}[${i}]`, value, PAIR);
    const [x, y] = listOf(`${option}[${i}]`, value, PAIR, (one, a) => {
      if (isGood(one)) return one;
      throw invalid(`${option}[${i}][${a}]`, one, NUMBER);
    });
    return Object.freeze([x, y] as const);
  });
  return isPlane ? Object.freeze(all as Pair[]) : Float64Array.from(all as number[]);
}

export const dimensionOf = (places: Places): 1 | 2 => (places instanceof Float64Array ? 1 : 2);

/** Their coordinates, a list for each. */
export const axesOf = (places: Places): Float64Array[] =>
  places instanceof Float64Array
    ? [places]
    : [0, 1].map((axis) => Float64Array.from(places, (pair) => pair[axis]));
