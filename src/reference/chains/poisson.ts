// Twin of assembly/chains/poisson.ts.
import type { ScalarPlan } from "../../kernels.ts";
import { poisson as drawPoisson } from "../random/poisson.ts";
import type { Stream } from "../random/stream.ts";
import type { Trajectory } from "./scalar.ts";

function sumSamples(stream: Stream, n: number, rate: number): number {
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
  let sum = values[0];
  for (let g = 0; g < generations; ++g) {
    sum = bySamples ? sumSamples(stream, n, sum / n) : drawPoisson(stream, sum);
    rows[at + g] = sum / n;
  }
  values[0] = sum;
}
