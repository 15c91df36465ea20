// The exact laws the samplers are held against. The distribution functions are lib-r-math.js, a port of R's nmath:
// nobody here wrote them, and they share nothing with the kernels. laws.test.ts says how far they can be trusted.
import { dbinom, dhyper, lgamma, pbinom, pgamma, pnorm, ppois } from "lib-r-math.js";

export interface Law {
  readonly mean: number;
  readonly std: number;
  /** P(X <= x) */
  below(x: number): number;
  /** P(X > x), not as 1 - below(x): each tail keeps its own digits. */
  above(x: number): number;
}

export const uniformLaw: Law = {
  mean: 0.5,
  std: Math.sqrt(1 / 12),
  below: (x) => Math.min(1, Math.max(0, x)),
  above: (x) => 1 - Math.min(1, Math.max(0, x)),
};

export const exponentialLaw: Law = {
  mean: 1,
  std: 1,
  below: (x) => -Math.expm1(-x),
  above: (x) => Math.exp(-x),
};

export function normalLaw(mean = 0, std = 1): Law {
  return {
    mean,
    std,
    below: (x) => pnorm(x, mean, std, true),
    above: (x) => pnorm(x, mean, std, false),
  };
}

/** The pgamma of lib-r-math.js 2.0.3 is NaN at one double in some 10^7 (x = 1.0477187778070474 for shape 1.5). */
function gammaTail(x: number, shape: number, lower: boolean): number {
  const p = pgamma(x, shape, 1, undefined, lower);
  return Number.isNaN(p) ? pgamma(x * (1 + 2 ** -45), shape, 1, undefined, lower) : p;
}

export function gammaLaw(shape: number): Law {
  return {
    mean: shape,
    std: Math.sqrt(shape),
    below: (x) => gammaTail(x, shape, true),
    above: (x) => gammaTail(x, shape, false),
  };
}

export function chiSquareLaw(degrees: number): Law {
  return {
    mean: degrees,
    std: Math.sqrt(2 * degrees),
    below: (x) => gammaTail(x / 2, degrees / 2, true),
    above: (x) => gammaTail(x / 2, degrees / 2, false),
  };
}

/**
 * By the series of the incomplete beta function, whose terms are all positive (DLMF 8.17.8), from the end where it is short. The pbeta of
 * lib-r-math.js 2.0.3 is off by up to 1.2e-3 where a shape is below ten.
 */
export function betaLaw(a: number, b: number): Law {
  const mean = a / (a + b);
  const constant = lgamma(a + b) - lgamma(a) - lgamma(b);
  const tail = (x: number, y: number, p: number, q: number): number => {
    if (x <= 0) return 0;
    let sum = 1;
    for (let term = 1, i = 0; term > 1e-17 * sum && i < 1e6; ++i) {
      term *= ((p + q + i) * x) / (p + 1 + i);
      sum += term;
    }
    return (Math.exp(constant + p * Math.log(x) + q * Math.log(y)) * sum) / p;
  };
  const isLow = (x: number) => x < (a + 1) / (a + b + 2);
  return {
    mean,
    std: Math.sqrt((mean * (1 - mean)) / (a + b + 1)),
    below: (x) => (isLow(x) ? tail(x, 1 - x, a, b) : 1 - tail(1 - x, x, b, a)),
    above: (x) => (isLow(x) ? 1 - tail(x, 1 - x, a, b) : tail(1 - x, x, b, a)),
  };
}

export function poissonLaw(mean: number): Law {
  return {
    mean,
    std: Math.sqrt(mean),
    below: (k) => ppois(k, mean, true),
    above: (k) => ppois(k, mean, false),
  };
}

/** Up to this variance a binomial law is summed term by term. */
const SUMMED = 1e5;

/**
 * Up to p = 1/2; above, 1 - p is exact and the failures are counted instead. The pbinom of lib-r-math.js 2.0.3 is
 * off by up to 5.6e-4 where n is below ten (it gives 0.49055 for P(X <= 0) at n = 2, p = 0.3, which is 0.49) and by
 * 1e-7 in some larger cases, so it serves wide laws alone. Its dbinom is right to 13 digits.
 */
export function binomialLaw(n: number, p: number): Law {
  const q = 1 - p;
  const moments = { mean: n * p, std: Math.sqrt(n * p * q) };
  if (p > 0.5) {
    const failures = binomialLaw(n, q);
    return { ...moments, below: (k) => failures.above(n - k - 1), above: (k) => failures.below(n - k - 1) };
  }
  if (n * p * q > SUMMED) {
    return { ...moments, below: (k) => pbinom(k, n, p, true), above: (k) => pbinom(k, n, p, false) };
  }
  return { ...moments, ...summed((k) => dbinom(k, n, p), moments, n) };
}

/**
 * Up to this variance a hypergeometric law is summed. Wider ones are normal with Edgeworth's correction for the skewness;
 * the next is of the order of the inverse variance.
 */
const SUMMED_HYPERGEOMETRIC = 1e8;

export function hypergeometricLaw(marked: number, unmarked: number, draws: number): Law {
  const total = marked + unmarked;
  const p = marked / total;
  const q = draws / total;
  const mean = draws * p;
  const variance = total * p * (unmarked / total) * q * ((total - draws) / (total - 1));
  const moments = { mean, std: Math.sqrt(variance) };
  if (variance <= SUMMED_HYPERGEOMETRIC) {
    const least = Math.max(0, draws - unmarked);
    const most = Math.min(marked, draws);
    return { ...moments, ...summed((k) => dhyper(k, marked, unmarked, draws), moments, most, least) };
  }
  const skewness = ((1 - 2 * p) * (1 - 2 * q)) / moments.std;
  const normal = normalLaw();
  const z = (k: number) => (k + 0.5 - mean) / moments.std;
  const shift = (x: number) => (normalDensity(x) * skewness * (x * x - 1)) / 6;
  return {
    ...moments,
    below: (k) => normal.below(z(k)) - shift(z(k)),
    above: (k) => normal.above(z(k)) + shift(z(k)),
  };
}

const normalDensity = (x: number) => Math.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI);

/** Sums from both ends; beyond 12 standard deviations and 40 (for the thin laws) there is nothing to see. */
function summed(
  density: (k: number) => number,
  { mean, std }: { mean: number; std: number },
  most: number,
  least = 0,
) {
  const low = Math.max(least, Math.floor(mean - 12 * std - 40));
  const high = Math.min(most, Math.ceil(mean + 12 * std + 40));
  const below = Array.from({ length: high - low + 1 }, (_, i) => density(low + i));
  const above = below.slice();
  for (let i = 1; i < below.length; ++i) below[i] += below[i - 1];
  for (let i = above.length - 2; i >= 0; --i) above[i] += above[i + 1];
  return {
    below: (k: number) => (k < low ? 0 : k >= high ? 1 : below[k - low]),
    above: (k: number) => (k < low ? 1 : k >= high ? 0 : above[k - low + 1]),
  };
}

/** Integers from `low` to `low + range - 1`. */
export function integersLaw(low: number, range: number): Law {
  const share = (k: number) => Math.min(1, Math.max(0, (k - low + 1) / range));
  return {
    mean: low + (range - 1) / 2,
    std: range * Math.sqrt((1 - range ** -2) / 12),
    below: share,
    above: (k) => 1 - share(k),
  };
}

/** P(a < X <= b), from the nearer tail. */
export function between(law: Law, a: number, b: number): number {
  return b <= law.mean ? law.below(b) - law.below(a) : law.above(a) - law.above(b);
}
