// Twin of assembly/chains/multivariate-step.ts.
import { log } from "../../kernels/math.ts";
import { DET_RATIO, LOG_DET, MEAN_ERROR, TRACE_RATIO, type TrueLaw } from "../../kernels/multivariate.ts";
import type { Stream } from "../../kernels/stream.ts";
import { buildZiggurat, ziggurat } from "../random/ziggurat.ts";
import { rootOfMore, rootOfTwo, type StepLaw, stepLaw } from "./gaussian-steps.ts";

/**
 * Bartlett's lower triangle L of n data points, and what their mean moves by: row k is z_k, L_k0, …, L_kk. L L' is the
 * scatter of n standard normal points about their mean.
 */
export interface Triangle {
  readonly dimension: number;
  /** Of L_jj, a chi with n - 1 - j degrees of freedom, for as many columns as have one. */
  readonly laws: readonly { readonly law: StepLaw; readonly ofTwo: boolean }[];
  readonly rows: Float64Array;
  readonly perRootN: number;
}

/** https://doi.org/10.1017/S0370164600016175 (M. S. Bartlett 1933) */
export function triangleOf(dimension: number, n: number): Triangle {
  buildZiggurat();
  const laws = Array.from({ length: Math.min(dimension, Math.max(0, n - 1)) }, (_, j) => ({
    law: stepLaw(n - j, 1),
    ofTwo: n - j === 2,
  }));
  return { dimension, laws, rows: new Float64Array(dimension * (dimension + 1)), perRootN: 1 / Math.sqrt(n) };
}

/** Draws the first `rank` rows; returns how many columns L has. */
function draw(stream: Stream, { dimension, laws, rows }: Triangle, rank: number): number {
  const width = dimension + 1;
  const columns = Math.min(rank, laws.length);
  for (let k = 0; k < rank; ++k) {
    for (let p = 0; p <= Math.min(k, columns); ++p) rows[k * width + p] = ziggurat(stream);
  }
  for (let j = 0; j < columns; ++j) {
    const { law, ofTwo } = laws[j];
    rows[j * width + j + 1] = ofTwo ? rootOfTwo(stream, law) : rootOfMore(stream, law);
  }
  return columns;
}

/**
 * One training set: to `to` go its mean and scale * A L, whose product with its transpose is the data's scatter, of a model
 * with a triangle of `rank` columns. Returns how many columns are left.
 */
export function step(
  stream: Stream,
  triangle: Triangle,
  from: Float64Array,
  rank: number,
  scale: number,
  to: Float64Array,
): number {
  const { dimension, rows, perRootN } = triangle;
  const width = dimension + 1;
  const columns = draw(stream, triangle, rank);
  for (let i = 0; i < dimension; ++i) {
    const at = i * width;
    const many = Math.min(i + 1, rank);
    // Column p of the product needs those from p on of the row, which may be written over up to there.
    for (let p = 0; p < width; ++p) {
      let sum = 0;
      for (let k = Math.max(0, p - 1); p <= columns && k < many; ++k)
        sum += from[at + 1 + k] * rows[k * width + p];
      to[at + p] = p === 0 ? from[at] + sum * perRootN : sum * scale;
    }
  }
  return columns;
}

const UP = 1.157920892373162e77; // 2^256
const DOWN = 8.636168555094445e-78; // 2^-256
const LN_UP = 177.445678223346; // 256 ln 2

/** Writes those of the kernel's observables that are in `mask`; returns where the next one goes. */
export function observe(
  state: Float64Array,
  truth: TrueLaw,
  mask: number,
  rows: Float64Array,
  out: number,
  stride: number,
): number {
  if (mask & (LOG_DET | DET_RATIO)) {
    const { ratio, exponent } = diagonalRatio(state, truth);
    if (mask & LOG_DET) {
      rows[out] = truth.logDet + 2 * (log(ratio) + exponent * LN_UP);
      out += stride;
    }
    if (mask & DET_RATIO) {
      rows[out] = unscale(unscale(ratio * ratio, exponent), exponent);
      out += stride;
    }
  }
  if (mask & TRACE_RATIO) {
    rows[out] = traceOf(state, truth.mean.length) / truth.trace;
    out += stride;
  }
  if (mask & MEAN_ERROR) {
    rows[out] = meanError(state, truth);
    out += stride;
  }
  return out;
}

/** The product of A's diagonal over that of the true law, as ratio * 2^(256 exponent). */
function diagonalRatio(state: Float64Array, { perDiagonal }: TrueLaw): { ratio: number; exponent: number } {
  let ratio = 1;
  let exponent = 0;
  for (let i = 0; i < perDiagonal.length; ++i) {
    ratio *= state[i * (perDiagonal.length + 2) + 1] * perDiagonal[i];
    if (ratio < DOWN && ratio > 0) {
      ratio *= UP;
      exponent -= 1;
    } else if (ratio > UP) {
      ratio *= DOWN;
      exponent += 1;
    }
  }
  return { ratio, exponent };
}

function unscale(scale: number, exponent: number): number {
  for (; exponent < 0 && scale > 0; ++exponent) scale *= DOWN;
  for (; exponent > 0 && scale < Number.POSITIVE_INFINITY; --exponent) scale *= UP;
  return scale;
}

const lanes = new Float64Array(8);

/** The sum of A's squares, added up in eight lanes by their places in the row. */
export function traceOf(state: Float64Array, dimension: number): number {
  const width = dimension + 1;
  lanes.fill(0);
  for (let i = 0; i < dimension; ++i) {
    for (let p = 1; p <= i + 1; ++p) lanes[p & 7] += state[i * width + p] * state[i * width + p];
  }
  const [a, b, c, d, e, f, g, h] = lanes;
  return a + c + (e + g) + (b + d + (f + h));
}

export function meanError(state: Float64Array, { mean }: TrueLaw): number {
  let sum = 0;
  for (let i = 0; i < mean.length; ++i) {
    const distance = state[i * (mean.length + 1)] - mean[i];
    sum += distance * distance;
  }
  return sum;
}
