// Twin of assembly/random/binomial.ts.
import { deviance, exp, log, logComplement, stirlingError } from "../../kernels/math.ts";
import type { Stream } from "../../kernels/stream.ts";
import { FARTHEST, fillInverted, fillRare, invert, rare } from "./inversion.ts";
import { remembered } from "./remembered.ts";
import { positiveUniform, RARE, TRIES, uniform } from "./uniform.ts";

export function binomial(stream: Stream, n: number, p: number, q: number): number {
  if (n === 0 || p === 0) return 0;
  if (q === 0) return n;
  if (p <= q) return n * p < 10 ? inversion(stream, n, p) : reject(stream, n, p, q, logProbability);
  return n - (n * q < 10 ? inversion(stream, n, q) : reject(stream, n, q, p, logProbability));
}

function inversion(stream: Stream, n: number, p: number): number {
  if (n * p < RARE) return rare(stream, n * p);
  const odds = p / (1 - p);
  return invert(stream, exp(n * logComplement(p)), (n + 1) * odds, odds, Math.min(n, FARTHEST));
}

export function hatOf(n: number, p: number, q: number) {
  const variance = n * p * q;
  const deviation = Math.sqrt(variance);
  const b = 1.15 + 2.53 * deviation;
  return {
    a: -0.0873 + 0.0248 * b + 0.01 * p,
    b,
    alpha: (2.83 + 5.1 / b) * deviation,
    squeeze: 0.92 - 4.2 / b,
    variance,
    mode: Math.floor((n + 1) * p),
  };
}

/** The least and the most that ln Pr(X = mode +- far) - ln Pr(X = mode) can be, where 20 < far < variance / 2 - 1. */
export function boundsOf(far: number, variance: number): [number, number] {
  const middle = (-0.5 * far * far) / variance;
  const slack = (far / variance) * ((far * (far / 3 + 0.625) + 0.16666666666666666) / variance + 0.5);
  return [middle - slack, middle + slack];
}

function reject(stream: Stream, n: number, p: number, q: number, logP: typeof logProbability): number {
  const { a, b, alpha, squeeze, variance, mode } = hatOf(n, p, q);
  const center = n * p + 0.5;
  let logPeak = 1;
  for (let tries = TRIES; tries > 0; --tries) {
    const u = uniform(stream) - 0.5;
    const v = positiveUniform(stream);
    const us = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / us + b) * u + center);
    if (us >= 0.07 && v <= squeeze) return k;
    if (k < 0 || k > n) continue;
    const height = log((v * alpha) / (a / (us * us) + b));
    const far = Math.abs(k - mode);
    if (far > 20 && far < 0.5 * variance - 1) {
      const [low, high] = boundsOf(far, variance);
      if (height < low) return k;
      if (height > high) continue;
    }
    if (logPeak > 0) logPeak = logP(mode, n, p, q);
    if (height <= logP(k, n, p, q) - logPeak) return k;
  }
  return Number.NaN;
}

function logProbability(k: number, n: number, p: number, q: number): number {
  const rest = n - k;
  if (k === 0) return n * logComplement(p);
  if (rest === 0) return n * log(p);
  return (
    stirlingError(n) -
    stirlingError(k) -
    stirlingError(rest) -
    deviance(k, n * p) -
    deviance(rest, n * q) +
    0.5 * log(n / (6.283185307179586 * k * rest))
  );
}

export function fillBinomial(stream: Stream, n: number, p: number, q: number, out: Float64Array): void {
  const smaller = Math.min(p, q);
  const larger = Math.max(p, q);
  if (n === 0 || smaller === 0) {
    out.fill(p === 0 ? 0 : n);
    return;
  }
  if (n * smaller < RARE) {
    fillRare(stream, n * smaller, out);
  } else if (n * smaller < 10) {
    const odds = smaller / (1 - smaller);
    const first = exp(n * logComplement(smaller));
    fillInverted(stream, first, (n + 1) * odds, odds, Math.min(n, FARTHEST), out);
  } else {
    const logP =
      out.length < 64
        ? logProbability
        : remembered((k) => logProbability(k, n, smaller, larger), n * smaller);
    for (let i = 0; i < out.length; ++i) out[i] = reject(stream, n, smaller, larger, logP);
  }
  if (p > q) for (let i = 0; i < out.length; ++i) out[i] = n - out[i];
}
