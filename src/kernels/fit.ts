// How a discrete distribution is fitted, and what is done to it before it is sampled from, as a chain needs to know it.

export const ESTIMATORS = ["ml", "add", "shrink", "james-stein", "good-turing", "absolute-discount"] as const;

export type EstimatorName = (typeof ESTIMATORS)[number];

/** An estimator of a caller's own: counts of n data points to probabilities, up to a factor. */
export type OwnCountsFit = (counts: Float64Array, n: number) => ArrayLike<number>;

/** The same of n numbers: their mean, and the sum of their squared deviations from it. */
export type OwnMomentsFit = (data: { n: number; mean: number; squares: number }) => {
  mean: number;
  std: number;
};

export interface EstimatorPlan {
  readonly name: EstimatorName;
  /** beta, lambda or discount; 0 where it has none. */
  readonly parameter: number;
}

/** The rules that are given are followed in this order. */
export interface DecodingPlan {
  readonly temperature?: number;
  readonly topK?: number;
  readonly topP?: number;
  readonly minP?: number;
  readonly curation?: Curation;
  readonly verifier?: Verifier;
}

/** Of so many symbols that are drawn one is kept, with a chance proportional to exp(reward). */
export interface Curation {
  readonly choices: number;
  readonly rewards: Float64Array;
}

/** The chance to pass of a symbol that is valid, and of one that is not. */
export interface Verifier {
  readonly valid: number;
  readonly invalid: number;
  /** Those that are valid. */
  readonly symbols: readonly number[];
}
