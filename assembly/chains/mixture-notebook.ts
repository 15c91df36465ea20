// What the notebook of the paper runs in place of maximum likelihood: scipy's fsolve on
//   F(t) = sum of y tanh(t y / max(m2 - t^2, 1e-20)) - n t,   m2 = mean y^2,
// always from the mean at generation 0, then mean = |t| and std = sqrt(max(m2 - t^2, 0)). fsolve is MINPACK's hybrd:
// M. J. D. Powell's hybrid method (1970) as J. J. Moré, B. S. Garbow & K. E. Hillstrom wrote it (ANL-80-74, 1980). For
// one equation it is a secant search in a trust region; this is that algorithm, rewritten with scipy's settings.
// It takes whatever root it runs into: t = 0 is always one, and at n = 10, mean = std in 18 % of fits it ends there
// although the likelihood is greater elsewhere. So std is too large, and collapse looks slower than under ml.
// As in the notebook, m2 - t^2 cancels: below about 1e-8 of the mean, std is rounding error or 0.
import { tanhs } from "../vector-math";
import { setValue } from "./trajectory";

const EPSILON: f64 = 2.220446049250313e-16;
const ROOT_EPSILON: f64 = 1.4901161193847656e-8;
const TOLERANCE: f64 = 1.49012e-8; // fsolve's xtol
const CALLS = 400; // its maxfev
/** As in mixture-curve.ts. */
const LEAST: f64 = -700.0;
const FACTOR: f64 = 100.0; // its first step, in units of |t|

/** The values at even places and those at odd ones are added up apart; behind an odd number of them stands a 0. */
function residual(y: usize, n: i32, m2: f64, t: f64): f64 {
  const rate = f64x2.splat((-2.0 * abs(t)) / max(m2 - t * t, 1e-20));
  const least = f64x2.splat(LEAST);
  let sums = f64x2.splat(0.0);
  for (const end = y + ((<usize>n) << 3); y < end; y += 16) {
    const values = v128.load(y);
    sums = f64x2.add(sums, f64x2.mul(values, tanhs(f64x2.pmax(least, f64x2.mul(rate, values)))));
  }
  const sum = f64x2.extract_lane(sums, 0) + f64x2.extract_lane(sums, 1);
  return (t < 0.0 ? -sum : sum) - <f64>n * t;
}

function hybrid(y: usize, n: i32, m2: f64, start: f64): f64 {
  let x = start;
  let f = residual(y, n, m2, x);
  let calls = 1;
  let slope = 0.0;
  let fresh = true; // the slope is a difference quotient, not yet a secant
  let scale = 0.0; // MINPACK's diag
  let length = 0.0; // and xnorm
  let radius = 0.0; // and delta
  let moved = false; // until then each new slope starts scale and radius afresh, as in MINPACK
  let successes = 0;
  let failures = 0;
  let slow = 0;
  let stale = 0;
  while (true) {
    if (fresh) {
      const h = ROOT_EPSILON * abs(x);
      const width = h == 0.0 ? ROOT_EPSILON : h;
      slope = (residual(y, n, m2, x + width) - f) / width;
      ++calls;
      if (!moved) {
        scale = slope == 0.0 ? 1.0 : abs(slope);
        length = scale * abs(x);
        radius = length == 0.0 ? FACTOR : FACTOR * length;
      }
      scale = max(scale, abs(slope));
    }
    let step = -f / (slope == 0.0 ? EPSILON : slope);
    if (scale * abs(step) > radius) step = (step < 0.0 ? -radius : radius) / scale;
    const taken = scale * abs(step);
    if (!moved) radius = min(radius, taken);
    const next = residual(y, n, m2, x + step);
    ++calls;
    const before = abs(f);
    const share = abs(next) / before;
    const hoped = abs(f + slope * step) / before;
    const actual = share < 1.0 ? 1.0 - share * share : -1.0;
    const ratio = hoped < 1.0 ? actual / (1.0 - hoped * hoped) : 0.0;
    if (ratio < 0.1) {
      successes = 0;
      ++failures;
      radius *= 0.5;
    } else {
      failures = 0;
      ++successes;
      if (ratio >= 0.5 || successes > 1) radius = max(radius, 2.0 * taken);
      if (abs(ratio - 1.0) <= 0.1) radius = 2.0 * taken;
    }
    slope = (next - f) / step;
    if (ratio >= 0.0001) {
      x += step;
      f = next;
      length = scale * abs(x);
      moved = true;
    }
    slow = actual >= 0.001 ? 0 : slow + 1;
    if (fresh) ++stale;
    if (actual >= 0.1) stale = 0;
    if (radius <= TOLERANCE * length || f == 0.0 || calls >= CALLS) return x;
    if (0.1 * max(0.1 * radius, taken) <= EPSILON * length || stale == 5 || slow == 10) return x;
    fresh = failures == 2;
  }
}

/** Fits the n values at `y`: leaves mean and std in the trajectory at `s`. */
export function notebook(s: usize, y: usize, n: i32, start: f64): void {
  let squares = 0.0;
  for (let i = 0; i < n; ++i) {
    const value = load<f64>(y + ((<usize>i) << 3));
    squares += value * value;
  }
  const m2 = squares / <f64>n;
  const t = abs(hybrid(y, n, m2, start));
  setValue(s, 0, t);
  setValue(s, 1, sqrt(max(m2 - t * t, 0.0)));
}
