import type { Regime } from "./regime.ts";

/** Where the recursion is. Internal. */
export interface State {
  readonly variance: number;
  readonly error: number;
  /** As in `meanError`: the data so far, and of the pool the squared error of its mean and its second moment. */
  readonly pool: number;
  readonly apart: number;
  readonly square: number;
  readonly share: number;
}

/** Before the first fit. Internal, as is what follows. */
export const startOf = (regime: Regime): State => {
  const real = regime.real(regime.size(1));
  return { variance: 1, error: 0, pool: 0, apart: real > 0 ? 1 / real : 0, square: 0, share: 1 };
};

export type Step = (state: State, generation: number) => State;

/** Of the variance around their mean, what a fit to n points finds on average. */
const found = (n: number, ml: boolean): number => (ml ? 1 - 1 / n : 1);

export function stepOf(regime: Regime, ml: boolean): Step {
  const { name, byChance, weight, size, real } = regime;
  if (name === "accumulate") return accumulate(regime, ml);
  if (name === "accumulate-subsample") return subsample(regime, ml);
  if (name === "fixed" && real(1) > 0) return fixed(regime, ml);
  return (state, k) => {
    const { variance: x, error: y } = state;
    const n = size(k);
    const r = real(n);
    const s = n - r;
    if (name === "weighted") {
      const w = 1 - weight;
      const variance = weight * found(r, ml) + w * found(s, ml) * x;
      return { ...state, variance, error: weight ** 2 / r + w * w * (y + x / s) };
    }
    const b = s / n;
    const within = r / n + b * x;
    const error = b * b * y + within / n;
    // One law with both components, or a fixed number of each: then the means of n points differ less.
    if (byChance) {
      const spread = within + (r / n) * b * y;
      return { ...state, variance: found(n, ml) * spread, error: b * b * y + spread / n };
    }
    const variance = ml ? within * (1 - 1 / n) + (r / n) * b * y : within + (r / (n - 1)) * b * y;
    return { ...state, variance, error };
  };
}

function accumulate({ size }: Regime, ml: boolean): Step {
  return (state, k) => {
    const n = size(k);
    const pool = state.pool + n;
    const { variance: x, error } = state;
    // What a batch adds to the squares around the common mean, beside what the divisor grows by.
    const left = ml ? 1 - n / pool / pool : k === 1 ? 1 : 1 - n / pool / (pool - 1);
    return { ...state, pool, variance: x * left, error: error + (n / pool / pool) * x };
  };
}

function subsample({ size }: Regime, ml: boolean): Step {
  return ({ variance: x, error: y, pool: before, apart, square, share }, k) => {
    const n = size(k);
    const pool = before + n;
    const old = before / pool;
    const added = n / pool;
    const mean = old * old * apart + 2 * old * added * apart + added * added * (y + x / n);
    const spread = old * square + added * (x + y);
    const all = (pool / (pool - 1)) * (spread - mean);
    const drawn = (pool - n) / n / (pool - 1);
    const error = mean + drawn * (spread - mean);
    return { variance: found(n, ml) * all, error, pool, apart: mean, square: spread, share };
  };
}

/** The set's own mean and variance stay, so the fit is followed beside them. */
function fixed({ size, real }: Regime, ml: boolean): Step {
  const r = real(1);
  return (state, k) => {
    const n = size(k);
    const s = n - r;
    const b = s / n;
    // The squared distance of the two means.
    const between = s > 0 ? state.apart + state.variance / s : 0;
    const squares = r - 1 + Math.max(0, s - 1) * state.variance + r * b * between;
    const apart = b * b * between;
    const share = state.share * b;
    const error = (1 - 2 * share) / r + apart;
    return { ...state, variance: squares / (ml ? n : n - 1), apart, share, error };
  };
}
