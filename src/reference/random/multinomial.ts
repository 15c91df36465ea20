// Twin of assembly/random/multinomial.ts.

import type { Stream } from "../../kernels/stream.ts";
import { suffixSums } from "../../kernels/sums.ts";
import { binomial } from "./binomial.ts";

export function multinomial(stream: Stream, n: number, weights: Float64Array, counts: Float64Array): void {
  suffixSums(weights, counts, weights.length);
  const last = weights.length - 1;
  for (let i = 0; i < last; ++i) {
    const here = counts[i];
    const share = weights[i] === 0 ? 0 : binomial(stream, n, weights[i] / here, counts[i + 1] / here);
    counts[i] = share;
    n -= share;
  }
  counts[last] = n;
}
