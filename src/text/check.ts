import { InputError } from "../check/errors.ts";

/** The error for a text that cannot be counted: `what` names it (a file, standard input), `why` says what is wrong. */
export function refuse(what: string, why: string): InputError {
  return new InputError(`invalid corpus: ${what} (${why})`);
}
