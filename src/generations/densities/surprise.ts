// The mean of -ln f over the true law, of an estimate f. The law is stood for by fixed points with weights, so that nothing is
// drawn for it: of a normal every 1/16 of its standard deviation up to 8 of them, in the plane every quarter up to 6; of
// uniform numbers the middles of 256 equal parts, or of 64 times 64; points by themselves.
import type { Truth } from "../../kernels/densities.ts";
import { exp, log } from "../../kernels/math.ts";
import type { Part } from "./density.ts";

interface Nodes {
  readonly axes: readonly Float64Array[];
  readonly weights: Float64Array;
}

/** One coordinate of a rule for the standard normal, or for uniform numbers; the weights add up to 1. */
function line({ uniform, dimension }: Truth): { places: number[]; weights: number[] } {
  if (uniform) {
    const parts = dimension === 1 ? 256 : 64;
    const places = Array.from({ length: parts }, (_, i) => (i + 0.5) / parts);
    return { places, weights: places.map(() => 1 / parts) };
  }
  const [half, step] = dimension === 1 ? [128, 1 / 16] : [24, 1 / 4];
  const places = Array.from({ length: 2 * half + 1 }, (_, i) => (i - half) * step);
  const heights = places.map((z) => exp(-0.5 * z * z));
  const all = heights.reduce((sum, height) => sum + height, 0);
  return { places, weights: heights.map((height) => height / all) };
}

function grid({ places, weights }: ReturnType<typeof line>, dimension: number): Nodes {
  if (dimension === 1) return { axes: [Float64Array.from(places)], weights: Float64Array.from(weights) };
  const many = places.length;
  const at = (of: (i: number, j: number) => number) =>
    Float64Array.from({ length: many * many }, (_, k) => of(Math.floor(k / many), k % many));
  return {
    axes: [at((i) => places[i]), at((_, j) => places[j])],
    weights: at((i, j) => weights[i] * weights[j]),
  };
}

function nodesOf(truth: Truth): Nodes {
  const { uniform, dimension, weights, centres, stds } = truth;
  if (!uniform && stds.every((std) => std === 0)) return { axes: centres, weights };
  const { axes, weights: inner } = grid(line(truth), dimension);
  if (uniform) return { axes, weights: inner };
  const size = inner.length;
  const over = (of: (c: number, i: number) => number) =>
    Float64Array.from({ length: weights.length * size }, (_, k) => of(Math.floor(k / size), k % size));
  return {
    axes: axes.map((axis, a) => over((c, i) => centres[a][c] + stds[c] * axis[i])),
    weights: over((c, i) => weights[c] * inner[i]),
  };
}

const HALF_LOG = 0.9189385332046727; // ln(2 pi) / 2

/** ln of an estimate's density at a point, however far it is from all of its own. */
function logDensity(parts: readonly Part[], place: readonly number[]): number {
  let least = Number.POSITIVE_INFINITY;
  for (const { cloud, width } of parts) {
    const rate = 0.5 / (width * width);
    for (let i = 0; i < cloud.n; ++i) least = Math.min(least, rate * squareTo(cloud.axes, i, place));
  }
  let sum = 0;
  for (const { cloud, width, weight } of parts) {
    const rate = 0.5 / (width * width);
    let row = 0;
    for (let i = 0; i < cloud.n; ++i) row += exp(least - rate * squareTo(cloud.axes, i, place));
    const scale = place.length === 1 ? width : width * width;
    sum += ((row / cloud.n) * weight) / scale;
  }
  return log(sum) - least - place.length * HALF_LOG;
}

function squareTo(axes: readonly Float64Array[], i: number, place: readonly number[]): number {
  let square = 0;
  for (let a = 0; a < place.length; ++a) square += (axes[a][i] - place[a]) * (axes[a][i] - place[a]);
  return square;
}

/** The mean of -ln f of an estimate. */
export function surpriseUnder(truth: Truth): (parts: readonly Part[]) => number {
  const { axes, weights } = nodesOf(truth);
  const place = axes.map(() => 0);
  return (parts) => {
    let sum = 0;
    for (let k = 0; k < weights.length; ++k) {
      for (let a = 0; a < place.length; ++a) place[a] = axes[a][k];
      sum -= weights[k] * logDensity(parts, place);
    }
    return sum;
  };
}

/** That of the true law itself: its entropy, which of points is -Infinity. */
export function entropyOf(truth: Truth): number {
  if (truth.uniform) return 0;
  if (truth.stds.some((std) => std === 0)) return Number.NEGATIVE_INFINITY;
  const parts = Array.from(truth.weights, (weight, c) => ({
    cloud: { n: 1, axes: truth.centres.map((axis) => axis.subarray(c, c + 1)) },
    width: truth.stds[c],
    weight,
  }));
  return surpriseUnder(truth)(parts);
}
