import { invalid } from "../../check/errors.ts";
import { type AtGeneration, type AtGenerations, checkAsked, statesAt } from "./asked.ts";
import { type GaussianRegimeOptions, isMl } from "./gaussian.ts";
import { type Factors, factorsOf } from "./gaussian-factors.ts";
import { type State as Moments, startOf, stepOf } from "./gaussian-steps.ts";
import { hasOnlySynthetic, type Regime } from "./regime.ts";

/** Means over all trajectories of how far the fitted Gaussian is from the true one. */
export interface GaussianRisk<T> {
  /** E ln(Sigma_k^2 / sigma_0^2). */
  logVariance: T;
  /** E Sigma_k / sigma_0. */
  std: T;
  /** E KL(truth || model), in nats; Infinity where 3 data points or less are fitted at first. */
  forward: T;
  /** E KL(model || truth), in nats. */
  reverse: T;
  /** E of the squared Wasserstein distance of order 2, in units of sigma_0^2. */
  wasserstein: T;
}

// Accumulated data take some microseconds a generation, for integrals.
const LAST = 10_000;

interface State {
  readonly pool: number;
  readonly logVariance: number;
  readonly std: number;
  /** E 1/v and E mu^2/v. */
  readonly inverse: number;
  readonly pull: number;
}

function nextOf({ name, size }: Regime, ml: boolean): (state: State, generation: number) => State {
  // Under replaced data of equal sizes the factors are those of the last generation.
  let last = { before: -1, n: -1, factors: undefined as Factors | undefined };
  return (state, k) => {
    const n = size(k);
    const before = name === "accumulate" ? state.pool : 0;
    const same = last.before === before && last.n === n ? last.factors : undefined;
    const factors = same ?? factorsOf(before, n, ml);
    last = { before, n, factors };
    const pool = before + n;
    return {
      pool,
      logVariance: state.logVariance + factors.logarithm,
      std: state.std * factors.root,
      inverse: state.inverse * factors.inverse,
      // Nothing times infinity at first, where there are too few data.
      pull: (state.pull === 0 ? 0 : state.pull * factors.inverse) + (n / pool / pool) * factors.pull,
    };
  };
}

/**
 * Exact risks of a Gaussian of which mean and variance are fitted, to replaced or to accumulated data: there the variance
 * of each fit is that of the last times an independent factor. The law of 1/Sigma_k^2 has a heavy tail: a simulation
 * comes near the mean of the forward divergence while k is small beside n only.
 *
 * @param options those of `gaussianMoments`, with the regime "replace" or "accumulate" and generations up to 10000
 * @returns numbers, or arrays of them in the order of `generations`
 * @throws {InputError} if an option is missing, unknown or out of range
 * @see Gerstgrasser et al., Is Model Collapse Inevitable?, arXiv:2404.01413, for accumulated data; Johnson, Kotz and
 *   Balakrishnan, Continuous Univariate Distributions 1 (1994), ch. 18
 */
export function gaussianRisk(options: GaussianRegimeOptions & AtGeneration): GaussianRisk<number>;
export function gaussianRisk(options: GaussianRegimeOptions & AtGenerations): GaussianRisk<Float64Array>;
export function gaussianRisk(
  options: GaussianRegimeOptions & (AtGeneration | AtGenerations),
): GaussianRisk<number | Float64Array> {
  const { read, regime, generations, several } = checkAsked(options, ["estimator"], 2, LAST);
  if (!hasOnlySynthetic(regime)) {
    throw invalid("regime.name", regime.name, "replace or accumulate, without real data");
  }
  const ml = isMl(read, regime);
  const next = nextOf(regime, ml);
  const step = stepOf(regime, ml);
  const start: [State, Moments] = [{ pool: 0, logVariance: 0, std: 1, inverse: 1, pull: 0 }, startOf(regime)];
  const states = statesAt(generations, start, ([law, moments], k): [State, Moments] => [
    next(law, k),
    step(moments, k),
  ]);
  const of = (value: (state: [State, Moments]) => number) =>
    several ? Float64Array.from(states, value) : value(states[0]);
  return {
    logVariance: of(([{ logVariance }]) => logVariance),
    std: of(([{ std }]) => std),
    forward: of(([{ logVariance, inverse, pull }]) => (logVariance - 1 + inverse + pull) / 2),
    reverse: of(([{ logVariance }, { variance, error }]) => (variance + error - 1 - logVariance) / 2),
    wasserstein: of(([{ std }, { variance, error }]) => variance + error + 1 - 2 * std),
  };
}
