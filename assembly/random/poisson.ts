import { deviance, exp, log, stirlingError } from "../math";
import { positiveUniform, uniform } from "./uniform";

/** A Poisson variate of the given mean >= 0. */
export function poisson(s: usize, mean: f64): f64 {
  if (mean < 10.0) return mean == 0.0 ? 0.0 : invert(s, mean);
  return reject(s, mean);
}

/** Walks up from 0. The cap is never met but by rounding: Pr(X > 128) < 1e-90 for a mean below 10. */
function invert(s: usize, mean: f64): f64 {
  let probability = exp(-mean);
  let u = uniform(s);
  let k = 0.0;
  while (u >= probability && k < 128.0) {
    u -= probability;
    k += 1.0;
    probability *= mean / k;
  }
  return k;
}

/** PTRS, transformed rejection. W. Hörmann (1993), doi:10.1016/0167-6687(93)90997-4 */
function reject(s: usize, mean: f64): f64 {
  const b = 0.931 + 2.53 * sqrt(mean);
  const a = -0.059 + 0.02483 * b;
  const inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
  const squeeze = 0.9277 - 3.6224 / (b - 2.0);
  while (true) {
    const u = uniform(s) - 0.5;
    const v = positiveUniform(s);
    const us = 0.5 - abs(u);
    const k = floor(((2.0 * a) / us + b) * u + mean + 0.43);
    if (us >= 0.07 && v <= squeeze) return k;
    if (k < 0.0 || (us < 0.013 && v > us)) continue;
    if (log((v * inverseAlpha) / (a / (us * us) + b)) <= logProbability(k, mean)) return k;
  }
}

/** ln Pr(X = k), by Loader's saddle-point form: accurate where k and the mean are large and close. */
function logProbability(k: f64, mean: f64): f64 {
  if (k == 0.0) return -mean;
  return -stirlingError(k) - deviance(k, mean) - 0.5 * log(6.283185307179586 * k);
}
