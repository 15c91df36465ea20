// One set of schemas guards the API, the command line and experiment files.
import * as v from "valibot";
import { either, InputError, show } from "./errors.ts";
import { isBag, isList, readOptions } from "./given.ts";

/** An integer in a range. The text doubles as what the error says is allowed. */
export function integer(low: number, high: number = Number.MAX_SAFE_INTEGER) {
  const allowed = `an integer from ${low} to ${top(high)}`;
  return v.pipe(v.number(allowed), v.integer(allowed), v.minValue(low, allowed), v.maxValue(high, allowed));
}

/** A number in a closed range. */
export function number(low: number, high: number) {
  const allowed = `a number from ${low} to ${top(high)}`;
  return v.pipe(v.number(allowed), v.minValue(low, allowed), v.maxValue(high, allowed));
}

/** A number in a range that its lower end is not in. */
export function above(low: number, high: number) {
  const allowed = `a number above ${low}, up to ${top(high)}`;
  return v.pipe(v.number(allowed), v.gtValue(low, allowed), v.maxValue(high, allowed));
}

const top = (high: number) => (high === Number.MAX_SAFE_INTEGER ? "2^53-1" : String(high));

/**
 * A list, of which only the shape is checked: it may be long, so its elements are the model's to check. What these are
 * is said for those who describe the option.
 */
export function list<T extends ArrayLike<unknown>>(allowed: string, items: v.GenericSchema) {
  return v.pipe(v.custom<T>(isList, allowed), v.metadata({ items }));
}

/** One of a few words. */
export function choice<const T extends readonly string[]>(...words: T) {
  return v.picklist(words, either(words));
}

/** The same, or a function of the caller's own. */
export function choiceOrFunction<const T extends readonly string[], F>(...words: T) {
  const own = v.custom<F>((value) => typeof value === "function");
  return v.union([choice(...words), own], either(words));
}

/** An object, of which only the shape is checked; what is in it goes through a `parse` of its own. */
export function bag<T extends object>(allowed: string, inside: v.GenericSchema) {
  return v.pipe(v.custom<T>(isBag, allowed), v.metadata({ inside }));
}

/** A schema that says what its option is: help texts, forms and editors show it. */
export function described<S extends v.GenericSchema>(text: string, schema: S) {
  return v.pipe(schema, v.description(text));
}

/** Checks an options bag, a strict object; `place` goes before the names in messages, as in "model.". */
export function parse<T extends v.GenericSchema>(schema: T, input: unknown, place = ""): v.InferOutput<T> {
  const { entries = {} } = schema as Described;
  const result = v.safeParse(schema, readOptions(input as object, Object.keys(entries), place));
  if (result.success) return result.output;
  const [issue] = result.issues;
  const keys = (issue.path ?? []).map((item) => String(item.key));
  // That an option is missing is the bag's to tell, which does not know what it should have been.
  const message = issue.type === "strict_object" ? allowed(entries[keys[0]]) : issue.message;
  throw new InputError(`invalid ${place}${keys.join(".")}: ${show(issue.input)} (${message})`);
}

/** What of a schema matters for messages. */
interface Described {
  readonly entries?: Readonly<Record<string, Described>>;
  readonly pipe?: readonly Described[];
  readonly message?: unknown;
}

/** What a missing option should have been: the message of its schema. */
function allowed({ message, pipe }: Described): string {
  const text = message ?? pipe?.[0]?.message;
  return typeof text === "string" ? text : "it is required";
}
