// What a generation of a model of few numbers begins with, in the kernel and in its twin.
import type { GaussianFit, ScalarPlan } from "./plans.ts";

/** The parameters of generation 0: p and 1 - p, a rate, or mean and variance. */
export function truthOf({ kind, values: [first, second], samples }: ScalarPlan): [number, number] {
  if (kind === "poisson") return [first / samples, 0];
  return kind === "gaussian" ? [first, second * second] : [first, second];
}

/** How it is fitted and sampled from; by default as the estimators "unbiased" and "ml" do. */
export function fitOf({ fit, divisor, samples }: ScalarPlan): GaussianFit {
  return fit ?? { less: divisor === samples ? 0 : 1, shrink: 0, target: 0, temperature: 1 };
}
