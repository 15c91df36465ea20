// Data points of a family: draw, join, fit. By numbers, as src/wasm/generations.ts has them.
import { countOnes } from "../chains/bernoulli";
import { sumSamples } from "../chains/poisson";
import { binomial } from "../random/binomial";
import { hypergeometric } from "../random/hypergeometric";
import { poisson } from "../random/poisson";
import { addGaussian, drawGaussian } from "./gaussian";
import { Generations, Numbers, Parameters } from "./state";

const BERNOULLI = 0;
const POISSON = 1;
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

/** Whether drawMixed() knows a shorter way than two batches. */
export function isMixed(g: Generations): bool {
  return g.family == BERNOULLI || (g.family == POISSON && !g.bySamples);
}

/** The same where each data point is real with a chance. */
export function drawMixed(g: Generations, s: usize, from: Parameters, n: f64, out: Numbers): void {
  const real = g.truth;
  const share = g.realShare;
  if (g.family == BERNOULLI) {
    const ones = share * real.first + (1.0 - share) * from.first;
    const zeros = share * real.second + (1.0 - share) * from.second;
    out.n = n;
    out.first = drawOnes(g, s, n, ones, zeros);
  } else {
    const many = binomial(s, n, share, 1.0 - share);
    out.n = n;
    out.first = poisson(s, many * real.first + (n - many) * from.first);
  }
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
    out.second = (1.0 - g.shrink) * (from.second / (n - g.less)) + g.shrink * g.target;
  } else {
    out.first = from.first / n;
    if (g.family == BERNOULLI) out.second = (n - from.first) / n;
  }
}
