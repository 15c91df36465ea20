import { devianceBy, exp, log, stirlingError } from "../math";
import { FARTHEST, fillFromTable, fillRare, isTabled, rare, tabulate, WORTH_A_TABLE } from "./inversion";
import { fillByRejection, isPrepared, prepare } from "./rejection";
import { positiveUniform, RARE, TRIES, uniform } from "./uniform";

// Of marked + unmarked items some are drawn without replacement. Counting the unmarked instead of the marked, those
// that are left instead of those that are drawn, and taking the marked for the drawn, it can always be said so that
// `most` of `total` items are marked and `least` drawn, neither more than half. That is the law drawn from; what was
// asked for is base + sign x.
let least: f64 = 0.0;
let most: f64 = 0.0;
let total: f64 = 0.0;
let rest: f64 = 0.0; // items neither marked nor drawn, if none is both
let mean: f64 = 0.0;
let whole: f64 = 0.0; // whole + fraction is the mean, to more digits
let fraction: f64 = 0.0;
let variance: f64 = 0.0;
let logPeak: f64 = 1.0; // above 0 while not yet known
let base: f64 = 0.0;
let sign: f64 = 1.0;

function setLaw(marked: f64, unmarked: f64, draws: f64): void {
  total = marked + unmarked;
  const fewer = min(marked, unmarked);
  const taken = min(draws, total - draws);
  least = min(fewer, taken);
  most = max(fewer, taken);
  rest = total - least - most;
  mean = (least * most) / total;
  variance = mean * ((total - least) / total) * ((total - most) / (total - 1.0));
  logPeak = 1.0;
  base = taken == draws ? 0.0 : fewer;
  sign = taken == draws ? 1.0 : -1.0;
  if (fewer != marked) {
    base = draws - base;
    sign = -sign;
  }
}

/** What rounding takes from x y. Of 52 and 53 bits, the halves are whole numbers whose products are exact. */
function lost(x: f64, y: f64): f64 {
  const product = x * y;
  const xHigh = floor(x / 67108864.0) * 67108864.0; // 2^26
  const yHigh = floor(y / 67108864.0) * 67108864.0;
  const xLow = x - xHigh;
  const yLow = y - yHigh;
  return xHigh * yHigh - product + xHigh * yLow + xLow * yHigh + xLow * yLow;
}

/** Beside a mean near 2^51, a distance from it would keep half of its digits. */
function setMean(): void {
  whole = floor(mean);
  fraction = (least * most - whole * total + (lost(least, most) - lost(whole, total))) / total;
}

/** -ln of the Poisson probability of x, its mean being x - difference; but for ln(2 pi x) / 2 where x > 0. */
function cell(x: f64, difference: f64): f64 {
  return x == 0.0 ? -difference : stirlingError(x) + devianceBy(difference, x, x - difference);
}

function size(x: f64): f64 {
  return x == 0.0 ? 1.0 : 6.283185307179586 * x;
}

/**
 * ln Pr(X = k), but for a number that is the same for all k: the four counts, of marked or not and drawn or not, are
 * Poisson variates whose sums are known, and all are as far from their means.
 */
function logWeight(k: f64): f64 {
  const drawn = least - k;
  const marked = most - k;
  const others = rest + k;
  const far = k - whole - fraction;
  return (
    -(cell(k, far) + cell(drawn, -far) + cell(marked, -far) + cell(others, far)) -
    0.5 * log(size(k) * size(drawn) * size(marked) * size(others))
  );
}

/** ln Pr(X = k) - ln Pr(X = mode) */
function logRatio(k: f64): f64 {
  if (logPeak > 0.0) {
    setMean();
    logPeak = logWeight(floor(((least + 1.0) * (most + 1.0)) / (total + 2.0)));
  }
  return logWeight(k) - logPeak;
}

/** Pr(X = 0) */
function ofNone(): f64 {
  if (least < 20.0) {
    // Below 2^1007.
    let ways = 1.0;
    let all = 1.0;
    for (let i = 0.0; i < least; ++i) {
      ways *= total - most - i;
      all *= total - i;
    }
    return ways / all;
  }
  setMean();
  const left = total - least;
  const unmarked = total - most;
  return exp(
    logWeight(0.0) +
      (stirlingError(least) + stirlingError(left) + stirlingError(most) + stirlingError(unmarked) - stirlingError(total)) +
      0.5 * log(size(least) * size(left) * (size(most) * (size(unmarked) / size(total)))),
  );
}

/** Pr(X = k) / Pr(X = k - 1) */
function factor(k: f64): f64 {
  return ((least - k + 1.0) * (most - k + 1.0)) / (k * (rest + k));
}

function invert(s: usize, first: f64): f64 {
  const last = min(least, FARTHEST);
  let probability = first;
  let u = uniform(s);
  let k = 0.0;
  while (u >= probability && k < last) {
    u -= probability;
    k += 1.0;
    probability *= factor(k);
  }
  return k;
}

// The hat of binomial.ts for a law that is as skew as this one, and 5.2 for its 5.1: test/stats/hats.test.ts.
// @ts-ignore: decorator
@inline
function widthOf(deviation: f64): f64 {
  return 1.15 + 2.53 * deviation;
}

/** 1 - 2p of that binomial law is the product of 1 - 2p for the two shares. */
function slopeOf(b: f64): f64 {
  const p = least / total;
  const q = most / total;
  return -0.0873 + 0.0248 * b + 0.01 * (p + q - 2.0 * p * q);
}

// @ts-ignore: decorator
@inline
function alphaOf(deviation: f64, b: f64): f64 {
  return (2.83 + 5.2 / b) * deviation;
}

// @ts-ignore: decorator
@inline
function squeezeOf(b: f64): f64 {
  return 0.92 - 4.2 / b;
}

function reject(s: usize): f64 {
  const deviation = sqrt(variance);
  const b = widthOf(deviation);
  const a = slopeOf(b);
  const alpha = alphaOf(deviation, b);
  const squeeze = squeezeOf(b);
  const center = mean + 0.5;
  for (let tries = TRIES; tries > 0; --tries) {
    const u = uniform(s) - 0.5;
    const v = positiveUniform(s);
    const us = 0.5 - abs(u);
    const k = floor(((2.0 * a) / us + b) * u + center);
    if (us >= 0.07 && v <= squeeze) return k;
    if (k < 0.0 || k > least) continue;
    if (log((v * alpha) / (a / (us * us) + b)) <= logRatio(k)) return k;
  }
  return NaN;
}

// @ts-ignore: decorator
@inline
function isNarrow(): bool {
  return mean < 10.0 || variance < 5.0;
}

/** A hypergeometric variate: how many of `draws` items taken from marked + unmarked are marked. */
export function hypergeometric(s: usize, marked: f64, unmarked: f64, draws: f64): f64 {
  setLaw(marked, unmarked, draws);
  if (least == 0.0) return base;
  if (mean < RARE) return base + sign * rare(s, mean);
  return base + sign * (isNarrow() ? invert(s, ofNone()) : reject(s));
}

/** Fills out[0..count). */
export function fillHypergeometric(
  s: usize, marked: f64, unmarked: f64, draws: f64, out: usize, count: i32,
): void {
  setLaw(marked, unmarked, draws);
  if (least == 0.0) {
    memory.fill(out, 0, <usize>count << 3);
  } else if (mean < RARE) {
    fillRare(s, mean, out, count);
  } else if (isNarrow()) {
    fillNarrow(s, out, count);
  } else {
    // No other law has a third number below 0.
    if (!isPrepared(least, most, -total)) {
      const deviation = sqrt(variance);
      const b = widthOf(deviation);
      prepare(
        least, most, -total, slopeOf(b), b, mean + 0.5, 0.0, squeezeOf(b), alphaOf(deviation, b), 0.0, least,
        (s) => reject(s), (k) => logRatio(k),
      );
    }
    fillByRejection(s, out, count);
  }
  for (const end = out + (<usize>count << 3); out < end; out += 8) store<f64>(out, base + sign * load<f64>(out));
}

function fillNarrow(s: usize, out: usize, count: i32): void {
  const last = min(least, FARTHEST);
  if (!isTabled(-least, most, total, last)) {
    const first = ofNone();
    if (count < WORTH_A_TABLE) {
      for (const end = out + (<usize>count << 3); out < end; out += 8) store<f64>(out, invert(s, first));
      return;
    }
    tabulate(-least, most, total, last, first, (k) => factor(k));
  }
  fillFromTable(s, out, count);
}
