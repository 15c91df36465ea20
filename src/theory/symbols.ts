import { InputError, invalid } from "../errors.ts";
import { lengthOf } from "../given.ts";
import { integer, nonNegative } from "./check.ts";

/** More different weights are not told apart: a `Map` of the engine ends at 16.7 million, and memory not far from it. */
export const MAX_DIFFERENT = 10_000_000;

/** Symbols of one weight, which share one law. */
export interface Group {
  /** Its weight as given. */
  weight: number;
  /** Its share of the sum of all weights. */
  p: number;
  /** How many symbols have it. */
  symbols: number;
}

/**
 * Symbols grouped by weight: text has few distinct counts, and every formula needs each only once. Weights of 0 are
 * left out. `option` is what the weights are called.
 */
export function groupSymbols(
  option: string,
  weights: ArrayLike<number>,
  multiplicities: ArrayLike<number> | undefined,
  most = MAX_DIFFERENT,
): { groups: Group[]; total: number } {
  const length = lengthOf(option, weights, "a list of numbers");
  if (multiplicities !== undefined) {
    if (lengthOf("multiplicities", multiplicities, "a list of integers") !== length) {
      throw invalid("multiplicities", multiplicities, `a list as long as ${option}`);
    }
  }
  const symbols = new Map<number, number>();
  let total = 0;
  for (let i = 0; i < length; i++) {
    const weight = weights[i];
    nonNegative(`${option}[${i}]`, weight);
    const many = multiplicities === undefined ? 1 : multiplicities[i];
    integer(`multiplicities[${i}]`, many, 0);
    symbols.set(weight, (symbols.get(weight) ?? 0) + many);
    total += weight * many;
    if (symbols.size > most) {
      throw new InputError(`invalid ${option}: more than ${most} different ones (at most so many)`);
    }
  }
  symbols.delete(0);
  if (!(total > 0 && total < Infinity)) throw invalid(option, weights, "a finite sum above 0");
  const groups = Array.from(symbols, ([weight, many]) => ({ weight, p: weight / total, symbols: many }));
  return { groups: groups.filter((group) => group.symbols > 0), total };
}
