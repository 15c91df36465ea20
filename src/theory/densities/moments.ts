// The first two moments of kernel density estimates, and of empirical laws, over generations.
import { statesAt } from "../regimes/asked.ts";
import { type RegimeLaw, regimeOf } from "../regimes/regime.ts";

/** What is asked of estimates: what they are made of, and when. */
export interface Estimates {
  readonly regime: RegimeLaw;
  readonly samples: number;
  readonly dimension: number;
  /** The standard deviation of the kernel, of so many points; 0 of an empirical law. */
  bandwidth(points: number): number;
  readonly generations: readonly number[];
}

export interface ExpectedMoments {
  /** Of |x - m|^2 under the estimate, m being the true mean. */
  readonly square: Float64Array;
  /** Of the squared distance from the estimate's own mean: its variance. */
  readonly within: Float64Array;
}

/** Where the recursion is. The true mean is taken for the origin. */
interface State {
  /** Of |x|^2 under the estimate. */
  readonly square: number;
  /** Of its squared mean. */
  readonly error: number;
  /** How many data points are kept, and for all of them: the mean of |x|^2, and of their squared mean. */
  readonly pool: number;
  readonly pooled: number;
  readonly apart: number;
  /** The mean product of the estimate's mean and that of the fixed real data. */
  readonly shared: number;
}

/**
 * Exact means over trajectories, of estimates of a law with the variance `variance`, summed over its coordinates. Where
 * data are replaced the square grows by d h^2 a generation and the variance tends to n d h^2 at the rate 1 - 1/n: the
 * points keep together, and wander about.
 */
export function expectedMoments(variance: number, estimates: Estimates): ExpectedMoments {
  const regime = regimeOf(estimates.regime, estimates.samples);
  const smear = (points: number): number => estimates.dimension * estimates.bandwidth(points) ** 2;
  const start: State = { square: variance, error: 0, pool: 0, pooled: 0, apart: 0, shared: 0 };

  /** r real data points and n - r of the last estimate. */
  function joined(state: State, n: number, r: number, shared: number): State {
    const s = n - r;
    const { square, error } = state;
    const mean = r * variance + 2 * r * s * shared + s * s * error + s * (square - error);
    return { ...state, square: (r * variance + s * square) / n + smear(n), error: mean / (n * n) };
  }

  function mixed(state: State, n: number): State {
    const share = regime.real(n) / n;
    const b = 1 - share;
    const square = share * variance + b * state.square;
    const mean = b * b * state.error;
    return { ...state, square: square + smear(n), error: mean + (square - mean) / n };
  }

  function weighted(state: State, n: number): State {
    const r = regime.real(n);
    const s = n - r;
    const { weight: w } = regime;
    const { square, error } = state;
    return {
      ...state,
      square: w * (variance + smear(r)) + (1 - w) * (square + smear(s)),
      error: (w * w * variance) / r + (1 - w) ** 2 * (error + (square - error) / s),
    };
  }

  function kept(state: State, n: number): State {
    const { square, error, pool: before } = state;
    const r = regime.real(n);
    const s = n - r;
    const pool = before + n;
    const pooled = (before * state.pooled + r * variance + s * square) / pool;
    const old = before / pool;
    // Of the sum of what is added, which the real data do not move.
    const sum = s * s * error + r * variance + s * (square - error) + regime.mixing(n) * error;
    const apart = (old * old + (2 * old * s) / pool) * state.apart + sum / pool / pool;
    if (regime.name === "accumulate")
      return { ...state, pool, pooled, apart, square: pooled + smear(pool), error: apart };
    const drawn = pool > n ? (pool - n) / n / (pool - 1) : 0;
    return {
      ...state,
      pool,
      pooled,
      apart,
      square: pooled + smear(n),
      error: apart + drawn * (pooled - apart),
    };
  }

  const states = statesAt(estimates.generations, start, (state: State, k) => {
    const n = regime.size(k);
    const r = regime.real(n);
    if (regime.name === "weighted") return weighted(state, n);
    if (regime.name.startsWith("accumulate")) return kept(state, n);
    if (regime.byChance) return mixed(state, n);
    if (regime.name !== "fixed" || r === 0) return joined(state, n, r, 0);
    return { ...joined(state, n, r, state.shared), shared: (variance + (n - r) * state.shared) / n };
  });
  return {
    square: Float64Array.from(states, ({ square }) => square),
    within: Float64Array.from(states, ({ square, error }) => square - error),
  };
}
