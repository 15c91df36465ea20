import { devianceBy, exp, log, stirlingError } from "../math";

// Of marked + unmarked items some are drawn without replacement. Counting the unmarked instead of the marked, those
// that are left instead of those that are drawn, and taking the marked for the drawn, it can always be said so that
// `most` of `total` items are marked and `least` drawn, neither more than half. That is the law drawn from; what was
// asked for is base + sign x.
export let least: f64 = 0.0;
export let most: f64 = 0.0;
export let total: f64 = 0.0;
let rest: f64 = 0.0; // items neither marked nor drawn, if none is both
export let mean: f64 = 0.0;
let whole: f64 = 0.0; // whole + fraction is the mean, to more digits
let fraction: f64 = 0.0;
export let variance: f64 = 0.0;
let logPeak: f64 = 1.0; // above 0 while not yet known
export let base: f64 = 0.0;
export let sign: f64 = 1.0;

/** Makes the law of a draw the one that is drawn from. */
export function setLaw(marked: f64, unmarked: f64, draws: f64): void {
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
export function logRatio(k: f64): f64 {
  if (logPeak > 0.0) {
    setMean();
    logPeak = logWeight(floor(((least + 1.0) * (most + 1.0)) / (total + 2.0)));
  }
  return logWeight(k) - logPeak;
}

/** Pr(X = 0) */
export function ofNone(): f64 {
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
export function factor(k: f64): f64 {
  return ((least - k + 1.0) * (most - k + 1.0)) / (k * (rest + k));
}

/** Whether a walk is sooner there than a rejection, whose hat is for wider laws. */
// @ts-ignore: decorator
@inline
export function isNarrow(): bool {
  return mean < 10.0 || variance < 5.0;
}

// The hat is that of binomial.ts for a law that is as skew as this one, and 5.2 for its 5.1: test/stats/hats.test.ts.
// @ts-ignore: decorator
@inline
export function widthOf(deviation: f64): f64 {
  return 1.15 + 2.53 * deviation;
}

/** 1 - 2p of that binomial law is the product of 1 - 2p for the two shares. */
export function slopeOf(b: f64): f64 {
  const p = least / total;
  const q = most / total;
  return -0.0873 + 0.0248 * b + 0.01 * (p + q - 2.0 * p * q);
}

// @ts-ignore: decorator
@inline
export function alphaOf(deviation: f64, b: f64): f64 {
  return (2.83 + 5.2 / b) * deviation;
}

// @ts-ignore: decorator
@inline
export function squeezeOf(b: f64): f64 {
  return 0.92 - 4.2 / b;
}
