// Twin of assembly/random/multinomial-of.ts.
import type { Stream } from "../../kernels/stream.ts";
import { fillPoissonOf } from "./poisson-of.ts";
import { uniform } from "./uniform.ts";

const BLOCK = 16;

function sumBlocks(weights: Float64Array, sums: Float64Array): void {
  let total = 0;
  for (let b = 0; b < sums.length; ++b) {
    let sum = 0;
    const end = Math.min(weights.length, (b + 1) * BLOCK);
    for (let i = b * BLOCK; i < end; ++i) sum += weights[i];
    total += sum;
    sums[b] = total;
  }
}

function placeOf(target: number, weights: Float64Array, sums: Float64Array): number {
  let low = 0;
  let high = sums.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sums[middle] > target) high = middle;
    else low = middle + 1;
  }
  let before = low > 0 ? sums[low - 1] : 0;
  let i = low * BLOCK;
  for (const last = Math.min(weights.length, i + BLOCK) - 1; i < last; ++i) {
    before += weights[i];
    if (before > target) break;
  }
  while (weights[i] === 0) --i;
  return i;
}

export function multinomialOf(stream: Stream, n: number, weights: Float64Array, counts: Float64Array): void {
  const sums = new Float64Array(Math.ceil(weights.length / BLOCK));
  sumBlocks(weights, sums);
  const total = sums[sums.length - 1];
  const scale = (n - 2 * Math.sqrt(n)) / total;
  let rest: number;
  do {
    fillPoissonOf(stream, scale, weights, counts);
    rest = n;
    for (let i = 0; i < counts.length; ++i) rest -= counts[i];
  } while (rest < 0);
  for (; rest > 0; --rest) counts[placeOf(uniform(stream) * total, weights, sums)] += 1;
}
