import type { Walk } from "./gaussian-options.ts";
import { trigamma } from "./special.ts";

/** The law of one step of the walk, ln(chi^2_{2a} / 2a) + shift, made ready for quadrature. */
export interface StepLaw {
  /** Its standard deviation. */
  sd: number;
  /** Evenly spaced steps, from so far left to so far right that the rest weighs below 1e-17. */
  points: Float64Array;
  /** Their weights: the sum over them is the mean of a smooth function to rounding. */
  weights: Float64Array;
  density(z: number): number;
}

/** e^v - 1 - v, which would cancel for a small v. */
function excess(v: number): number {
  if (Math.abs(v) > 0.5) return Math.expm1(v) - v;
  let term = (v * v) / 2;
  let sum = 0;
  for (let j = 3; Math.abs(term) > 1e-18 * Math.abs(sum); ++j) {
    sum += term;
    term *= v / j;
  }
  return sum;
}

// exp of it is lost beside the mode.
const REACH = 42;

/** The trapezoidal rule is as good as exact: the density is analytic and falls off on both sides. */
export function stepLaw({ a, shift }: Walk): StepLaw {
  const sd = Math.sqrt(trigamma(a));
  const step = Math.min(sd, 1) / 4;
  const left: number[] = [];
  const right: number[] = [];
  for (let i = 0; a * excess(-i * step) < REACH; ++i) left.push(-i * step);
  for (let i = 1; a * excess(i * step) < REACH; ++i) right.push(i * step);
  const points = Float64Array.from([...left.reverse(), ...right]);
  const weights = points.map((v) => Math.exp(-a * excess(v)));
  const total = weights.reduce((sum, w) => sum + w, 0);
  return {
    sd,
    points: points.map((v) => v + shift),
    weights: weights.map((w) => w / total),
    density: (z) => Math.exp(-a * excess(z - shift)) / (total * step),
  };
}
