// Twin of assembly/chains/bernoulli.ts.
import type { ScalarPlan } from "../../kernels.ts";
import { binomial } from "../random/binomial.ts";
import type { Stream } from "../random/stream.ts";
import { uniform } from "../random/uniform.ts";
import type { Trajectory } from "./scalar.ts";

function countOnes(stream: Stream, n: number, p: number): number {
  let ones = 0;
  for (let i = n; i > 0; --i) if (uniform(stream) < p) ++ones;
  return ones;
}

export function bernoulli(
  { stream, values }: Trajectory,
  { samples: n, bySamples }: ScalarPlan,
  generations: number,
  rows: Float64Array,
  at: number,
): void {
  let [p, q] = values;
  for (let g = 0; g < generations; ++g) {
    const ones = bySamples ? countOnes(stream, n, p) : binomial(stream, n, p, q);
    p = ones / n;
    q = (n - ones) / n;
    rows[at + g] = p;
  }
  values[0] = p;
  values[1] = q;
}
