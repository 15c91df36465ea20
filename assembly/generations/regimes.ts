// How a generation's training set is put together. By numbers, as src/kernels/regime.ts has them.
import { binomial } from "../random/binomial";
import { add, BERNOULLI, draw, drawBoth, drawMixed, fit, thin } from "./family";
import { Generations, Numbers, Parameters } from "./state";

const ACCUMULATE = 1;
const SUBSAMPLE = 2;
const FRESH = 3;
const FIXED = 4;
const WEIGHTED = 5;

function accumulate(g: Generations, s: usize, model: Parameters, n: f64, pool: Numbers, fitted: Parameters): void {
  draw(g, s, model, n, g.batch);
  add(g, pool, g.batch);
  fit(g, pool, fitted);
}

function subsample(g: Generations, s: usize, model: Parameters, n: f64, pool: Numbers, fitted: Parameters): void {
  draw(g, s, model, n, g.batch);
  add(g, pool, g.batch);
  thin(s, pool, n, g.other);
  fit(g, g.other, fitted);
}

function fresh(g: Generations, s: usize, model: Parameters, n: f64, fitted: Parameters): void {
  const share = g.realShare;
  if (share > 0.0 && g.family == BERNOULLI) drawMixed(g, s, model, n, g.batch);
  else {
    const real = share > 0.0 ? binomial(s, n, share, 1.0 - share) : min(g.realSamples, n);
    drawBoth(g, s, real, model, n - real, g.batch, g.other);
  }
  fit(g, g.batch, fitted);
}

function fixed(
  g: Generations, s: usize, model: Parameters, n: f64, isFirst: bool, pool: Numbers, fitted: Parameters,
): void {
  if (isFirst) draw(g, s, g.truth, g.realSamples, pool);
  draw(g, s, model, n - g.realSamples, g.batch);
  add(g, g.batch, pool);
  fit(g, g.batch, fitted);
}

function weighted(g: Generations, s: usize, model: Parameters, n: f64, fitted: Parameters): void {
  const weight = g.weight;
  draw(g, s, g.truth, g.realSamples, g.batch);
  fit(g, g.batch, g.spare);
  draw(g, s, model, n - g.realSamples, g.batch);
  fit(g, g.batch, fitted);
  fitted.first = weight * g.spare.first + (1.0 - weight) * fitted.first;
  fitted.second = weight * g.spare.second + (1.0 - weight) * fitted.second;
}

function replace(g: Generations, s: usize, model: Parameters, n: f64, fitted: Parameters): void {
  draw(g, s, model, n, g.batch);
  fit(g, g.batch, fitted);
}

/** Draws the n data points of a generation and fits the model to what the regime makes of them. */
export function train(
  g: Generations, s: usize, model: Parameters, n: f64, isFirst: bool, pool: Numbers, fitted: Parameters,
): void {
  switch (g.regime) {
    case ACCUMULATE:
      return accumulate(g, s, model, n, pool, fitted);
    case SUBSAMPLE:
      return subsample(g, s, model, n, pool, fitted);
    case FRESH:
      return fresh(g, s, model, n, fitted);
    case FIXED:
      return fixed(g, s, model, n, isFirst, pool, fitted);
    case WEIGHTED:
      return weighted(g, s, model, n, fitted);
    default:
      return replace(g, s, model, n, fitted);
  }
}
