// The curve along which the likelihood of a symmetric mixture is searched; mixture-ml.ts says why.
import { exp, log } from "../math";

const LN2: f64 = 0.6931471805599453;
const HUGE: f64 = 1e270;

// What pass() leaves: P, the derivative of P in r^2, and what l gains over r = 1.
export let value: f64 = 0.0;
export let slope: f64 = 0.0;
export let gain: f64 = 0.0;

/** One pass over the n values at `y`, whose average is `m1` and whose average square is `m2`, at r > 1. */
export function pass(y: usize, n: i32, m1: f64, m2: f64, r: f64): void {
  const t = sqrt(((r - 1.0) * (r + 1.0)) / (4.0 * m2));
  const rate = -2.0 * t;
  let first = 0.0;
  let second = 0.0;
  let logs = 0.0;
  let product = 1.0;
  for (let i = 0; i < n; ++i) {
    const each = load<f64>(y + ((<usize>i) << 3));
    const q = exp(rate * each);
    const sum = 1.0 + q;
    const share = q / sum; // (1 - tanh(t y)) / 2
    const part = each * share;
    first += part;
    second += each * (part * (1.0 - share));
    product *= sum;
    if (product > HUGE) {
      logs += log(product);
      product = 1.0;
    }
  }
  const ratio = (m1 - (2.0 * first) / <f64>n) / t;
  const rest = m2 - ratio;
  const quotient = m2 / rest;
  value = quotient * (t * t) * ratio;
  slope = 0.25 * (ratio / rest - (0.5 * quotient * (ratio - (4.0 * second) / <f64>n)) / rest);
  gain = 0.5 * log(0.5 * (1.0 + r)) + m1 * t - 0.5 * (r - 1.0) + (logs + log(product)) / <f64>n - LN2;
}
