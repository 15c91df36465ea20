// Exact mean distances of estimates from the true law, over generations.
import type { Truth } from "../../kernels/densities.ts";
import { lastOf } from "../check.ts";
import { legendreRule } from "../gauss-rule.ts";
import { regimeOf } from "../regimes/regime.ts";
import { characteristics } from "./characteristic.ts";
import { type Estimates, expectedMoments } from "./moments.ts";
import { reachOf, squareAt, squaredDensity, termsOf } from "./truth.ts";

/** exp(-x^2 / 2) is less than a rounding error from here on. */
const END = 8.6;
const NODES = 16;

export interface DistanceOptions {
  readonly truth: Truth;
  /** Its variance, summed over the coordinates. */
  readonly variance: number;
  readonly estimates: Estimates;
  /** Of the kernel of the squared maximum mean discrepancy; 0 for the integrated squared error. */
  readonly kernelWidth: number;
}

/**
 * How far the integral goes, and how wide the panels are in which 16 places are enough: 16 over the largest distance of two
 * points that matters.
 */
function extentOf({ truth, variance, estimates, kernelWidth }: DistanceOptions) {
  const { square } = expectedMoments(variance, estimates);
  const spread = square.reduce((most, x) => Math.max(most, x), variance);
  const end = END / (kernelWidth > 0 ? kernelWidth : estimates.bandwidth(mostPoints(estimates)));
  const panels = Math.ceil((end * (reachOf(truth) + 6 * Math.sqrt(2 * spread))) / NODES);
  return { end, panels: Math.max(4, panels) };
}

/** The points of the last fit, whose kernel is the narrowest: no generation is smaller than the one before it. */
function mostPoints({ regime: law, samples, generations }: Estimates): number {
  const regime = regimeOf(law, samples);
  const last = Math.max(1, lastOf(generations));
  if (regime.name === "weighted")
    return Math.max(regime.real(samples), regime.size(last) - regime.real(samples));
  if (regime.name !== "accumulate") return regime.size(last);
  let sum = 0;
  for (let k = 1; k <= last; ++k) sum += regime.size(k);
  return sum;
}

/** Roughly the multiplications that it takes. */
export function distanceCost(options: DistanceOptions): number {
  const { end, panels } = extentOf(options);
  const last = lastOf(options.estimates.generations);
  return panels * NODES * (20 * last + 30 * termsOf(options.truth, end));
}

/**
 * The mean of the integrated squared error of an estimate, or of its squared maximum mean discrepancy, by Plancherel's
 * theorem: the integral of E |g - phi|^2 over the plane of frequencies, for the latter times the Fourier transform of its kernel.
 */
export function expectedDistance(options: DistanceOptions): Float64Array {
  const { truth, estimates, kernelWidth: s } = options;
  const { dimension } = truth;
  const { end, panels } = extentOf(options);
  const rule = legendreRule(NODES);
  const step = end / panels;
  const t = Float64Array.from(
    { length: panels * NODES },
    (_, i) => step * (Math.floor(i / NODES) + rule.points[i % NODES]),
  );
  const weights = t.map((x, i) => {
    const surface = dimension === 1 ? 1 / Math.PI : x / (2 * Math.PI);
    const kernel = s > 0 ? (Math.sqrt(2 * Math.PI) * s) ** dimension * Math.exp((-s * s * x * x) / 2) : 1;
    return step * rule.weights[i % NODES] * surface * kernel;
  });
  const p = t.map(squareAt(truth));
  // Without a kernel the true law's own part may fall so slowly that it is not to be summed.
  const [own, first] = s > 0 ? [0, 1] : [squaredDensity(truth), 0];
  const at = new Map<number, number>([[0, 0]]);
  characteristics(t, estimates, (k, g) => {
    let sum = own;
    for (let i = 0; i < t.length; ++i) {
      sum += weights[i] * (g.own[i] + (g.true[i] - 2 * g.mean[i] + first) * p[i]);
    }
    at.set(k, Math.max(0, sum));
  });
  return Float64Array.from(estimates.generations, (k) => at.get(k) ?? Number.NaN);
}
