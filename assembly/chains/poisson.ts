// S ~ Poisson(n rate), the sum of n samples, then rate = S / n. Value of a trajectory: n rate, which is S.
import { poisson as drawPoisson } from "../random/poisson";
import { getValue, setValue, trajectory } from "./state";

/** Draws the n samples one by one and adds them up. */
function sumSamples(s: usize, n: f64, rate: f64): f64 {
  let sum = 0.0;
  for (let i = <i32>n; i > 0; --i) sum += drawPoisson(s, rate);
  return sum;
}

/** Takes every trajectory through `generations`; rows[trajectory][generation] = rate. */
export function poisson(
  trajectories: usize,
  count: i32,
  generations: i32,
  rows: usize,
  n: f64,
  bySamples: bool,
): void {
  for (let i = 0; i < count; ++i) {
    const s = trajectory(trajectories, i);
    let sum = getValue(s, 0);
    for (let g = 0; g < generations; ++g, rows += 8) {
      sum = bySamples ? sumSamples(s, n, sum / n) : drawPoisson(s, sum);
      store<f64>(rows, sum / n);
    }
    setValue(s, 0, sum);
  }
}
