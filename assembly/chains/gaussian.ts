// The sample mean moves by std N(0, 1) / sqrt(n); independently, the sum of squared deviations is std^2 chi-square
// with n - 1 degrees of freedom, which the estimator divides by n - 1 (unbiased) or n (ml).
// Values of a trajectory: mean, and std as scale * 2^(256 * exponent), which no number of generations underflows.
import { log } from "../math";
import { sumSquares, zBar } from "./gaussian-samples";
import { makeSteps, prepareSteps } from "./gaussian-steps";
import { getValue, setValue, trajectory } from "./trajectory";

const MEAN = 1;
const STD = 2;
const LOG_STD = 4;
/** As many steps as are made ahead. */
const AHEAD = 64;

const UP: f64 = 1.157920892373162e77; // 2^256
const DOWN: f64 = 8.636168555094445e-78; // 2^-256
const LN_UP: f64 = 177.445678223346; // 256 ln 2

function unscale(scale: f64, exponent: f64): f64 {
  for (; exponent < 0.0 && scale > 0.0; exponent += 1.0) scale *= DOWN;
  for (; exponent > 0.0 && scale < Infinity; exponent -= 1.0) scale *= UP;
  return scale;
}

/**
 * Takes every trajectory through `generations`; rows[trajectory][observable][generation] for the observables in
 * `mask` (1 mean, 2 std, 4 logStd). `divisor` is n - 1 or n, as the estimator wants; `scratch` is room for a burst.
 */
export function gaussian(
  trajectories: usize,
  count: i32,
  generations: i32,
  rows: usize,
  n: f64,
  divisor: f64,
  mask: i32,
  bySamples: bool,
  scratch: usize,
): void {
  prepareSteps(n, divisor);
  const stride = (<usize>generations) << 3;
  for (let i = 0; i < count; ++i) {
    const s = trajectory(trajectories, i);
    let mean = getValue(s, 0);
    let scale = getValue(s, 1);
    let exponent = getValue(s, 2);
    let std = unscale(scale, exponent);
    for (let g = 0; g < generations; ) {
      const steps = bySamples ? 1 : min(AHEAD, generations - g);
      if (bySamples) {
        store<f64>(scratch, sqrt(sumSquares(s, <i32>n, scratch) / divisor), 8);
        store<f64>(scratch, zBar);
      } else {
        makeSteps(s, steps, scratch);
      }
      const end = scratch + (<usize>steps << 4);
      for (let step = scratch; step < end; step += 16, ++g) {
        mean += std * load<f64>(step);
        scale *= load<f64>(step, 8);
        if (scale < DOWN) {
          scale *= UP;
          exponent -= 1.0;
        } else if (scale > UP) {
          scale *= DOWN;
          exponent += 1.0;
        }
        std = exponent == 0.0 ? scale : unscale(scale, exponent);
        let at = rows + ((<usize>g) << 3);
        if (mask & MEAN) {
          store<f64>(at, mean);
          at += stride;
        }
        if (mask & STD) {
          store<f64>(at, std);
          at += stride;
        }
        if (mask & LOG_STD) store<f64>(at, log(scale) + exponent * LN_UP);
      }
    }
    rows += stride * <usize>popcnt(mask);
    setValue(s, 0, mean);
    setValue(s, 1, scale);
    setValue(s, 2, exponent);
  }
}
