// How a generation's training set is put together. By numbers, as src/kernels/regime.ts has them.
import { binomial } from "../random/binomial";
import { add, BERNOULLI, draw, drawBoth, drawMixed, drawReal, fit, thin } from "./family";
import { Generations, Numbers, Parameters } from "./state";

export enum Regime {
  REPLACE,
  ACCUMULATE,
  SUBSAMPLE,
  FRESH,
  FIXED,
  WEIGHTED,
}

/** How many of n data points are real, where each is so with a chance. */
function drawCount(g: Generations, s: usize, n: f64): f64 {
  return g.real ? load<f64>(g.real) : binomial(s, n, g.realShare, 1.0 - g.realShare);
}

/** The data of a generation of which some are new and real. */
function drawFresh(g: Generations, s: usize, model: Parameters, n: f64): void {
  const share = g.realShare;
  if (share > 0.0 && g.family == BERNOULLI) drawMixed(g, s, model, n, g.batch);
  else {
    const real = share > 0.0 ? drawCount(g, s, n) : g.realSamples;
    drawBoth(g, s, real, model, n - real, g.batch, g.other);
  }
}

function accumulate(g: Generations, s: usize, model: Parameters, n: f64, pool: Numbers, fitted: Parameters): void {
  if (g.realShare > 0.0 || g.realSamples > 0.0) drawFresh(g, s, model, n);
  else draw(g, s, model, n, g.batch);
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
  drawFresh(g, s, model, n);
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
  drawReal(g, s, g.batch);
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
    case Regime.ACCUMULATE:
      return accumulate(g, s, model, n, pool, fitted);
    case Regime.SUBSAMPLE:
      return subsample(g, s, model, n, pool, fitted);
    case Regime.FRESH:
      return fresh(g, s, model, n, fitted);
    case Regime.FIXED:
      return fixed(g, s, model, n, isFirst, pool, fitted);
    case Regime.WEIGHTED:
      return weighted(g, s, model, n, fitted);
    default:
      return replace(g, s, model, n, fitted);
  }
}
