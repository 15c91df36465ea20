import { invalid } from "../check/errors.ts";
import { positive } from "./check.ts";
import type { Estimator } from "./gaussian-options.ts";
import { type AtGeneration, type AtGenerations, answer, checkAsked, statesAt } from "./regimes/asked.ts";
import { isMl } from "./regimes/gaussian.ts";
import type { Regime, RegimeLaw } from "./regimes/regime.ts";

export interface CovarianceErrorOptions {
  /** "replace" or "weighted", with growing sizes too. */
  regime: RegimeLaw;
  samples: number;
  /** Divisor of a covariance: "unbiased" (the default) or "ml". */
  estimator?: Estimator;
  /** tr Sigma_0, a finite number above 0. */
  trace: number;
  /** tr Sigma_0^2, a finite number above 0. */
  squares: number;
}

/** E tr S^2, E (tr S)^2, and E S in units of Sigma_0. */
interface State {
  readonly squares: number;
  readonly square: number;
  readonly mean: number;
}

/** The same of a fit to n points of a law with these. */
function fitted({ squares, square, mean }: State, n: number, ml: boolean): State {
  const nu = n - 1;
  const divisor = ml ? n : nu;
  const [share, more] = [nu / divisor, 1 / divisor];
  return {
    squares: share * ((share + more) * squares + more * square),
    square: share * (share * square + 2 * more * squares),
    mean: share * mean,
  };
}

function stepOf({ name, weight, size, real }: Regime, ml: boolean, truth: State) {
  const rest = 1 - weight;
  return (state: State, k: number): State => {
    const n = size(k);
    if (name === "replace") return fitted(state, n, ml);
    const a = fitted(truth, real(n), ml);
    const b = fitted(state, n - real(n), ml);
    // The two are independent, given the last model.
    const both = 2 * weight * rest * a.mean * b.mean;
    return {
      squares: weight * weight * a.squares + rest * rest * b.squares + both * truth.squares,
      square: weight * weight * a.square + rest * rest * b.square + both * truth.square,
      mean: weight * a.mean + rest * b.mean,
    };
  };
}

/**
 * Exact mean of the sum of squares of Sigma_k - Sigma_0, of data that are replaced, or of a weighted fit to real and to
 * synthetic data, by the second moments of Wishart matrices.
 *
 * @param options and `generation` or `generations`, integers from 0 to 1000000
 * @returns a squared covariance, Infinity beyond the largest number, or an array of them in the order of `generations`
 * @throws {InputError} if an option is missing, unknown or out of range
 * @see He, Xu and Cheng, Golden Ratio Weighting Prevents Model Collapse, arXiv:2502.18049; Muirhead, Aspects of Multivariate
 *   Statistical Theory (1982), ch. 3, https://doi.org/10.1002/9780470316559
 */
export function covarianceError(options: CovarianceErrorOptions & AtGeneration): number;
export function covarianceError(options: CovarianceErrorOptions & AtGenerations): Float64Array;
export function covarianceError(
  options: CovarianceErrorOptions & (AtGeneration | AtGenerations),
): number | Float64Array {
  const asked = checkAsked(options, ["estimator", "trace", "squares"], 2);
  const { read, regime, generations } = asked;
  const { trace, squares } = read;
  positive("trace", trace);
  positive("squares", squares);
  if (regime.name !== "replace" && regime.name !== "weighted")
    throw invalid("regime.name", regime.name, "replace or weighted");
  const truth = { squares, square: trace * trace, mean: 1 };
  const states = statesAt(generations, truth, stepOf(regime, isMl(read, regime), truth));
  return answer(
    asked,
    Float64Array.from(states, (state) => state.squares - 2 * state.mean * squares + squares),
  );
}
