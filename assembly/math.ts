// Elementary functions from +, -, *, / alone, so that every engine gives the same bits. Polynomials are
// interpolations at Chebyshev nodes, computed with 60 digits; errors stay below one unit in the last place.

const LN2_HIGH: f64 = 0.6931471803691238; // 32 bits of ln 2, so that k * LN2_HIGH is exact
const LN2_LOW: f64 = 1.9082149292705877e-10;

const LEAST_NORMAL: f64 = 2.2250738585072014e-308; // 2^-1022

/** ln x for x > 0. Reduces x to 2^k m, sqrt(1/2) <= m < sqrt(2). */
export function log(x: f64): f64 {
  let shift: i64 = 0;
  if (x < LEAST_NORMAL) {
    x *= 18014398509481984.0; // 2^54: below the normal numbers the exponent is not in its place
    shift = 54;
  }
  const bits = reinterpret<i64>(x);
  const exponent = (bits - 0x3fe6a09e00000000) >> 52;
  const f = reinterpret<f64>(bits - (exponent << 52)) - 1.0;
  const k = exponent - shift;
  const s = f / (2.0 + f);
  const z = s * s;
  const series =
    z *
    (0.666666666666667 +
      z *
        (0.3999999999989938 +
          z *
            (0.28571428626031065 +
              z *
                (0.2222221112572281 +
                  z * (0.18182889786191042 + z * (0.15331699633543858 + z * 0.14616721179861816))))));
  const half = 0.5 * f * f;
  return <f64>k * LN2_HIGH - (half - (s * (half + series) + <f64>k * LN2_LOW) - f);
}

/** ln(1 - p) for 0 <= p <= 1/2, without losing a small p in the subtraction. */
export function logComplement(p: f64): f64 {
  const q = 1.0 - p;
  return log(q) - (q - 1.0 + p) / q;
}

/** e^x for x <= 709, down to the least number above 0. */
export function exp(x: f64): f64 {
  return timesExp(1.0, x);
}

/** factor e^x for x <= 709 and factors of at most 10^15; rounded once where it is too small for a normal number. */
export function timesExp(factor: f64, x: f64): f64 {
  if (x < -790.0) return 0.0;
  const k = floor(x * 1.4426950408889634 + 0.5);
  const r = x - k * LN2_HIGH - k * LN2_LOW;
  const series =
    0.5 +
    r *
      (0.1666666666666667 +
        r *
          (0.04166666666666667 +
            r *
              (0.008333333333326084 +
                r *
                  (0.0013888888888883711 +
                    r *
                      (0.0001984126987500228 +
                        r *
                          (2.480158732567746e-5 +
                            r *
                              (2.755725517000089e-6 +
                                r *
                                  (2.755727347871858e-7 +
                                    r * (2.5105312729622103e-8 + r * 2.09147553258932e-9)))))))));
  const fraction = factor * (1.0 + (r + r * r * series));
  // The least results take two steps, of which the first is exact.
  if (k < -960.0) return fraction * reinterpret<f64>((<i64>k + 1151) << 52) * 2.938735877055719e-39; // 2^-128
  return fraction * reinterpret<f64>((<i64>k + 1023) << 52);
}

// ln n! - [(n + 1/2) ln n - n + ln(2 pi)/2], for n = 1..15
const STIRLING_ERROR = memory.data<f64>([
  0.0, 0.08106146679532726, 0.0413406959554093, 0.02767792568499834, 0.020790672103765093,
  0.016644691189821193, 0.013876128823070748, 0.01189670994589177, 0.010411265261972096, 0.009255462182712733,
  0.00833056343336287, 0.007573675487951841, 0.00694284010720953, 0.006408994188004207, 0.0059513701127588475,
  0.005554733551962801,
]);

/** What Stirling's formula for ln n! leaves out, for an integer n >= 1. */
export function stirlingError(n: f64): f64 {
  if (n < 16.0) return load<f64>(STIRLING_ERROR + ((<usize>n) << 3));
  const z = 1.0 / (n * n);
  return (
    (0.08333333333333333 -
      z *
        (0.002777777777777778 -
          z *
            (0.0007936507936507937 -
              z * (0.0005952380952380953 - z * (0.0008417508417508417 - z * 0.0019175269175269176))))) /
    n
  );
}

/**
 * x ln(x / mean) + mean - x, for x > 0, without cancellation where x is near the mean.
 * C. Loader, "Fast and accurate computation of binomial probabilities" (2000).
 */
export function deviance(x: f64, mean: f64): f64 {
  return devianceBy(x - mean, x, mean);
}

/** The same, where the difference x - mean is known better than from its two numbers. */
export function devianceBy(difference: f64, x: f64, mean: f64): f64 {
  const sum = x + mean;
  if (abs(difference) >= 0.1 * sum) return x * log(x / mean) + mean - x;
  const v = difference / sum;
  const square = v * v;
  let total = difference * v;
  let term = 2.0 * x * v;
  // A term is less than a hundredth of the one before, so ten are enough.
  for (let odd = 3.0; odd < 64.0; odd += 2.0) {
    term *= square;
    const next = total + term / odd;
    if (next == total) break;
    total = next;
  }
  return total;
}
