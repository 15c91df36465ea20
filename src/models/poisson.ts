import * as v from "valibot";
import { invalid } from "../check/errors.ts";
import { choice, described, integer, number } from "../check/schema.ts";
import { namesOf, poissonDerived } from "../generations/derived/index.ts";
import { MAX_INTEGER } from "../seed.ts";
import { define, METHOD, type ModelDefinition, named, SAMPLES } from "./model.ts";

export interface PoissonOptions {
  /** Mean at generation 0: 0 or above; samples * rate at most 2^53-1. */
  rate: number;
  /** Samples each generation is fitted to, n: an integer from 1 to 2^53-1. */
  samples: number;
  /**
   * `"statistic"` (default) draws the sum of the samples from its exact law, at a cost that does not grow with n;
   * `"samples"` draws all n of them, for n up to 10^8. Both have the same law.
   */
  method?: "statistic" | "samples";
}

export type PoissonModel = Readonly<Required<PoissonOptions>> & { readonly name: "poisson" };

const observables = ["rate"] as const;
const derived = namesOf(poissonDerived);
export type PoissonObservable = (typeof observables)[number] | (typeof derived)[number];

export const poissonDefinition: ModelDefinition<PoissonModel, typeof observables> & {
  readonly derived: typeof derived;
} = {
  schema: v.strictObject({
    name: named("poisson"),
    rate: described("mean at generation 0", number(0, MAX_INTEGER)),
    samples: described(SAMPLES, integer(1)),
    method: v.optional(described(METHOD, choice("statistic", "samples")), "statistic"),
  }),
  check(model, place) {
    if (model.rate * model.samples <= MAX_INTEGER) return model;
    throw invalid(`${place}rate`, model.rate, "samples * rate of at most 2^53-1");
  },
  observables,
  derived,
  recorded: observables,
  initial: ({ rate }) => [rate],
  plan: ({ rate, samples, method }, mask) => ({
    kind: "poisson",
    samples,
    bySamples: method === "samples",
    values: [samples * rate, 0, 0],
    divisor: samples,
    mask,
  }),
};

/**
 * A Poisson distribution refitted to its own samples: S ~ Poisson(n rate), then rate = S / n. It is a critical
 * Galton–Watson process. Observable: `rate`.
 *
 * @see Suresh, Thangaraj & Khandavally, https://arxiv.org/abs/2412.17646
 * @throws {InputError} for an option that is missing, unknown or out of range
 */
export function poisson(options: PoissonOptions): PoissonModel {
  return define(poissonDefinition, options);
}
