// How a Gaussian of several dimensions is laid out, in the kernel and in its twin: row i holds the mean of coordinate i, then
// row i of a lower triangle A with Sigma = A A'.
import { log } from "./math.ts";
import type { MultivariatePlan } from "./plans.ts";

/** The observables that the kernel gives, by their bits in a mask. */
export const LOG_DET = 1;
export const DET_RATIO = 2;
export const TRACE_RATIO = 4;
export const MEAN_ERROR = 8;

/** Whether the kernel can do it: no observable takes more, and each fit has a covariance of full rank. */
export const isFused = ({ samples, dimension, mask }: MultivariatePlan): boolean =>
  samples > dimension && mask <= (LOG_DET | DET_RATIO | TRACE_RATIO | MEAN_ERROR);

/** More than this many dimensions, and a trajectory has a turn of its own, so that a call stays short. */
const FEW = 10;

export const widthOf = ({ dimension }: MultivariatePlan): number => (dimension <= FEW ? 32 : 1);

/** What observables are held against: of the true law. */
export interface TrueLaw {
  readonly mean: Float64Array;
  /** One over each number on A's diagonal. */
  readonly perDiagonal: Float64Array;
  readonly logDet: number;
  /** Of the covariance. */
  readonly trace: number;
}

export function trueLaw({ dimension, truth }: Pick<MultivariatePlan, "dimension" | "truth">): TrueLaw {
  const width = dimension + 1;
  const mean = new Float64Array(dimension);
  const perDiagonal = new Float64Array(dimension);
  let logDet = 0;
  let trace = 0;
  for (let i = 0; i < dimension; ++i) {
    const row = truth.subarray(i * width, (i + 1) * width);
    mean[i] = row[0];
    perDiagonal[i] = 1 / row[i + 1];
    logDet += 2 * log(row[i + 1]);
    for (let j = 1; j <= i + 1; ++j) trace += row[j] * row[j];
  }
  return { mean, perDiagonal, logDet, trace };
}
