// Twin of assembly/chains/gaussian.ts.

import { log } from "../../kernels/math.ts";
import type { ScalarPlan } from "../../kernels/plans.ts";
import { buildZiggurat, ziggurat } from "../random/ziggurat.ts";
import { type Sums, sumSquares } from "./gaussian-samples.ts";
import { rootOfMore, rootOfTwo, stepLaw } from "./gaussian-steps.ts";
import type { Trajectory } from "./trajectory.ts";

const MEAN = 1;
const STD = 2;
const LOG_STD = 4;

const UP = 1.157920892373162e77; // 2^256
const DOWN = 8.636168555094445e-78; // 2^-256
const LN_UP = 177.445678223346; // 256 ln 2

const sums: Sums = { mean: 0, squares: 0 };

function unscale(scale: number, exponent: number): number {
  for (; exponent < 0 && scale > 0; ++exponent) scale *= DOWN;
  for (; exponent > 0 && scale < Number.POSITIVE_INFINITY; --exponent) scale *= UP;
  return scale;
}

export function gaussian(
  { stream, values }: Trajectory,
  { samples: n, divisor, mask, bySamples }: ScalarPlan,
  generations: number,
  rows: Float64Array,
  at: number,
): void {
  const perRootN = 1 / Math.sqrt(n);
  const law = stepLaw(n, divisor);
  buildZiggurat();
  let [mean, scale, exponent] = values;
  for (let g = 0; g < generations; ++g) {
    const std = exponent === 0 ? scale : unscale(scale, exponent);
    if (bySamples) {
      sumSquares(stream, n, sums);
      scale *= Math.sqrt(sums.squares / divisor);
      mean += std * sums.mean;
    } else {
      mean += std * (ziggurat(stream) * perRootN);
      scale *= n === 2 ? rootOfTwo(stream, law) : rootOfMore(stream, law);
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
