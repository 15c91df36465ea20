/** A training set, folded: y = |Y|, with its mean, its standard deviation (divisor n) and its least value. */
export interface Sample {
  readonly y: Float64Array;
  mean: number;
  std: number;
  least: number;
}

export const newSample = (n: number): Sample => ({ y: new Float64Array(n), mean: 0, std: 0, least: 0 });

/** What is being fitted; both fields are written by the estimators. */
export interface Fit {
  mean: number;
  std: number;
}
