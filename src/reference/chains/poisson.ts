// Twin of assembly/chains/poisson.ts.
import type { ScalarPlan } from "../../kernels/plans.ts";
import type { Stream } from "../../kernels/stream.ts";
import { TABLED_COUNT } from "../../kernels/tables.ts";
import { poisson as drawPoisson } from "../random/poisson.ts";
import type { Trajectory } from "./trajectory.ts";
import type { Transitions } from "./transitions.ts";

export function sumSamples(stream: Stream, n: number, rate: number): number {
  let sum = 0;
  for (let i = n; i > 0; --i) sum += drawPoisson(stream, rate);
  return sum;
}

export function poisson(
  { stream, values }: Trajectory,
  { samples: n, bySamples }: ScalarPlan,
  transitions: Transitions,
  generations: number,
  rows: Float64Array,
  at: number,
): void {
  let [sum] = values;
  for (let g = 0; g < generations; ++g) {
    if (bySamples) sum = sumSamples(stream, n, sum / n);
    else if (values[2] === 0 || sum > TABLED_COUNT) sum = drawPoisson(stream, sum);
    else if (sum > 0) sum = transitions.draw(stream, sum);
    values[2] = 1;
    rows[at + g] = sum / n;
  }
  values[0] = sum;
}
