/**
 * Bad input: an option that is missing, unknown or out of range. Everything a caller can get wrong is
 * reported as this one class, so that `error instanceof InputError` tells a mistake from a bug of ours.
 *
 * The message names the option, the value it got and what is allowed:
 * `invalid samples: -3 (an integer from 1 to 2^53-1)`.
 */
export class InputError extends Error {
  override readonly name = "InputError";
}

/** A worker died: it crashed, was stopped by the system, or ran out of memory. The message says at which trajectories. */
export class WorkerError extends Error {
  override readonly name = "WorkerError";
}

/** The words for it when memory ran out: our own, or those of an engine that has no room for an array. Else undefined. */
export function outOfMemory(error: unknown): string | undefined {
  if (!(error instanceof RangeError)) return undefined;
  if (error.message.startsWith("out of memory")) return error.message;
  return /allocation failed/i.test(error.message) ? `out of memory: ${error.message}` : undefined;
}

/** Shows a value the way a user would have typed it, cut to one short line. */
export function show(value: unknown): string {
  if (value === undefined) return "missing";
  let text: string;
  if (typeof value === "string") text = JSON.stringify(value);
  else if (typeof value === "bigint") text = `${value}n`;
  else if (typeof value === "function") text = "a function";
  else if (typeof value === "object" && value !== null)
    text = ArrayBuffer.isView(value) ? "a typed array" : json(value);
  else text = String(value);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

/** Of a list as much as can be shown: the rest may be millions. */
function json(value: object): string {
  try {
    return JSON.stringify(Array.isArray(value) ? value.slice(0, 60) : value) ?? "an object";
  } catch {
    return "an object";
  }
}

/** What somebody else's function threw, on one line. */
export const thrown = (error: unknown): string =>
  (error instanceof Error ? `${error.name}: ${error.message}` : show(error)).replaceAll(/\s+/g, " ");

/** A few words to choose from, as an error names them. */
export function either(words: readonly string[]): string {
  const shown = words.map((word) => JSON.stringify(word));
  const last = shown.pop();
  return shown.length === 0 ? `${last}` : `${shown.join(", ")} or ${last}`;
}

/** The error for option `option` with value `value`, of which `allowed` says what it should have been. */
export function invalid(option: string, value: unknown, allowed: string): InputError {
  return new InputError(`invalid ${option}: ${show(value)} (${allowed})`);
}

/** What is allowed where it is one of some names: "one of a, b", or the name if there is only one. */
export const oneOf = (names: readonly string[]): string =>
  names.length === 1 ? names[0] : `one of ${names.join(", ")}`;
