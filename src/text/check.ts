import { InputError, invalid } from "../errors.ts";

/** The error for a text that cannot be counted: `what` names it (a file, standard input), `why` says what is wrong. */
export function refuse(what: string, why: string): InputError {
  return new InputError(`invalid corpus: ${what} (${why})`);
}

/** Refuses anything but a plain object whose keys are all in `allowed`: a misspelt option must not pass unseen. */
export function checkOptions(options: unknown, allowed: readonly string[]): void {
  if (typeof options !== "object" || options === null) throw invalid("options", options, "an object");
  for (const key of Object.keys(options)) {
    if (!allowed.includes(key)) throw invalid("option", key, `one of ${allowed.join(", ")}`);
  }
}
