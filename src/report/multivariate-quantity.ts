// What is measured of Gaussians of several dimensions, and its exact mean.
import type { Regime } from "../experiment/regime.ts";
import { meanTheory } from "../laws/index.ts";
import { type MultivariateModel, type MultivariateObservable, trueNumbers } from "../models/multivariate.ts";
import type { Quantity } from "../papers/index.ts";
import { covarianceError, expectedDetAccumulated } from "../theory/multivariate.ts";
import { gaussianMomentsLimit, type RegimeLaw } from "../theory/regimes/index.ts";

interface Setup {
  readonly model: MultivariateModel;
  readonly regime: Regime;
}

const OBSERVABLES = {
  "squared error": "meanError",
  variance: "traceRatio",
  determinant: "detRatio",
  "log determinant": "logDet",
  "covariance error": "covarianceError",
} as const;

export const observableOf = (quantity: Quantity): MultivariateObservable =>
  OBSERVABLES[quantity as keyof typeof OBSERVABLES];

/** What it begins with, and what it is told in. */
export function scaleOf(model: MultivariateModel, quantity: Quantity): { start: number; unit: number } {
  const { logDet, trace, squares } = trueNumbers(model);
  if (quantity === "squared error") return { start: 0, unit: trace };
  if (quantity === "log determinant") return { start: logDet, unit: model.dimension };
  return { start: 0, unit: quantity === "covariance error" ? squares : 1 };
}

/** @throws {Error} where no law is exact: such a figure is not to be drawn */
export function exactMultivariate(
  { model, regime }: Setup,
  quantity: Quantity,
  generations: readonly number[],
): Float64Array {
  const observable = observableOf(quantity);
  const law = meanTheory({ model, regime }, observable, generations).find(({ side }) => side === "exact");
  if (law === undefined) throw new Error(`no exact mean of ${observable} under ${regime.name}`);
  const { start, unit } = scaleOf(model, quantity);
  return law.values.map((value) => (value - start) / unit);
}

/** So many generations are as good as all, to the digits that are shown. */
const ALL = 100_000;

/** What it tends to. */
export function longRunOf({ model, regime }: Setup, quantity: Quantity): number {
  const { dimension, samples, estimator } = model;
  const law = regime as RegimeLaw;
  if (quantity === "squared error" || quantity === "variance") {
    const limit = gaussianMomentsLimit({ regime: law, samples, estimator });
    return quantity === "variance" ? limit.variance : limit.squaredError;
  }
  if (quantity === "log determinant" && regime.name === "replace") return Number.NEGATIVE_INFINITY;
  if (quantity === "determinant" && regime.name === "accumulate")
    return expectedDetAccumulated({ dimension, samples, estimator, generations: [ALL] })[0];
  const { trace, squares } = trueNumbers(model);
  if (quantity === "covariance error" && regime.name === "replace" && estimator === "unbiased")
    return Number.POSITIVE_INFINITY;
  if (quantity === "covariance error")
    return covarianceError({ regime: law, samples, estimator, trace, squares, generation: ALL }) / squares;
  return 0;
}
