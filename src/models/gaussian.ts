import * as v from "valibot";
import { choice, described, integer, number } from "../check/schema.ts";
import { gaussianDerived, namesOf } from "../generations/derived/index.ts";
import { log } from "../kernels/math.ts";
import { define, METHOD, type ModelDefinition, named, SAMPLES } from "./model.ts";

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

const observables = ["mean", "std", "logStd"] as const;
const derived = namesOf(gaussianDerived);

export const gaussianDefinition: ModelDefinition<GaussianModel, typeof observables> & {
  readonly derived: typeof derived;
} = {
  schema: v.strictObject({
    name: named("gaussian"),
    mean: v.optional(described("mean at generation 0", number(-1e100, 1e100)), 0),
    std: v.optional(described("standard deviation at generation 0", number(1e-100, 1e100)), 1),
    samples: described(SAMPLES, integer(2)),
    estimator: v.optional(described("estimator of the variance", choice("unbiased", "ml")), "unbiased"),
    method: v.optional(described(METHOD, choice("statistic", "samples")), "statistic"),
  }),
  observables,
  derived,
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
 * @see Suresh, Thangaraj & Khandavally, https://arxiv.org/abs/2412.17646
 * @throws {InputError} for an option that is missing, unknown or out of range
 */
export function gaussian(options: GaussianOptions): GaussianModel {
  return define(gaussianDefinition, options);
}
