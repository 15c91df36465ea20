// S ~ Poisson(n rate), the sum of n samples, then rate = S / n. Values of a trajectory: n rate, which is S from
// generation 1 on; nothing; whether generation 1 is past.
import { poisson as drawPoisson } from "../random/poisson";
import { walkSums } from "./sum-walk";
import { getValue, setValue, trajectory } from "./trajectory";

/** Draws the n samples one by one and adds them up. */
export function sumSamples(s: usize, n: f64, rate: f64): f64 {
  let sum = 0.0;
  for (let i = <i32>n; i > 0; --i) sum += drawPoisson(s, rate);
  return sum;
}

/** Generation 1, where n rate need not be whole; nothing where it is past. Returns the next generation's place. */
function begin(trajectories: usize, count: i32, generations: i32, rows: usize, n: f64): i32 {
  if (generations == 0 || count == 0 || getValue(trajectories, 2) != 0.0) return 0;
  for (let i = 0; i < count; ++i) {
    const s = trajectory(trajectories, i);
    const sum = drawPoisson(s, getValue(s, 0));
    store<f64>(rows + ((<usize>(i * generations)) << 3), sum / n);
    setValue(s, 0, sum);
    setValue(s, 2, 1.0);
  }
  return 1;
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
  if (!bySamples) {
    walkSums(trajectories, count, generations, begin(trajectories, count, generations, rows, n), rows, n);
    return;
  }
  for (let i = 0; i < count; ++i) {
    const s = trajectory(trajectories, i);
    let sum = getValue(s, 0);
    for (let g = 0; g < generations; ++g, rows += 8) {
      sum = sumSamples(s, n, sum / n);
      store<f64>(rows, sum / n);
    }
    setValue(s, 0, sum);
  }
}
