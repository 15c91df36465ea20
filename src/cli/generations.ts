import { invalid } from "../check/errors.ts";
import { list } from "./numbers.ts";

const SHOWN = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];
const MAX_LISTED = 100_000;

/** The generations of a table that theory fills: one, or a list between commas, read or not; a few where none was given. */
export function listedGenerations(given: unknown): readonly number[] {
  if (given === undefined) return SHOWN;
  const items: readonly unknown[] = typeof given === "string" ? list(given) : [given].flat();
  if (items.length > MAX_LISTED) {
    throw invalid("generations", `${items.length} of them`, `at most ${MAX_LISTED}`);
  }
  for (const k of items) {
    if (!(Number.isSafeInteger(k) && (k as number) >= 0)) {
      throw invalid("generations", k, "integers from 0 to 2^53-1, between commas");
    }
  }
  return items as number[];
}
