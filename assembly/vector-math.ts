// The functions of math.ts on two numbers at once, with the same operations in the same order: the same bits.

// Each constant stands twice in memory: a vector load beats rebuilding the vector every time round a loop.
const TABLE = memory.data<f64>(
  [
    1.0, 1.0, 2.0, 2.0, 0.5, 0.5, 4503599627371520.0, 4503599627371520.0, 0.6931471803691238, 0.6931471803691238,
    1.9082149292705877e-10, 1.9082149292705877e-10, 0.14616721179861816, 0.14616721179861816,
    0.15331699633543858, 0.15331699633543858, 0.18182889786191042, 0.18182889786191042,
    0.2222221112572281, 0.2222221112572281, 0.28571428626031065, 0.28571428626031065,
    0.3999999999989938, 0.3999999999989938, 0.666666666666667, 0.666666666666667,
    -790.0, -790.0, 1.4426950408889634, 1.4426950408889634, 4503599627371519.0, 4503599627371519.0,
    -960.0, -960.0,
    2.09147553258932e-9, 2.09147553258932e-9, 2.5105312729622103e-8, 2.5105312729622103e-8,
    2.755727347871858e-7, 2.755727347871858e-7, 2.755725517000089e-6, 2.755725517000089e-6,
    2.480158732567746e-5, 2.480158732567746e-5, 0.0001984126987500228, 0.0001984126987500228,
    0.0013888888888883711, 0.0013888888888883711, 0.008333333333326084, 0.008333333333326084,
    0.04166666666666667, 0.04166666666666667, 0.1666666666666667, 0.1666666666666667,
  ],
  16,
);
const BITS = memory.data<u64>(
  [
    0x3fe6a09e00000000, 0x3fe6a09e00000000, // of sqrt(1/2)
    0x4000000000000000, 0x4000000000000000, // 1024 as an exponent
    0xfff0000000000000, 0xfff0000000000000, // where sign and exponent are
    0x4330000000000000, 0x4330000000000000, // of 2^52, in whose fraction a whole number can be put
  ],
  16,
);

// Where they stand, counted in vectors.
const ONE = 0;
const TWO = 1;
const HALF = 2;
const OFFSET = 3; // 2^52 + 1024
const LN2_HIGH = 4;
const LN2_LOW = 5;
const LOG = 6;
const LOWEST = 13;
const PER_LN2 = 14;
const BIAS = 15; // 2^52 + 1023
const SAFE = 16; // an exponent with which nothing is lost yet
const EXP = 17;

// @ts-ignore: decorator
@inline
function constant(index: usize): v128 {
  return v128.load(TABLE + (index << 4));
}

// @ts-ignore: decorator
@inline
function bits(index: usize): v128 {
  return v128.load(BITS + (index << 4));
}

// @ts-ignore: decorator
@inline
function horner(sum: v128, z: v128, index: usize): v128 {
  return f64x2.add(constant(index), f64x2.mul(z, sum));
}

/** ln x for two positive normal numbers. */
// @ts-ignore: decorator
@inline
export function logs(x: v128): v128 {
  const distance = i64x2.sub(x, bits(0));
  const k = f64x2.sub(
    v128.or(i64x2.shr_u(i64x2.add(distance, bits(1)), 52), bits(3)),
    constant(OFFSET),
  );
  const f = f64x2.sub(i64x2.sub(x, v128.and(distance, bits(2))), constant(ONE));
  const s = f64x2.div(f, f64x2.add(constant(TWO), f));
  const z = f64x2.mul(s, s);
  let series = horner(constant(LOG), z, LOG + 1);
  series = horner(series, z, LOG + 2);
  series = horner(series, z, LOG + 3);
  series = horner(series, z, LOG + 4);
  series = horner(series, z, LOG + 5);
  series = f64x2.mul(z, horner(series, z, LOG + 6));
  const half = f64x2.mul(f64x2.mul(constant(HALF), f), f);
  const low = f64x2.add(f64x2.mul(s, f64x2.add(half, series)), f64x2.mul(k, constant(LN2_LOW)));
  return f64x2.sub(f64x2.mul(k, constant(LN2_HIGH)), f64x2.sub(f64x2.sub(half, low), f));
}

/** The whole number k nearest to x / ln 2. */
// @ts-ignore: decorator
@inline
function exponents(x: v128): v128 {
  return f64x2.floor(f64x2.add(f64x2.mul(x, constant(PER_LN2)), constant(HALF)));
}

/** e^x / 2^k. */
// @ts-ignore: decorator
@inline
function fractions(x: v128, k: v128): v128 {
  const r = f64x2.sub(f64x2.sub(x, f64x2.mul(k, constant(LN2_HIGH))), f64x2.mul(k, constant(LN2_LOW)));
  let series = horner(constant(EXP), r, EXP + 1);
  series = horner(series, r, EXP + 2);
  series = horner(series, r, EXP + 3);
  series = horner(series, r, EXP + 4);
  series = horner(series, r, EXP + 5);
  series = horner(series, r, EXP + 6);
  series = horner(series, r, EXP + 7);
  series = horner(series, r, EXP + 8);
  series = horner(series, r, EXP + 9);
  series = horner(series, r, HALF);
  return f64x2.add(constant(ONE), f64x2.add(r, f64x2.mul(f64x2.mul(r, r), series)));
}

/** 2^k for whole numbers from -1022 to 1023. */
// @ts-ignore: decorator
@inline
function powers(k: v128): v128 {
  return i64x2.shl(f64x2.add(k, constant(BIAS)), 52);
}

/** e^x for two numbers from -708 to 709; what comes of others means nothing. */
// @ts-ignore: decorator
@inline
export function exps(x: v128): v128 {
  const k = exponents(x);
  return f64x2.mul(fractions(x, k), powers(k));
}

/** factor e^x for two pairs of numbers, as timesExp(). */
// @ts-ignore: decorator
@inline
export function timesExps(factor: v128, x: v128): v128 {
  const y = f64x2.pmax(constant(LOWEST), x);
  const k = exponents(y);
  const safe = f64x2.pmax(k, constant(SAFE));
  // 1, except for the least results: there it rounds them, once. Where they are 0, it is 0, as underflow would be slow.
  const rest = v128.and(powers(f64x2.sub(k, safe)), f64x2.gt(x, constant(LOWEST)));
  return f64x2.mul(f64x2.mul(f64x2.mul(factor, fractions(y, k)), powers(safe)), rest);
}

/**
 * e^x / 2^k - 1, by the polynomial of fractions(), whose terms are added two and two: that takes a little more work, and
 * half the time where little else is to be done meanwhile.
 */
// @ts-ignore: decorator
@inline
function rests(x: v128, k: v128): v128 {
  const r = f64x2.sub(f64x2.sub(x, f64x2.mul(k, constant(LN2_HIGH))), f64x2.mul(k, constant(LN2_LOW)));
  const square = f64x2.mul(r, r);
  const fourth = f64x2.mul(square, square);
  const low = f64x2.add(horner(constant(EXP + 9), r, HALF), f64x2.mul(square, horner(constant(EXP + 7), r, EXP + 8)));
  const middle = f64x2.add(
    horner(constant(EXP + 5), r, EXP + 6),
    f64x2.mul(square, horner(constant(EXP + 3), r, EXP + 4)),
  );
  const high = f64x2.add(horner(constant(EXP + 1), r, EXP + 2), f64x2.mul(square, constant(EXP)));
  const series = f64x2.add(low, f64x2.mul(fourth, f64x2.add(middle, f64x2.mul(fourth, high))));
  return f64x2.add(r, f64x2.mul(square, series));
}

/** e^x for two numbers from -708 to 0. */
// @ts-ignore: decorator
@inline
export function decays(x: v128): v128 {
  const k = exponents(x);
  return f64x2.mul(powers(k), f64x2.add(constant(ONE), rests(x, k)));
}

/** (1 - e^x) / (1 + e^x) = tanh(-x / 2) for two numbers x from -708 to 0. Nothing of a small x is lost in the subtraction. */
// @ts-ignore: decorator
@inline
export function tanhs(x: v128): v128 {
  const k = exponents(x);
  const power = powers(k);
  const rest = f64x2.mul(power, rests(x, k));
  const one = constant(ONE);
  return f64x2.div(f64x2.sub(f64x2.sub(one, power), rest), f64x2.add(f64x2.add(one, power), rest));
}
