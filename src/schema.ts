// One set of schemas guards the API, the command line and experiment files.
import * as v from "valibot";
import { InputError, invalid, isList, show } from "./errors.ts";
import { MAX_INTEGER } from "./seed.ts";

/** An integer in a range. The text doubles as what the error says is allowed. */
export function integer(low: number, high: number = MAX_INTEGER) {
  const allowed = `an integer from ${low} to ${top(high)}`;
  return v.pipe(v.number(allowed), v.integer(allowed), v.minValue(low, allowed), v.maxValue(high, allowed));
}

/** A number in a closed range. */
export function number(low: number, high: number) {
  const allowed = `a number from ${low} to ${top(high)}`;
  return v.pipe(v.number(allowed), v.minValue(low, allowed), v.maxValue(high, allowed));
}

const top = (high: number) => (high === MAX_INTEGER ? "2^53-1" : String(high));

/** A list, of which only the shape is checked; its elements are the model's to check. */
export function list<T extends ArrayLike<unknown>>(allowed: string) {
  return v.custom<T>(isList, allowed);
}

/** One of a few words. */
export function choice<const T extends readonly string[]>(...words: T) {
  return v.picklist(words, words.map((word) => JSON.stringify(word)).join(" or "));
}

/** Checks an options bag; `place` goes before the names in messages, as in "model.". */
export function parse<T extends v.GenericSchema>(schema: T, input: unknown, place = ""): v.InferOutput<T> {
  const result = v.safeParse(schema, input);
  if (result.success) return result.output;
  // A misspelt option first: it tells more than that the right one is missing.
  const misspelt = result.issues.find((issue) => issue.expected === "never");
  throw explain(schema, misspelt ?? result.issues[0], place);
}

/** What of a schema matters for messages. */
interface Described {
  readonly entries?: Readonly<Record<string, Described>>;
  readonly wrapped?: Described;
  readonly pipe?: readonly Described[];
  readonly message?: unknown;
}

function explain(schema: v.GenericSchema, issue: v.BaseIssue<unknown>, place: string): InputError {
  const keys = (issue.path ?? []).map((item) => String(item.key));
  const name = `${place}${keys.join(".")}`;
  if (issue.type !== "strict_object") return invalid(name || "options", issue.input, issue.message);
  // The bag that was checked: the whole, or an option that is itself an object.
  const bag = keys.slice(0, -1).reduce(within, schema as Described);
  const entries = (bag.wrapped ?? bag).entries ?? {};
  const key = keys.at(-1);
  if (key === undefined) return invalid(place.replace(/\.$/, "") || "options", issue.input, "an object");
  if (issue.expected === "never") {
    const known = Object.keys(entries).filter((entry) => entry !== "name");
    return new InputError(`unknown option: ${name} (one of ${known.join(", ")})`);
  }
  if (!(key in entries) || issue.input !== undefined) return invalid(name, issue.input, issue.message);
  return new InputError(`invalid ${name}: ${show(issue.input)} (${allowed(entries[key])})`);
}

function within(bag: Described, key: string): Described {
  return (bag.wrapped ?? bag).entries?.[key] ?? {};
}

/** What a missing option should have been: the message of its schema. */
function allowed({ message, pipe }: Described): string {
  const text = message ?? pipe?.[0]?.message;
  return typeof text === "string" ? text : "it is required";
}
