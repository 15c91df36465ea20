// Twin of assembly/random/gamma.ts.
import { log, timesExp } from "../../kernels/math.ts";
import type { Stream } from "../../kernels/stream.ts";
import { isBelow, positiveUniform, RARE, TRIES, uniform } from "./uniform.ts";
import { buildZiggurat, ziggurat } from "./ziggurat.ts";

export function logAcceptance(d: number, e: number, x: number, v: number): number {
  if (d < 10000) return 0.5 * x * x + d * (1 - v + log(v));
  let sum = 0;
  let power = e * e * e;
  for (let j = 4; j < 14; ++j) {
    power *= -e;
    sum += power / j;
  }
  return 3 * d * sum;
}

function boost(stream: Stream, value: number, shape: number): number {
  if (shape >= RARE) return timesExp(value, log(positiveUniform(stream)) / shape);
  return isBelow(stream, 790 * shape) ? timesExp(value, -790 * uniform(stream)) : 0;
}

/** d and c of Marsaglia and Tsang, for shapes of 1 and above. */
const depth = (shape: number) => (shape < 1 ? shape + 1 : shape) - 0.3333333333333333;
const scale = (d: number) => 1 / Math.sqrt(9 * d);

export function gamma(stream: Stream, shape: number): number {
  buildZiggurat();
  const d = depth(shape);
  return draw(stream, shape, d, scale(d));
}

function draw(stream: Stream, shape: number, d: number, c: number): number {
  for (let tries = TRIES; tries > 0; --tries) {
    const x = ziggurat(stream);
    const e = c * x;
    let v = 1 + e;
    if (v <= 0) continue;
    v = v * v * v;
    const u = positiveUniform(stream);
    const square = x * x;
    if (u < 1 - 0.0331 * square * square || log(u) < logAcceptance(d, e, x, v)) {
      return shape < 1 ? boost(stream, d * v, shape) : d * v;
    }
  }
  return Number.NaN;
}

export function fillGamma(stream: Stream, shape: number, out: Float64Array): void {
  buildZiggurat();
  const d = depth(shape);
  const c = scale(d);
  for (let i = 0; i < out.length; ++i) out[i] = draw(stream, shape, d, c);
}
