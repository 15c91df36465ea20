// Twin of assembly/chains/gaussian.ts.
import type { ScalarPlan } from "../../kernels.ts";
import { log } from "../math.ts";
import { gamma } from "../random/gamma.ts";
import { normal } from "../random/normal.ts";
import type { Stream } from "../random/stream.ts";
import type { Trajectory } from "./scalar.ts";

const MEAN = 1;
const STD = 2;
const LOG_STD = 4;
const BURST = 256;

const UP = 1.157920892373162e77; // 2^256
const DOWN = 8.636168555094445e-78; // 2^-256
const LN_UP = 177.445678223346; // 256 ln 2

const z = new Float64Array(BURST);
let zBar = 0;

function sumSquares(stream: Stream, n: number): number {
  let mean = 0;
  let squares = 0;
  for (let done = 0; done < n; ) {
    const burst = Math.min(BURST, n - done);
    let sum = 0;
    for (let i = 0; i < burst; ++i) {
      z[i] = normal(stream);
      sum += z[i];
    }
    const burstMean = sum / burst;
    let burstSquares = 0;
    for (let i = 0; i < burst; ++i) {
      const difference = z[i] - burstMean;
      burstSquares += difference * difference;
    }
    const total = done + burst;
    const shift = burstMean - mean;
    squares += burstSquares + shift * shift * ((done * burst) / total);
    mean += shift * (burst / total);
    done += burst;
  }
  zBar = mean;
  return squares;
}

function unscale(scale: number, exponent: number): number {
  for (; exponent < 0 && scale > 0; ++exponent) scale *= DOWN;
  for (; exponent > 0; --exponent) scale *= UP;
  return scale;
}

export function gaussian(
  { stream, values }: Trajectory,
  { samples: n, divisor, mask, bySamples }: ScalarPlan,
  generations: number,
  rows: Float64Array,
  at: number,
): void {
  const shape = 0.5 * (n - 1);
  const rootN = Math.sqrt(n);
  let [mean, scale, exponent] = values;
  for (let g = 0; g < generations; ++g) {
    const std = exponent === 0 ? scale : unscale(scale, exponent);
    if (bySamples) {
      scale *= Math.sqrt(sumSquares(stream, n) / divisor);
      mean += std * zBar;
    } else {
      mean += (std * normal(stream)) / rootN;
      scale *= Math.sqrt((2 * gamma(stream, shape)) / divisor);
    }
    if (scale < DOWN) {
      scale *= UP;
      exponent -= 1;
    } else if (scale > UP) {
      scale *= DOWN;
      exponent += 1;
    }
    let out = at + g;
    if (mask & MEAN) {
      rows[out] = mean;
      out += generations;
    }
    if (mask & STD) {
      rows[out] = exponent === 0 ? scale : unscale(scale, exponent);
      out += generations;
    }
    if (mask & LOG_STD) rows[out] = log(scale) + exponent * LN_UP;
  }
  values[0] = mean;
  values[1] = scale;
  values[2] = exponent;
}
