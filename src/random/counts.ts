// How often each of many symbols is drawn.
import type { Fills } from "../kernels/fills.ts";
import type { Stream } from "../kernels/stream.ts";
import { uniform } from "../reference/random/uniform.ts";

/** Poisson counts are cheaper than binomial ones, but make some draws besides: that pays from PAYS sqrt(n) symbols on. */
const PAYS = 1.75;
/** Fewer draws than this are not worth two ways. */
const FEW = 64;
/** Sums that are counted one by one past this are not exact any more. */
const MANY = 1e12;

/** Multinomial counts of n draws. */
export function drawCounts(
  kernels: Pick<Fills, "multinomial" | "multinomialOf">,
  stream: Stream,
  n: number,
  weights: Float64Array,
  counts: Float64Array,
): void {
  const isNarrow = n < FEW || n > MANY || weights.length < PAYS * Math.sqrt(n);
  if (isNarrow) kernels.multinomial(stream, n, weights, counts);
  else kernels.multinomialOf(stream, n, weights, counts);
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
