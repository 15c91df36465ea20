// Twin of assembly/chains/mixture-curve.ts.
import { decay, log } from "../../kernels/math.ts";

export const LEAST = -700;
const BLOCK = 480;

export let value = 0;
export let slope = 0;
let r = 1;
let t = 0;
let logs = 0;
let product = 1;
/** Sums of the values at even places, and of those at odd ones. */
const first = new Float64Array(2);
const second = new Float64Array(2);

/** Adds up every other value from `begin` to `end`. Returns the product of their 1 + q. */
function addLane(lane: number, y: Float64Array, begin: number, end: number, rate: number): number {
  let factors = 1;
  for (let i = begin + lane; i < end; i += 2) {
    const q = decay(Math.max(LEAST, rate * y[i]));
    const sum = 1 + q;
    const share = q / sum;
    const part = y[i] * share;
    first[lane] += part;
    second[lane] += y[i] * (part * (1 - share));
    factors *= sum;
  }
  return factors;
}

export function pass(y: Float64Array, m1: number, m2: number, at: number): void {
  r = at;
  const n = y.length;
  t = Math.sqrt(((r - 1) * (r + 1)) / (4 * m2));
  first.fill(0);
  second.fill(0);
  logs = 0;
  for (let begin = 0; begin < n; begin += 2 * BLOCK) {
    if (begin > 0) logs += log(product);
    const end = Math.min(n, begin + 2 * BLOCK);
    product = addLane(0, y, begin, end, -2 * t) * addLane(1, y, begin, end, -2 * t);
  }
  const ratio = (m1 - (2 * (first[0] + first[1])) / n) / t;
  const rest = m2 - ratio;
  const quotient = m2 / rest;
  value = quotient * (t * t) * ratio;
  slope = 0.25 * (ratio / rest - (0.5 * quotient * (ratio - (4 * (second[0] + second[1])) / n)) / rest);
}

export function gain(n: number, m1: number): number {
  return 0.5 * log(0.5 * (1 + r)) + m1 * t - 0.5 * (r - 1) + (logs + log(product)) / n - Math.LN2;
}
