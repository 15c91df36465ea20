// Kernel density estimates, and empirical laws, which are those of no width: a sample is a point of the last training set,
// drawn with replacement, plus width times a standard normal. The points of a set are its coordinates, n after n.
import { fillIntegers } from "../random/uniform";
import { buildZiggurat, fillZiggurat } from "../random/ziggurat";
import { meanOf, squaresFrom } from "../sums/lanes";
import { trajectory } from "./trajectory";

const SECOND_MOMENT = 1;
const WITHIN = 2;

/** Added to an integer it leaves it in the lowest bits: 2^52. */
const MAGIC: f64 = 4503599627370496.0;

/** Draws n points to `out` from the `many` at `from`; `indices` is room for n numbers. */
function draw(
  s: usize,
  from: usize,
  many: i32,
  width: f64,
  n: i32,
  dimension: i32,
  indices: usize,
  out: usize,
): void {
  fillIntegers(s, 0.0, <f64>many, indices, n);
  const bytes = (<usize>n) << 3;
  for (let axis = 0; axis < dimension; ++axis) {
    if (width > 0.0) {
      fillZiggurat(s, out, n);
      for (let at: usize = 0; at < bytes; at += 8) {
        const index = <usize>(<u32>reinterpret<u64>(load<f64>(indices + at) + MAGIC));
        store<f64>(out + at, load<f64>(from + (index << 3)) + width * load<f64>(out + at));
      }
    } else {
      for (let at: usize = 0; at < bytes; at += 8) {
        const index = <usize>(<u32>reinterpret<u64>(load<f64>(indices + at) + MAGIC));
        store<f64>(out + at, load<f64>(from + (index << 3)));
      }
    }
    from += (<usize>many) << 3;
    out += bytes;
  }
}

/** Writes the moments of an estimate in `mask` (1 that of |x|^2, 2 the variance) to rows `stride` apart. */
function observe(points: usize, n: i32, dimension: i32, width: f64, mask: i32, row: usize, stride: usize): void {
  let within: f64 = 0.0;
  let square: f64 = 0.0;
  for (let axis = 0; axis < dimension; ++axis) {
    const end = points + ((<usize>n) << 3);
    const mean = meanOf(points, end);
    within += squaresFrom(points, end, mean) / <f64>n + width * width;
    square += mean * mean;
    points = end;
  }
  if (mask & SECOND_MOMENT) {
    store<f64>(row, within + square);
    row += stride;
  }
  if (mask & WITHIN) store<f64>(row, within);
}

/**
 * Takes every trajectory through `generations`; rows[trajectory][observable][generation]. If `isFirst`, they begin with the
 * true law, `many` normals around `centres` of the width `spread`. `points` has the last training set of each, `scratch`
 * is room for (dimension + 1) n numbers.
 */
export function densities(
  trajectories: usize,
  count: i32,
  generations: i32,
  rows: usize,
  n: i32,
  dimension: i32,
  width: f64,
  isFirst: bool,
  centres: usize,
  many: i32,
  spread: f64,
  mask: i32,
  points: usize,
  scratch: usize,
): void {
  buildZiggurat();
  const stride = (<usize>generations) << 3;
  const size = (<usize>(n * dimension)) << 3;
  const drawn = scratch + ((<usize>n) << 3);
  for (let i = 0; i < count; ++i) {
    const s = trajectory(trajectories, i);
    for (let g = 0; g < generations; ++g) {
      if (isFirst && g == 0) draw(s, centres, many, spread, n, dimension, scratch, drawn);
      else draw(s, points, n, width, n, dimension, scratch, drawn);
      memory.copy(points, drawn, size);
      observe(points, n, dimension, width, mask, rows + ((<usize>g) << 3), stride);
    }
    points += size;
    rows += stride * <usize>popcnt(mask);
  }
}
