import { deviance, exp, log, stirlingError } from "../math";
import { FARTHEST, fillInverted, fillRare, invert, rare } from "./inversion";
import { fillByRejection, isPrepared, prepare } from "./rejection";
import { positiveUniform, RARE, TRIES, uniform } from "./uniform";

/** A Poisson variate of the given mean >= 0. */
export function poisson(s: usize, mean: f64): f64 {
  if (mean >= 10.0) return reject(s, mean);
  if (mean >= RARE) return invert(s, exp(-mean), mean, 0.0, FARTHEST);
  return mean == 0.0 ? 0.0 : rare(s, mean);
}

// The constants of PTRS, transformed rejection. W. Hörmann (1993), https://doi.org/10.1016/0167-6687(93)90997-4
// His 1.1328 and 3.6224 are too small: for means up to 1542 the density leaves the hat by up to 0.6 %, and from 18 to 55
// the squeeze accepts too soon. With 1.2 and 3.72 both hold for every mean: test/stats/hats.test.ts.
// @ts-ignore: decorator
@inline
function widthOf(mean: f64): f64 {
  return 0.931 + 2.53 * sqrt(mean);
}

// @ts-ignore: decorator
@inline
function slopeOf(b: f64): f64 {
  return -0.059 + 0.02483 * b;
}

// @ts-ignore: decorator
@inline
function inverseAlphaOf(b: f64): f64 {
  return 1.1239 + 1.2 / (b - 3.4);
}

// @ts-ignore: decorator
@inline
function squeezeOf(b: f64): f64 {
  return 0.9277 - 3.72 / (b - 2.0);
}

function reject(s: usize, mean: f64): f64 {
  const b = widthOf(mean);
  const a = slopeOf(b);
  const inverseAlpha = inverseAlphaOf(b);
  const squeeze = squeezeOf(b);
  for (let tries = TRIES; tries > 0; --tries) {
    const u = uniform(s) - 0.5;
    const v = positiveUniform(s);
    const us = 0.5 - abs(u);
    const k = floor(((2.0 * a) / us + b) * u + mean + 0.43);
    if (us >= 0.07 && v <= squeeze) return k;
    if (k < 0.0 || (us < 0.013 && v > us)) continue;
    if (log((v * inverseAlpha) / (a / (us * us) + b)) <= logProbability(k, mean)) return k;
  }
  return NaN;
}

/** ln Pr(X = k), by Loader's saddle-point form: accurate where k and the mean are large and close. */
function logProbability(k: f64, mean: f64): f64 {
  if (k == 0.0) return -mean;
  return -stirlingError(k) - deviance(k, mean) - 0.5 * log(6.283185307179586 * k);
}

let fillMean: f64 = 0.0;

/** Fills out[0..count). */
export function fillPoisson(s: usize, mean: f64, out: usize, count: i32): void {
  if (mean == 0.0) {
    memory.fill(out, 0, <usize>count << 3);
  } else if (mean < RARE) {
    fillRare(s, mean, out, count);
  } else if (mean < 10.0) {
    fillInverted(s, exp(-mean), mean, 0.0, FARTHEST, out, count);
  } else {
    if (!isPrepared(-1.0, mean, 0.0)) {
      fillMean = mean;
      const b = widthOf(mean);
      prepare(
        -1.0, mean, 0.0, slopeOf(b), b, mean, 0.43, squeezeOf(b), inverseAlphaOf(b), 0.013, Infinity,
        (s) => reject(s, fillMean), (k) => logProbability(k, fillMean),
      );
    }
    fillByRejection(s, out, count);
  }
}
