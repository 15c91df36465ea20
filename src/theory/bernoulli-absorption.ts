import { invalid } from "../check/errors.ts";
import { binomialRow, transitionRows } from "./binomial-row.ts";
import { checkSamples, probability, readOptions } from "./check.ts";

const LARGEST_SYSTEM = 400;

/**
 * The matrix I - Q of the counts 1 to n-1, factored in place into L and U. It is weakly diagonally dominant with
 * positive pivots, so no pivoting is needed.
 */
function factor(n: number): Float64Array[] {
  const matrix = transitionRows(n, 0)
    .slice(1)
    .map(({ first, mass }, i) => {
      const line = new Float64Array(n - 1);
      for (let j = 1; j < n; ++j) line[j - 1] = -(mass[j - first] ?? 0);
      line[i] += 1;
      return line;
    });
  for (let k = 0; k < n - 1; ++k) {
    const pivot = matrix[k];
    for (let i = k + 1; i < n - 1; ++i) {
      const line = matrix[i];
      line[k] /= pivot[k];
      const scale = line[k];
      if (scale !== 0) for (let j = k + 1; j < n - 1; ++j) line[j] -= scale * pivot[j];
    }
  }
  return matrix;
}

function solve(factored: Float64Array[], right: Float64Array): Float64Array {
  const size = right.length;
  const x = right.slice();
  for (let i = 0; i < size; ++i) for (let j = 0; j < i; ++j) x[i] -= factored[i][j] * x[j];
  for (let i = size - 1; i >= 0; --i) {
    for (let j = i + 1; j < size; ++j) x[i] -= factored[i][j] * x[j];
    x[i] /= factored[i][i];
  }
  return x;
}

/** The expectation of `value`, given on the counts 1 to n-1, after one draw from the original model. */
function afterDraw(n: number, p: number, value: Float64Array): number {
  const { first, mass } = binomialRow(n, p, 1 - p, 0);
  let sum = 0;
  for (let j = 1; j < n; ++j) sum += (mass[j - first] ?? 0) * value[j - 1];
  return sum;
}

function check(options: { p: number; samples: number }): { p: number; samples: number } {
  const { p, samples } = readOptions(options, ["p", "samples"]);
  probability("p", p);
  checkSamples(samples, 1, LARGEST_SYSTEM);
  return { p, samples };
}

/**
 * Exact mean and standard deviation of the first generation with P_k in {0, 1}, from the linear systems
 * (I - Q) t = 1 and (I - Q) m = 1 + 2 Q t. Relative error about 1e-12.
 *
 * @param options `p` from 0 to 1; `samples` an integer from 1 to 400
 * @returns generations
 * @throws {InputError} if an option is missing, unknown or out of range
 * @see Ewens, Mathematical Population Genetics I (2004), https://doi.org/10.1007/978-0-387-21822-9, ch. 2
 */
export function absorptionTime(options: { p: number; samples: number }): { mean: number; sd: number } {
  const { p, samples } = check(options);
  if (p === 0 || p === 1) return { mean: 0, sd: 0 };
  const factored = factor(samples);
  const first = solve(factored, new Float64Array(samples - 1).fill(1));
  // Q t = t - 1, hence 1 + 2 Q t = 2 t - 1.
  const second = solve(
    factored,
    first.map((t) => 2 * t - 1),
  );
  const later = afterDraw(samples, p, first);
  // The variance of T is that of T - 1: one that is next to nothing keeps its digits.
  const square = afterDraw(samples, p, second);
  return { mean: 1 + later, sd: Math.sqrt(Math.max(0, square - later * later)) };
}

/**
 * Exact mean of the generation at which the ones are lost, given that they are lost before the zeros:
 * E[T; lost] / (1 - p). Relative error about 1e-12.
 *
 * @param options `p` from 0 to 1, but not 1, where loss is impossible; `samples` an integer from 1 to 400
 * @returns generations
 * @throws {InputError} if an option is missing, unknown or out of range
 * @see Ewens, Mathematical Population Genetics I (2004), https://doi.org/10.1007/978-0-387-21822-9, ch. 2
 */
export function lossTime(options: { p: number; samples: number }): number {
  const { p, samples } = check(options);
  if (p === 1) throw invalid("p", p, "a number from 0 to 1, but not 1: then the ones are never lost");
  if (p === 0) return 0;
  const lost = new Float64Array(samples - 1).map((_, i) => 1 - (i + 1) / samples);
  return 1 + afterDraw(samples, p, solve(factor(samples), lost)) / (1 - p);
}
