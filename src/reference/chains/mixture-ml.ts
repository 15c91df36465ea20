// Twin of assembly/chains/mixture-ml.ts, which says how the global maximum is found.

import { gain, pass, slope, value } from "./mixture-curve.ts";
import type { Fit, Sample } from "./mixture-sample.ts";

const SEPARATED = 20;
const SLIGHT = 1e-3;
const NEGLIGIBLE = 4e-6;

function largestRoot(y: Float64Array, m1: number, m2: number, start: number): number {
  let r = start;
  for (let step = 0; step < 300; ++step) {
    pass(y, m1, m2, r);
    const gap = 0.5 * (1 + r) - value;
    const b = 0.5 - 2 * slope * r;
    const down = (2 * gap) / (b + Math.sqrt(b * b + 4 * slope * gap));
    const enough = !(down > 1e-7 * (r - 1));
    if (down > 0) r -= down;
    if (!(r - 1 >= NEGLIGIBLE)) return 1;
    if (enough) break;
  }
  return r;
}

function smallestRoot(y: Float64Array, m1: number, m2: number, end: number): number {
  let m4 = 0;
  for (let i = 0; i < y.length; ++i) m4 += y[i] * y[i] * (y[i] * y[i]);
  m4 /= y.length;
  let high = 2 * (m2 / Math.sqrt(m4 / 3)) - 2;
  if (!(high > 0)) return 1;
  high = Math.max(high, NEGLIGIBLE);
  let low = high;
  do {
    low = high;
    high *= 1.5;
    if (1 + high >= end) return 1;
    pass(y, m1, m2, 1 + high);
  } while (value >= 1 + 0.5 * high);
  for (let step = 0; step < 40; ++step) {
    const middle = 0.5 * (low + high);
    pass(y, m1, m2, 1 + middle);
    if (value >= 1 + 0.5 * middle) low = middle;
    else high = middle;
  }
  return 1 + low;
}

export function likeliest({ y, mean: m1, std, least }: Sample, fit: Fit): void {
  const s2 = std * std;
  fit.mean = m1;
  fit.std = std;
  if (!((m1 / s2) * least < SEPARATED)) return;
  const m2 = m1 * m1 + s2;
  let r = largestRoot(y, m1, m2, (2 * m2) / s2 - 1);
  let best = r > 1 ? gain(y.length, m1) : 0;
  if (r > 1 && best < SLIGHT) {
    const small = smallestRoot(y, m1, m2, 1 + 0.99 * (r - 1));
    if (small > 1) {
      pass(y, m1, m2, small);
      const gained = gain(y.length, m1);
      if (gained > best) {
        best = gained;
        r = small;
      }
    }
  }
  if (best > 0) {
    fit.mean = Math.sqrt((m2 * (r - 1)) / (r + 1));
    fit.std = Math.sqrt((2 * m2) / (1 + r));
  } else {
    fit.mean = 0;
    fit.std = Math.sqrt(m2);
  }
}
