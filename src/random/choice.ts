// Elements of a list, by their places.
import type { Stream } from "../kernels/stream.ts";
import { buildAlias } from "../reference/random/alias.ts";
import { exponential } from "../reference/random/exponential.ts";
import { integer, uniform } from "../reference/random/uniform.ts";
import type { ChoicePlan } from "./choice-options.ts";
import { someOf } from "./order.ts";

/** Places from 0 to count - 1. */
export function choice(
  stream: Stream,
  count: number,
  size: number,
  { replace, weights }: ChoicePlan,
): number[] {
  if (weights !== undefined) return (replace ? byWeight : byWeightOnce)(stream, weights, size);
  if (!replace) return someOf(stream, count, size);
  return Array.from({ length: size }, () => integer(stream, 0, count));
}

/** A. J. Walker (1977), https://doi.org/10.1145/355744.355749: a word for the column, one for which of its two parts. */
function byWeight(stream: Stream, weights: Float64Array, size: number): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const { thresholds, aliases } = buildAlias(weights.map((weight) => weight / total));
  return Array.from({ length: size }, () => {
    const column = integer(stream, 0, weights.length);
    return uniform(stream) * UNITS < thresholds[column] ? column : aliases[column];
  });
}

const UNITS = 9007199254740992; // 2^53

/**
 * P. S. Efraimidis & P. G. Spirakis (2006), https://doi.org/10.1016/j.ipl.2005.11.003: of exponentials at rates that are
 * the weights the first to come are as if drawn one after another.
 */
function byWeightOnce(stream: Stream, weights: Float64Array, size: number): number[] {
  const places = Uint32Array.from(weights.keys()).filter((place) => weights[place] > 0);
  const arrivals = weights.map((weight) => (weight > 0 ? exponential(stream) / weight : 0));
  places.sort((a, b) => arrivals[a] - arrivals[b]);
  return Array.from(places.subarray(0, size));
}
