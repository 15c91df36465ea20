import type { Bandwidth, Truth } from "./densities.ts";
import type { DecodingPlan, EstimatorPlan, OwnCountsFit, OwnMomentsFit } from "./fit.ts";
import type { RegimePlan } from "./regime.ts";

/** What a chain needs to know of its model. */
export type ChainPlan =
  | ScalarPlan
  | MixturePlan
  | CategoricalPlan
  | NgramPlan
  | MultivariatePlan
  | RegressionPlan
  | DensitiesPlan;

interface CommonPlan {
  /** Samples a generation, n. */
  readonly samples: number;
  /** Draw every sample one by one, instead of the sufficient statistic. */
  readonly bySamples: boolean;
  /** Left out where a generation is trained on the last one's data alone and fitted by default: chains of their own do that. */
  readonly regime?: RegimePlan;
}

/** A model that carries a few numbers from a generation to the next. */
export interface ScalarPlan extends CommonPlan {
  readonly kind: "bernoulli" | "poisson" | "gaussian";
  /** What a trajectory carries at generation 0; for the meaning, see the kernel. */
  readonly values: readonly [number, number, number];
  /** What the estimator divides the sum of squares by (gaussian). */
  readonly divisor: number;
  /** How a Gaussian is fitted and sampled from, where that is not the estimator's divisor alone. */
  readonly fit?: GaussianFit;
  /** Instead of its estimator: a function of the caller's, which stays in its thread. */
  readonly ownFit?: OwnMomentsFit;
  /** Bit i: write observable i of the model. */
  readonly mask: number;
}

/** variance = (1 - shrink) * squares / (n - less) + shrink * target; samples have the variance times temperature. */
export interface GaussianFit {
  readonly less: 0 | 1;
  readonly shrink: number;
  readonly target: number;
  readonly temperature: number;
}

export interface MixturePlan extends CommonPlan {
  readonly kind: "mixture";
  /** Mean and standard deviation at generation 0, and a zero. */
  readonly values: readonly [number, number, number];
  readonly estimator: "ml" | "approximate-ml" | "notebook";
  /** kappa of approximate-ml; where the notebook's search starts, always the mean at generation 0. */
  readonly parameter: number;
  /** What kappa is made of where a fit sees more or fewer data points than `samples`. */
  readonly eta: number;
  /** Bit i: write observable i of the model. */
  readonly mask: number;
}

export interface CategoricalPlan extends CommonPlan {
  readonly kind: "categorical";
  /** Weights of the symbols at generation 0, not all zero. */
  readonly weights: Float64Array;
  readonly byPoisson: boolean;
  /** Draw multinomial counts by binomial splitting, however many symbols live. */
  readonly splitting: boolean;
  /** How it is fitted, where that is not by frequencies. */
  readonly estimator?: EstimatorPlan | OwnCountsFit;
  /** How it is sampled from, where that is not as it was fitted. */
  readonly decoding?: DecodingPlan;
  /** From which generation on it is counted when symbols are absent; left out where it is not, as under `replace`. */
  readonly countFrom?: number;
  /** Bit i: write observable i at the recorded generations … */
  readonly mask: number;
  /** … and, if its bit is set here too, at all the others. */
  readonly watched: number;
}

/** A text that is generation 0 of an n-gram model. */
export interface NgramPlan extends CommonPlan {
  readonly kind: "ngram";
  /** The text: numbers below `vocabulary`. */
  readonly tokens: Uint32Array;
  /** Where its pieces end, rising: each the position after a last token. */
  readonly ends: Uint32Array;
  readonly vocabulary: number;
  /** The types that token t counts as are typeList[typeStarts[t]], …, typeList[typeStarts[t + 1] - 1]. */
  readonly typeStarts: Uint32Array;
  readonly typeList: Uint32Array;
  /** How many types there are. */
  readonly types: number;
  /** n: a token depends on the n - 1 before it. */
  readonly order: number;
  /** Length of the sequences that are looked for in the original text. */
  readonly span: number;
  /** Generate documents, instead of one stream. */
  readonly documents: boolean;
  /** As in CategoricalPlan. */
  readonly mask: number;
  readonly watched: number;
}

/** A Gaussian of several dimensions. */
export interface MultivariatePlan extends CommonPlan {
  readonly kind: "multivariate";
  readonly dimension: number;
  /** Generation 0, laid out as src/kernels/multivariate.ts says: `dimension` rows of one number more. */
  readonly truth: Float64Array;
  /** By how much the divisor of the squares is below the number of data points. */
  readonly less: 0 | 1;
  /** As in CategoricalPlan. */
  readonly mask: number;
  readonly watched: number;
}

/** A kernel density estimate, or an empirical law. */
export interface DensitiesPlan extends CommonPlan {
  readonly kind: "densities";
  readonly truth: Truth;
  /** 0 of an empirical law. */
  readonly bandwidth: Bandwidth;
  /** Standard deviation of the kernel of the maximum mean discrepancy. */
  readonly kernelWidth: number;
  /** As in CategoricalPlan. */
  readonly mask: number;
  readonly watched: number;
}

/** Least squares; `samples` are rows. */
export interface RegressionPlan extends CommonPlan {
  readonly kind: "regression";
  /** Coefficients, d. */
  readonly dimension: number;
  /** Standard deviation of a label's noise. */
  readonly noise: number;
  /** Whether each generation has new rows. */
  readonly fresh: boolean;
  /** Bit 0: write the error. */
  readonly mask: number;
}

/** The most symbols a model may have: their arrays must fit the 4 GB that WebAssembly can address. */
export const MAX_SYMBOLS = 50_000_000;
