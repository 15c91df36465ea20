// Inversion by walking up from 0: Pr(X = 0) = first, Pr(X = k) = Pr(X = k - 1) (a / k - odds). This is the binomial,
// and with odds = 0 the Poisson variate.
import { refill, take, waiting } from "./stream";
import { isBelow, uniform } from "./uniform";

/** The most that `last` may be: never met but by rounding, as Pr(X > 128) < 1e-90 for means below 10. */
export const FARTHEST: f64 = 128.0;

/** A variate of a mean below RARE: 0 or 1, for 2 or more has a probability below 2^-81. */
export function rare(s: usize, mean: f64): f64 {
  return <f64>i32(isBelow(s, mean));
}

/** Fills out[0..count) with them. */
export function fillRare(s: usize, mean: f64, out: usize, count: i32): void {
  const end = out + (<usize>count << 3);
  for (; out < end; out += 8) store<f64>(out, rare(s, mean));
}

/** A variate by the walk of a uniform, to `last` at most. */
export function invert(s: usize, first: f64, a: f64, odds: f64, last: f64): f64 {
  return walk(uniform(s), first, a, odds, last);
}

// @ts-ignore: decorator
@inline
export function walk(u: f64, first: f64, a: f64, odds: f64, last: f64): f64 {
  let probability = first;
  let k = 0.0;
  while (u >= probability && k < last) {
    u -= probability;
    k += 1.0;
    probability *= a / k - odds;
  }
  return k;
}

export const WORTH_A_TABLE: i32 = 64; // draws: a table costs about as much as this many walks
const UNITS: f64 = 9007199254740992.0; // 2^53: uniforms are whole multiples of 1 / UNITS
const NEVER: i64 = 1 << 53;

// The table of the walk with the parameters below: it goes past k if and only if the uniform, in units, is at least
// THRESHOLDS[k]. GUIDE[b] is where the uniforms with upper byte b begin to search.
// Of 129 numbers each.
const THRESHOLDS = memory.data(1032, 16);
const PROBABILITIES = memory.data(1032, 16);
const GUIDE = memory.data(256, 16);
let tableFirst: f64 = -Infinity;
let tableA: f64 = 0.0;
let tableOdds: f64 = 0.0;
let tableLast: f64 = 0.0;

/** What the walk has left of the uniform after k, or a number below 0 if it does not go past k. */
function left(units: i64, k: i32): f64 {
  let u = <f64>units / UNITS;
  for (let j = 0; j <= k; ++j) {
    const probability = load<f64>(PROBABILITIES + (<usize>j << 3));
    if (u < probability) return -1.0;
    u -= probability;
  }
  return u;
}

/** Whether the table is the one that was made last for these parameters. */
export function isTabled(first: f64, a: f64, odds: f64, last: f64): bool {
  return first == tableFirst && a == tableA && odds == tableOdds && last == tableLast;
}

/**
 * Makes the table of a walk, from Pr(X = 0) and the factor that leads from Pr(X = k - 1) to Pr(X = k). The other numbers
 * only say which walk it is.
 *
 * A rounded difference grows with what it is taken from. So each uniform goes at least as far as those below it, and
 * the thresholds say all there is to know. They are looked for near the sums of the probabilities, by the walk itself.
 */
export function tabulate(
  first: f64, a: f64, odds: f64, last: f64, ofNone: f64, factor: (k: f64) => f64,
): void {
  tableFirst = first;
  tableA = a;
  tableOdds = odds;
  tableLast = last;
  let probability = ofNone;
  let sum = 0.0;
  let threshold: i64 = 0;
  let rest = 0.0; // what the uniform at the threshold has left
  const end = max(0, <i32>last);
  for (let k = 0; k <= end; ++k) {
    store<f64>(PROBABILITIES + (<usize>k << 3), probability);
    sum += probability;
    if (k == end) threshold = NEVER;
    if (threshold < NEVER) {
      if (k > 0 && rest >= probability) {
        rest -= probability;
      } else {
        const low = threshold;
        threshold = max(low, <i64>(min(sum, 1.0) * UNITS));
        while (threshold < NEVER && left(threshold, k) < 0.0) ++threshold;
        while (threshold > low && left(threshold - 1, k) >= 0.0) --threshold;
        rest = left(threshold, k);
      }
    }
    store<i64>(THRESHOLDS + (<usize>k << 3), threshold);
    probability *= factor(<f64>(k + 1));
  }
  let k: usize = 0;
  for (let b: usize = 0; b < 256; ++b) {
    while (load<i64>(THRESHOLDS + (k << 3)) <= <i64>b << 45) ++k;
    store<u8>(GUIDE + b, <u8>k);
  }
}

/** Fills out[0..count) with what as many calls of invert() would have given. */
export function fillInverted(s: usize, first: f64, a: f64, odds: f64, last: f64, out: usize, count: i32): void {
  if (!isTabled(first, a, odds, last)) {
    if (count < WORTH_A_TABLE) {
      const end = out + (<usize>count << 3);
      for (; out < end; out += 8) store<f64>(out, invert(s, first, a, odds, last));
      return;
    }
    tabulate(first, a, odds, last, first, (k) => tableA / k - tableOdds);
  }
  fillFromTable(s, out, count);
}

/** Fills out[0..count) from the table made last. */
export function fillFromTable(s: usize, out: usize, count: i32): void {
  while (count > 0) {
    if (waiting(s) == 0) refill(s);
    const burst = min(waiting(s), count);
    let from = take(s, burst);
    for (const end = out + (<usize>burst << 3); out < end; out += 8, from += 8) {
      const word = load<u64>(from);
      let k = <usize>load<u8>(GUIDE + <usize>(word >> 56));
      while (<i64>(word >> 11) >= load<i64>(THRESHOLDS + (k << 3))) ++k;
      store<f64>(out, <f64><i32>k);
    }
    count -= burst;
  }
}
