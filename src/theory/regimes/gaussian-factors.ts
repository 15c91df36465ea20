/** Means over one generation of rho, the ratio of the fitted variances, and of the z that moves the mean. */
export interface Factors {
  /** E ln rho. */
  readonly logarithm: number;
  /** E sqrt(rho). */
  readonly root: number;
  /** E 1/rho, and E z^2/rho; Infinity where there are too few data. */
  readonly inverse: number;
  readonly pull: number;
}

// Steps in ln t. The integrands are analytic in a strip around it, so the trapezoidal rule is right to rounding.
const STEP = 0.2;
const FIRST = -80;
const NOTHING = 1e-17;

/**
 * The means where a batch of n joins c data points of which the variance is known, c = 0 for the first. The squares around
 * the common mean are v Y, Y = base + chi^2_{n-1} + (c/(c+n)) z^2, base the divisor of the old variance. By the Laplace
 * transform L of rho: E ln = int (e^-t - L) dt/t, E sqrt = int (1 - L) t^{-3/2} dt / (2 sqrt pi), E 1/rho = int L dt.
 */
export function factorsOf(c: number, n: number, ml: boolean): Factors {
  const divisor = ml ? c + n : c + n - 1;
  const base = (c === 0 ? 0 : ml ? c : c - 1) / divisor;
  const share = c / (c + n);
  const enough = base > 0 || n > 3;
  let logarithm = 0;
  let root = 0;
  let inverse = 0;
  let pull = 0;
  for (let u = FIRST; ; u += STEP) {
    const t = Math.exp(u);
    const moved = (2 * t * share) / divisor;
    const exponent = -t * base - ((n - 1) / 2) * Math.log1p((2 * t) / divisor) - Math.log1p(moved) / 2;
    const left = Math.exp(exponent);
    logarithm += Math.exp(-t) - left;
    root -= Math.expm1(exponent) / Math.sqrt(t);
    inverse += left * t;
    pull += (left * t) / (1 + moved);
    if (t > 50 && left < NOTHING && (left * t < NOTHING || !enough)) {
      // From here on 1 - L is 1: a geometric series.
      root += 1 / Math.sqrt(t) / Math.expm1(STEP / 2);
      break;
    }
  }
  return {
    logarithm: STEP * logarithm,
    root: (STEP * root) / (2 * Math.sqrt(Math.PI)),
    inverse: enough ? STEP * inverse : Infinity,
    pull: enough ? STEP * pull : Infinity,
  };
}
