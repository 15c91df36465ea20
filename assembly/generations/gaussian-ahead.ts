// A generation of the Gaussian model whose steps are drawn: by the operations of regimes.ts and gaussian.ts, without
// their way through memory.
import { Regime } from "./regimes";
import { Generations, Numbers, Parameters } from "./state";

/** What a fit divides squares by, and what it makes of a variance. */
// @ts-ignore: decorator
@inline
function fitted(g: Generations, squares: f64, n: f64): f64 {
  return (1.0 - g.shrink) * (squares / (n - g.less)) + g.shrink * g.target;
}

/** At `real` and `step` are a move and a root: those of the real data and those of the model's. */
export function trainAhead(
  g: Generations, n: f64, many: f64, real: usize, step: usize, pool: Numbers, out: Parameters,
): void {
  const variance = g.temperature * out.second;
  const root = load<f64>(step, 8);
  const others = n - many;
  let mean = out.first + sqrt(variance) * load<f64>(step);
  let squares = variance * (root * root);
  if (g.regime == Regime.ACCUMULATE) {
    const all = pool.n + n;
    const shift = mean - pool.first;
    mean = pool.first + shift * (n / all);
    squares = pool.second + (squares + shift * shift * (pool.n * (n / all)));
    pool.n = all;
    pool.first = mean;
    pool.second = squares;
    n = all;
  } else if (g.regime == Regime.FIXED) {
    const shift = pool.first - mean;
    mean += shift * (many / n);
    squares += pool.second + shift * shift * (others * (many / n));
  } else if (g.regime != Regime.REPLACE) {
    const truth = g.truth;
    const realRoot = load<f64>(real, 8);
    const realMean = truth.first + sqrt(truth.second) * load<f64>(real);
    const realSquares = truth.second * (realRoot * realRoot);
    if (g.regime == Regime.WEIGHTED) {
      const weight = g.weight;
      out.first = weight * realMean + (1.0 - weight) * mean;
      out.second = weight * fitted(g, realSquares, many) + (1.0 - weight) * fitted(g, squares, others);
      return;
    }
    const shift = mean - realMean;
    mean = realMean + shift * (others / n);
    squares = realSquares + (squares + shift * shift * (many * (others / n)));
  }
  out.first = mean;
  out.second = fitted(g, squares, n);
}
