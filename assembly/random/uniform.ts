import { refill, take, waiting, word } from "./stream";

/** A uniform on [0, 1): the upper 53 bits of a word, so every value is a multiple of 2^-53. */
// @ts-ignore: decorator
@inline
export function uniform(s: usize): f64 {
  return <f64>(word(s) >> 11) * 1.1102230246251565e-16; // 2^-53
}

/** A uniform on (0, 1], for logarithms. */
// @ts-ignore: decorator
@inline
export function positiveUniform(s: usize): f64 {
  return 1.0 - uniform(s);
}

/** Fills out[0..count) with uniforms on [0, 1). */
export function fillUniform(s: usize, out: usize, count: i32): void {
  while (count > 0) {
    if (waiting(s) == 0) refill(s);
    const burst = min(waiting(s), count);
    let from = take(s, burst);
    const end = out + (<usize>burst << 3);
    // The upper 52 bits become the fraction of a number in [1, 2); the 53rd adds 2^-53. Both sums are exact.
    const pairs = out + (<usize>(burst & ~1) << 3);
    for (; out < pairs; out += 16, from += 16) {
      const w = v128.load(from);
      const coarse = f64x2.sub(v128.or(i64x2.shr_u(w, 12), i64x2.splat(0x3ff0000000000000)), f64x2.splat(1.0));
      const last = v128.and(i64x2.shr_s(i64x2.shl(w, 52), 63), f64x2.splat(1.1102230246251565e-16));
      v128.store(out, f64x2.add(coarse, last));
    }
    if (out < end) {
      store<f64>(out, <f64>(load<u64>(from) >> 11) * 1.1102230246251565e-16);
      out += 8;
    }
    count -= burst;
  }
}

/**
 * Fills out[0..count) with integers low + [0, range), each equally likely. The 2^53 values of a uniform are cut
 * into `range` equal runs; the few left over are drawn again.
 */
export function fillIntegers(s: usize, low: f64, range: f64, out: usize, count: i32): void {
  const run = floor(9007199254740992.0 / range);
  for (let i = 0; i < count; ++i) {
    let value: f64;
    do {
      value = floor(<f64>(word(s) >> 11) / run);
    } while (value >= range);
    store<f64>(out + (<usize>i << 3), low + value);
  }
}
