import { deviance, exp, log, logComplement, stirlingError } from "../math";
import { FARTHEST, fillInverted, fillRare, invert, rare } from "./inversion";
import { fillByRejection, isPrepared, prepare } from "./rejection";
import { positiveUniform, RARE, TRIES, uniform } from "./uniform";

/**
 * A binomial variate: n trials of probability p. The caller gives q = 1 - p too, as it often knows the smaller of
 * the two better than a subtraction would.
 */
export function binomial(s: usize, n: f64, p: f64, q: f64): f64 {
  if (n == 0.0 || p == 0.0) return 0.0;
  if (q == 0.0) return n;
  if (p <= q) return n * p < 10.0 ? inversion(s, n, p) : reject(s, n, p, q);
  return n - (n * q < 10.0 ? inversion(s, n, q) : reject(s, n, q, p));
}

function inversion(s: usize, n: f64, p: f64): f64 {
  if (n * p < RARE) return rare(s, n * p);
  const odds = p / (1.0 - p);
  return invert(s, exp(n * logComplement(p)), (n + 1.0) * odds, odds, min(n, FARTHEST));
}

/**
 * BTRS, transformed rejection. W. Hörmann (1993), https://doi.org/10.1080/00949659308811496. Away from the mode the
 * bounds of V. Kachitvichyanukul & B. W. Schmeiser (1988), https://doi.org/10.1145/42372.42381, nearly always decide
 * without a probability.
 */
function reject(s: usize, n: f64, p: f64, q: f64): f64 {
  const variance = n * p * q;
  const deviation = sqrt(variance);
  const b = 1.15 + 2.53 * deviation;
  const a = -0.0873 + 0.0248 * b + 0.01 * p;
  const center = n * p + 0.5;
  const alpha = (2.83 + 5.1 / b) * deviation;
  const squeeze = 0.92 - 4.2 / b;
  const mode = floor((n + 1.0) * p);
  let logPeak = 1.0; // not yet known: the logarithm of a probability is never above 0
  for (let tries = TRIES; tries > 0; --tries) {
    const u = uniform(s) - 0.5;
    const v = positiveUniform(s);
    const us = 0.5 - abs(u);
    const k = floor(((2.0 * a) / us + b) * u + center);
    if (us >= 0.07 && v <= squeeze) return k;
    if (k < 0.0 || k > n) continue;
    const height = log((v * alpha) / (a / (us * us) + b));
    const far = abs(k - mode);
    if (far > 20.0 && far < 0.5 * variance - 1.0) {
      const middle = (-0.5 * far * far) / variance;
      const slack = (far / variance) * ((far * (far / 3.0 + 0.625) + 0.16666666666666666) / variance + 0.5);
      if (height < middle - slack) return k;
      if (height > middle + slack) continue;
    }
    if (logPeak > 0.0) logPeak = logProbability(mode, n, p, q);
    if (height <= logProbability(k, n, p, q) - logPeak) return k;
  }
  return NaN;
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

// The distribution that a fill was prepared for.
let fillN: f64 = 0.0;
let fillP: f64 = 0.0;
let fillQ: f64 = 0.0;
let fillPeak: f64 = 0.0;

function prepareRejection(n: f64, p: f64, q: f64): void {
  fillN = n;
  fillP = p;
  fillQ = q;
  fillPeak = logProbability(floor((n + 1.0) * p), n, p, q);
  const deviation = sqrt(n * p * q);
  const b = 1.15 + 2.53 * deviation;
  prepare(
    n, p, q, -0.0873 + 0.0248 * b + 0.01 * p, b, n * p + 0.5, 0.0, 0.92 - 4.2 / b, (2.83 + 5.1 / b) * deviation,
    0.0, n,
    (s) => reject(s, fillN, fillP, fillQ),
    (k) => logProbability(k, fillN, fillP, fillQ) - fillPeak,
  );
}

/** Fills out[0..count). */
export function fillBinomial(s: usize, n: f64, p: f64, q: f64, out: usize, count: i32): void {
  const end = out + (<usize>count << 3);
  const smaller = min(p, q);
  const larger = max(p, q);
  if (n == 0.0 || smaller == 0.0) {
    const all = p == 0.0 ? 0.0 : n;
    for (; out < end; out += 8) store<f64>(out, all);
    return;
  }
  if (n * smaller < RARE) {
    fillRare(s, n * smaller, out, count);
  } else if (n * smaller < 10.0) {
    const odds = smaller / (1.0 - smaller);
    fillInverted(s, exp(n * logComplement(smaller)), (n + 1.0) * odds, odds, min(n, FARTHEST), out, count);
  } else {
    if (!isPrepared(n, smaller, larger)) prepareRejection(n, smaller, larger);
    fillByRejection(s, out, count);
  }
  if (p > q) for (; out < end; out += 8) store<f64>(out, n - load<f64>(out));
}
