// Twin of assembly/random/poisson.ts.
import { deviance, exp, log, stirlingError } from "../../kernels/math.ts";
import type { Stream } from "../../kernels/stream.ts";
import { FARTHEST, fillInverted, fillRare, invert, rare } from "./inversion.ts";
import { remembered } from "./remembered.ts";
import { positiveUniform, RARE, TRIES, uniform } from "./uniform.ts";

export function poisson(stream: Stream, mean: number): number {
  if (mean >= 10) return reject(stream, mean, hatOf(mean), logProbability);
  if (mean >= RARE) return invert(stream, exp(-mean), mean, 0, FARTHEST);
  return mean === 0 ? 0 : rare(stream, mean);
}

export function hatOf(mean: number) {
  const b = 0.931 + 2.53 * Math.sqrt(mean);
  return {
    a: -0.059 + 0.02483 * b,
    b,
    inverseAlpha: 1.1239 + 1.2 / (b - 3.4),
    squeeze: 0.9277 - 3.72 / (b - 2),
  };
}

function reject(
  stream: Stream,
  mean: number,
  { a, b, inverseAlpha, squeeze }: ReturnType<typeof hatOf>,
  logP: typeof logProbability,
): number {
  for (let tries = TRIES; tries > 0; --tries) {
    const u = uniform(stream) - 0.5;
    const v = positiveUniform(stream);
    const us = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / us + b) * u + mean + 0.43);
    if (us >= 0.07 && v <= squeeze) return k;
    if (k < 0 || (us < 0.013 && v > us)) continue;
    if (log((v * inverseAlpha) / (a / (us * us) + b)) <= logP(k, mean)) return k;
  }
  return Number.NaN;
}

function logProbability(k: number, mean: number): number {
  if (k === 0) return -mean;
  return -stirlingError(k) - deviance(k, mean) - 0.5 * log(6.283185307179586 * k);
}

export function fillPoisson(stream: Stream, mean: number, out: Float64Array): void {
  if (mean === 0) {
    out.fill(0);
  } else if (mean < RARE) {
    fillRare(stream, mean, out);
  } else if (mean < 10) {
    fillInverted(stream, exp(-mean), mean, 0, FARTHEST, out);
  } else {
    const hat = hatOf(mean);
    const logP = out.length < 64 ? logProbability : remembered((k) => logProbability(k, mean), mean);
    for (let i = 0; i < out.length; ++i) out[i] = reject(stream, mean, hat, logP);
  }
}
