import * as v from "valibot";
import { choice, described, integer, number } from "../check/schema.ts";
import { bernoulliDerived, namesOf } from "../generations/derived/index.ts";
import { define, METHOD, type ModelDefinition, named, SAMPLES } from "./model.ts";

export interface BernoulliOptions {
  /** Probability of a one at generation 0, from 0 to 1. */
  p: number;
  /** Samples each generation is fitted to, n: an integer from 1 to 2^53-1. */
  samples: number;
  /**
   * `"statistic"` (default) draws the number of ones from its exact law, at a cost that does not grow with n;
   * `"samples"` draws all n of them, for n up to 10^8. Both have the same law.
   */
  method?: "statistic" | "samples";
}

export type BernoulliModel = Readonly<Required<BernoulliOptions>> & { readonly name: "bernoulli" };

const observables = ["p"] as const;
const derived = namesOf(bernoulliDerived);
export type BernoulliObservable = (typeof observables)[number] | (typeof derived)[number];

export const bernoulliDefinition: ModelDefinition<BernoulliModel, typeof observables> & {
  readonly derived: typeof derived;
} = {
  schema: v.strictObject({
    name: named("bernoulli"),
    p: described("probability of a one at generation 0", number(0, 1)),
    samples: described(SAMPLES, integer(1)),
    method: v.optional(described(METHOD, choice("statistic", "samples")), "statistic"),
  }),
  observables,
  derived,
  recorded: observables,
  initial: ({ p }) => [p],
  plan: ({ p, samples, method }, mask) => ({
    kind: "bernoulli",
    samples,
    bySamples: method === "samples",
    values: [p, 1 - p, 0],
    divisor: samples,
    mask,
  }),
};

/**
 * A Bernoulli distribution refitted to its own samples: X ~ Binomial(n, p), then p = X / n. It is the neutral
 * haploid Wright–Fisher chain of size n. Observable: `p`.
 *
 * @see Suresh, Thangaraj & Khandavally, https://arxiv.org/abs/2412.17646
 * @throws {InputError} for an option that is missing, unknown or out of range
 */
export function bernoulli(options: BernoulliOptions): BernoulliModel {
  return define(bernoulliDefinition, options);
}
