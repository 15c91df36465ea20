// The same sums over pairs as in distance.ts, of many points on the line, by characteristic functions: a normal density of
// the variance V at a distance d is the integral of exp(-V t^2 / 2) cos(t d) / 2 pi, and the trapezoidal rule adds to it no
// more than what it is at the distances d + 2 pi k / step. So n points take n times as many operations as there are places,
// where pairs take n^2 / 2.
import type { Truth } from "../../kernels/densities.ts";
import { exp } from "../../kernels/math.ts";
import { type Turn, turnBy } from "../../kernels/turn.ts";
import type { Part } from "./density.ts";

/** exp(-x^2 / 2) is below the rounding error of a sum from here on. */
const END = 8.6;

interface Places {
  readonly step: number;
  readonly many: number;
  /** Of all that there is: angles are taken about it, so that they are small wherever the data lie. */
  readonly middle: number;
}

/** What the rule needs for a sum that is right to the last digits: as wide as all pairs are apart, and as far as it falls. */
function placesFor(
  parts: readonly Part[],
  { uniform, centres: [centres], stds }: Truth,
  more: number,
): Places {
  let [low, high, wide, narrow] = uniform
    ? [0, 1, 0, Number.POSITIVE_INFINITY]
    : [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0, Number.POSITIVE_INFINITY];
  const reach = (values: Float64Array, n: number): void => {
    for (let i = 0; i < n; ++i) {
      low = Math.min(low, values[i]);
      high = Math.max(high, values[i]);
    }
  };
  if (!uniform) {
    reach(centres, centres.length);
    for (const std of stds) wide = Math.max(wide, std);
  }
  for (const { cloud, width } of parts) {
    reach(cloud.axes[0], cloud.n);
    wide = Math.max(wide, width);
    narrow = Math.min(narrow, width);
  }
  const step = (2 * Math.PI) / (high - low + END * Math.sqrt(more + 2 * wide * wide));
  const many = Math.ceil(END / Math.sqrt(more + narrow * narrow) / step);
  return { step, many, middle: low + (high - low) / 2 };
}

/** Adds `weight` times the characteristic function of points, which weigh the same, to its values at the places. */
function addPoints(
  values: Float64Array,
  n: number,
  weight: number,
  { step, middle }: Places,
  re: Float64Array,
  im: Float64Array,
): void {
  const each = weight / n;
  const many = re.length;
  const turn: Turn = { cosine: 0, sine: 0 };
  for (let i = 0; i < n; ++i) {
    turnBy(step * (values[i] - middle), turn);
    const { cosine, sine } = turn;
    let x = each;
    let y = 0;
    for (let m = 0; m < many; ++m) {
      re[m] += x;
      im[m] += y;
      const next = x * cosine - y * sine;
      y = x * sine + y * cosine;
      x = next;
    }
  }
}

/** The true law's characteristic function at the places. */
function ofTruth(
  { uniform, weights, centres: [centres], stds }: Truth,
  places: Places,
  re: Float64Array,
  im: Float64Array,
): void {
  const { step, middle } = places;
  // Points weigh the same.
  if (!uniform && stds.every((std) => std === 0)) {
    addPoints(centres, centres.length, 1, places, re, im);
    return;
  }
  const turn: Turn = { cosine: 0, sine: 0 };
  for (let m = 0; m < re.length; ++m) {
    const t = step * m;
    if (uniform) {
      // sin(t / 2) / (t / 2), about 1/2.
      turnBy(t / 2, turn);
      const size = t === 0 ? 1 : turn.sine / (t / 2);
      turnBy(t * (0.5 - middle), turn);
      re[m] = size * turn.cosine;
      im[m] = size * turn.sine;
      continue;
    }
    for (let c = 0; c < weights.length; ++c) {
      turnBy(t * (centres[c] - middle), turn);
      const size = weights[c] * exp(-0.5 * (stds[c] * stds[c]) * (t * t));
      re[m] += size * turn.cosine;
      im[m] += size * turn.sine;
    }
  }
}

/**
 * The sum over all pairs of an estimate's normals, less twice that over pairs of one with the true law, as distance.ts has
 * them; undefined where pairs take less time.
 */
export function bySpectrum(parts: readonly Part[], truth: Truth, more: number): number | undefined {
  if (truth.dimension > 1) return undefined;
  const points = parts.reduce((sum, { cloud }) => sum + cloud.n, 0);
  const places = placesFor(parts, truth, more);
  const { step, many } = places;
  if (!(points > 2 * many)) return undefined;
  const lists = Array.from({ length: 6 }, () => new Float64Array(many + 1));
  const [re, im, trueRe, trueIm, partRe, partIm] = lists;
  ofTruth(truth, places, trueRe, trueIm);
  for (const { cloud, width, weight } of parts) {
    partRe.fill(0);
    partIm.fill(0);
    addPoints(cloud.axes[0], cloud.n, weight, places, partRe, partIm);
    for (let m = 0; m <= many; ++m) {
      const t = step * m;
      const kernel = exp(-0.5 * (width * width) * (t * t));
      re[m] += kernel * partRe[m];
      im[m] += kernel * partIm[m];
    }
  }
  let sum = 0;
  for (let m = 0; m <= many; ++m) {
    const t = step * m;
    const own = re[m] * re[m] + im[m] * im[m];
    const cross = re[m] * trueRe[m] + im[m] * trueIm[m];
    sum += (m === 0 ? 0.5 : 1) * exp(-0.5 * more * (t * t)) * (own - 2 * cross);
  }
  return (sum * step) / Math.PI;
}
