import { InputError, invalid } from "../check/errors.ts";
import { lengthOf } from "../check/given.ts";
import { MAX_SYMBOLS } from "../kernels/plans.ts";
import { sum } from "../kernels/sums.ts";
import { integer, nonNegative } from "./check.ts";

/**
 * Symbols grouped by weight: text has few distinct counts, and every formula needs each only once. Weights of 0 are
 * left out. The lists run over the groups, by rising weight.
 */
export interface Symbols {
  /** Share of the sum of all weights. */
  readonly p: Float64Array;
  /** 1 - p, by the sum of the other weights: of a p near 1 the subtraction would leave no digits. */
  readonly rest: Float64Array;
  /** How many symbols there are of this weight. */
  readonly many: Float64Array;
  /** How many there are in all. */
  readonly types: number;
  /** The sum of all weights. */
  readonly total: number;
}

/** Checks the weights and groups the symbols. `option` is what the weights are called. */
export function groupSymbols(
  option: string,
  weights: ArrayLike<number>,
  multiplicities: ArrayLike<number> | undefined,
): Symbols {
  const length = lengthOf(option, weights, "an array of numbers");
  // Room for all is made before they are looked at.
  if (length > MAX_SYMBOLS)
    throw new InputError(`invalid ${option}: ${length} elements (at most ${MAX_SYMBOLS})`);
  if (multiplicities !== undefined) {
    if (lengthOf("multiplicities", multiplicities, "an array of integers") !== length) {
      throw invalid("multiplicities", multiplicities, `an array as long as ${option}`);
    }
  }
  const given = rising(...present(option, weights, multiplicities, length));
  const { weight, many } = merged(...given);
  const products = weight.map((w, i) => w * many[i]);
  const total = sum(products);
  if (!(total > 0 && total < Infinity)) throw invalid(option, weights, "a finite sum above 0");
  const p = weight.map((w) => w / total);
  const rest = p.map((share) => 1 - share);
  const last = p.length - 1;
  if (p[last] > 0.5) rest[last] = sum(products.subarray(0, last)) / total;
  return { p, rest, many, types: sum(many), total };
}

/** The weights above 0 of one symbol or more, and how many symbols have each. */
function present(
  option: string,
  weights: ArrayLike<number>,
  multiplicities: ArrayLike<number> | undefined,
  length: number,
): [Float64Array, Float64Array] {
  const weight = new Float64Array(length);
  const many = new Float64Array(length);
  let found = 0;
  for (let i = 0; i < length; ++i) {
    const w = weights[i];
    const m = multiplicities === undefined ? 1 : multiplicities[i];
    // The names of the options are only put together for an error: there may be millions of them.
    if (!(Number.isFinite(w) && w >= 0)) nonNegative(`${option}[${i}]`, w);
    if (!(Number.isSafeInteger(m) && m >= 0)) integer(`multiplicities[${i}]`, m, 0);
    if (w === 0 || m === 0) continue;
    weight[found] = w;
    many[found++] = m;
  }
  return [weight.subarray(0, found), many.subarray(0, found)];
}

/** Both lists in the order of rising weights. */
function rising(weight: Float64Array, many: Float64Array): [Float64Array, Float64Array] {
  if (weight.every((w, i) => i === 0 || w >= weight[i - 1])) return [weight, many];
  if (weight.every((w, i) => i === 0 || w <= weight[i - 1])) return [weight.reverse(), many.reverse()];
  if (many.every((m) => m === 1)) return [weight.sort(), many];
  const order = Uint32Array.from(weight.keys()).sort((a, b) => weight[a] - weight[b]);
  const inOrder = (values: Float64Array) => Float64Array.from(order, (i) => values[i]);
  return [inOrder(weight), inOrder(many)];
}

/** Rising weights, each of them once. */
function merged(weight: Float64Array, many: Float64Array): { weight: Float64Array; many: Float64Array } {
  let groups = 0;
  for (let i = 0; i < weight.length; ++i) {
    if (groups > 0 && weight[i] === weight[groups - 1]) many[groups - 1] += many[i];
    else {
      weight[groups] = weight[i];
      many[groups++] = many[i];
    }
  }
  return { weight: weight.subarray(0, groups), many: many.subarray(0, groups) };
}
