// Gaussians of d dimensions, fitted by mean and covariance to n > d points of the last: see multivariate-step.ts.
import { log } from "../math";
import { STREAM_BYTES } from "../random/stream";
import { buildZiggurat } from "../random/ziggurat";
import { makeSteps, prepareMoves } from "./gaussian-steps";
import { drawTriangle, lawBytes, layLaws, multiply, strideOf } from "./multivariate-step";

const LOG_DET = 1;
const DET_RATIO = 2;
const TRACE_RATIO = 4;
const MEAN_ERROR = 8;

const UP: f64 = 1.157920892373162e77; // 2^256
const DOWN: f64 = 8.636168555094445e-78; // 2^-256
const LN_UP: f64 = 177.445678223346; // 256 ln 2

/** Bytes of the scratch of multivariate(): laws, normals and a triangle. */
export function multivariateBytes(d: i32): usize {
  return max(<usize>STEPS << 4, lawBytes(d) + stateBytes(d) + <usize>(d * (d + 1) * 4 + 8));
}

/** Bytes of a trajectory's state. */
export function stateBytes(d: i32): usize {
  return <usize>d * strideOf(d);
}

let exponent: f64 = 0.0;

/** The product of A's diagonal over that of the true law, as ratio * 2^(256 exponent). */
function diagonalRatio(state: usize, d: i32, perDiagonal: usize): f64 {
  const stride = strideOf(d) + 8;
  let ratio = 1.0;
  exponent = 0.0;
  for (let i = 0; i < d; ++i, state += stride, perDiagonal += 8) {
    ratio = scaled(ratio * (load<f64>(state, 8) * load<f64>(perDiagonal)));
  }
  return ratio;
}

/** A ratio within what squares to a number, by a power of 2^256 that is counted. */
// @ts-ignore: decorator
@inline
function scaled(ratio: f64): f64 {
  if (ratio < DOWN && ratio > 0.0) {
    exponent -= 1.0;
    return ratio * UP;
  }
  if (ratio > UP) {
    exponent += 1.0;
    return ratio * DOWN;
  }
  return ratio;
}

/** Writes what a ratio of diagonals says. */
function writeDet(ratio: f64, truth: usize, mask: i32, out: usize, stride: usize): void {
  if (mask & LOG_DET) {
    store<f64>(out, load<f64>(truth) + 2.0 * (log(ratio) + exponent * LN_UP));
    out += stride;
  }
  if (mask & DET_RATIO) store<f64>(out, unscale(unscale(ratio * ratio, exponent), exponent));
}

function unscale(scale: f64, exponent: f64): f64 {
  for (; exponent < 0.0 && scale > 0.0; exponent += 1.0) scale *= DOWN;
  for (; exponent > 0.0 && scale < Infinity; exponent -= 1.0) scale *= UP;
  return scale;
}

/** The sum of A's squares, added up in eight lanes by their places in the row. */
function traceOf(state: usize, d: i32): f64 {
  const stride = strideOf(d);
  let a = f64x2.splat(0.0);
  let b = a;
  let c = a;
  let e = a;
  for (let i = 0; i < d; ++i, state += stride) {
    for (let block: i32 = 0; block <= i + 1; block += 8) {
      const at = state + (<usize>block << 3);
      let x = v128.load(at);
      if (block == 0) x = f64x2.replace_lane(x, 0, 0.0);
      const y = v128.load(at, 16);
      const z = v128.load(at, 32);
      const w = v128.load(at, 48);
      a = f64x2.add(a, f64x2.mul(x, x));
      b = f64x2.add(b, f64x2.mul(y, y));
      c = f64x2.add(c, f64x2.mul(z, z));
      e = f64x2.add(e, f64x2.mul(w, w));
    }
  }
  const sum = f64x2.add(f64x2.add(a, b), f64x2.add(c, e));
  return f64x2.extract_lane(sum, 0) + f64x2.extract_lane(sum, 1);
}

function meanError(state: usize, d: i32, mean: usize): f64 {
  const stride = strideOf(d);
  let sum = 0.0;
  for (let i = 0; i < d; ++i, state += stride, mean += 8) {
    const distance = load<f64>(state) - load<f64>(mean);
    sum += distance * distance;
  }
  return sum;
}

/** Writes the observables in `mask`, `stride` bytes apart. `truth`: ln det and trace, d means, one over d diagonal numbers. */
function observe(state: usize, d: i32, truth: usize, mask: i32, out: usize, stride: usize): void {
  const mean = truth + 16;
  if (mask & (LOG_DET | DET_RATIO)) {
    writeDet(diagonalRatio(state, d, mean + (<usize>d << 3)), truth, mask, out, stride);
    out += stride * <usize>popcnt(mask & (LOG_DET | DET_RATIO));
  }
  if (mask & TRACE_RATIO) {
    store<f64>(out, traceOf(state, d) / load<f64>(truth, 8));
    out += stride;
  }
  if (mask & MEAN_ERROR) store<f64>(out, meanError(state, d, mean));
}

/** How many steps of one dimension are made at once. */
const STEPS: i32 = 16;

/** The same of one dimension, by the same operations: the triangle is a step of the Gaussian chain. */
function line(
  streams: usize,
  states: usize,
  count: i32,
  generations: i32,
  rows: usize,
  n: f64,
  perRootN: f64,
  scale: f64,
  mask: i32,
  watched: i32,
  recorded: usize,
  truth: usize,
  steps: usize,
): void {
  prepareMoves(n);
  const stride = <usize>generations << 3;
  for (let i = 0; i < count; ++i, streams += STREAM_BYTES, states += stateBytes(1)) {
    let mean = load<f64>(states);
    let root = load<f64>(states, 8);
    for (let first = 0; first < generations; first += STEPS) {
      const many = min(STEPS, generations - first);
      makeSteps(streams, many, steps);
      let step = steps;
      for (let g = first; g < first + many; ++g, step += 16) {
        mean += root * load<f64>(step) * perRootN;
        root = root * load<f64>(step, 8) * scale;
        if (watched || load<u8>(recorded + g)) observeLine(mean, root, truth, mask, rows + (<usize>g << 3), stride);
      }
    }
    store<f64>(states, mean);
    store<f64>(states, root, 8);
    rows += stride * <usize>popcnt(mask);
  }
}

/** What observe() writes, of a mean and a standard deviation. */
// @ts-ignore: decorator
@inline
function observeLine(mean: f64, root: f64, truth: usize, mask: i32, out: usize, stride: usize): void {
  if (mask & (LOG_DET | DET_RATIO)) {
    exponent = 0.0;
    writeDet(scaled(root * load<f64>(truth, 24)), truth, mask, out, stride);
    out += stride * <usize>popcnt(mask & (LOG_DET | DET_RATIO));
  }
  if (mask & TRACE_RATIO) {
    store<f64>(out, (root * root) / load<f64>(truth, 8));
    out += stride;
  }
  const distance = mean - load<f64>(truth, 16);
  if (mask & MEAN_ERROR) store<f64>(out, distance * distance);
}

/**
 * Takes every trajectory through `generations`; rows[trajectory][observable][generation] for the observables in `mask` (1 logDet,
 * 2 detRatio, 4 traceRatio, 8 meanError), at those that are `recorded`, or at all with `watched`.
 */
export function multivariate(
  streams: usize,
  states: usize,
  count: i32,
  generations: i32,
  rows: usize,
  d: i32,
  n: f64,
  divisor: f64,
  mask: i32,
  watched: i32,
  recorded: usize,
  truth: usize,
  scratch: usize,
): void {
  const perRootN = 1.0 / sqrt(n);
  const scale = 1.0 / sqrt(divisor);
  if (d == 1) {
    line(streams, states, count, generations, rows, n, perRootN, scale, mask, watched, recorded, truth, scratch);
    return;
  }
  buildZiggurat();
  const triangle = scratch;
  const laws = triangle + stateBytes(d);
  const normals = laws + lawBytes(d);
  // Above the triangle there are zeros.
  memory.fill(triangle, 0, stateBytes(d));
  layLaws(laws, d, n);
  const stride = <usize>generations << 3;
  for (let i = 0; i < count; ++i, streams += STREAM_BYTES, states += stateBytes(d)) {
    for (let g = 0; g < generations; ++g) {
      drawTriangle(streams, d, laws, normals, triangle);
      multiply(states, d, triangle, perRootN, scale);
      if (watched || load<u8>(recorded + g)) observe(states, d, truth, mask, rows + (<usize>g << 3), stride);
    }
    rows += stride * <usize>popcnt(mask);
  }
}
