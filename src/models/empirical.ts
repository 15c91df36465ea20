import * as v from "valibot";
import { described, integer } from "../check/schema.ts";
import { momentsOfTruth } from "./densities/moments.ts";
import { checkTruth, type GivenTruth, type TruthOptions, truthEntries, truthOf } from "./densities/truth.ts";
import { MAX_SAMPLES } from "./kde.ts";
import { define, type ModelDefinition, named, SAMPLES } from "./model.ts";

export interface EmpiricalOptions extends TruthOptions {
  /** Means of a mixture's normals, 1 to 1000 of them: numbers from -1e100 to 1e100. */
  means?: ArrayLike<number>;
  /** The points of an empirical law, 1 to 1,000,000 of them, as `means`. */
  points?: ArrayLike<number>;
  /** Samples each generation is fitted to, n: an integer from 1 to 10,000,000. */
  samples: number;
}

export interface EmpiricalModel extends GivenTruth {
  readonly name: "empirical";
  readonly samples: number;
}

const observables = ["secondMoment", "variance", "cvm"] as const;
export type EmpiricalObservable = (typeof observables)[number];

export const empiricalDefinition: ModelDefinition<EmpiricalModel, typeof observables> = {
  // check() turns what was given into a model.
  schema: v.strictObject({
    name: named("empirical"),
    ...truthEntries,
    samples: described(SAMPLES, integer(1, MAX_SAMPLES)),
  }) as unknown as v.GenericSchema<unknown, EmpiricalModel>,
  check: (given, place) => ({
    name: given.name,
    ...checkTruth(given as TruthOptions, place, false),
    samples: given.samples,
  }),
  observables,
  recorded: ["variance", "cvm"],
  initial(model) {
    const { secondMoment, within } = momentsOfTruth(truthOf(model, 1));
    return [secondMoment, within, 0];
  },
  plan: (model, mask, watched) => ({
    kind: "densities",
    samples: model.samples,
    bySamples: true,
    truth: truthOf(model, 1),
    bandwidth: 0,
    kernelWidth: 0,
    mask,
    watched,
  }),
};

/**
 * The empirical law of numbers, made anew of its own samples: each generation is a bootstrap sample of the last one.
 *
 * Observables: `variance` (divisor n) and `cvm`, the Cramér–von Mises distance, the integral of (F_k - F)^2 dF over the true
 * law; on request `secondMoment`. All points are kept, as those of `kde()`, under any data regime. Under `weighted` the
 * distribution functions are averaged.
 *
 * @see He, Xu and Cheng, https://arxiv.org/abs/2502.18049
 * @throws {InputError} for an option that is missing, unknown or out of range
 */
export function empirical(options: EmpiricalOptions): EmpiricalModel {
  return define(empiricalDefinition, options);
}
