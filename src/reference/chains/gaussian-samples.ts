// Twin of assembly/chains/gaussian-samples.ts.

import type { Stream } from "../../kernels/stream.ts";
import { meanOf, squaresFrom } from "../lanes.ts";
import { ziggurat } from "../random/ziggurat.ts";

const BURST = 256;
const z = new Float64Array(BURST);

/** What is written by sumSquares(). */
export interface Sums {
  mean: number;
  squares: number;
}

export function sumSquares(stream: Stream, n: number, sums: Sums): void {
  let mean = 0;
  let squares = 0;
  for (let done = 0; done < n; ) {
    const burst = Math.min(BURST, n - done);
    for (let i = 0; i < burst; ++i) z[i] = ziggurat(stream);
    const burstMean = meanOf(z, burst);
    const burstSquares = squaresFrom(z, burst, burstMean);
    const total = done + burst;
    const shift = burstMean - mean;
    squares += burstSquares + shift * shift * ((done * burst) / total);
    mean += shift * (burst / total);
    done += burst;
  }
  sums.mean = mean;
  sums.squares = squares;
}
