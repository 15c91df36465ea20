import * as v from "valibot";
import { choice, described, integer, number } from "../check/schema.ts";
import { mixtureDerived, namesOf } from "../generations/derived/index.ts";
import { kappaOf } from "../kernels/mixture.ts";
import { define, METHOD, type ModelDefinition, named, SAMPLES } from "./model.ts";

export interface MixtureOptions {
  /** Half the distance between the two components at generation 0, mu_0 (default 1), from 0 to 1e100. */
  mean?: number;
  /** Standard deviation of each component at generation 0, sigma_0 (default 1), from 1e-100 to 1e100. */
  std?: number;
  /** Samples each generation is fitted to, n: an integer from 2 to 10,000,000. */
  samples: number;
  /**
   * `"ml"` (default) is the global maximum of the joint likelihood. `"approximate-ml"` is the paper's Algorithm 1,
   * which is not consistent where mean and std are of like size. `"notebook"` is the root search that the paper's
   * notebook runs for ml: it starts at mu_0 each time and finds mean = 0 far too often.
   */
  estimator?: "ml" | "approximate-ml" | "notebook";
  /** The constant of `"approximate-ml"`, above 1 (default 2); the others do not use it. */
  eta?: number;
  /** All n samples are drawn: there is no finite statistic that would stand for them. */
  method?: "samples";
}

export type MixtureModel = Readonly<Required<MixtureOptions>> & { readonly name: "mixture" };

/** All samples of a generation are in memory at once, and read several times. */
const MAX_SAMPLES = 10_000_000;

const ETA = "a number above 1, at most 1e+100";
const observables = ["mean", "std"] as const;
const derived = namesOf(mixtureDerived);
export type MixtureObservable = (typeof observables)[number] | (typeof derived)[number];

export const mixtureDefinition: ModelDefinition<MixtureModel, typeof observables> & {
  readonly derived: typeof derived;
} = {
  schema: v.strictObject({
    name: named("mixture"),
    mean: v.optional(described("half the distance at generation 0", number(0, 1e100)), 1),
    std: v.optional(described("standard deviation at generation 0", number(1e-100, 1e100)), 1),
    samples: described(SAMPLES, integer(2, MAX_SAMPLES)),
    estimator: v.optional(
      described("estimator of both parameters", choice("ml", "approximate-ml", "notebook")),
      "ml",
    ),
    eta: v.optional(
      described(
        "the constant of approximate-ml",
        v.pipe(v.number(ETA), v.gtValue(1, ETA), v.maxValue(1e100, ETA)),
      ),
      2,
    ),
    method: v.optional(described(METHOD, choice("samples")), "samples"),
  }),
  observables,
  derived,
  recorded: observables,
  initial: ({ mean, std }) => [mean, std],
  plan: ({ mean, std, samples, estimator, eta }, mask) => ({
    kind: "mixture",
    samples,
    bySamples: true,
    values: [mean, std, 0],
    estimator,
    parameter: estimator === "notebook" ? mean : kappaOf(samples, eta),
    eta,
    mask,
  }),
};

/**
 * A symmetric mixture of two Gaussians, N(mean, std^2) and N(-mean, std^2) with equal weights, refitted to its own
 * samples. Observables: `mean` and `std`.
 *
 * Under any data regime. A weighted fit averages means and variances. `"ml"` and `"notebook"` read every data point at
 * each fit, so under `accumulate` generation k takes k times as long, and all are kept, 8 bytes each (at most
 * 10,000,000); `"approximate-ml"` keeps moments. Under `accumulate-subsample` all are kept, at most 100,000,000.
 *
 * @see Suresh, Thangaraj & Khandavally, https://arxiv.org/abs/2412.17646
 * @throws {InputError} for an option that is missing, unknown or out of range
 */
export function mixture(options: MixtureOptions): MixtureModel {
  return define(mixtureDefinition, options);
}
