import * as v from "valibot";
import { InputError, invalid } from "../check/errors.ts";
import { isList, listOf } from "../check/given.ts";
import { choice, described, integer } from "../check/schema.ts";
import { observedTruth } from "../generations/families/multivariate.ts";
import { covarianceError } from "../generations/families/observe-covariance.ts";
import { isFused, trueLaw } from "../kernels/multivariate.ts";
import type { MultivariatePlan } from "../kernels/plans.ts";
import { REPLACE } from "../kernels/regime.ts";
import { define, type ModelDefinition, named, SAMPLES } from "./model.ts";
import { type Covariance, covarianceOf, MOST, rootOf } from "./multivariate/covariance.ts";

export interface MultivariateOptions {
  /** How many coordinates a data point has, d: an integer from 1 to 100. */
  dimension: number;
  /** Mean at generation 0 (default 0): a number for every coordinate, or a list of d of them, from -1e100 to 1e100. */
  mean?: number | ArrayLike<number>;
  /**
   * Covariance at generation 0: `"identity"` (default), a list of d variances from 1e-100 to 1e100, or a matrix as a list of
   * its d rows, symmetric and positive definite.
   */
  covariance?: "identity" | ArrayLike<number> | ArrayLike<ArrayLike<number>>;
  /** Samples each generation is fitted to, n: an integer from 2 to 2^53-1. Up to d of them the fit has rank n - 1. */
  samples: number;
  /** Divisor of the sums of squares: n - 1 for `"unbiased"` (default), n for `"ml"`. */
  estimator?: "unbiased" | "ml";
}

export interface MultivariateModel {
  readonly name: "multivariate";
  readonly dimension: number;
  readonly mean: number | Float64Array;
  readonly covariance: Covariance;
  readonly samples: number;
  readonly estimator: "unbiased" | "ml";
}

const MEAN = "a number from -1e+100 to 1e+100, or a list of as many as there are dimensions";
const COVARIANCE = '"identity", a list of variances, or a list of the rows of a matrix';

const observables = [
  "logDet",
  "detRatio",
  "traceRatio",
  "meanError",
  "effectiveRank",
  "entropyRank",
  "topShare",
  "covarianceError",
  "w2",
  "kl",
] as const;
export type MultivariateObservable = (typeof observables)[number];

/** Beside a list each may be something shorter, which is said for those who describe the option. */
const meanSchema = v.pipe(
  v.custom<number | ArrayLike<unknown>>((value) => typeof value === "number" || isList(value), MEAN),
  v.metadata({ items: v.number(), or: v.number() }),
);
const covarianceSchema = v.pipe(
  v.custom<"identity" | ArrayLike<unknown>>((value) => value === "identity" || isList(value), COVARIANCE),
  v.metadata({ items: v.union([v.number(), v.array(v.number())]), or: v.literal("identity") }),
);

const schema = v.strictObject({
  name: named("multivariate"),
  dimension: described("coordinates of a data point", integer(1, 100)),
  mean: v.optional(described("mean at generation 0: a number, or one for each coordinate", meanSchema), 0),
  covariance: v.optional(
    described("covariance at generation 0: identity, variances, or a matrix", covarianceSchema),
    "identity",
  ),
  samples: described(SAMPLES, integer(2)),
  estimator: v.optional(described("estimator of the covariance", choice("unbiased", "ml")), "unbiased"),
});

export const multivariateDefinition: ModelDefinition<MultivariateModel, typeof observables> = {
  // Lists become the model's own in check().
  schema: schema as unknown as v.GenericSchema<unknown, MultivariateModel>,
  check(model, place) {
    const { dimension } = model;
    return {
      ...model,
      mean: meanOf(model.mean, dimension, `${place}mean`),
      covariance: covarianceOf(model.covariance, dimension, `${place}covariance`),
    };
  },
  observables,
  recorded: ["logDet", "traceRatio", "meanError"],
  initial: (model) => observedTruth(model.dimension, truthOf(model)),
  plan(model, mask, watched) {
    const { dimension, samples, estimator } = model;
    const plan: MultivariatePlan = {
      kind: "multivariate",
      samples,
      bySamples: false,
      dimension,
      truth: truthOf(model),
      less: estimator === "unbiased" ? 1 : 0,
      mask,
      watched,
    };
    return isFused(plan) ? plan : { ...plan, regime: REPLACE };
  },
};

function meanOf(given: unknown, dimension: number, option: string): number | Float64Array {
  const inRange = (value: unknown, name: string): number => {
    if (typeof value === "number" && Math.abs(value) <= MOST) return value;
    throw invalid(name, value, "a number from -1e+100 to 1e+100");
  };
  if (!isList(given)) return inRange(given, option);
  const list = listOf(option, given, MEAN, (value, i) => inRange(value, `${option}[${i}]`));
  if (list.length !== dimension)
    throw new InputError(`invalid ${option}: a list of ${list.length} (${dimension} numbers, the dimension)`);
  return Float64Array.from(list);
}

/** Generation 0, laid out as a plan has it. */
function truthOf({ dimension, mean, covariance }: MultivariateModel): Float64Array {
  const rows = rootOf(covariance, dimension);
  for (let i = 0; i < dimension; ++i) rows[i * (dimension + 1)] = typeof mean === "number" ? mean : mean[i];
  return rows;
}

/** Of the true covariance: ln det, the trace, and the sum of all its squares. */
export function trueNumbers(model: MultivariateModel): { logDet: number; trace: number; squares: number } {
  const { dimension } = model;
  const truth = truthOf(model);
  const { logDet, trace } = trueLaw({ dimension, truth });
  const nothing = { rank: 0, rows: new Float64Array(truth.length) };
  return { logDet, trace, squares: covarianceError(nothing, { dimension, rows: truth }) };
}

/**
 * A Gaussian of d dimensions refitted to its own samples, by their mean and covariance. With Sigma = A A', A a lower triangle,
 * the mean moves by A z / sqrt(n), z standard normal, and A is multiplied by Bartlett's triangle of n points over the root of
 * the divisor: no data are drawn, at a cost of d^3 / 6 multiplications.
 *
 * Observables: `logDet`, ln det Sigma (of a fit of less than full rank the product of the eigenvalues that it has);
 * `detRatio` and `traceRatio`, det and trace over those of the true covariance; `effectiveRank` (tr S)^2 / tr S^2,
 * `entropyRank`, exp of the entropy of the eigenvalues' shares, and `topShare`, the largest share; `meanError`, the squared
 * distance of the mean from the true one; `covarianceError`, the sum of the squares of Sigma - Sigma_0; `w2`, the squared
 * Wasserstein distance of order 2, and `kl`, KL(model || truth) in nats.
 *
 * @see Kazdan et al., Collapse or Thrive?, https://arxiv.org/abs/2410.16713; M. S. Bartlett (1933), Proc. R. Soc. Edinb. 53:260
 * @throws {InputError} for an option that is missing, unknown or out of range
 */
export function multivariate(options: MultivariateOptions): MultivariateModel {
  return define(multivariateDefinition, options);
}
