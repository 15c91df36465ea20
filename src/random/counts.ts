// How often each of many symbols is drawn.
import type { Kernels } from "../kernels/kernels.ts";
import type { Stream } from "../kernels/stream.ts";
import { prefixSums } from "../kernels/sums.ts";
import { uniform } from "../reference/random/uniform.ts";

/** Poisson counts are cheaper than binomial ones, but make some draws besides: that pays from PAYS sqrt(n) symbols on. */
const PAYS = 1.75;
/** Fewer draws than this are not worth two ways. */
const FEW = 64;
/** Sums that are counted one by one past this are not exact any more. */
const MANY = 1e12;

/**
 * Multinomial counts of n draws. Poisson counts are multinomial, given their sum, whatever it is: they are made some
 * standard deviations too few, and what lacks is drawn one by one. `sums` is room for a number a weight.
 */
export function drawCounts(
  kernels: Pick<Kernels, "multinomial" | "fillPoissonOf">,
  stream: Stream,
  n: number,
  weights: Float64Array,
  total: number,
  counts: Float64Array,
  sums: Float64Array,
): void {
  const size = weights.length;
  if (n < FEW || n > MANY || size < PAYS * Math.sqrt(n)) {
    kernels.multinomial(stream, n, weights, counts);
    return;
  }
  const scale = (n - 2 * Math.sqrt(n)) / total;
  let rest: number;
  do {
    kernels.fillPoissonOf(stream, scale, weights, counts);
    rest = n;
    for (let i = 0; i < size; ++i) rest -= counts[i];
  } while (rest < 0);
  prefixSums(weights, sums, size);
  for (; rest > 0; --rest) counts[drawPlace(stream, sums, size)] += 1;
}

/** Draws where a number falls among rising sums. */
export function drawPlace(stream: Stream, sums: Float64Array, length: number): number {
  const target = uniform(stream) * sums[length - 1];
  let low = 0;
  let high = length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sums[middle] > target) high = middle;
    else low = middle + 1;
  }
  return low;
}
