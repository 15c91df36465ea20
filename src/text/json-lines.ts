import { invalid } from "../check/errors.ts";
import { refuse } from "./check.ts";
import { Lines } from "./lines.ts";
import type { Pieces } from "./tokenise.ts";

/** A document this long does not fit into a string. */
const LONGEST = 2 ** 28;

/**
 * Hands on a text that arrives in pieces, or with `field` the texts in it: one JSON object a line (JSONL, NDJSON), of
 * which `field` is the text. `take` gets the pieces, `end` is told when a text ends. Empty lines are skipped.
 *
 * @throws {InputError} for a field that is no name and, from `push` or `finish`, for a line that is no such object;
 * `name` is how that error calls the whole
 */
export function texts(
  field: string | undefined,
  name: string,
  take: (piece: string) => void,
  end: () => void,
): Pieces {
  checkField(field);
  if (field === undefined) return { push: take, finish: end };
  return new Lines(
    (line, number) => {
      if (line.trim() === "") return;
      const text = textOf(line, field);
      if (text === undefined)
        throw refuse(name, `line ${number}: no JSON object with the text ${JSON.stringify(field)}`);
      take(text);
      end();
    },
    (number, why) => refuse(name, `line ${number}: ${why}`),
    { longest: LONGEST },
  );
}

/** @throws {InputError} for anything but a name, or nothing */
function checkField(field: unknown): asserts field is string | undefined {
  if (field === undefined || (typeof field === "string" && field !== "")) return;
  throw invalid("jsonField", field, "the name of the field that holds the text");
}

/** @throws {InputError} as `checkField` does, and for a field of the built-in text, which is none of JSONL */
export function checkJsonField(field: unknown, file: string | undefined): void {
  checkField(field);
  if (field !== undefined && file === undefined)
    throw invalid("jsonField", field, "only with a text of your own");
}

function textOf(line: string, field: string): string | undefined {
  try {
    const value: unknown = JSON.parse(line);
    // Not of the prototype: "constructor" is no text.
    const text = Object.entries(value ?? {}).find(([name]) => name === field)?.[1];
    return typeof text === "string" ? text : undefined;
  } catch {
    return undefined;
  }
}
