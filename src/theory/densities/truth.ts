// What distances need to know of a true law: how the square of its characteristic function falls with the distance from the
// origin, its variance, and the integral of its squared density.
import type { Truth } from "../../kernels/densities.ts";

const square = (x: number): number => x * x;

/** The distance of the two farthest middles, at most. */
export const reachOf = ({ uniform, dimension, centres }: Truth): number =>
  uniform ? Math.sqrt(dimension) : Math.hypot(...centres.map((axis) => extent(axis)));

function extent(axis: Float64Array): number {
  let [low, high] = [axis[0], axis[0]];
  for (const x of axis) {
    low = Math.min(low, x);
    high = Math.max(high, x);
  }
  return high - low;
}

/** How many sines a square takes at the distance t. */
export const termsOf = (truth: Truth, t: number): number =>
  Math.max(1, truth.weights.length) * (truth.dimension === 1 ? 1 : anglesAt(t, reachOf(truth)));

/** The square at the distance t from the origin: in the plane its mean over all directions. */
export function squareAt(truth: Truth): (t: number) => number {
  const reach = reachOf(truth);
  if (truth.dimension === 1) return (t) => modulus(truth, [t]);
  return (t) => {
    // Half a circle, as the square is the same on the other side; the rule is exact but for rounding.
    const angles = anglesAt(t, reach);
    let sum = 0;
    for (let a = 0; a < angles; ++a) {
      const angle = (Math.PI * (a + 0.5)) / angles;
      sum += modulus(truth, [t * Math.cos(angle), t * Math.sin(angle)]);
    }
    return sum / angles;
  };
}

const anglesAt = (t: number, reach: number): number => 16 + Math.ceil(t * reach);

function modulus(truth: Truth, place: readonly number[]): number {
  const { uniform, weights, centres, stds } = truth;
  if (uniform)
    return place.reduce((product, t) => product * (t === 0 ? 1 : square(Math.sin(t / 2) / (t / 2))), 1);
  const distance = place.reduce((sum, t) => sum + t * t, 0);
  let [re, im] = [0, 0];
  for (let c = 0; c < weights.length; ++c) {
    let phase = 0;
    for (let a = 0; a < place.length; ++a) phase += place[a] * centres[a][c];
    const size = weights[c] * Math.exp((-stds[c] * stds[c] * distance) / 2);
    re += size * Math.cos(phase);
    im += size * Math.sin(phase);
  }
  return re * re + im * im;
}

/** The integral of the squared density; of points Infinity. */
export function squaredDensity({ uniform, dimension, weights, centres, stds }: Truth): number {
  if (uniform) return 1;
  let sum = 0;
  for (let c = 0; c < weights.length; ++c) {
    for (let o = 0; o < weights.length; ++o) {
      const variance = stds[c] ** 2 + stds[o] ** 2;
      if (variance === 0) return Number.POSITIVE_INFINITY;
      const apart = centres.reduce((distance, axis) => distance + square(axis[c] - axis[o]), 0);
      const height = Math.exp(-apart / (2 * variance)) / (2 * Math.PI * variance) ** (dimension / 2);
      sum += weights[c] * weights[o] * height;
    }
  }
  return sum;
}
