// Twin of assembly/chains/mixture-curve.ts.
import { exp, log } from "../../kernels/math.ts";

const HUGE = 1e270;

export let value = 0;
export let slope = 0;
export let gain = 0;

export function pass(y: Float64Array, m1: number, m2: number, r: number): void {
  const n = y.length;
  const t = Math.sqrt(((r - 1) * (r + 1)) / (4 * m2));
  const rate = -2 * t;
  let first = 0;
  let second = 0;
  let logs = 0;
  let product = 1;
  for (let i = 0; i < n; ++i) {
    const q = exp(rate * y[i]);
    const sum = 1 + q;
    const share = q / sum;
    const part = y[i] * share;
    first += part;
    second += y[i] * (part * (1 - share));
    product *= sum;
    if (product > HUGE) {
      logs += log(product);
      product = 1;
    }
  }
  const ratio = (m1 - (2 * first) / n) / t;
  const rest = m2 - ratio;
  const quotient = m2 / rest;
  value = quotient * (t * t) * ratio;
  slope = 0.25 * (ratio / rest - (0.5 * quotient * (ratio - (4 * second) / n)) / rest);
  gain = 0.5 * log(0.5 * (1 + r)) + m1 * t - 0.5 * (r - 1) + (logs + log(product)) / n - Math.LN2;
}
