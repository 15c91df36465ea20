import { type State as MeanState, startOf as meanStart } from "./mean-error-steps.ts";
import type { Regime } from "./regime.ts";

/** Where the recursion is; the other numbers are those of a mean alone. Internal. */
export interface State extends MeanState {
  readonly variance: number;
}

/** Before the first fit. Internal, as is what follows. */
export const startOf = (regime: Regime): State => ({ ...meanStart(regime), variance: 1 });

export type Step = (state: State, generation: number) => State;

/** Of the variance around their mean, what a fit to n points finds on average. */
const found = (n: number, ml: boolean): number => (ml ? 1 - 1 / n : 1);

/** What is done to a variance before data are drawn with it, and after it was fitted. */
export interface Pull {
  /** Data are drawn with so many times the fitted variance. */
  readonly temperature: number;
  /** The share of `target` in the variance that is fitted. */
  readonly share: number;
  readonly target: number;
}

/** Neither narrows nor pulls. */
export const NO_PULL: Pull = { temperature: 1, share: 0, target: 1 };

export function stepOf(regime: Regime, ml: boolean, { temperature, share, target }: Pull = NO_PULL): Step {
  const step = fittedOf(regime, ml);
  if (temperature === 1 && share === 0) return step;
  return (state, k) => {
    const next = step({ ...state, variance: temperature * state.variance }, k);
    // Of an infinite variance a share of 0 is none.
    const own = share === 1 ? 0 : (1 - share) * next.variance;
    return { ...next, variance: own + share * target };
  };
}

/** One fit to data that are drawn with the state's variance. */
function fittedOf(regime: Regime, ml: boolean): Step {
  if (regime.name === "accumulate") return accumulate(regime, ml);
  if (regime.name === "accumulate-subsample") return subsample(regime, ml);
  if (regime.name === "fixed" && regime.real(1) > 0) return fixed(regime, ml);
  const { size } = regime;
  const next = regime.name === "weighted" ? weighted(regime, ml) : mixed(regime, ml);
  return ({ variance: x, error: y, pool, apart, square, share }, k) => {
    const [variance, error] = next(x, y, size(k));
    return { variance, error, pool, apart, square, share };
  };
}

/** The two moments after a fit to n data points, where nothing is remembered but the last fit. */
type Moments = (x: number, y: number, n: number) => [variance: number, error: number];

function weighted({ weight, real }: Regime, ml: boolean): Moments {
  const w = 1 - weight;
  return (x, y, n) => {
    const r = real(n);
    const s = n - r;
    return [weight * found(r, ml) + w * found(s, ml) * x, weight ** 2 / r + w * w * (y + x / s)];
  };
}

function mixed({ byChance, real }: Regime, ml: boolean): Moments {
  return (x, y, n) => {
    const a = real(n) / n;
    const b = 1 - a;
    const within = a + b * x;
    // Of an infinite error no part is none.
    const between = a === 0 ? 0 : a * b * y;
    // By chance, data points are of one law with both components; else their mean varies less.
    if (byChance) return [found(n, ml) * (within + between), b * b * y + (within + between) / n];
    return [ml ? within * (1 - 1 / n) + between : within + (n / (n - 1)) * between, b * b * y + within / n];
  };
}

function accumulate({ size, real, mixing }: Regime, ml: boolean): Step {
  return ({ variance: x, error: y, pool: before, apart, square, share }, k) => {
    const n = size(k);
    const r = real(n);
    const pool = before + n;
    // The model's mean is the pool's, so its batch lies about that; the pool's own variance is kept apart, as the fitted
    // one may have been pulled.
    const less = ml ? 0 : 1;
    const old = k === 1 ? 0 : (square * (before - less)) / (pool - less);
    if (r === 0) {
      const variance = old + (x * (n - 1 + before / pool)) / (pool - less);
      return { variance, error: y + (n / pool / pool) * x, pool, apart, square: variance, share };
    }
    // Of the sum of a batch, beside the pool's mean.
    const mixed = mixing(n);
    const sum = (n - r) * x + r + (mixed > 0 ? mixed * y : 0);
    const squares = (n - r) * x + r * (1 + y) - (sum + r * r * y) / pool;
    const variance = old + squares / (pool - less);
    const kept = 1 - r / pool;
    return { variance, error: kept * kept * y + sum / pool / pool, pool, apart, square: variance, share };
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
  return ({ variance: x, pool, apart: distance, square, share: before }, k) => {
    const n = size(k);
    const s = n - r;
    const b = s / n;
    // The squared distance of the two means.
    const between = s > 0 ? distance + x / s : 0;
    const squares = r - 1 + Math.max(0, s - 1) * x + r * b * between;
    const apart = b * b * between;
    const share = before * b;
    const error = (1 - 2 * share) / r + apart;
    return { variance: squares / (ml ? n : n - 1), error, pool, apart, square, share };
  };
}
