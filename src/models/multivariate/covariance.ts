// The true covariance: as it is given, checked, and as a lower triangle.
import { InputError, invalid, show } from "../../check/errors.ts";
import { isList, listOf } from "../../check/given.ts";
import { singularValues } from "../../generations/families/singular.ts";

/** Variances, or the rows of a matrix. */
export type Covariance = "identity" | Float64Array | readonly (readonly number[])[];

/** The largest number of a mean or a covariance; variances are not below one over it. */
export const MOST = 1e100;

const VARIANCE = "a number from 1e-100 to 1e+100";
/** A pivot below this share of its variance is lost in rounding. */
const ROUNDING = 1e-14;

/** Checks a covariance, and makes it nobody else's. */
export function covarianceOf(given: unknown, dimension: number, option: string): Covariance {
  if (given === "identity") return given;
  const allowed = `${dimension} variances or ${dimension} rows, the dimension`;
  const list = listOf(option, given, allowed, (value) => value);
  if (list.length !== dimension)
    throw new InputError(`invalid ${option}: a list of ${list.length} (${allowed})`);
  if (!list.some(isList)) return Float64Array.from(list, (value, i) => varianceOf(value, `${option}[${i}]`));
  const matrix = list.map((row, i) => rowOf(row, i, dimension, `${option}[${i}]`));
  checkSymmetric(matrix, option);
  checkDefinite(matrix, option);
  return Object.freeze(matrix.map((row) => Object.freeze(row)));
}

function varianceOf(value: unknown, name: string): number {
  if (typeof value === "number" && value >= 1 / MOST && value <= MOST) return value;
  throw invalid(name, value, VARIANCE);
}

function rowOf(given: unknown, i: number, dimension: number, name: string): number[] {
  const row = listOf(name, given, `a row of ${dimension} numbers`, (value, j) => {
    if (i === j) return varianceOf(value, `${name}[${j}]`);
    if (typeof value === "number" && Math.abs(value) <= MOST) return value;
    throw invalid(`${name}[${j}]`, value, "a number from -1e+100 to 1e+100");
  });
  if (row.length === dimension) return row;
  throw new InputError(`invalid ${name}: a row of ${row.length} (${dimension} numbers: a square matrix)`);
}

function checkSymmetric(matrix: readonly number[][], option: string): void {
  for (const [i, row] of matrix.entries()) {
    for (let j = 0; j < i; ++j) {
      if (row[j] === matrix[j][i]) continue;
      throw invalid(`${option}[${i}][${j}]`, row[j], `${show(matrix[j][i])}, as [${j}][${i}]: symmetric`);
    }
  }
}

function checkDefinite(matrix: readonly number[][], option: string): void {
  const row = cholesky(matrix).failed;
  if (row === undefined) return;
  const least = Number(leastEigenvalue(matrix).toPrecision(3));
  throw new InputError(
    `invalid ${option}: not positive definite from row ${row} on (least eigenvalue ${least}, to be above 0 by more than rounding)`,
  );
}

/** S + c with no eigenvalue below 0 has them as singular values. */
function leastEigenvalue(matrix: readonly number[][]): number {
  const bound = Math.max(...matrix.map((row) => row.reduce((sum, value) => sum + Math.abs(value), 0)));
  const shifted = matrix.map((row, i) =>
    Float64Array.from(row, (value, j) => value / bound + (i === j ? 1 : 0)),
  );
  return (Math.min(...singularValues(shifted)) - 1) * bound;
}

/** Laid out as src/kernels/multivariate.ts says, with no mean; `failed` is the first row that depends on those above. */
function cholesky(matrix: readonly (readonly number[])[]): { rows: Float64Array; failed?: number } {
  const dimension = matrix.length;
  const width = dimension + 1;
  const rows = new Float64Array(dimension * width);
  for (let i = 0; i < dimension; ++i) {
    for (let j = 0; j <= i; ++j) {
      let left = matrix[i][j];
      for (let k = 1; k <= j; ++k) left -= rows[i * width + k] * rows[j * width + k];
      if (i !== j) rows[i * width + j + 1] = left / rows[j * width + j + 1];
      else if (left > ROUNDING * matrix[i][i]) rows[i * width + i + 1] = Math.sqrt(left);
      else return { rows, failed: i };
    }
  }
  return { rows };
}

/** The lower triangle, with room for a mean. */
export function rootOf(covariance: Covariance, dimension: number): Float64Array {
  if (covariance !== "identity" && !ArrayBuffer.isView(covariance)) return cholesky(covariance).rows;
  const rows = new Float64Array(dimension * (dimension + 1));
  for (let i = 0; i < dimension; ++i)
    rows[i * (dimension + 2) + 1] = covariance === "identity" ? 1 : Math.sqrt(covariance[i]);
  return rows;
}
