// What is observed of a covariance that is given as a lower triangle A: observables that take more than a sum.
import { exp, log } from "../../kernels/math.ts";
import { meanError, traceOf } from "../../reference/chains/multivariate-step.ts";
import { singularValues } from "./singular.ts";
import { addSquare } from "./triangle.ts";

/** A law: rows of a mean and of A, of which so many columns are not 0. */
export interface Parameters {
  rank: number;
  readonly rows: Float64Array;
}

/** What others are held against. */
export interface Truth {
  readonly dimension: number;
  readonly rows: Float64Array;
  readonly mean: Float64Array;
  readonly perDiagonal: Float64Array;
  readonly logDet: number;
  readonly trace: number;
}

const list = (length: number) => new Float64Array(length);

/** The columns of A, in units of its largest number; none where that is 0. */
function columnsOf({ rank, rows }: Parameters, dimension: number): Float64Array[] {
  let most = 0;
  for (let i = 0; i < dimension; ++i) {
    for (let j = 0; j < rank && j <= i; ++j)
      most = Math.max(most, Math.abs(rows[i * (dimension + 1) + j + 1]));
  }
  if (most === 0) return [];
  return Array.from({ length: rank }, (_, j) => {
    const column = list(dimension);
    for (let i = j; i < dimension; ++i) column[i] = rows[i * (dimension + 1) + j + 1] / most;
    return column;
  });
}

/** ln of the product of the eigenvalues that a covariance of less than full rank has. */
export function logPseudoDet({ rank, rows }: Parameters, dimension: number): number {
  // A'A has the same ones, and is of full rank: a triangle of the rows of A.
  const square = list(rank * (rank + 1));
  for (let i = 0; i < dimension; ++i) {
    const row = list(rank);
    for (let j = 0; j < rank && j <= i; ++j) row[j] = rows[i * (dimension + 1) + j + 1];
    // A column may be ever so small.
    addSquare(square, row, 0, 0);
  }
  let sum = 0;
  for (let j = 0; j < rank; ++j) {
    const root = Math.abs(square[j * (rank + 1) + j + 1]);
    sum += root > 0 ? 2 * log(root) : Number.NEGATIVE_INFINITY;
  }
  return sum;
}

/** (tr S)^2 / tr S^2; 0 where there is no covariance left. */
export function effectiveRank(law: Parameters, { dimension }: Truth): number {
  const columns = columnsOf(law, dimension);
  let trace = 0;
  let squares = 0;
  for (let p = 0; p < columns.length; ++p) {
    for (let q = 0; q <= p; ++q) {
      let product = 0;
      for (let i = p; i < dimension; ++i) product += columns[p][i] * columns[q][i];
      if (p === q) trace += product;
      squares += (p === q ? 1 : 2) * product * product;
    }
  }
  return squares === 0 ? 0 : (trace * trace) / squares;
}

/** Eigenvalues over their sum. */
export function sharesOf(law: Parameters, { dimension }: Truth): Float64Array {
  const squares = singularValues(columnsOf(law, dimension)).map((value) => value * value);
  let sum = 0;
  for (const square of squares) sum += square;
  return squares.map((square) => square / sum);
}

/** exp of the entropy of the shares; 0 where there are none. */
export function entropyRank(shares: Float64Array): number {
  if (shares.length === 0) return 0;
  let entropy = 0;
  for (const share of shares) if (share > 0) entropy -= share * log(share);
  return exp(entropy);
}

export function topShare(shares: Float64Array): number {
  let top = 0;
  for (const share of shares) if (share > top) top = share;
  return top;
}

/** The sum of the squares of S - Sigma_0. */
export function covarianceError(
  { rows }: Parameters,
  { dimension, rows: truth }: Pick<Truth, "dimension" | "rows">,
): number {
  const width = dimension + 1;
  let sum = 0;
  for (let i = 0; i < dimension; ++i) {
    for (let j = 0; j <= i; ++j) {
      let difference = 0;
      for (let p = 1; p <= j + 1; ++p)
        difference += rows[i * width + p] * rows[j * width + p] - truth[i * width + p] * truth[j * width + p];
      sum += (i === j ? 1 : 2) * difference * difference;
    }
  }
  return sum;
}

/** W2 squared: |mu - mu_0|^2 + tr S + tr Sigma_0 - 2 times the sum of the singular values of A_0' A. */
export function w2(law: Parameters, truth: Truth): number {
  const { dimension, trace, rows } = truth;
  const width = dimension + 1;
  const products = Array.from({ length: law.rank }, (_, q) => {
    const column = list(dimension);
    for (let p = 0; p < dimension; ++p) {
      for (let i = Math.max(p, q); i < dimension; ++i)
        column[p] += rows[i * width + p + 1] * law.rows[i * width + q + 1];
    }
    return column;
  });
  let fidelity = 0;
  for (const value of singularValues(products)) fidelity += value;
  // Rounding may leave less than nothing of two laws that are the same.
  return Math.max(0, meanError(law.rows, truth) + (traceOf(law.rows, dimension) + trace - 2 * fidelity));
}

/** KL(model || truth), in nats; Infinity where the model has fewer dimensions. */
export function kl(law: Parameters, truth: Truth, logDet: number): number {
  const { dimension, rows, perDiagonal, mean } = truth;
  if (law.rank < dimension) return Number.POSITIVE_INFINITY;
  const width = dimension + 1;
  let sum = 0;
  const solved = list(dimension);
  // Each column of A and the distance of the means, in the coordinates in which the truth is standard.
  for (let p = 0; p < width; ++p) {
    for (let i = 0; i < dimension; ++i) {
      let value = law.rows[i * width + p] - (p === 0 ? mean[i] : 0);
      for (let k = 0; k < i; ++k) value -= rows[i * width + k + 1] * solved[k];
      solved[i] = value * perDiagonal[i];
      sum += solved[i] * solved[i];
    }
  }
  return Math.max(0, (sum - dimension - (logDet - truth.logDet)) / 2);
}
