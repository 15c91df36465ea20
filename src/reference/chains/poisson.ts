// Twin of assembly/chains/poisson.ts.
import type { ScalarPlan } from "../../kernels/plans.ts";
import type { Stream } from "../../kernels/stream.ts";
import { poisson as drawPoisson } from "../random/poisson.ts";
import { drawSum, MOST } from "./sum-digits.ts";
import type { Trajectory } from "./trajectory.ts";

export function sumSamples(stream: Stream, n: number, rate: number): number {
  let sum = 0;
  for (let i = n; i > 0; --i) sum += drawPoisson(stream, rate);
  return sum;
}

export function poisson(
  { stream, values }: Trajectory,
  { samples: n, bySamples }: ScalarPlan,
  generations: number,
  rows: Float64Array,
  at: number,
): void {
  let [sum] = values;
  for (let g = 0; g < generations; ++g) {
    if (bySamples) sum = sumSamples(stream, n, sum / n);
    else if (values[2] === 0 || sum >= MOST) sum = drawPoisson(stream, sum);
    else if (sum > 0) sum = drawSum(stream, sum);
    values[2] = 1;
    rows[at + g] = sum / n;
  }
  values[0] = sum;
}
