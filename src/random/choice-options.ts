import { InputError, invalid } from "../check/errors.ts";
import { readOptions } from "../check/given.ts";
import { checkInteger, checkWeights, inRange } from "./check.ts";

/** How elements are chosen. */
export interface ChoiceOptions {
  /** Whether an element may come more than once (default true). */
  replace?: boolean;
  /** What the probabilities are proportional to: a number for each element (default: all the same). */
  weights?: ArrayLike<number>;
}

export interface ChoicePlan {
  readonly replace: boolean;
  readonly weights: Float64Array | undefined;
}

/** More elements than this would be a mistake. */
const MOST = 2 ** 24;

/** Checks what is chosen of `count` elements. @throws {InputError} */
export function checkChoice(count: number, size: number, options: ChoiceOptions): ChoicePlan {
  checkInteger("size", size, 0, MOST, "an integer from 0 to 2^24");
  const { replace = true, weights: given } = readOptions(options, ["replace", "weights"]);
  if (typeof replace !== "boolean") throw invalid("replace", replace, "true or false");
  const weights = given === undefined ? undefined : inRange(checkWeights("weights", given));
  if (weights !== undefined && weights.length !== count) {
    throw new InputError(`invalid weights: ${weights.length} of them (as many as elements: ${count})`);
  }
  const there = weights?.reduce((sum, weight) => sum + (weight > 0 ? 1 : 0), 0) ?? count;
  if (!replace && size > there) {
    throw invalid("size", size, `at most ${there} without replacement`);
  }
  return { replace, weights };
}
