// Twin of assembly/chains/gaussian-samples.ts: eight sums side by side stand for the lanes of its four vectors.
import type { Stream } from "../random/stream.ts";
import { ziggurat } from "../random/ziggurat.ts";

const BURST = 256;
const z = new Float64Array(BURST);

/** What is written by sumSquares(). */
export interface Sums {
  mean: number;
  squares: number;
}

function meanOf(count: number): number {
  let [a, b, c, d, e, f, g, h] = [0, 0, 0, 0, 0, 0, 0, 0];
  let i = 0;
  for (; i + 8 <= count; i += 8) {
    a += z[i];
    b += z[i + 1];
    c += z[i + 2];
    d += z[i + 3];
    e += z[i + 4];
    f += z[i + 5];
    g += z[i + 6];
    h += z[i + 7];
  }
  let sum = a + c + (e + g) + (b + d + (f + h));
  for (; i < count; ++i) sum += z[i];
  return sum / count;
}

function squaresFrom(mean: number, count: number): number {
  let [a, b, c, d, e, f, g, h] = [0, 0, 0, 0, 0, 0, 0, 0];
  let i = 0;
  for (; i + 8 <= count; i += 8) {
    a += (z[i] - mean) * (z[i] - mean);
    b += (z[i + 1] - mean) * (z[i + 1] - mean);
    c += (z[i + 2] - mean) * (z[i + 2] - mean);
    d += (z[i + 3] - mean) * (z[i + 3] - mean);
    e += (z[i + 4] - mean) * (z[i + 4] - mean);
    f += (z[i + 5] - mean) * (z[i + 5] - mean);
    g += (z[i + 6] - mean) * (z[i + 6] - mean);
    h += (z[i + 7] - mean) * (z[i + 7] - mean);
  }
  let sum = a + c + (e + g) + (b + d + (f + h));
  for (; i < count; ++i) sum += (z[i] - mean) * (z[i] - mean);
  return sum;
}

export function sumSquares(stream: Stream, n: number, sums: Sums): void {
  let mean = 0;
  let squares = 0;
  for (let done = 0; done < n; ) {
    const burst = Math.min(BURST, n - done);
    for (let i = 0; i < burst; ++i) z[i] = ziggurat(stream);
    const burstMean = meanOf(burst);
    const burstSquares = squaresFrom(burstMean, burst);
    const total = done + burst;
    const shift = burstMean - mean;
    squares += burstSquares + shift * shift * ((done * burst) / total);
    mean += shift * (burst / total);
    done += burst;
  }
  sums.mean = mean;
  sums.squares = squares;
}
