// Twin of assembly/math.ts: the same operations in the same order. JavaScript's own Math.log and Math.exp differ
// between engines, so nothing seeded may use them.

const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;

const number = new Float64Array(1);
const halves = new Uint32Array(number.buffer); // [low, high]: WebAssembly and every engine of today are little-endian

const LEAST_NORMAL = 2.2250738585072014e-308; // 2^-1022

export function log(x: number): number {
  let shift = 0;
  if (x < LEAST_NORMAL) {
    x *= 18014398509481984; // 2^54
    shift = 54;
  }
  number[0] = x;
  const high = halves[1];
  const exponent = (high - 0x3fe6a09e) >> 20;
  halves[1] = high - (exponent << 20);
  const f = number[0] - 1;
  const k = exponent - shift;
  const s = f / (2 + f);
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
  return k * LN2_HIGH - (half - (s * (half + series) + k * LN2_LOW) - f);
}

export function logComplement(p: number): number {
  const q = 1 - p;
  return log(q) - (q - 1 + p) / q;
}

export function exp(x: number): number {
  return timesExp(1, x);
}

export function timesExp(factor: number, x: number): number {
  if (x < -790) return 0;
  // biome-ignore lint/suspicious/noApproximativeNumericConstant: the kernel's digits, whatever an engine's Math has
  const k = Math.floor(x * 1.4426950408889634 + 0.5);
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
  const fraction = factor * (1 + (r + r * r * series));
  halves[0] = 0;
  if (k < -960) {
    halves[1] = (k + 1151) << 20;
    return fraction * number[0] * 2.938735877055719e-39; // 2^-128
  }
  halves[1] = (k + 1023) << 20;
  return fraction * number[0];
}

// e^x of tanhs() and decays() in assembly/vector-math.ts: the polynomial of timesExp(), its terms added two and two.

/** e^x / 2^k - 1, for x from -708 to 0. Leaves 2^k as the number. */
function restOf(x: number): number {
  // biome-ignore lint/suspicious/noApproximativeNumericConstant: the kernel's digits, whatever an engine's Math has
  const k = Math.floor(x * 1.4426950408889634 + 0.5);
  halves[0] = 0;
  halves[1] = (k + 1023) << 20;
  const r = x - k * LN2_HIGH - k * LN2_LOW;
  const square = r * r;
  const fourth = square * square;
  const low = 0.5 + r * 0.1666666666666667 + square * (0.04166666666666667 + r * 0.008333333333326084);
  const middle =
    0.0013888888888883711 +
    r * 0.0001984126987500228 +
    square * (2.480158732567746e-5 + r * 2.755725517000089e-6);
  const high = 2.755727347871858e-7 + r * 2.5105312729622103e-8 + square * 2.09147553258932e-9;
  return r + square * (low + fourth * (middle + fourth * high));
}

/** e^x for x from -708 to 0. */
export function decay(x: number): number {
  const rest = restOf(x);
  return number[0] * (1 + rest);
}

/** (1 - e^x) / (1 + e^x) = tanh(-x / 2) for x from -708 to 0. */
export function tanhOf(x: number): number {
  const part = restOf(x);
  const power = number[0];
  const rest = power * part;
  return (1 - power - rest) / (1 + power + rest);
}

const STIRLING_ERROR = Float64Array.of(
  0.0,
  0.08106146679532726,
  0.0413406959554093,
  0.02767792568499834,
  0.020790672103765093,
  0.016644691189821193,
  0.013876128823070748,
  0.01189670994589177,
  0.010411265261972096,
  0.009255462182712733,
  0.00833056343336287,
  0.007573675487951841,
  0.00694284010720953,
  0.006408994188004207,
  0.0059513701127588475,
  0.005554733551962801,
);

export function stirlingError(n: number): number {
  if (n < 16) return STIRLING_ERROR[n];
  const z = 1 / (n * n);
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

export function deviance(x: number, mean: number): number {
  return devianceBy(x - mean, x, mean);
}

export function devianceBy(difference: number, x: number, mean: number): number {
  const sum = x + mean;
  if (Math.abs(difference) >= 0.1 * sum) return x * log(x / mean) + mean - x;
  const v = difference / sum;
  const square = v * v;
  let total = difference * v;
  let term = 2 * x * v;
  for (let odd = 3; odd < 64; odd += 2) {
    term *= square;
    const next = total + term / odd;
    if (next === total) break;
    total = next;
  }
  return total;
}
