// Twin of assembly/chains/bernoulli.ts.
import type { ScalarPlan } from "../../kernels/plans.ts";
import type { Stream } from "../../kernels/stream.ts";
import { TABLED_SAMPLES } from "../../kernels/tables.ts";
import { binomial } from "../random/binomial.ts";
import { word53 } from "../random/stream.ts";
import { isBelow } from "../random/uniform.ts";
import type { Trajectory } from "./trajectory.ts";
import type { Transitions } from "./transitions.ts";

export function countOnes(stream: Stream, n: number, p: number): number {
  let ones = 0;
  let open = 0;
  const limit = p * 9007199254740992; // 2^53
  const whole = Math.floor(limit);
  for (let i = n; i > 0; --i) {
    const units = word53(stream);
    if (units < whole) ++ones;
    if (units === whole) ++open;
  }
  for (; open > 0; --open) if (isBelow(stream, limit - whole)) ++ones;
  return ones;
}

function next(stream: Stream, n: number, ones: number, transitions: Transitions): number {
  const zeros = n - ones;
  return ones > zeros ? n - transitions.draw(stream, zeros) : transitions.draw(stream, ones);
}

function byTables(
  { stream, values }: Trajectory,
  n: number,
  transitions: Transitions,
  generations: number,
  rows: Float64Array,
  at: number,
): void {
  const [p, q] = values;
  let ones = Math.round(p * n);
  for (let g = 0; g < generations; ++g) {
    if (values[2] === 0) ones = binomial(stream, n, p, q);
    else if (ones > 0 && ones < n) ones = next(stream, n, ones, transitions);
    values[2] = 1;
    rows[at + g] = ones / n;
  }
  values[0] = ones / n;
}

export function bernoulli(
  trajectory: Trajectory,
  { samples: n, bySamples }: ScalarPlan,
  transitions: Transitions,
  generations: number,
  rows: Float64Array,
  at: number,
): void {
  if (n <= TABLED_SAMPLES && !bySamples) {
    byTables(trajectory, n, transitions, generations, rows, at);
    return;
  }
  const { stream, values } = trajectory;
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
