import type { Regime } from "./regime.ts";

/** Where a recursion is; which of the numbers it uses is the regime's affair. */
export interface State {
  /** The squared error of the fit, D. */
  readonly error: number;
  /** All data so far. */
  readonly pool: number;
  /** Of their mean, the squared error; of the fixed set, that of the fit beside its mean. */
  readonly apart: number;
  /** Of the pool, the mean of the squared deviations from the truth. */
  readonly square: number;
  /** Fixed set: the product of the synthetic shares. */
  readonly share: number;
}

export type Step = (state: State, generation: number) => State;

/** Before the first fit. */
export function startOf(regime: Regime): State {
  const real = regime.real(regime.size(1));
  return { error: 0, pool: 0, apart: real > 0 ? 1 / real : 0, square: 0, share: 1 };
}

/** One generation more, by the regime; the errors are in units of the variance of a real data point. */
export function stepOf(regime: Regime, v2: number): Step {
  if (regime.name === "accumulate") return accumulate(regime, v2);
  if (regime.name === "accumulate-subsample") return subsample(regime, v2);
  if (regime.name === "fixed" && regime.real(1) > 0) return fixed(regime, v2);
  return renewed(regime, v2);
}

/** Replaced, fresh and weighted data: nothing is remembered but the last fit. */
function renewed({ name, weight, byChance, size, real }: Regime, v2: number): Step {
  const next = (error: number, n: number): number => {
    const r = real(n);
    const s = n - r;
    if (name === "weighted") {
      const other = (1 - weight) ** 2;
      return weight ** 2 / r + other * (error + (1 + v2 * error) / s);
    }
    const b = s / n;
    // By chance, the number of real ones varies too.
    const mixing = byChance ? r / n : 0;
    return b * b * error + (1 + b * (v2 + mixing) * error) / n;
  };
  return ({ error, pool, apart, square, share }, k) => ({
    error: next(error, size(k)),
    pool,
    apart,
    square,
    share,
  });
}

function accumulate({ size, real, mixing }: Regime, v2: number): Step {
  return ({ error, pool: before, apart, square, share }, k) => {
    const n = size(k);
    const r = real(n);
    const pool = before + n;
    // The real ones' mean is the truth.
    const kept = 1 - r / pool;
    const drawn = n + ((n - r) * v2 + mixing(n)) * error;
    return { error: kept * kept * error + drawn / pool / pool, pool, apart, square, share };
  };
}

function subsample({ size }: Regime, v2: number): Step {
  return ({ error, pool: before, apart, square, share }, k) => {
    const n = size(k);
    const pool = before + n;
    const old = before / pool;
    const added = n / pool;
    const mean = old * old * apart + 2 * old * added * apart + added * added * (error + (1 + v2 * error) / n);
    const spread = old * square + added * (1 + (1 + v2) * error);
    // n of the pool, without replacement; at first they are all of it.
    const drawn = pool > n ? (pool - n) / n / (pool - 1) : 0;
    // Beyond the largest number there are no differences.
    const next = spread < Infinity ? mean + drawn * (spread - mean) : Infinity;
    return { error: next, pool, apart: mean, square: spread, share };
  };
}

/** The set's mean stays, so the fit is followed beside it. */
function fixed({ size, real }: Regime, v2: number): Step {
  const r = real(1);
  return ({ error, pool, apart: distance, square, share: before }, k) => {
    const n = size(k);
    const s = n - r;
    const b = s / n;
    const apart = s > 0 ? b * b * (distance + (1 + v2 * error) / s) : 0;
    const share = before * b;
    return { error: (1 - 2 * share) / r + apart, pool, apart, square, share };
  };
}
