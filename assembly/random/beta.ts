// Beta: the share of one of two gammas in their sum.
import { exp, log } from "../math";
import { gamma } from "./gamma";
import { positiveUniform } from "./uniform";
import { buildZiggurat } from "./ziggurat";

/** The logarithm of a gamma: below shape 1 a gamma itself may be too small for a double. */
function logGamma(s: usize, shape: f64): f64 {
  if (shape >= 1.0) return log(gamma(s, shape));
  const boosted = log(gamma(s, shape + 1.0));
  return boosted + log(positiveUniform(s)) / shape;
}

function beta(s: usize, a: f64, b: f64): f64 {
  if (a >= 1.0 && b >= 1.0) {
    const x = gamma(s, a);
    return x / (x + gamma(s, b));
  }
  const x = logGamma(s, a);
  const difference = logGamma(s, b) - x;
  if (difference <= 0.0) return 1.0 / (1.0 + exp(difference));
  const other = exp(-difference);
  return other / (1.0 + other);
}

/** Fills out[0..count) with shares of a gamma of shape a in its sum with one of shape b. */
export function fillBeta(s: usize, a: f64, b: f64, out: usize, count: i32): void {
  buildZiggurat();
  for (const end = out + (<usize>count << 3); out < end; out += 8) store<f64>(out, beta(s, a, b));
}
