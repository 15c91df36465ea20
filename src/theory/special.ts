/** A complex number. */
interface Complex {
  re: number;
  im: number;
}

// From here on the asymptotic series below, in 1/x^2 with Bernoulli numbers, are right to rounding.
const ASYMPTOTIC = 15;

// B_{2j} / (2j (2j - 1)), j = 1..8: the Stirling series of log-gamma.
const STIRLING = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156, -3617 / 122400];

/** psi(x) - ln(x) for x > 0, to about 1e-15: the logarithm would drown the difference at a large x. */
export function digammaMinusLog(x: number): number {
  let y = x;
  let sum = 0;
  for (; y < ASYMPTOTIC; ++y) sum -= 1 / y;
  if (y > x) sum += Math.log(y) - Math.log(x);
  const w = 1 / (y * y);
  let series = 0;
  // The derivative of the Stirling series, term by term.
  for (let j = STIRLING.length - 1; j >= 0; --j) series = series * w + (2 * j + 1) * STIRLING[j];
  return sum - 1 / (2 * y) - series * w;
}

/** psi'(x) for x > 0, to about 1e-15 of its size. */
export function trigamma(x: number): number {
  let y = x;
  let sum = 0;
  for (; y < ASYMPTOTIC; ++y) sum += 1 / (y * y);
  const w = 1 / (y * y);
  let series = 0;
  for (let j = STIRLING.length - 1; j >= 0; --j)
    series = series * w + (2 * j + 1) * (2 * j + 2) * STIRLING[j];
  return sum + 1 / y + w / 2 + (series * w) / y;
}

function log1p(re: number, im: number): Complex {
  if (im === 0) return { re: Math.log1p(re), im: 0 };
  return { re: Math.log1p(re * (2 + re) + im * im) / 2, im: Math.atan2(im, 1 + re) };
}

/** The Stirling series at z, the correction of log-gamma to (z - 1/2) ln z - z + ln(2 pi)/2. */
function stirling(re: number, im: number): Complex {
  const size = re * re + im * im;
  const ir = re / size;
  const ii = -im / size;
  const wr = ir * ir - ii * ii;
  const wi = 2 * ir * ii;
  let sr = 0;
  let si = 0;
  for (let j = STIRLING.length - 1; j >= 0; --j) {
    const t = sr * wr - si * wi + STIRLING[j];
    si = sr * wi + si * wr;
    sr = t;
  }
  return { re: sr * ir - si * ii, im: sr * ii + si * ir };
}

/** (1 + t) ln(1 + t) - t = t^2/2 - t^3/6 + ..., by its series where the closed form would cancel. */
function entropy(re: number, im: number, log: Complex): Complex {
  if (re * re + im * im > 1 / 16) {
    return {
      re: (1 + re) * log.re - im * log.im - re,
      im: (1 + re) * log.im + im * log.re - im,
    };
  }
  let sr = 0;
  let si = 0;
  for (let j = 28; j >= 2; --j) {
    const c = (j % 2 === 0 ? 1 : -1) / (j * (j - 1));
    const t = sr * re - si * im + c;
    si = sr * im + si * re;
    sr = t;
  }
  const qr = re * re - im * im;
  const qi = 2 * re * im;
  return { re: sr * qr - si * qi, im: sr * qi + si * qr };
}

/**
 * ln Gamma(a + s) - ln Gamma(a) - s ln(a) for a > 0 and complex s = re + i im with a + re > 0, on the branch
 * that is real for real s. Its size is about |s|^2 / 2a, and it keeps its digits when that is tiny: the
 * difference of two log-gammas would not.
 */
export function logGammaRatio(a: number, re: number, im = 0): Complex {
  let base = a;
  const sum = { re: 0, im: 0 };
  for (; base < ASYMPTOTIC || base + re < ASYMPTOTIC; ++base) {
    const log = log1p(re / base, im / base);
    sum.re -= log.re;
    sum.im -= log.im;
  }
  if (base > a) {
    const shift = Math.log1p((base - a) / a);
    sum.re += re * shift;
    sum.im += im * shift;
  }
  const log = log1p(re / base, im / base);
  const main = entropy(re / base, im / base, log);
  const end = stirling(base + re, im);
  sum.re += base * main.re - log.re / 2 + end.re - stirling(base, 0).re;
  sum.im += base * main.im - log.im / 2 + end.im;
  return sum;
}
