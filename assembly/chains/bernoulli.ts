// X ~ Binomial(n, p), then p = X / n. Values of a trajectory: p, 1 - p; where n is small enough for tables also whether
// generation 1 is past, and 1 - p is not kept.
import { binomial } from "../random/binomial";
import { word } from "../random/stream";
import { isBelow, UNITS } from "../random/uniform";
import { walkCounts } from "./count-walk";
import { getValue, setValue, trajectory } from "./trajectory";
import { prepareTransitions } from "./transitions";

/** The largest n with tables; src/kernels/tables.ts says why. */
const TABLED: f64 = 2048.0;

/** Draws the n samples one by one and counts the ones. */
export function countOnes(s: usize, n: f64, p: f64): f64 {
  let ones = 0;
  // The samples are below p as isBelow() tells, but those that a word leaves open are decided at the end.
  let open = 0;
  const limit = p * UNITS;
  const whole = floor(limit);
  for (let i = <i32>n; i > 0; --i) {
    const units = <f64>(<i64>(word(s) >> 11));
    ones += i32(units < whole);
    open += i32(units == whole);
  }
  for (; open > 0; --open) ones += i32(isBelow(s, limit - whole));
  return <f64>ones;
}

/** Generation 1, where p need not be a count over n; nothing where it is past. Returns the next generation's place. */
function begin(trajectories: usize, count: i32, generations: i32, rows: usize, n: f64): i32 {
  if (generations == 0 || count == 0 || getValue(trajectories, 2) != 0.0) return 0;
  for (let i = 0; i < count; ++i) {
    const s = trajectory(trajectories, i);
    const ones = binomial(s, n, getValue(s, 0), getValue(s, 1));
    store<f64>(rows + ((<usize>(i * generations)) << 3), ones / n);
    setValue(s, 0, ones / n);
    setValue(s, 2, 1.0);
  }
  return 1;
}

/** Takes every trajectory through `generations`; rows[trajectory][generation] = p. */
export function bernoulli(
  trajectories: usize,
  count: i32,
  generations: i32,
  rows: usize,
  n: f64,
  bySamples: bool,
  tables: usize,
): void {
  if (n <= TABLED && !bySamples) {
    prepareTransitions(tables, <i64>n >> 1, <i64>n);
    walkCounts(trajectories, count, generations, begin(trajectories, count, generations, rows, n), rows, n);
    return;
  }
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
