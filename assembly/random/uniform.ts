import { generateUniforms, refill, take, uniforms, WORDS, waiting, word } from "./stream";

/** A uniform on [0, 1): the upper 53 bits of a word, so every value is a multiple of 2^-53. */
// @ts-ignore: decorator
@inline
export function uniform(s: usize): f64 {
  // As a signed number, which is the quicker conversion.
  return <f64>(<i64>(word(s) >> 11)) * 1.1102230246251565e-16; // 2^-53
}

/** A uniform on (0, 1], for logarithms. */
// @ts-ignore: decorator
@inline
export function positiveUniform(s: usize): f64 {
  return 1.0 - uniform(s);
}

/** Turns `count` waiting words into the uniforms at `out`. */
function takeUniforms(s: usize, out: usize, count: i32): void {
  let from = take(s, count);
  const pairs = out + (<usize>(count & ~1) << 3);
  for (; out < pairs; out += 16, from += 16) v128.store(out, uniforms(v128.load(from)));
  if (count & 1) store<f64>(out, <f64>(load<u64>(from) >> 11) * 1.1102230246251565e-16);
}

export const UNITS: f64 = 9007199254740992.0; // 2^53

/** What is less likely than this, 2^-40, is not left to a single uniform: it would show that it has only 53 bits. */
export const RARE: f64 = 9.094947017729282e-13;

/**
 * Whether a uniform number is below p, however small p is: a word decides, except for one of its 2^53 values, and where that
 * comes the next one goes on.
 */
// @ts-ignore: decorator
@inline
export function isBelow(s: usize, p: f64): bool {
  const limit = p * UNITS;
  const whole = floor(limit);
  const units = <f64>(<i64>(word(s) >> 11));
  return units == whole ? isBelowStill(s, limit - whole) : units < whole;
}

function isBelowStill(s: usize, p: f64): bool {
  for (let tries = TRIES; tries > 0 && p > 0.0; --tries) {
    const limit = p * UNITS;
    const whole = floor(limit);
    const units = <f64>(<i64>(word(s) >> 11));
    if (units != whole) return units < whole;
    p = limit - whole;
  }
  return false;
}

/**
 * How often a draw by rejection is tried. An attempt succeeds at least every other time, so that this many only fail
 * where a parameter is not a number; the draw is then none either.
 */
export const TRIES: i32 = 256;

/** Fills out[0..count) with uniforms on [0, 1). */
export function fillUniform(s: usize, out: usize, count: i32): void {
  const ready = min(waiting(s), count);
  takeUniforms(s, out, ready);
  count -= ready;
  if (count == 0) return;
  out += <usize>ready << 3;
  // Whole refills need not pass through the stream; the last one does, so that its end is where draws would leave it.
  const direct = (count - 1) & -WORDS;
  generateUniforms(s, out, direct);
  refill(s);
  takeUniforms(s, out + (<usize>direct << 3), count - direct);
}

/**
 * Fills out[0..count) with integers low + [0, range), each equally likely. The 2^53 values of a uniform are cut
 * into `range` equal runs; the few left over are drawn again. Below 2^32 it is done without a division.
 */
export function fillIntegers(s: usize, low: f64, range: f64, out: usize, count: i32): void {
  if (range >= 1.0 && range < 4294967296.0) {
    fillSmallIntegers(s, low, <u64>range, out, count);
    return;
  }
  const run = floor(9007199254740992.0 / range);
  for (let i = 0; i < count; ++i) {
    let value: f64 = NaN;
    for (let tries = TRIES; tries > 0 && !(value < range); --tries) value = floor(<f64>(word(s) >> 11) / run);
    store<f64>(out + (<usize>i << 3), low + value);
  }
}

/**
 * The same for a range below 2^32. The upper half of a word, times the range, has its integer in the upper 32 bits; the
 * few products whose lower bits say that they are left over, 2^32 mod range of them, are drawn again.
 * D. Lemire (2019), https://doi.org/10.1145/3230636
 */
function fillSmallIntegers(s: usize, low: f64, range: u64, out: usize, count: i32): void {
  const left: u64 = 4294967296 % range;
  const ranges = i32x4.splat(<i32>range);
  const lefts = i64x2.splat(left);
  const lows = f64x2.splat(low);
  const lower = i64x2.splat(0xffffffff);
  const magic = f64x2.splat(4503599627370496.0); // 2^52: an integer in its lowest bits is added to it
  while (count > 0) {
    if (waiting(s) == 0) refill(s);
    const first = take(s, 0);
    const stop = first + (<usize>(min(waiting(s), count) >> 1) << 4);
    let from = first;
    for (; from < stop; from += 16, out += 16) {
      const words = v128.load(from);
      const products = i64x2.extmul_low_i32x4_u(v128.shuffle<i32>(words, words, 1, 3, 1, 3), ranges);
      if (v128.any_true(i64x2.lt_s(v128.and(products, lower), lefts))) break;
      const values = f64x2.sub(v128.or(i64x2.shr_u(products, 32), magic), magic);
      v128.store(out, f64x2.add(lows, values));
    }
    const done = <i32>((from - first) >> 3);
    take(s, done);
    count -= done;
    if (count > 0) {
      let value: f64 = NaN;
      for (let tries = TRIES; tries > 0; --tries) {
        const product = (word(s) >> 32) * range;
        if (<u64>(<u32>product) < left) continue;
        value = <f64>(product >> 32);
        break;
      }
      store<f64>(out, low + value);
      out += 8;
      --count;
    }
  }
}
