// Box–Muller on vectors: two pairs at once, with the bits of boxMuller().
import { logs } from "../vector-math";
import { uniforms } from "./stream";

// Constants twice each, as in vector-math.ts.
const TABLE = memory.data<f64>(
  [
    1.0, 1.0, 0.5, 0.5, -2.0, -2.0, 4.0, 4.0, 6755399441055744.0, 6755399441055744.0,
    1.5707963267948966, 1.5707963267948966, -0.0, -0.0,
    1.5918129294866608e-10, 1.5918129294866608e-10, -2.5051131845003624e-8, -2.5051131845003624e-8,
    2.755731610255244e-6, 2.755731610255244e-6, -0.00019841269836758574, -0.00019841269836758574,
    0.008333333333330948, 0.008333333333330948, -0.16666666666666666, -0.16666666666666666,
    -1.1382632425521717e-11, -1.1382632425521717e-11, 2.08761462684032e-9, 2.08761462684032e-9,
    -2.7557317271729793e-7, -2.7557317271729793e-7, 2.480158729876569e-5, 2.480158729876569e-5,
    -0.0013888888888887398, -0.0013888888888887398, 0.041666666666666664, 0.041666666666666664,
  ],
  16,
);
const UNITS = memory.data<u64>([1, 1], 16);

// Where they stand in the table, counted in vectors.
const ONE = 0;
const HALF = 1;
const MINUS_TWO = 2;
const FOUR = 3;
const MAGIC = 4; // 3 * 2^51: adding it leaves a small integer in the lowest bits
const HALF_PI = 5;
const SIGN = 6;
const SINE = 7;
const COSINE = 13;

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

/** Two words and two more become the two normals of the first, then those of the second, at `out`. */
// @ts-ignore: decorator
@inline
export function twoPairs(first: v128, second: v128, out: usize): void {
  const u = f64x2.sub(constant(ONE), uniforms(v128.shuffle<i64>(first, second, 0, 2)));
  const radius = f64x2.sqrt(f64x2.mul(constant(MINUS_TWO), logs(u)));

  const turns = f64x2.mul(constant(FOUR), uniforms(v128.shuffle<i64>(first, second, 1, 3)));
  const quarter = f64x2.floor(f64x2.add(turns, constant(HALF)));
  const t = f64x2.mul(f64x2.sub(turns, quarter), constant(HALF_PI));
  const z = f64x2.mul(t, t);
  let sum = horner(constant(SINE), z, SINE + 1);
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
  const cosine = f64x2.add(
    f64x2.sub(constant(ONE), f64x2.mul(constant(HALF), z)),
    f64x2.mul(z, f64x2.mul(z, sum)),
  );

  // The last two bits of `quarter` say which of the two is which, and their signs.
  const q = f64x2.add(quarter, constant(MAGIC));
  const odd = i64x2.neg(v128.and(q, v128.load(UNITS)));
  const swapped = v128.and(v128.xor(sine, cosine), odd);
  const sineSign = v128.and(i64x2.shl(q, 62), constant(SIGN));
  const cosineSign = v128.and(i64x2.shl(i64x2.add(q, v128.load(UNITS)), 62), constant(SIGN));
  const x = f64x2.mul(radius, v128.xor(v128.xor(cosine, swapped), cosineSign));
  const y = f64x2.mul(radius, v128.xor(v128.xor(sine, swapped), sineSign));

  v128.store(out, v128.shuffle<f64>(x, y, 0, 2));
  v128.store(out, v128.shuffle<f64>(x, y, 1, 3), 16);
}
