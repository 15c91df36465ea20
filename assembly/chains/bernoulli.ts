// X ~ Binomial(n, p), then p = X / n. Values of a trajectory: p, and 1 - p.
import { binomial } from "../random/binomial";
import { uniform } from "../random/uniform";
import { getValue, setValue, trajectory } from "./state";

/** Draws the n samples one by one and counts the ones. */
function countOnes(s: usize, n: f64, p: f64): f64 {
  let ones = 0;
  for (let i = <i32>n; i > 0; --i) ones += i32(uniform(s) < p);
  return <f64>ones;
}

/** Takes every trajectory through `generations`; rows[trajectory][generation] = p. */
export function bernoulli(
  trajectories: usize,
  count: i32,
  generations: i32,
  rows: usize,
  n: f64,
  bySamples: bool,
): void {
  for (let i = 0; i < count; ++i) {
    const s = trajectory(trajectories, i);
    let p = getValue(s, 0);
    let q = getValue(s, 1);
    for (let g = 0; g < generations; ++g, rows += 8) {
      const ones = bySamples ? countOnes(s, n, p) : binomial(s, n, p, q);
      p = ones / n;
      q = (n - ones) / n;
      store<f64>(rows, p);
    }
    setValue(s, 0, p);
    setValue(s, 1, q);
  }
}
