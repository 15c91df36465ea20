import { InputError } from "../check/errors.ts";

const FORM = /^\s*(\d+(?:\.\d+)?)\s*\*\s*([A-Za-z]\w*)\s*$/;

/**
 * Generations that depend on the cell: `"20*samples"` is twenty times its option `samples`, rounded up; anything else is
 * left for the experiment to check.
 */
export function generationsOf(written: unknown, options: Readonly<Record<string, unknown>>): unknown {
  if (typeof written !== "string") return written;
  const [, factor, name] = FORM.exec(written) ?? [];
  const value = options[name ?? ""];
  if (factor === undefined || typeof value !== "number") {
    const numbers = Object.keys(options).filter((option) => typeof options[option] === "number");
    throw new InputError(
      `invalid generations: ${JSON.stringify(written)} (an integer, or a number times an option of the model, as in ` +
        `"20*samples": ${numbers.join(", ") || "none is a number"})`,
    );
  }
  return Math.ceil(Number(factor) * value);
}
