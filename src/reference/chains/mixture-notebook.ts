// Twin of assembly/chains/mixture-notebook.ts.
import { tanhOf } from "../../kernels/math.ts";
import { LEAST } from "./mixture-curve.ts";
import type { Fit, Sample } from "./mixture-sample.ts";

const EPSILON = 2.220446049250313e-16;
const ROOT_EPSILON = 1.4901161193847656e-8;
const TOLERANCE = 1.49012e-8;

function residual(y: Float64Array, m2: number, t: number): number {
  const rate = (-2 * Math.abs(t)) / Math.max(m2 - t * t, 1e-20);
  let even = 0;
  let odd = 0;
  for (let i = 0; i < y.length; i += 2) {
    even += y[i] * tanhOf(Math.max(LEAST, rate * y[i]));
    if (i + 1 < y.length) odd += y[i + 1] * tanhOf(Math.max(LEAST, rate * y[i + 1]));
  }
  const sum = even + odd;
  return (t < 0 ? -sum : sum) - y.length * t;
}

function hybrid(y: Float64Array, m2: number, start: number): number {
  let x = start;
  let f = residual(y, m2, x);
  let calls = 1;
  let slope = 0;
  let fresh = true;
  let scale = 0;
  let length = 0;
  let radius = 0;
  let moved = false;
  let successes = 0;
  let failures = 0;
  let slow = 0;
  let stale = 0;
  while (true) {
    if (fresh) {
      const h = ROOT_EPSILON * Math.abs(x);
      const width = h === 0 ? ROOT_EPSILON : h;
      slope = (residual(y, m2, x + width) - f) / width;
      ++calls;
      if (!moved) {
        scale = slope === 0 ? 1 : Math.abs(slope);
        length = scale * Math.abs(x);
        radius = length === 0 ? 100 : 100 * length;
      }
      scale = Math.max(scale, Math.abs(slope));
    }
    let step = -f / (slope === 0 ? EPSILON : slope);
    if (scale * Math.abs(step) > radius) step = (step < 0 ? -radius : radius) / scale;
    const taken = scale * Math.abs(step);
    if (!moved) radius = Math.min(radius, taken);
    const next = residual(y, m2, x + step);
    ++calls;
    const before = Math.abs(f);
    const share = Math.abs(next) / before;
    const hoped = Math.abs(f + slope * step) / before;
    const actual = share < 1 ? 1 - share * share : -1;
    const ratio = hoped < 1 ? actual / (1 - hoped * hoped) : 0;
    if (ratio < 0.1) {
      successes = 0;
      ++failures;
      radius *= 0.5;
    } else {
      failures = 0;
      ++successes;
      if (ratio >= 0.5 || successes > 1) radius = Math.max(radius, 2 * taken);
      if (Math.abs(ratio - 1) <= 0.1) radius = 2 * taken;
    }
    slope = (next - f) / step;
    if (ratio >= 0.0001) {
      x += step;
      f = next;
      length = scale * Math.abs(x);
      moved = true;
    }
    slow = actual >= 0.001 ? 0 : slow + 1;
    if (fresh) ++stale;
    if (actual >= 0.1) stale = 0;
    if (radius <= TOLERANCE * length || f === 0 || calls >= 400) return x;
    if (0.1 * Math.max(0.1 * radius, taken) <= EPSILON * length || stale === 5 || slow === 10) return x;
    fresh = failures === 2;
  }
}

export function notebook({ y }: Sample, start: number, fit: Fit): void {
  let squares = 0;
  for (let i = 0; i < y.length; ++i) squares += y[i] * y[i];
  const m2 = squares / y.length;
  const t = Math.abs(hybrid(y, m2, start));
  fit.mean = t;
  fit.std = Math.sqrt(Math.max(m2 - t * t, 0));
}
