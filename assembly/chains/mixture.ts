// Y = mean X + std Z with X = +-1, each with probability 1/2. What is fitted depends on |Y| alone, which has the law
// of |mean + std Z|: a generation draws n standard normals and nothing else.
// Values of a trajectory: mean, std. Samples are taken in units of the larger of the two, so that no power of them
// leaves the range of doubles.
import { buildZiggurat, fillZiggurat } from "../random/ziggurat";
import { leastOf, meanOf, squaresFrom } from "../sums/lanes";
import { likeliest } from "./mixture-ml";
import { notebook } from "./mixture-notebook";
import { getValue, setValue, trajectory } from "./trajectory";

const MEAN = 1;
const STD = 2;
const ML = 0;
const NOTEBOOK = 2;

/** Where mean and std are both below this, they stay as they are. */
const TINY: f64 = 1e-300;

// A training set, folded: the mean of y = |Y|, its standard deviation (divisor n) and its least value.
let sampleMean: f64 = 0.0;
let sampleStd: f64 = 0.0;
let least: f64 = 0.0;

/** Makes of each z from `y` to `end` the value mean + std z, or its size. */
function spread(y: usize, end: usize, mean: f64, std: f64, folded: bool): void {
  const centre = f64x2.splat(mean);
  const scale = f64x2.splat(std);
  // The last pair may reach beyond the end.
  for (let at = y; at < end; at += 16) {
    const value = f64x2.add(centre, f64x2.mul(scale, v128.load(at)));
    v128.store(at, folded ? f64x2.abs(value) : value);
  }
}

/** Makes of n standard normals at `y` the values |mean + std z|, with a 0 behind them, and describes them. */
function fold(y: usize, n: i32, mean: f64, std: f64): void {
  const end = y + ((<usize>n) << 3);
  const lowest = leastOf(y, end);
  if (mean + std * lowest > 0.0) {
    // No sign is lost: mean and variance follow from those of z, without cancellation however small std has become.
    const centre = meanOf(y, end);
    sampleMean = mean + std * centre;
    sampleStd = std * sqrt(squaresFrom(y, end, centre) / <f64>n);
    least = mean + std * lowest;
    spread(y, end, mean, std, false);
  } else {
    spread(y, end, mean, std, true);
    sampleMean = meanOf(y, end);
    sampleStd = sqrt(squaresFrom(y, end, sampleMean) / <f64>n);
    least = leastOf(y, end);
  }
  store<f64>(end, 0.0);
}

/** Algorithm 1 of the paper, the approximate joint maximum of the likelihood, with kappa = e^c - 1. */
function approximate(s: usize, kappa: f64): void {
  const square = sampleMean * sampleMean;
  const m2 = square + sampleStd * sampleStd;
  const limit = (1.0 + kappa) * square;
  const a = m2 <= limit ? 50.0 : (2.0 * (1.0 + kappa) * m2) / (m2 - limit);
  if (m2 <= ((2.0 * a) / (a - 2.0)) * square) {
    const std = sampleStd * sqrt((a * m2) / (a * square + 2.0 * m2));
    setValue(s, 0, sqrt(max(0.0, m2 - std * std)));
    setValue(s, 1, std);
  } else {
    setValue(s, 0, 0.0);
    setValue(s, 1, sqrt(m2));
  }
}

/**
 * Takes every trajectory through `generations`; rows[trajectory][observable][generation] for the observables in
 * `mask` (1 mean, 2 std). `estimator` is 0 for ml, 1 for approximate-ml, whose kappa is `parameter`, or 2 for
 * notebook, whose search starts at `parameter`. `y` is room for n + 1 numbers.
 */
export function mixture(
  trajectories: usize,
  count: i32,
  generations: i32,
  rows: usize,
  n: i32,
  estimator: i32,
  parameter: f64,
  mask: i32,
  y: usize,
): void {
  buildZiggurat();
  const stride = (<usize>generations) << 3;
  for (let i = 0; i < count; ++i) {
    const s = trajectory(trajectories, i);
    for (let g = 0; g < generations; ++g) {
      const unit = max(getValue(s, 0), getValue(s, 1));
      if (unit > TINY) {
        fillZiggurat(s, y, n);
        fold(y, n, getValue(s, 0) / unit, getValue(s, 1) / unit);
        if (estimator == ML) likeliest(s, y, n, sampleMean, sampleStd, least);
        else if (estimator == NOTEBOOK) notebook(s, y, n, min(parameter / unit, 1e100));
        else approximate(s, parameter);
        setValue(s, 0, unit * getValue(s, 0));
        setValue(s, 1, unit * getValue(s, 1));
      }
      let at = rows + ((<usize>g) << 3);
      if (mask & MEAN) {
        store<f64>(at, getValue(s, 0));
        at += stride;
      }
      if (mask & STD) store<f64>(at, getValue(s, 1));
    }
    rows += stride * <usize>popcnt(mask);
  }
}
