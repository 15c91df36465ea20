// Shares of gammas in their sum.
import { exp, log } from "../../kernels/math.ts";
import type { Stream } from "../../kernels/stream.ts";
import { gamma } from "./gamma.ts";
import { positiveUniform } from "./uniform.ts";

/** With a smaller shape the logarithm of a gamma may be no finite number. */
export const LEAST_SHAPE = 1e-300;

/** The logarithm of a gamma: below shape 1 a gamma itself may be too small for a double. */
function logGamma(stream: Stream, shape: number): number {
  if (shape >= 1) return log(gamma(stream, shape));
  const boosted = log(gamma(stream, shape + 1));
  return boosted + log(positiveUniform(stream)) / shape;
}

/** Beta of two shapes. */
export function beta(stream: Stream, a: number, b: number): number {
  if (a >= 1 && b >= 1) {
    const x = gamma(stream, a);
    return x / (x + gamma(stream, b));
  }
  const x = logGamma(stream, a);
  const difference = logGamma(stream, b) - x;
  if (difference <= 0) return 1 / (1 + exp(difference));
  const other = exp(-difference);
  return other / (1 + other);
}

export function fillBeta(stream: Stream, a: number, b: number, out: Float64Array): void {
  for (let i = 0; i < out.length; ++i) out[i] = beta(stream, a, b);
}

/** Dirichlet of some shapes. */
export function dirichlet(stream: Stream, shapes: Float64Array, shares: Float64Array): void {
  let greatest = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < shapes.length; ++i) {
    shares[i] = logGamma(stream, shapes[i]);
    greatest = Math.max(greatest, shares[i]);
  }
  let sum = 0;
  for (let i = 0; i < shares.length; ++i) {
    shares[i] = exp(shares[i] - greatest);
    sum += shares[i];
  }
  for (let i = 0; i < shares.length; ++i) shares[i] /= sum;
}
