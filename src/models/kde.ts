import * as v from "valibot";
import { invalid } from "../check/errors.ts";
import { described, integer } from "../check/schema.ts";
import { entropyOf } from "../generations/densities/surprise.ts";
import type { Bandwidth } from "../kernels/densities.ts";
import { momentsOfTruth } from "./densities/moments.ts";
import {
  checkTruth,
  dimensionEntry,
  dimensionIn,
  type GivenTruth,
  kernelEntry,
  type TruthOptions,
  truthEntries,
  truthOf,
} from "./densities/truth.ts";
import { define, type ModelDefinition, named, SAMPLES } from "./model.ts";

export interface KdeOptions extends TruthOptions {
  /** Coordinates of normal or uniform numbers: 1 (default) or 2. Means and points show theirs. */
  dimension?: number;
  /** Samples each generation is fitted to, n: an integer from 1 to 10,000,000. */
  samples: number;
  /**
   * Standard deviation h of the kernel, from 1e-100 to 1e100; or a rule for N points in d dimensions: `"scott"` (default),
   * N^(-1/(d + 4)), or `"silverman"`, (N (d + 2) / 4)^(-1/(d + 4)). As in scikit-learn they are not scaled by the
   * standard deviation of the points. With no kernel at all it is the model `empirical`.
   */
  bandwidth?: Bandwidth;
  /** Standard deviation of the Gaussian kernel of `mmd`, from 1e-100 to 1e100 (default 0.5). */
  kernelWidth?: number;
}

export interface KdeModel extends GivenTruth {
  readonly name: "kde";
  readonly dimension: 1 | 2;
  readonly samples: number;
  readonly bandwidth: Bandwidth;
  readonly kernelWidth: number;
}

/** All samples of a generation are in memory at once. */
export const MAX_SAMPLES = 10_000_000;

const RULES = ["scott", "silverman"] as const;
const BANDWIDTH = 'a number from 1e-100 to 1e+100, "scott" or "silverman"';

const bandwidth = v.union(
  [
    v.picklist(RULES, BANDWIDTH),
    v.pipe(v.number(), v.minValue(1e-100, BANDWIDTH), v.maxValue(1e100, BANDWIDTH)),
  ],
  BANDWIDTH,
);

const observables = ["secondMoment", "within", "ise", "mmd", "nll"] as const;
export type KdeObservable = (typeof observables)[number];

export const kdeDefinition: ModelDefinition<KdeModel, typeof observables> = {
  // check() turns what was given into a model.
  schema: v.strictObject({
    name: named("kde"),
    ...truthEntries,
    dimension: dimensionEntry,
    samples: described(SAMPLES, integer(1, MAX_SAMPLES)),
    bandwidth: v.optional(
      described("standard deviation of the kernel, or a rule for it", bandwidth),
      "scott",
    ),
    kernelWidth: kernelEntry,
  }) as unknown as v.GenericSchema<unknown, KdeModel>,
  check(given, place) {
    const { name, samples, bandwidth, kernelWidth } = given;
    const truth = checkTruth(given as TruthOptions, place, true);
    const shown = dimensionIn(truth);
    const dimension = given.dimension ?? shown ?? 1;
    if (shown !== undefined && dimension !== shown)
      throw invalid(`${place}dimension`, dimension, `${shown}, as means and points are`);
    return { name, ...truth, dimension, samples, bandwidth, kernelWidth };
  },
  observables,
  recorded: ["secondMoment", "within"],
  initial(model) {
    const truth = truthOf(model, model.dimension);
    const { secondMoment, within } = momentsOfTruth(truth);
    return [secondMoment, within, 0, 0, entropyOf(truth)];
  },
  plan: (model, mask, watched) => ({
    kind: "densities",
    samples: model.samples,
    bySamples: true,
    truth: truthOf(model, model.dimension),
    bandwidth: model.bandwidth,
    kernelWidth: model.kernelWidth,
    mask,
    watched,
  }),
};

/**
 * A kernel density estimate with a Gaussian kernel, made anew of its own samples: a sample is a point of the last
 * training set, drawn with replacement, plus h times a standard normal.
 *
 * Observables: `secondMoment`, the mean of |x|^2 under the estimate; `within`, its variance, summed over the coordinates.
 * On request: `ise`, the integrated squared error, of points Infinity; `mmd`, the squared maximum mean discrepancy with a
 * Gaussian kernel; `nll`, the mean of -ln density over the true law, by a fixed rule of points. The first two are sums over
 * all pairs of a training set's N points, N^2 / 2 exponentials, the last takes 257 N in one dimension.
 *
 * Under any data regime. All points are kept; under `accumulate` and `accumulate-subsample` those of all generations, at
 * most 100,000,000. Under `weighted` the densities are averaged.
 *
 * @see Kazdan, Schaeffer et al., https://arxiv.org/abs/2410.16713
 * @throws {InputError} for an option that is missing, unknown or out of range
 */
export function kde(options: KdeOptions): KdeModel {
  return define(kdeDefinition, options);
}
