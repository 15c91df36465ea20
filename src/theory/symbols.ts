import { invalid } from "../errors.ts";
import { MAX_KEYS } from "../keys.ts";
import { integer, list, nonNegative } from "./check.ts";

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
): { groups: Group[]; total: number } {
  list(option, weights, "a list of numbers");
  if (multiplicities !== undefined) {
    list("multiplicities", multiplicities, "a list of integers");
    if (multiplicities.length !== weights.length) {
      throw invalid("multiplicities", multiplicities, `a list as long as ${option}`);
    }
  }
  const symbols = new Map<number, number>();
  let total = 0;
  for (let i = 0; i < weights.length; i++) {
    nonNegative(`${option}[${i}]`, weights[i]);
    if (multiplicities !== undefined) integer(`multiplicities[${i}]`, multiplicities[i], 0);
    const many = multiplicities?.[i] ?? 1;
    if (symbols.size === MAX_KEYS && !symbols.has(weights[i])) {
      throw invalid(option, weights, `at most ${MAX_KEYS} different ones`);
    }
    symbols.set(weights[i], (symbols.get(weights[i]) ?? 0) + many);
    total += weights[i] * many;
  }
  symbols.delete(0);
  if (!(total > 0 && total < Infinity)) throw invalid(option, weights, "a finite sum above 0");
  const groups = Array.from(symbols, ([weight, many]) => ({ weight, p: weight / total, symbols: many }));
  return { groups: groups.filter((group) => group.symbols > 0), total };
}
