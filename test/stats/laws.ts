// The exact laws the samplers are held against. The distribution functions are lib-r-math.js, a port of R's nmath:
// nobody here wrote them, and they share nothing with the kernels. laws.test.ts says how far they can be trusted.
import { pbinom, pchisq, pgamma, pnorm, ppois } from "lib-r-math.js";

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

export function gammaLaw(shape: number): Law {
  return {
    mean: shape,
    std: Math.sqrt(shape),
    below: (x) => pgamma(x, shape, 1, undefined, true),
    above: (x) => pgamma(x, shape, 1, undefined, false),
  };
}

export function chiSquareLaw(degrees: number): Law {
  return {
    mean: degrees,
    std: Math.sqrt(2 * degrees),
    below: (x) => pchisq(x, degrees, undefined, true),
    above: (x) => pchisq(x, degrees, undefined, false),
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

/** Above p = 1/2 it counts the failures instead: 1 - p is exact there, and pbinom is best for small p. */
export function binomialLaw(n: number, p: number): Law {
  const q = 1 - p;
  const moments = { mean: n * p, std: Math.sqrt(n * p * q) };
  if (p <= 0.5)
    return { ...moments, below: (k) => pbinom(k, n, p, true), above: (k) => pbinom(k, n, p, false) };
  return {
    ...moments,
    below: (k) => pbinom(n - k - 1, n, q, false),
    above: (k) => pbinom(n - k - 1, n, q, true),
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
