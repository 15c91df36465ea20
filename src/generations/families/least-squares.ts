// Symmetric matrices are full arrays of d * d numbers, row by row, of which the lower triangle is read and written.
import type { Stream } from "../../kernels/stream.ts";
import { gamma } from "../../reference/random/gamma.ts";
import { ziggurat } from "../../reference/random/ziggurat.ts";

/**
 * The lower triangular L of which L L' is the Gram matrix of n rows of d standard normals; the ziggurat is built.
 * M. S. Bartlett (1933). With fewer rows than d it has n columns.
 */
export function bartlett(stream: Stream, n: number, d: number, out: Float64Array): void {
  for (let i = 0; i < d; ++i) {
    const row = i * d;
    const many = Math.min(i, n);
    for (let j = 0; j < many; ++j) out[row + j] = ziggurat(stream);
    for (let j = many; j <= i; ++j) out[row + j] = 0;
    if (i < n) out[row + i] = Math.sqrt(2 * gamma(stream, 0.5 * (n - i)));
  }
}

/** Adds L L' to a symmetric matrix. */
export function addSquare(factor: Float64Array, d: number, to: Float64Array): void {
  for (let i = 0; i < d; ++i) {
    for (let j = 0; j <= i; ++j) {
      let sum = 0;
      for (let k = 0; k <= j; ++k) sum += factor[i * d + k] * factor[j * d + k];
      to[i * d + j] += sum;
    }
  }
}

/** A column of which no more than this share is left, squared, beside those before it is a sum of these: 2^-43. */
const NOTHING = 1.1368683772161603e-13;

/** The lower triangular L with L L' = G, of a G that may be singular: a column that follows from others is 0. */
export function cholesky(gram: Float64Array, d: number, out: Float64Array): void {
  for (let j = 0; j < d; ++j) {
    let pivot = gram[j * d + j];
    for (let k = 0; k < j; ++k) pivot -= out[j * d + k] * out[j * d + k];
    const isNothing = !(pivot > NOTHING * gram[j * d + j]);
    const root = isNothing ? 0 : Math.sqrt(pivot);
    const inverse = isNothing ? 0 : 1 / root;
    out[j * d + j] = root;
    for (let i = j + 1; i < d; ++i) {
      let sum = gram[i * d + j];
      for (let k = 0; k < j; ++k) sum -= out[i * d + k] * out[j * d + k];
      out[i * d + j] = sum * inverse;
    }
  }
}

/** out = G w. */
export function times(gram: Float64Array, w: Float64Array, d: number, out: Float64Array): void {
  out.fill(0);
  for (let i = 0; i < d; ++i) {
    let sum = gram[i * d + i] * w[i];
    for (let j = 0; j < i; ++j) {
      sum += gram[i * d + j] * w[j];
      out[j] += gram[i * d + j] * w[i];
    }
    out[i] += sum;
  }
}

/**
 * Moves w to where G w = right: least squares. A coefficient that the data say nothing of, as where rows come several
 * times, stays as it was.
 */
export function leastSquares(
  gram: Float64Array,
  right: Float64Array,
  d: number,
  w: Float64Array,
  room: Room,
): void {
  const { factor, step } = room;
  times(gram, w, d, step);
  for (let i = 0; i < d; ++i) step[i] = right[i] - step[i];
  cholesky(gram, d, factor);
  for (let i = 0; i < d; ++i) {
    let sum = step[i];
    for (let k = 0; k < i; ++k) sum -= factor[i * d + k] * step[k];
    step[i] = factor[i * d + i] > 0 ? sum / factor[i * d + i] : 0;
  }
  for (let i = d - 1; i >= 0; --i) {
    let sum = step[i];
    for (let k = i + 1; k < d; ++k) sum -= factor[k * d + i] * step[k];
    step[i] = factor[i * d + i] > 0 ? sum / factor[i * d + i] : 0;
    w[i] += step[i];
  }
}

/** What a fit works with. */
export interface Room {
  readonly factor: Float64Array;
  readonly step: Float64Array;
}

export const roomFor = (d: number): Room => ({ factor: new Float64Array(d * d), step: new Float64Array(d) });
