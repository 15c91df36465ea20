// A generation of the Gaussian model whose steps are drawn: by the operations of regimes.ts and gaussian.ts, without
// their way through memory.
import { trajectory } from "../chains/trajectory";
import { STREAM_BYTES } from "../random/stream";
import { AHEAD_BYTES, isAhead } from "./ahead";
import { Regime } from "./regimes";
import { Generations, Numbers, Parameters } from "./state";

/** What a fit makes of the variance. */
// @ts-ignore: decorator
@inline
function fitted(g: Generations, squares: f64, divisor: f64): f64 {
  return (1.0 - g.shrink) * (squares * (1.0 / divisor)) + g.shrink * g.target;
}

/**
 * Takes every trajectory through a generation of n data points, the one of number `place` of those whose real data were
 * drawn at once, and of number `step` of those whose steps were.
 */
export function trainAhead(g: Generations, trajectories: usize, count: i32, n: f64, place: usize, step: usize): void {
  // As large in every trajectory; what follows from it alone is worked out once.
  const pooled = changetype<Numbers>(trajectory(trajectories, 0) + STREAM_BYTES + offsetof<Parameters>()).n;
  const regime = g.regime;
  const less = g.less;
  const all = regime == Regime.ACCUMULATE ? pooled + n : n;
  const split = g.realShare > 0.0;
  const isFresh = isAhead(g);
  const truth = g.truth;
  const truthStd = sqrt(truth.second);
  let many = g.realSamples;
  for (let i = 0; i < count; ++i) {
    const s = trajectory(trajectories, i);
    const out = changetype<Parameters>(s + STREAM_BYTES);
    // A move and a root of the model's data, and of the real ones.
    let own = g.steps + <usize>i * (2 * AHEAD_BYTES) + (step << 4);
    let real = g.reals + <usize>i * AHEAD_BYTES + (place << 4);
    if (split) {
      many = load<f64>(g.reals + <usize>i * AHEAD_BYTES + (place << 3));
      real = own + (step << 4);
      own = real + 16;
    }
    const variance = g.temperature * out.second;
    const root = load<f64>(own, 8);
    const others = n - many;
    let mean = out.first + sqrt(variance) * load<f64>(own);
    let squares = variance * (root * root);
    if (isFresh) {
      const realRoot = load<f64>(real, 8);
      const realMean = truth.first + truthStd * load<f64>(real);
      const realSquares = truth.second * (realRoot * realRoot);
      if (regime == Regime.WEIGHTED) {
        const weight = g.weight;
        out.first = weight * realMean + (1.0 - weight) * mean;
        out.second =
          weight * fitted(g, realSquares, many - less) + (1.0 - weight) * fitted(g, squares, others - less);
        continue;
      }
      const shift = mean - realMean;
      mean = realMean + shift * (others / n);
      squares = realSquares + (squares + shift * shift * (many * (others / n)));
    }
    if (regime == Regime.ACCUMULATE) {
      const pool = changetype<Numbers>(s + STREAM_BYTES + offsetof<Parameters>());
      const shift = mean - pool.first;
      mean = pool.first + shift * (n / all);
      squares = pool.second + (squares + shift * shift * (pooled * (n / all)));
      pool.n = all;
      pool.first = mean;
      pool.second = squares;
    } else if (regime == Regime.FIXED) {
      const pool = changetype<Numbers>(s + STREAM_BYTES + offsetof<Parameters>());
      const shift = pool.first - mean;
      mean += shift * (many / n);
      squares += pool.second + shift * shift * (others * (many / n));
    }
    out.first = mean;
    out.second = fitted(g, squares, all - less);
  }
}
