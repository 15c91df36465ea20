// G. Marsaglia & W. W. Tsang, "A simple method for generating gamma variables" (2000),
// https://doi.org/10.1145/358407.358414
import { log, timesExp } from "../math";
import { isBelow, positiveUniform, RARE, TRIES, uniform } from "./uniform";
import { ziggurat } from "./ziggurat";

/**
 * d (1 - v + ln v) + x^2/2 with v = (1 + e)^3 and e = x / sqrt(9d): the logarithm of the acceptance probability.
 * Its terms up to e^3 cancel exactly. For a large d they are left out by hand, as rounding would leave noise.
 */
export function logAcceptance(d: f64, e: f64, x: f64, v: f64): f64 {
  if (d < 10000.0) return 0.5 * x * x + d * (1.0 - v + log(v));
  let sum = 0.0;
  let power = e * e * e;
  for (let j = 4.0; j < 14.0; j += 1.0) {
    power *= -e;
    sum += power / j;
  }
  return 3.0 * d * sum;
}

/**
 * value U^(1 / shape). For a shape so small that the digits of U would show, U^(1 / shape) is above e^-790, where there
 * are numbers, with probability 790 shape, and its logarithm is then as good as evenly spread.
 */
function boost(s: usize, value: f64, shape: f64): f64 {
  if (shape >= RARE) return timesExp(value, log(positiveUniform(s)) / shape);
  return isBelow(s, 790.0 * shape) ? timesExp(value, -790.0 * uniform(s)) : 0.0;
}

/** A gamma variate of the given shape > 0 and scale 1; the ziggurat is built. Below shape 1: gamma(shape + 1) * U^(1 / shape). */
export function gamma(s: usize, shape: f64): f64 {
  const boosted = shape < 1.0;
  const d = (boosted ? shape + 1.0 : shape) - 0.3333333333333333;
  const c = 1.0 / sqrt(9.0 * d);
  for (let tries = TRIES; tries > 0; --tries) {
    const x = ziggurat(s);
    const e = c * x;
    let v = 1.0 + e;
    if (v <= 0.0) continue;
    v = v * v * v;
    const u = positiveUniform(s);
    const square = x * x;
    if (u < 1.0 - 0.0331 * square * square || log(u) < logAcceptance(d, e, x, v)) {
      return boosted ? boost(s, d * v, shape) : d * v;
    }
  }
  return NaN;
}

