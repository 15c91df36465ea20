import { InputError } from "../check/errors.ts";
import { kindOf, lengthOf, listOf } from "../check/given.ts";
import type { Stream } from "../kernels/stream.ts";
import { checkInteger } from "./check.ts";
import { choice } from "./choice.ts";
import { type ChoiceOptions, checkChoice } from "./choice-options.ts";
import { shuffle } from "./order.ts";
import { childOf, type GeneratorState, lend, readState } from "./source.ts";
import { WholeLaws } from "./wholes.ts";

/** Longer arrays than this are a mistake, and engines have no room for them: typed arrays may be longer. */
const MOST = 2 ** 24;
const LIST = "an array or a typed array";

/**
 * Seeded random numbers: the same seed gives the same bits on every machine, in Node and in browsers, in
 * WebAssembly and without it.
 *
 * Each sampler draws one number, or fills an array given as its last argument and returns it: a `Float64Array` or
 * `Float32Array`, of whole numbers also an array of integers of up to 32 bits. A filled array holds just what as many
 * single draws would have given. Filling is the fast way. Names and the order of parameters are numpy's.
 *
 * The numbers come from four lanes of xoshiro128++ (Blackman & Vigna 2021, https://doi.org/10.1145/3460772) started
 * by Philox4x32-10 (Salmon et al. 2011, https://doi.org/10.1145/2063384.2063405) from the seed and the stream.
 *
 * @example
 * const rng = new Generator(42);
 * rng.normal();                        // one standard normal
 * rng.normal(new Float64Array(1e6));   // a million
 */
export class Generator extends WholeLaws {
  /**
   * @param seed an integer from 0 to 2^53-1, or a string (default: one of 2^32 by chance, which `seed` then tells). A
   * string is hashed (64-bit FNV-1a of its UTF-8 bytes) and never shares its numbers with an integer seed.
   * @param stream an integer from 0 to 2^53-1 (default 0). Streams of a seed are independent of each other:
   * trajectory i of `simulate({ seed, … })` draws from stream i.
   * @throws {InputError} for any other seed or stream
   */
  constructor(seed?: number | string, stream?: number) {
    super(seed, stream);
  }

  /**
   * A generator that goes on where another was.
   * @param state what `toJSON()` gave, also by way of JSON
   * @throws {InputError} for anything else
   */
  static from(state: GeneratorState): Generator {
    const { seed, stream } = readState(state);
    const made = generatorOf(lend(stream));
    return Object.assign(made, { seed });
  }

  /**
   * Generators of their own, for parts of a program that should not disturb each other: each starts from a key of 128
   * bits that this one draws.
   * @param n how many, from 0 to 2^16
   */
  spawn(n: number): Generator[] {
    checkInteger("n", n, 0, 2 ** 16, "an integer from 0 to 2^16");
    return Array.from({ length: n }, () => generatorOf(childOf(this.stream)));
  }

  /**
   * Puts a list in random order, each order equally likely, and returns it: Durstenfeld 1964,
   * https://doi.org/10.1145/364520.364540.
   * @param list an array or a typed array, which is changed
   */
  shuffle<T extends unknown[] | ArrayBufferView>(list: T): T {
    checkLength("list", list);
    shuffle(this.stream, list as unknown[]);
    return list;
  }

  /**
   * The elements of a list, or the numbers from 0 to n - 1, in random order.
   * @param list an array or a typed array, which stays as it is, or a number n up to 2^24
   */
  permutation(list: number): number[];
  permutation<T>(list: ArrayLike<T>): T[];
  permutation<T>(list: number | ArrayLike<T>): (number | T)[] {
    const copy = typeof list === "number" ? numbersTo(list) : elementsOf(list);
    shuffle(this.stream, copy);
    return copy as (number | T)[];
  }

  /**
   * An element of a list, or several.
   * @param list an array or a typed array with an element at least, or a number n, which stands for 0, …, n - 1
   * @param size how many (default: one, which is returned itself and not in an array)
   * @param options `replace`: whether an element may come more than once (default true). `weights`: what the
   * probabilities are proportional to (default: all the same). Without replacement each is drawn by its weight among those
   * that are left.
   * @throws {InputError} also where there are fewer elements of a weight above 0 than are to be drawn without replacement
   */
  choice(list: number): number;
  choice<T>(list: ArrayLike<T>): T;
  choice(list: number, size: number, options?: ChoiceOptions): number[];
  choice<T>(list: ArrayLike<T>, size: number, options?: ChoiceOptions): T[];
  choice<T>(list: number | ArrayLike<T>, size?: number, options: ChoiceOptions = {}): unknown {
    const isNumber = typeof list === "number";
    if (isNumber) checkInteger("list", list, 1, Number.MAX_SAFE_INTEGER, "a list, or an integer from 1 on");
    const count = isNumber ? list : lengthOf("list", list, LIST);
    if (count === 0) throw new InputError("invalid list: 0 elements (at least one)");
    const plan = checkChoice(count, size ?? 1, options);
    const places = choice(this.stream, count, size ?? 1, plan);
    const chosen = isNumber ? places : places.map((place) => list[place]);
    return size === undefined ? chosen[0] : chosen;
  }
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

/** A generator that draws from a stream of ours: those who call the library have seeds only. */
export function generatorOf(stream: Stream): Generator {
  return new (Generator as unknown as new (stream: Stream) => Generator)(lend(stream));
}
