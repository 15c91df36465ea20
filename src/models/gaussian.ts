import * as v from "valibot";
import { choice, integer, number } from "../check/schema.ts";
import { log } from "../kernels/math.ts";
import { define, type ModelDefinition, named } from "./model.ts";

export interface GaussianOptions {
  /** Mean at generation 0 (default 0), from -1e100 to 1e100. */
  mean?: number;
  /** Standard deviation at generation 0 (default 1), from 1e-100 to 1e100. */
  std?: number;
  /** Samples each generation is fitted to, n: an integer from 2 to 2^53-1. */
  samples: number;
  /**
   * Divisor of the sum of squares: n - 1 for `"unbiased"` (default; what the paper's notebook runs), n for `"ml"`.
   */
  estimator?: "unbiased" | "ml";
  /**
   * `"statistic"` (default) draws the sample mean and variance from their exact law, at a cost that does not grow
   * with n; `"samples"` draws all n samples, for n up to 10^8. Both have the same law.
   */
  method?: "statistic" | "samples";
}

export type GaussianModel = Readonly<Required<GaussianOptions>> & { readonly name: "gaussian" };

export const gaussianDefinition: ModelDefinition<GaussianModel> = {
  schema: v.strictObject({
    name: named("gaussian"),
    mean: v.optional(number(-1e100, 1e100), 0),
    std: v.optional(number(1e-100, 1e100), 1),
    samples: integer(2),
    estimator: v.optional(choice("unbiased", "ml"), "unbiased"),
    method: v.optional(choice("statistic", "samples"), "statistic"),
  }),
  observables: ["mean", "std", "logStd"],
  recorded: ["mean", "std"],
  initial: ({ mean, std }) => [mean, std, log(std)],
  plan: ({ mean, std, samples, estimator, method }, mask) => ({
    kind: "gaussian",
    samples,
    bySamples: method === "samples",
    values: [mean, std, 0],
    divisor: estimator === "ml" ? samples : samples - 1,
    mask,
  }),
};

/**
 * A Gaussian refitted to its own samples. The mean moves by std * N(0, 1) / sqrt(n); std^2 is multiplied by an
 * independent chi-square with n - 1 degrees of freedom over n - 1 (`unbiased`) or n (`ml`).
 *
 * Observables: `mean`, `std`, and on request `logStd`, the natural logarithm of std. It goes on where std itself
 * has become too small for a double and is shown as 0.
 *
 * Source: Suresh, Thangaraj & Khandavally, arXiv 2412.17646.
 * @throws {InputError} for an option that is missing, unknown or out of range
 */
export function gaussian(options: GaussianOptions): GaussianModel {
  return define(gaussianDefinition, options);
}
