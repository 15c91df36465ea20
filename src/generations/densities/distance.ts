// The integrated squared error of an estimate, and its squared maximum mean discrepancy, exactly: both are sums over pairs
// of normals of a normal density at the distance of their middles, whose variance is that of the two together (and of the
// kernel of the discrepancy).
import type { Truth } from "../../kernels/densities.ts";
import { exp } from "../../kernels/math.ts";
import { upperTail } from "../derived/normal.ts";
import type { Part } from "./density.ts";
import { bySpectrum } from "./spectrum.ts";

/** A mixture of normals, of which those of a list have the same width and weigh the same. */
interface Normals {
  readonly axes: readonly Float64Array[];
  readonly n: number;
  readonly width: number;
  readonly weight: number;
}

const normalsOf = ({ cloud: { axes, n }, width, weight }: Part): Normals => ({ axes, n, width, weight });

/** Each normal of the truth by itself; points, which are many, together. */
function componentsOf({ weights, centres, stds }: Truth): Normals[] {
  if (stds.every((std) => std === 0)) return [{ axes: centres, n: weights.length, width: 0, weight: 1 }];
  return Array.from(weights, (weight, c) => ({
    axes: centres.map((axis) => axis.subarray(c, c + 1)),
    n: 1,
    width: stds[c],
    weight,
  }));
}

/** The sum of the normal density of a variance over all pairs, one of each; each counts `weight` / (n m). */
function pairs(one: Normals, other: Normals, more: number): number {
  const variance = one.width * one.width + other.width * other.width + more;
  const rate = -0.5 / variance;
  const dimension = one.axes.length;
  const [x, y = x] = one.axes;
  const [u, v = u] = other.axes;
  const isPlane = dimension === 2;
  const isSame = x === u && y === v;
  let sum = 0;
  for (let i = 0; i < one.n; ++i) {
    // Of a list with itself each pair of different ones comes twice.
    const end = isSame ? i : other.n;
    let row = 0;
    for (let j = 0; j < end; ++j) {
      const dx = x[i] - u[j];
      const dy = isPlane ? y[i] - v[j] : 0;
      row += exp(rate * (dx * dx + dy * dy));
    }
    sum += isSame ? 2 * row + 1 : row;
  }
  let scale = 1;
  for (let a = 0; a < dimension; ++a) scale /= Math.sqrt(2 * Math.PI * variance);
  return ((sum * scale * one.weight) / one.n) * (other.weight / other.n);
}

/** The same between a list and uniform numbers. */
function uniformPairs({ axes, n, width, weight }: Normals, more: number): number {
  const std = Math.sqrt(width * width + more);
  let sum = 0;
  for (let i = 0; i < n; ++i) {
    let inside = 1;
    for (const axis of axes) inside *= upperTail(-axis[i], std) - upperTail(1 - axis[i], std);
    sum += inside;
  }
  return (sum * weight) / n;
}

/** The same of two uniform numbers, in each coordinate. */
function uniformSelf(dimension: number, more: number): number {
  if (more === 0) return 1;
  const std = Math.sqrt(more);
  const end = exp(-0.5 / more);
  const one = 1 - 2 * upperTail(1, std) - (2 * std * (1 - end)) / Math.sqrt(2 * Math.PI);
  return dimension === 1 ? one : one * one;
}

const total = (lists: readonly Normals[], others: readonly Normals[], more: number): number => {
  let sum = 0;
  for (const one of lists) for (const other of others) sum += pairs(one, other, more);
  return sum;
};

/** What an estimate's integrated squared error is, or, with the width of a kernel, its squared discrepancy. */
export function distanceFrom(truth: Truth, kernelWidth = 0): (parts: readonly Part[]) => number {
  const { uniform, dimension } = truth;
  const more = kernelWidth * kernelWidth;
  const components = uniform ? [] : componentsOf(truth);
  // Points have no density.
  if (more === 0 && components.some(({ width }) => width === 0)) return () => Number.POSITIVE_INFINITY;
  let scale = 1;
  for (let a = 0; a < dimension && more > 0; ++a) scale *= Math.sqrt(2 * Math.PI * more);
  const pairsOf = (lists: readonly Normals[]): number => {
    const cross = uniform
      ? lists.reduce((sum, list) => sum + uniformPairs(list, more), 0)
      : total(lists, components, more);
    return total(lists, lists, more) - 2 * cross;
  };
  let own: number | undefined;
  return (parts) => {
    own ??= uniform ? uniformSelf(dimension, more) : total(components, components, more);
    const sum = bySpectrum(parts, truth, more) ?? pairsOf(parts.map(normalsOf));
    return Math.max(0, scale * (sum + own));
  };
}
