import {
  type AtGeneration,
  type AtGenerations,
  answer,
  checkAsked,
  type RegimeOptions,
  statesAt,
} from "./asked.ts";
import { curvature, type FamilyOptions } from "./families.ts";
import { startOf, stepOf } from "./mean-error-steps.ts";

/** What a mean squared error depends on. */
export type MeanErrorOptions = RegimeOptions & FamilyOptions;

/**
 * Exact mean squared error of the fitted mean, in units of the variance V0 of one real data point: E (m_k - m_0)^2 / V0,
 * or E sum (p_k - p_0)^2 / (1 - sum p_0^2) of a categorical model. It is the mean that is fitted by its sample mean; the
 * error of a Gaussian whose variance is fitted too is that of `gaussianMoments`. At generation 0 it is 0, at the first fit
 * 1/n, but for weighted data. Growing sizes keep it exact, in every regime.
 *
 * It is a recursion over the generations, of no more than the first two moments of data and fit.
 *
 * @returns a multiple of V0, or an array of them in the order of `generations`; Infinity beyond the largest number
 * @throws {InputError} if an option is missing, unknown or out of range
 * @see Gerstgrasser et al., Is Model Collapse Inevitable?, arXiv:2404.01413, for accumulated data; Kazdan et al.,
 *   arXiv:2410.16713, for subsamples; He, Xu and Cheng, arXiv:2502.18049, for weights; Kanabar and Gastpar,
 *   arXiv:2501.19273, for mixtures
 */
export function meanError(options: MeanErrorOptions & AtGeneration): number;
export function meanError(options: MeanErrorOptions & AtGenerations): Float64Array;
export function meanError(options: MeanErrorOptions & (AtGeneration | AtGenerations)): number | Float64Array {
  const asked = checkAsked(options, ["family", "v2"]);
  const { regime, generations, read } = asked;
  const step = stepOf(regime, curvature(read));
  const states = statesAt(generations, startOf(regime), step);
  return answer(
    asked,
    Float64Array.from(states, ({ error }) => error),
  );
}

/**
 * Exact share of the heterozygosity 1 - sum p^2 of the original law that is left on average in a categorical model fitted
 * by its frequencies, E H_k / H_0 = 1 - D_k with the `meanError` D_k of the family "categorical": frequencies are unbiased
 * in every regime. A Bernoulli model has the same share of p (1 - p) left.
 *
 * @returns a share, or an array of them in the order of `generations`
 * @throws {InputError} if an option is missing, unknown or out of range
 * @see Seddik et al., How Bad is Training on Synthetic Data?, arXiv:2404.05090
 */
export function heterozygosityLeft(options: RegimeOptions & AtGeneration): number;
export function heterozygosityLeft(options: RegimeOptions & AtGenerations): Float64Array;
export function heterozygosityLeft(
  options: RegimeOptions & (AtGeneration | AtGenerations),
): number | Float64Array {
  const asked = checkAsked(options);
  const { regime, generations } = asked;
  const step = stepOf(regime, -1);
  const states = statesAt(generations, startOf(regime), step);
  return answer(
    asked,
    Float64Array.from(states, ({ error }) => Math.max(0, 1 - error)),
  );
}
