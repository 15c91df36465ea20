// Data points of a family: draw, join, fit. By numbers, as src/wasm/generations.ts has them.
import { countOnes } from "../chains/bernoulli";
import { sumSamples } from "../chains/poisson";
import { binomial } from "../random/binomial";
import { hypergeometric } from "../random/hypergeometric";
import { poisson } from "../random/poisson";
import { addGaussian, drawGaussian, takeStep } from "./gaussian";
import { Generations, Numbers, Parameters } from "./state";

export const BERNOULLI = 0;
export const POISSON = 1;
export const GAUSSIAN = 2;

function drawOnes(g: Generations, s: usize, n: f64, p: f64, q: f64): f64 {
  return g.bySamples ? countOnes(s, n, p) : binomial(s, n, p, q);
}

/** The statistic of n data points. */
export function draw(g: Generations, s: usize, from: Parameters, n: f64, out: Numbers): void {
  if (g.family == GAUSSIAN) {
    drawGaussian(g, s, from, n, out);
    return;
  }
  out.n = n;
  if (g.family == BERNOULLI) out.first = drawOnes(g, s, n, from.first, from.second);
  else out.first = g.bySamples ? sumSamples(s, n, from.first) : poisson(s, n * from.first);
}

/** The statistic of as many real data points as there are in each generation. */
export function drawReal(g: Generations, s: usize, out: Numbers): void {
  const n = g.realSamples;
  if (!g.real) draw(g, s, g.truth, n, out);
  else if (g.family == GAUSSIAN) takeStep(g.truth, n, load<f64>(g.real), load<f64>(g.real, 8), out);
  else {
    out.n = n;
    out.first = load<f64>(g.real);
  }
}

/** Where each data point is real with a chance (bernoulli). */
export function drawMixed(g: Generations, s: usize, from: Parameters, n: f64, out: Numbers): void {
  const real = g.truth;
  const share = g.realShare;
  const ones = share * real.first + (1.0 - share) * from.first;
  const zeros = share * real.second + (1.0 - share) * from.second;
  out.n = n;
  out.first = drawOnes(g, s, n, ones, zeros);
}

/** The statistic of `many` real data points and `others`; `spare` is room for one. */
export function drawBoth(
  g: Generations, s: usize, many: f64, from: Parameters, others: f64, out: Numbers, spare: Numbers,
): void {
  if (g.family == POISSON && !g.bySamples) {
    out.n = many + others;
    out.first = poisson(s, many * g.truth.first + others * from.first);
    return;
  }
  if (g.realShare > 0.0) draw(g, s, g.truth, many, out);
  else drawReal(g, s, out);
  draw(g, s, from, others, spare);
  add(g, out, spare);
}

export function add(g: Generations, to: Numbers, more: Numbers): void {
  if (g.family == GAUSSIAN) {
    addGaussian(to, more);
    return;
  }
  to.n += more.n;
  to.first += more.first;
}

/** The statistic of n of a pool's data points (bernoulli). */
export function thin(s: usize, pool: Numbers, n: f64, out: Numbers): void {
  out.n = n;
  out.first = hypergeometric(s, pool.first, pool.n - pool.first, n);
}

export function fit(g: Generations, from: Numbers, out: Parameters): void {
  const n = from.n;
  if (g.family == GAUSSIAN) {
    out.first = from.first;
    out.second = (1.0 - g.shrink) * (from.second * (1.0 / (n - g.less))) + g.shrink * g.target;
  } else {
    out.first = from.first / n;
    if (g.family == BERNOULLI) out.second = (n - from.first) / n;
  }
}
