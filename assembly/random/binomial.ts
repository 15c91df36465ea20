import { deviance, exp, log, logComplement, stirlingError } from "../math";
import { positiveUniform, uniform } from "./uniform";

/**
 * A binomial variate: n trials of probability p. The caller gives q = 1 - p too, as it often knows the smaller of
 * the two better than a subtraction would.
 */
export function binomial(s: usize, n: f64, p: f64, q: f64): f64 {
  if (n == 0.0 || p == 0.0) return 0.0;
  if (q == 0.0) return n;
  if (p <= q) return n * p < 10.0 ? invert(s, n, p) : reject(s, n, p, q);
  return n - (n * q < 10.0 ? invert(s, n, q) : reject(s, n, q, p));
}

/** Walks up from 0. The cap is never met but by rounding: Pr(X > 128) < 1e-90 for n p < 10. */
function invert(s: usize, n: f64, p: f64): f64 {
  const odds = p / (1.0 - p);
  const a = (n + 1.0) * odds;
  const last = min(n, 128.0);
  let probability = exp(n * logComplement(p));
  let u = uniform(s);
  let k = 0.0;
  while (u >= probability && k < last) {
    u -= probability;
    k += 1.0;
    probability *= a / k - odds;
  }
  return k;
}

/** BTRS, transformed rejection. W. Hörmann (1993), doi:10.1080/00949659308811496 */
function reject(s: usize, n: f64, p: f64, q: f64): f64 {
  const deviation = sqrt(n * p * q);
  const b = 1.15 + 2.53 * deviation;
  const a = -0.0873 + 0.0248 * b + 0.01 * p;
  const center = n * p + 0.5;
  const alpha = (2.83 + 5.1 / b) * deviation;
  const squeeze = 0.92 - 4.2 / b;
  let logPeak = 1.0; // not yet known: the logarithm of a probability is never above 0
  while (true) {
    const u = uniform(s) - 0.5;
    const v = positiveUniform(s);
    const us = 0.5 - abs(u);
    const k = floor(((2.0 * a) / us + b) * u + center);
    if (us >= 0.07 && v <= squeeze) return k;
    if (k < 0.0 || k > n) continue;
    if (logPeak > 0.0) logPeak = logProbability(floor((n + 1.0) * p), n, p, q);
    if (log((v * alpha) / (a / (us * us) + b)) <= logProbability(k, n, p, q) - logPeak) return k;
  }
}

/** ln Pr(X = k), by Loader's saddle-point form: accurate where n is large and k near n p. */
function logProbability(k: f64, n: f64, p: f64, q: f64): f64 {
  const rest = n - k;
  if (k == 0.0) return n * logComplement(p);
  if (rest == 0.0) return n * log(p);
  return (
    stirlingError(n) -
    stirlingError(k) -
    stirlingError(rest) -
    deviance(k, n * p) -
    deviance(rest, n * q) +
    0.5 * log(n / (6.283185307179586 * k * rest))
  );
}
