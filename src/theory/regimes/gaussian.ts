import { invalid } from "../../check/errors.ts";
import { nonNegative, positive, probability } from "../check.ts";
import type { Estimator } from "../gaussian-options.ts";
import { type AtGeneration, type AtGenerations, checkAsked, type RegimeOptions, statesAt } from "./asked.ts";
import { NO_PULL, type Pull, startOf, stepOf } from "./gaussian-steps.ts";
import type { Regime } from "./regime.ts";

/** A Gaussian of which mean and variance are fitted. */
export interface GaussianRegimeOptions extends RegimeOptions {
  /** Divisor of the variance, of all that a fit sees: its number less 1 ("unbiased", the default), or that ("ml"). */
  estimator?: Estimator;
}

/** One whose variance is narrowed or widened for sampling, and pulled to another in every fit. */
export interface PulledGaussianOptions extends GaussianRegimeOptions {
  /** What the variance is multiplied by for sampling, a finite number above 0; 1 when left out. Real data are as they are. */
  temperature?: number;
  /** l, the share of the `target` in the fitted variance, (1 - l) s^2 + l target: from 0 to 1; 0 when left out. */
  share?: number;
  /** A variance in units of the true one: a finite number, 0 or more; 1 when left out. */
  target?: number;
}

function pullOf({
  temperature = NO_PULL.temperature,
  share = NO_PULL.share,
  target = NO_PULL.target,
}: PulledGaussianOptions): Pull {
  positive("temperature", temperature);
  probability("share", share);
  nonNegative("target", target);
  return { temperature, share, target };
}

/** Means over all trajectories, in units of the true variance. */
export interface GaussianMoments<T> {
  /** E Sigma_k^2, of the fitted variance. */
  variance: T;
  /** E (mu_k - mu_0)^2, of the fitted mean. */
  squaredError: T;
}

/** Whether the estimator is "ml", checked with the regime. */
export function isMl({ estimator = "unbiased" }: { estimator?: Estimator }, regime: Regime): boolean {
  if (estimator !== "unbiased" && estimator !== "ml") {
    throw invalid("estimator", estimator, '"unbiased" or "ml"');
  }
  const n = regime.size(1);
  const real = regime.real(n);
  if (regime.name === "weighted" && estimator === "unbiased" && (real < 2 || n - real < 2)) {
    throw invalid(
      "regime.realSamples",
      real,
      "2 or more, and 2 less than samples: each fit has its own variance",
    );
  }
  return estimator === "ml";
}

/**
 * Exact means of the fitted variance and of the squared error of the fitted mean, in units of the true variance, in every
 * regime, with growing sizes too. Under "ml" alone they add up to 1 but for weighted data. A subsample is fitted with the
 * divisor of a subsample. With "weighted" the two variances are weighted as the two means are, so that the distance of
 * these does not count.
 *
 * A model may be sampled at a `temperature`, and its variance pulled to a `target`, as by a prior: that is the shrinkage of
 * "shrink", with the divisor of "ml". Both leave means as they are.
 *
 * @param options those of a regime, at least 2 `samples`, `estimator`, and perhaps `temperature`, `share` and `target`
 * @returns multiples of sigma_0^2, or arrays of them in the order of `generations`
 * @throws {InputError} if an option is missing, unknown or out of range
 * @see Kazdan et al., Collapse or Thrive?, arXiv:2410.16713, for the regimes; Alemohammad et al., Self-Consuming
 *   Generative Models Go MAD, arXiv:2307.01850, for fixed and fresh real data
 */
export function gaussianMoments(options: PulledGaussianOptions & AtGeneration): GaussianMoments<number>;
export function gaussianMoments(
  options: PulledGaussianOptions & AtGenerations,
): GaussianMoments<Float64Array>;
export function gaussianMoments(
  options: PulledGaussianOptions & (AtGeneration | AtGenerations),
): GaussianMoments<number | Float64Array> {
  const { read, regime, generations, several } = checkAsked(
    options,
    ["estimator", "temperature", "share", "target"],
    2,
  );
  const step = stepOf(regime, isMl(read, regime), pullOf(read));
  const states = statesAt(generations, startOf(regime), step);
  if (!several) return { variance: states[0].variance, squaredError: states[0].error };
  return {
    variance: Float64Array.from(states, ({ variance }) => variance),
    squaredError: Float64Array.from(states, ({ error }) => error),
  };
}
