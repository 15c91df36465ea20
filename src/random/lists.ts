// Random order and choice, each for a generator to have as a method.
import { InputError } from "../check/errors.ts";
import { kindOf, lengthOf, listOf } from "../check/given.ts";
import { checkInteger } from "./check.ts";
import { choice as drawChoice } from "./choice.ts";
import { type ChoiceOptions, checkChoice } from "./choice-options.ts";
import { shuffle as drawShuffle } from "./order.ts";
import { type Source, streamOf } from "./source.ts";

/** Longer arrays than this are a mistake, and engines have no room for them: typed arrays may be longer. */
const MOST = 2 ** 24;
const LIST = "an array or a typed array";

/**
 * Puts a list in random order, each order equally likely, and returns it: Durstenfeld 1964,
 * https://doi.org/10.1145/364520.364540.
 * @param list an array or a typed array, which is changed
 */
export function shuffle<T extends unknown[] | ArrayBufferView>(this: Source, list: T): T {
  checkLength("list", list);
  drawShuffle(streamOf(this), list as unknown[]);
  return list;
}

/**
 * The elements of a list, or the numbers from 0 to n - 1, in random order.
 * @param list an array or a typed array, which stays as it is, or a number n up to 2^24
 */
export function permutation(this: Source, list: number): number[];
export function permutation<T>(this: Source, list: ArrayLike<T>): T[];
export function permutation<T>(this: Source, list: number | ArrayLike<T>): (number | T)[] {
  const copy = typeof list === "number" ? numbersTo(list) : elementsOf(list);
  drawShuffle(streamOf(this), copy);
  return copy as (number | T)[];
}

/**
 * An element of a list.
 * @param list an array or a typed array with an element at least, or a number n, which stands for 0, …, n - 1
 */
export function choice(this: Source, list: number): number;
export function choice<T>(this: Source, list: ArrayLike<T>): T;
/**
 * Several elements of a list.
 * @param list an array or a typed array with an element at least, or a number n, which stands for 0, …, n - 1
 * @param size how many
 * @param options `replace`: whether an element may come more than once (default true). `weights`: what the
 * probabilities are proportional to (default: all the same). Without replacement each is drawn by its weight among those
 * that are left.
 * @throws {InputError} also where there are fewer elements of a weight above 0 than are to be drawn without replacement
 */
export function choice(this: Source, list: number, size: number, options?: ChoiceOptions): number[];
export function choice<T>(this: Source, list: ArrayLike<T>, size: number, options?: ChoiceOptions): T[];
export function choice<T>(
  this: Source,
  list: number | ArrayLike<T>,
  size?: number,
  options: ChoiceOptions = {},
): unknown {
  const isNumber = typeof list === "number";
  if (isNumber) checkInteger("list", list, 1, Number.MAX_SAFE_INTEGER, "a list, or an integer from 1 on");
  const count = isNumber ? list : lengthOf("list", list, LIST);
  if (count === 0) throw new InputError("invalid list: 0 elements (at least one)");
  const plan = checkChoice(count, size ?? 1, options);
  const places = drawChoice(streamOf(this), count, size ?? 1, plan);
  const chosen = isNumber ? places : places.map((place) => list[place]);
  return size === undefined ? chosen[0] : chosen;
}

function numbersTo(n: number): number[] {
  checkInteger("list", n, 0, MOST, "a list, or an integer from 0 to 2^24");
  return Array.from({ length: n }, (_, i) => i);
}

/** @throws {InputError} for what is no list, and for an array that is too long */
function checkLength(name: string, list: unknown): void {
  const length = lengthOf(name, list, LIST);
  if (length > MOST && kindOf(list) === undefined) {
    throw new InputError(`invalid ${name}: ${length} elements (at most 2^24, or a typed array)`);
  }
}

function elementsOf<T>(list: ArrayLike<T>): T[] {
  const length = lengthOf("list", list, LIST);
  if (length > MOST) throw new InputError(`invalid list: ${length} elements (at most 2^24)`);
  return listOf("list", list, LIST, (value) => value as T);
}
