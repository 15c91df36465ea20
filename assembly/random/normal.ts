// Box–Muller: a pair of normals from two words, with no branch and no rejection, so streams stay addressable.
// G. E. P. Box & M. E. Muller (1958), doi:10.1214/aoms/1177706645
import { log } from "../math";
import { hasSpare, keepSpare, refill, take, takeSpare, waiting } from "./stream";
import { positiveUniform, uniform } from "./uniform";

/** A standard normal. */
export function normal(s: usize): f64 {
  if (hasSpare(s)) return takeSpare(s);
  const radius = sqrt(-2.0 * log(positiveUniform(s)));
  const turns = 4.0 * uniform(s);
  // The angle is a quarter turn times `quarter`, and an eighth of a turn or less beside it.
  const quarter = floor(turns + 0.5);
  const t = (turns - quarter) * 1.5707963267948966;
  const z = t * t;
  const sine =
    t +
    t *
      (z *
        (-0.16666666666666666 +
          z *
            (0.008333333333330948 +
              z *
                (-0.00019841269836758574 +
                  z * (2.755731610255244e-6 + z * (-2.5051131845003624e-8 + z * 1.5918129294866608e-10))))));
  const cosine =
    1.0 -
    0.5 * z +
    z *
      (z *
        (0.041666666666666664 +
          z *
            (-0.0013888888888887398 +
              z *
                (2.480158729876569e-5 +
                  z * (-2.7557317271729793e-7 + z * (2.08761462684032e-9 + z * -1.1382632425521717e-11))))));
  const q = <i32>quarter;
  const odd = (q & 1) != 0;
  const y = odd ? cosine : sine;
  const x = odd ? sine : cosine;
  keepSpare(s, radius * ((q & 2) != 0 ? -y : y));
  return radius * (((q + 1) & 2) != 0 ? -x : x);
}

// Constants twice each: a vector load beats rebuilding the vector every time round the loop.
const TABLE = memory.data<f64>(
  [
    2.0, 2.0, 1.1102230246251565e-16, 1.1102230246251565e-16, 6755399441055744.0, 6755399441055744.0,
    0.6931471803691238, 0.6931471803691238, 1.9082149292705877e-10, 1.9082149292705877e-10,
    0.14616721179861816, 0.14616721179861816, 0.15331699633543858, 0.15331699633543858,
    0.18182889786191042, 0.18182889786191042, 0.2222221112572281, 0.2222221112572281,
    0.28571428626031065, 0.28571428626031065, 0.3999999999989938, 0.3999999999989938,
    0.666666666666667, 0.666666666666667, 1.5707963267948966, 1.5707963267948966,
    1.5918129294866608e-10, 1.5918129294866608e-10, -2.5051131845003624e-8, -2.5051131845003624e-8,
    2.755731610255244e-6, 2.755731610255244e-6, -0.00019841269836758574, -0.00019841269836758574,
    0.008333333333330948, 0.008333333333330948, -0.16666666666666666, -0.16666666666666666,
    -1.1382632425521717e-11, -1.1382632425521717e-11, 2.08761462684032e-9, 2.08761462684032e-9,
    -2.7557317271729793e-7, -2.7557317271729793e-7, 2.480158729876569e-5, 2.480158729876569e-5,
    -0.0013888888888887398, -0.0013888888888887398, 0.041666666666666664, 0.041666666666666664,
    1.0, 1.0, 0.5, 0.5, -2.0, -2.0, 4.0, 4.0,
  ],
  16,
);

// Where they stand in the table, counted in vectors.
const TWO = 0;
const LAST_BIT = 1; // 2^-53
const MAGIC = 2; // 3 * 2^51: adding it leaves a small integer in the lowest bits
const LN2_HIGH = 3;
const LN2_LOW = 4;
const LOG = 5;
const HALF_PI = 12;
const SINE = 13;
const COSINE = 19;
const ONE = 25;
const HALF = 26;
const MINUS_TWO = 27;
const FOUR = 28;

// @ts-ignore: decorator
@inline
function constant(index: usize): v128 {
  return v128.load(TABLE + (index << 4));
}

// @ts-ignore: decorator
@inline
function horner(sum: v128, z: v128, index: usize): v128 {
  return f64x2.add(constant(index), f64x2.mul(z, sum));
}

/** Two pairs at once: words (a, b, c, d) at `from` become the normals of (a, b), then those of (c, d). */
// @ts-ignore: decorator
@inline
function twoPairs(from: usize, out: usize): void {
  const first = v128.load(from);
  const second = v128.load(from, 16);
  const one = constant(ONE);

  // 1 - u, on (0, 1], as uniform.ts makes u
  const w = v128.shuffle<i64>(first, second, 0, 2);
  const lastBit = v128.and(i64x2.shr_s(i64x2.shl(w, 52), 63), constant(LAST_BIT));
  const u = f64x2.sub(f64x2.sub(constant(TWO), v128.or(i64x2.shr_u(w, 12), one)), lastBit);

  // log, as in math.ts
  const k = i64x2.shr_s(i64x2.sub(u, i64x2.splat(0x3fe6a09e00000000)), 52);
  const m = i64x2.sub(u, i64x2.shl(k, 52));
  const exponent = f64x2.sub(i64x2.add(k, constant(MAGIC)), constant(MAGIC));
  const f = f64x2.sub(m, one);
  const s = f64x2.div(f, f64x2.add(constant(TWO), f));
  const ss = f64x2.mul(s, s);
  let sum = horner(constant(LOG), ss, LOG + 1);
  sum = horner(sum, ss, LOG + 2);
  sum = horner(sum, ss, LOG + 3);
  sum = horner(sum, ss, LOG + 4);
  sum = horner(sum, ss, LOG + 5);
  sum = f64x2.mul(ss, horner(sum, ss, LOG + 6));
  const half = f64x2.mul(f64x2.mul(constant(HALF), f), f);
  const low = f64x2.add(f64x2.mul(s, f64x2.add(half, sum)), f64x2.mul(exponent, constant(LN2_LOW)));
  const logarithm = f64x2.sub(f64x2.mul(exponent, constant(LN2_HIGH)), f64x2.sub(f64x2.sub(half, low), f));
  const radius = f64x2.sqrt(f64x2.mul(constant(MINUS_TWO), logarithm));

  // the angle, as in normal()
  const w2 = v128.shuffle<i64>(first, second, 1, 3);
  const lastBit2 = v128.and(i64x2.shr_s(i64x2.shl(w2, 52), 63), constant(LAST_BIT));
  const u2 = f64x2.add(f64x2.sub(v128.or(i64x2.shr_u(w2, 12), one), one), lastBit2);
  const turns = f64x2.mul(constant(FOUR), u2);
  const quarter = f64x2.floor(f64x2.add(turns, constant(HALF)));
  const t = f64x2.mul(f64x2.sub(turns, quarter), constant(HALF_PI));
  const z = f64x2.mul(t, t);
  sum = horner(constant(SINE), z, SINE + 1);
  sum = horner(sum, z, SINE + 2);
  sum = horner(sum, z, SINE + 3);
  sum = horner(sum, z, SINE + 4);
  sum = horner(sum, z, SINE + 5);
  const sine = f64x2.add(t, f64x2.mul(t, f64x2.mul(z, sum)));
  sum = horner(constant(COSINE), z, COSINE + 1);
  sum = horner(sum, z, COSINE + 2);
  sum = horner(sum, z, COSINE + 3);
  sum = horner(sum, z, COSINE + 4);
  sum = horner(sum, z, COSINE + 5);
  const cosine = f64x2.add(f64x2.sub(one, f64x2.mul(constant(HALF), z)), f64x2.mul(z, f64x2.mul(z, sum)));
  const q = f64x2.add(quarter, constant(MAGIC));
  const odd = i64x2.shr_s(i64x2.shl(q, 63), 63);
  const sineSign = i64x2.shl(i64x2.shr_u(q, 1), 63);
  const cosineSign = i64x2.shl(i64x2.shr_u(i64x2.add(q, i64x2.splat(1)), 1), 63);
  const x = f64x2.mul(radius, v128.xor(v128.bitselect(sine, cosine, odd), cosineSign));
  const y = f64x2.mul(radius, v128.xor(v128.bitselect(cosine, sine, odd), sineSign));

  v128.store(out, v128.shuffle<f64>(x, y, 0, 2));
  v128.store(out, v128.shuffle<f64>(x, y, 1, 3), 16);
}

/** Fills out[0..count) with standard normals: the same numbers, in the same order, as `count` calls of normal(). */
export function fillNormal(s: usize, out: usize, count: i32): void {
  while (count > 0) {
    if (waiting(s) == 0) refill(s);
    const bursts = min(waiting(s), count) >> 2;
    if (bursts == 0 || hasSpare(s)) {
      store<f64>(out, normal(s));
      out += 8;
      --count;
      continue;
    }
    let from = take(s, bursts << 2);
    for (let i = 0; i < bursts; ++i) {
      twoPairs(from, out);
      from += 32;
      out += 32;
    }
    count -= bursts << 2;
  }
}
