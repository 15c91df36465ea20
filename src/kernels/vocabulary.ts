// What a trajectory of the categorical model begins with, in the kernel and in its twin.
import type { CategoricalPlan } from "./plans.ts";
import { suffixSums } from "./sums.ts";

/** Generation 0 of given weights. Symbols of weight 0 are left out from the start. */
export function beginnings(weights: Float64Array) {
  let size = 0;
  for (const weight of weights) if (weight > 0) ++size;
  const symbols = new Uint32Array(size);
  const counts = new Float64Array(size);
  let whole = true;
  for (let i = 0, kept = 0; i < weights.length; ++i) {
    if (weights[i] === 0) continue;
    symbols[kept] = i;
    counts[kept++] = weights[i];
    whole &&= Number.isInteger(weights[i]);
  }
  const suffix = new Float64Array(size + 1);
  suffixSums(counts, suffix, size);
  const total = suffix[0];
  const start = new Float64Array(weights.length);
  for (let i = 0; i < weights.length; ++i) start[i] = weights[i] / total;
  return { symbols, counts, suffix, whole, total, start };
}

/**
 * Room for the positions of tokens that make Poisson counts sum to n: five standard deviations of their sum, and no
 * more than a kernel asks for that only does so when symbols are many. None, and then no Poisson counts, past 10^12.
 */
export function positionsRoom(samples: number, size: number): number {
  return samples > 1e12 ? 0 : Math.ceil(Math.min(5 * Math.sqrt(samples), 16 * size)) + 16;
}

/**
 * Whether counts are kept as doubles. In 32 bits, which are quicker, is room for those that never sum to more than n;
 * samples one by one take so long that it does not matter.
 */
export function countsAreDoubles({ samples, byPoisson, bySamples }: CategoricalPlan): boolean {
  return byPoisson || bySamples || samples >= 2 ** 31;
}

/** Puts the counts of the living symbols where they belong among all symbols. */
export function scatter(
  counts: Float64Array | Uint32Array,
  symbols: Uint32Array,
  living: number,
  out: Float64Array,
): void {
  out.fill(0);
  for (let i = 0; i < living; ++i) out[symbols[i]] = counts[i];
}
