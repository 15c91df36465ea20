// One set of schemas guards the API, the command line and experiment files.
import * as v from "valibot";
import { InputError, invalid, show } from "./errors.ts";
import { MAX_INTEGER } from "./seed.ts";

/** An integer in a range. The text doubles as what the error says is allowed. */
export function integer(low: number, high: number = MAX_INTEGER, note = "") {
  const top = high === MAX_INTEGER ? "2^53-1" : String(high);
  const allowed = `an integer from ${low} to ${top}${note}`;
  return v.pipe(v.number(allowed), v.integer(allowed), v.minValue(low, allowed), v.maxValue(high, allowed));
}

/** A number in a closed range. */
export function number(low: number, high: number) {
  const allowed = `a number from ${low} to ${high}`;
  return v.pipe(v.number(allowed), v.minValue(low, allowed), v.maxValue(high, allowed));
}

/** One of a few words. */
export function choice<const T extends readonly string[]>(...words: T) {
  return v.picklist(words, words.map((word) => JSON.stringify(word)).join(" or "));
}

type Entries = Record<string, { readonly type: string }>;

/** Checks an options bag; `place` goes before the names in messages, as in "model.". */
export function parse<T extends v.GenericSchema>(schema: T, input: unknown, place = ""): v.InferOutput<T> {
  const result = v.safeParse(schema, input, { abortEarly: true });
  if (result.success) return result.output;
  throw explain(schema, result.issues[0], place);
}

function explain(schema: v.GenericSchema, issue: v.BaseIssue<unknown>, place: string): InputError {
  const keys = (issue.path ?? []).map((item) => String(item.key));
  const name = `${place}${keys.join(".")}`;
  const entries = (schema as { entries?: Entries }).entries;
  if (issue.type !== "strict_object" || entries === undefined) {
    return invalid(name || "options", issue.input, issue.message);
  }
  if (keys.length === 0) return invalid(place.replace(/\.$/, "") || "options", issue.input, "an object");
  if (issue.expected === "never") {
    return new InputError(`unknown option: ${name} (one of ${Object.keys(entries).join(", ")})`);
  }
  return new InputError(`invalid ${name}: ${show(issue.input)} (${allowed(entries[keys[0]])})`);
}

/** What a missing option should have been: the message of its schema. */
function allowed(entry: unknown): string {
  const { message, pipe } = entry as { message?: unknown; pipe?: { message?: unknown }[] };
  const text = message ?? pipe?.[0]?.message;
  return typeof text === "string" ? text : "it is required";
}
