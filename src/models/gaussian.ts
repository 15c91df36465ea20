import * as v from "valibot";
import { InputError, invalid } from "../check/errors.ts";
import { choice, choiceOrFunction, described, integer, number } from "../check/schema.ts";
import { gaussianDerived, namesOf } from "../generations/derived/index.ts";
import type { OwnMomentsFit } from "../kernels/fit.ts";
import { log } from "../kernels/math.ts";
import { REPLACE } from "../kernels/regime.ts";
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
   * `"shrink"` pulls the latter's variance to that of `tau`: (1 - lambda) s^2 + lambda tau^2.
   * Or a function of your own, from n, the mean, and the sum of squared deviations from it to mean and std: then the run
   * stays in this thread, with one worker, and its results do not hold the function.
   */
  estimator?: "unbiased" | "ml" | "shrink" | OwnMomentsFit;
  /** With `"shrink"`: from 0 to 1. */
  lambda?: number;
  /** With `"shrink"`: a standard deviation, from 0 to 1e100. */
  tau?: number;
  /** Samples have the fitted variance times this, from 1e-6 to 1e6 (default 1): the sampling bias of MAD, arXiv:2307.01850. */
  temperature?: number;
  /**
   * `"statistic"` (default) draws the sample mean and variance from their exact law, at a cost that does not grow
   * with n; `"samples"` draws all n samples, for n up to 10^8. Both have the same law.
   */
  method?: "statistic" | "samples";
}

/** Options that are left out where they say nothing. */
type Rare = "lambda" | "tau" | "temperature";

export type GaussianModel = Readonly<Required<Omit<GaussianOptions, Rare>>> & {
  readonly [K in Rare]?: number | undefined;
} & { readonly name: "gaussian" };

/** One that is fitted by its moments alone. */
export type UsualGaussian = GaussianModel & { readonly estimator: "unbiased" | "ml" };

const isUsual = ({ estimator, temperature = 1 }: Pick<GaussianModel, "estimator" | "temperature">): boolean =>
  (estimator === "unbiased" || estimator === "ml") && temperature === 1;

const LAMBDA = "a number from 0 to 1";
const TAU = "a number from 0 to 1e+100";

const observables = ["mean", "std", "logStd"] as const;
const derived = namesOf(gaussianDerived);
export type GaussianObservable = (typeof observables)[number] | (typeof derived)[number];

export const gaussianDefinition: ModelDefinition<GaussianModel, typeof observables> & {
  readonly derived: typeof derived;
} = {
  schema: v.strictObject({
    name: named("gaussian"),
    mean: v.optional(described("mean at generation 0", number(-1e100, 1e100)), 0),
    std: v.optional(described("standard deviation at generation 0", number(1e-100, 1e100)), 1),
    samples: described(SAMPLES, integer(2)),
    estimator: v.optional(
      described(
        "estimator of the variance",
        choiceOrFunction<readonly ["unbiased", "ml", "shrink"], OwnMomentsFit>("unbiased", "ml", "shrink"),
      ),
      "unbiased",
    ),
    method: v.optional(described(METHOD, choice("statistic", "samples")), "statistic"),
    lambda: v.optional(described("shrink: share of tau^2 in the variance", number(0, 1))),
    tau: v.optional(described("shrink: what std is pulled to", number(0, 1e100))),
    temperature: v.optional(described("samples have the variance times this", number(1e-6, 1e6))),
  }),
  check(model, place) {
    for (const option of ["lambda", "tau"] as const) {
      const isGiven = model[option] !== undefined;
      if (isGiven && model.estimator !== "shrink")
        throw invalid(`${place}${option}`, model[option], 'only with estimator "shrink"');
      if (!isGiven && model.estimator === "shrink")
        throw new InputError(`invalid ${place}${option}: missing (${option === "tau" ? TAU : LAMBDA})`);
    }
    return model;
  },
  isUsual,
  observables,
  derived,
  recorded: ["mean", "std"],
  initial: ({ mean, std }) => [mean, std, log(std)],
  plan({ mean, std, samples, estimator, method, lambda = 0, tau = 0, temperature = 1 }, mask) {
    const less = estimator === "unbiased" ? 1 : 0;
    const fit = { less, shrink: lambda, target: tau * tau, temperature } as const;
    return {
      kind: "gaussian",
      samples,
      bySamples: method === "samples",
      values: [mean, std, 0],
      divisor: samples - less,
      mask,
      ...(!isUsual({ estimator, temperature }) && { fit, regime: REPLACE }),
      ...(typeof estimator === "function" && { ownFit: estimator }),
    };
  },
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
