// What a caller gives may change while it is read: getters may answer differently each time, proxies and other threads write into it. So
// each option and each element is read once, and what was checked is what is used.
import { InputError, invalid, oneOf } from "./errors.ts";

const TypedArray = Object.getPrototypeOf(Uint8Array) as typeof Uint8Array;
const tag = Object.getOwnPropertyDescriptor(TypedArray.prototype, Symbol.toStringTag)?.get;

/** `"Float64Array"` and so on for a typed array, whichever realm it is of; undefined for anything else. */
export function kindOf(value: unknown): string | undefined {
  return tag?.call(value);
}

/** Whether a typed array has lost its memory: its buffer was transferred, or shrunk so that it lies outside. */
export function isDetached(array: ArrayBufferView): boolean {
  return fails(() => TypedArray.prototype.at.call(array, 0));
}

/** A revoked proxy is the one value that `Array.isArray` does not take. */
const isRevoked = (value: unknown): boolean => fails(() => Array.isArray(value));

/** Stands in the place of a revoked proxy, which throws at every touch: a symbol passes no check. */
const REVOKED = Symbol("a revoked proxy");

function fails(call: () => unknown): boolean {
  try {
    call();
    return false;
  } catch {
    return true;
  }
}

/** Whether a value is a list as far as its shape tells: an array, or a typed one. */
export function isList(value: unknown): value is ArrayLike<unknown> {
  return kindOf(value) !== undefined || (!isRevoked(value) && Array.isArray(value));
}

/** What is used of an AbortSignal: a caller's program need not know the types of a browser, or of Node. */
export interface Signal {
  readonly aborted: boolean;
  readonly reason?: unknown;
  throwIfAborted(): void;
  addEventListener(type: "abort", listener: () => void): void;
  removeEventListener(type: "abort", listener: () => void): void;
}

/**
 * Whether a value is an AbortSignal, by what it can do: a page that is imitated has signals of its own. Its answer is
 * asked for, as an object that only inherits from one has none.
 */
export function isSignal(value: unknown): value is Signal {
  if (isRevoked(value)) return false;
  const signal = value as Partial<Signal> | null;
  if (typeof signal?.throwIfAborted !== "function" || typeof signal.addEventListener !== "function")
    return false;
  return !fails(() => signal.aborted);
}

/** Whether a value may hold options: an object, and no list. */
export function isBag(value: unknown): value is object {
  return typeof value === "object" && value !== null && !isRevoked(value) && !isList(value);
}

/**
 * A copy of the options, each read once; those that are undefined are left out.
 *
 * @param names all that there may be
 * @param place goes before the names in messages, as in `model.`
 * @throws {InputError} for what is no object, and for an option of another name: a misspelt one must not pass unseen
 */
export function readOptions<T extends object>(options: T, names: readonly string[], place = ""): T {
  // The models' own name, and what a file says to editors, are not for the caller to give.
  const shown = names.filter((name) => name !== "name" && name !== "$schema");
  if (!isBag(options)) {
    throw invalid(place.replace(/\.$/, "") || "options", options, `an object with ${shown.join(", ")}`);
  }
  const unknown = Object.keys(options).find((key) => !names.includes(key));
  if (unknown !== undefined)
    throw new InputError(
      `unknown option: ${place}${unknown} (${shown.length === 1 ? "only " : ""}${oneOf(shown)})`,
    );
  return readFields(options, names);
}

/** The same for an object that may hold more than what is asked for. */
export function readFields<T extends object>(from: T, names: readonly string[]): T {
  const read: Record<string, unknown> = {};
  for (const name of names) {
    const value = (from as Record<string, unknown>)[name];
    if (value !== undefined) read[name] = isRevoked(value) ? REVOKED : value;
  }
  return read as T;
}

/** Something to iterate over, which is asked for its iterator once. @throws {InputError} for what is not */
export function checkIterable<T>(option: string, value: Iterable<T>, allowed: string): Iterable<T> {
  let iterator: Iterator<T>;
  try {
    iterator = value[Symbol.iterator]();
  } catch (error) {
    // A TypeError says that there is none to be had; any other is the caller's own.
    throw error instanceof TypeError ? invalid(option, value, allowed) : error;
  }
  if (typeof iterator !== "object" || iterator === null) throw invalid(option, value, allowed);
  return { [Symbol.iterator]: () => iterator };
}

/**
 * The length of a list.
 * @throws {InputError} for what is no list, or has lost its memory
 */
export function lengthOf(option: string, list: unknown, allowed: string): number {
  if (!isList(list)) throw invalid(option, list, allowed);
  if (kindOf(list) !== undefined && isDetached(list as Uint8Array)) {
    throw new InputError(`invalid ${option}: a detached array (${allowed})`);
  }
  const { length } = list;
  if (!Number.isSafeInteger(length) || length < 0) throw invalid(`${option}.length`, length, allowed);
  return length;
}

/** The elements of a list, as `take` returns them, which checks them. @throws {InputError} as `lengthOf` */
export function listOf<T>(
  option: string,
  list: unknown,
  allowed: string,
  take: (value: unknown, i: number) => T,
): T[] {
  const length = lengthOf(option, list, allowed);
  const elements: T[] = [];
  for (let i = 0; i < length; ++i) elements.push(take((list as ArrayLike<unknown>)[i], i));
  return elements;
}
