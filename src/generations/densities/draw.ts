// Draws from the true law, and from what was fitted. First it is drawn for all data points which normal they come from, then
// how far they are from its middle, coordinate by coordinate: the kernels fill an array at once.
import { commonWidth, type Truth } from "../../kernels/densities.ts";
import type { Fills } from "../../kernels/fills.ts";
import type { Stream } from "../../kernels/stream.ts";
import { binomial } from "../../reference/random/binomial.ts";
import { aliasTable } from "../alias.ts";
import { type Cloud, makeRoom } from "./cloud.ts";
import { type Density, partsOf } from "./density.ts";

type Draws = Pick<Fills, "fillIntegers" | "fillNormal" | "fillUniform">;

/** Draws n points to `out`, in place of what is there. */
export type Draw = (stream: Stream, n: number, out: Cloud) => void;

/** Points drawn with replacement, each moved by `width` times a normal, behind those of `out`. */
export function resampler({ fillIntegers, fillNormal }: Draws) {
  let indices = new Float64Array(64);
  let normals = new Float64Array(64);
  return (stream: Stream, { axes, n: many }: Cloud, width: number, n: number, out: Cloud): void => {
    const from = out.n;
    makeRoom(out, from + n);
    if (n > indices.length) {
      indices = new Float64Array(2 * n);
      normals = new Float64Array(2 * n);
    }
    const index = indices.subarray(0, n);
    const z = normals.subarray(0, n);
    fillIntegers(stream, 0, many, index);
    axes.forEach((axis, a) => {
      const to = out.axes[a];
      if (width > 0) {
        fillNormal(stream, z);
        for (let i = 0; i < n; ++i) to[from + i] = axis[index[i]] + width * z[i];
      } else for (let i = 0; i < n; ++i) to[from + i] = axis[index[i]];
    });
    out.n += n;
  };
}

/** Draws of the true law. */
export function truthDrawer(truth: Truth, draws: Draws): Draw {
  const { uniform, centres, stds, weights } = truth;
  const width = commonWidth(truth);
  if (width !== undefined) {
    const resample = resampler(draws);
    const middle: Cloud = { n: weights.length, axes: [...centres] };
    return (stream, n, out) => {
      out.n = 0;
      resample(stream, middle, width, n, out);
    };
  }
  const component = uniform ? undefined : aliasTable(weights);
  return (stream, n, out) => {
    out.n = 0;
    makeRoom(out, n);
    const of = Uint32Array.from({ length: component ? n : 0 }, () => component?.(stream) ?? 0);
    out.axes.forEach((axis, a) => {
      const to = axis.subarray(0, n);
      if (uniform) draws.fillUniform(stream, to);
      else {
        draws.fillNormal(stream, to);
        for (let i = 0; i < n; ++i) to[i] = centres[a][of[i]] + stds[of[i]] * to[i];
      }
    });
    out.n = n;
  };
}

/** Draws of a fit, or of the true law where it is that. */
export function densityDrawer(truth: Truth, draws: Draws) {
  const drawTruth = truthDrawer(truth, draws);
  const resample = resampler(draws);
  return (stream: Stream, from: Density, n: number, out: Cloud): void => {
    if (from.isTruth) {
      drawTruth(stream, n, out);
      return;
    }
    const [first, second] = partsOf(from);
    const others = second ? binomial(stream, n, second.weight, first.weight) : 0;
    out.n = 0;
    resample(stream, first.cloud, first.width, n - others, out);
    if (second) resample(stream, second.cloud, second.width, others, out);
  };
}
