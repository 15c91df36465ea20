// A Gaussian of d dimensions, d below n: a training set of n points as their mean and their scatter, without the points.
// M. S. Bartlett (1933), https://doi.org/10.1017/S0370164600016175
import { take, waiting } from "../random/stream";
import { fillZiggurat, layerAt, spread, ziggurat } from "../random/ziggurat";
import { positive, rootBy } from "./gaussian-steps";

/**
 * The rows of a trajectory, its state, and those of the triangle, as kernels/multivariate.ts has them: row i is a mean (or z_i),
 * then i + 1 numbers of a lower triangle. They begin a whole number of blocks of 8 numbers apart, and end in zeros.
 */
export function strideOf(d: i32): usize {
  return <usize>((d + 8) >> 3) << 6;
}

/**
 * Bytes of the laws of the triangle's diagonal, chi with n - 1 - j degrees of freedom, two columns side by side: the numbers
 * d, c, squeeze and factor of gaussian-steps, each of both.
 */
export function lawBytes(d: i32): usize {
  return <usize>((d + 1) >> 1) << 6;
}

/** Where the numbers of a column are, 16 bytes apart. */
// @ts-ignore: decorator
@inline
function lawAt(laws: usize, j: i32): usize {
  return laws + (<usize>(j >> 1) << 6) + (<usize>(j & 1) << 3);
}

export function layLaws(laws: usize, d: i32, n: f64): void {
  for (let j = 0; j < d; ++j) {
    const at = lawAt(laws, j);
    const left = n - <f64>j;
    const depth = 0.5 * (left - 1.0) - 0.3333333333333333;
    const c = 1.0 / sqrt(9.0 * depth);
    store<f64>(at, depth);
    store<f64>(at, c, 16);
    store<f64>(at, ((1.1 + 3.3 * c) * (c * c)) / 12.0, 32);
    // With one degree of freedom it is the size of a normal: marked by a factor of 0.
    store<f64>(at, left == 2.0 ? 0.0 : 2.0 * depth, 48);
  }
}

/** Two roots of the words (y, u), (y, u), if nothing but the usual happens: as makeTwo() of gaussian-steps. */
// @ts-ignore: decorator
@inline
function drawTwo(from: usize, law: usize, to: usize, apart: usize): bool {
  const one = f64x2.splat(1.0);
  const a = v128.load(from);
  const b = v128.load(from, 16);
  const y0 = layerAt(from);
  const y1 = layerAt(from + 16);
  const y = f64x2.mul(spread(v128.shuffle<i64>(a, b, 0, 2)), v128.shuffle<f64>(y0, y1, 0, 2));
  const square = f64x2.mul(y, y);
  const sure = f64x2.sub(one, f64x2.mul(v128.load(law, 32), f64x2.mul(square, square)));
  const usual = v128.and(
    f64x2.lt(positive(v128.shuffle<i64>(a, b, 1, 3)), sure),
    f64x2.lt(f64x2.abs(y), v128.shuffle<f64>(y0, y1, 1, 3)),
  );
  if (!i64x2.all_true(usual)) return false;
  const w = f64x2.add(one, f64x2.mul(v128.load(law, 16), y));
  const root = f64x2.sqrt(f64x2.mul(v128.load(law, 48), f64x2.mul(f64x2.mul(w, w), w)));
  store<f64>(to, f64x2.extract_lane(root, 0));
  store<f64>(to + apart, f64x2.extract_lane(root, 1));
  return true;
}

/** Draws the triangle, z in front of each row; `normals` is room for d (d + 1) / 2 numbers. */
export function drawTriangle(s: usize, d: i32, laws: usize, normals: usize, triangle: usize): void {
  const stride = strideOf(d);
  fillZiggurat(s, normals, (d * (d + 1)) >> 1);
  let row = triangle;
  for (let k = 0; k < d; ++k, row += stride) {
    const bytes = <usize>(k + 1) << 3;
    // The last pair may reach where the diagonal comes.
    for (let at: usize = 0; at < bytes; at += 16) v128.store(row + at, v128.load(normals + at));
    normals += bytes;
  }
  const apart = stride + 8;
  for (let j = 0, to = triangle + 8; j < d; ++j, to += apart) {
    const law = lawAt(laws, j);
    const factor = load<f64>(law, 48);
    if (!(j & 1) && j + 1 < d && waiting(s) >= 4 && load<f64>(law, 56) != 0.0) {
      if (drawTwo(take(s, 0), law, to, apart)) {
        take(s, 4);
        ++j;
        to += apart;
        continue;
      }
    }
    const root =
      factor == 0.0
        ? abs(ziggurat(s))
        : rootBy(s, load<f64>(law), load<f64>(law, 16), load<f64>(law, 32), factor);
    store<f64>(to, root);
  }
}

/**
 * Moves the means by perRootN A z and makes of A scale * A L, in place: a block of 8 columns of a row needs only those from
 * its own on. Each sum is taken in the order of the rows of L; zeros above its diagonal change none.
 */
export function multiply(state: usize, d: i32, triangle: usize, perRootN: f64, scale: f64): void {
  const stride = strideOf(d);
  const scales = f64x2.splat(scale);
  const firstScales = f64x2.replace_lane(scales, 0, perRootN);
  for (let i = 0; i < d; ++i, state += stride) {
    for (let block: i32 = 0; block <= i + 1; block += 8) {
      let a = f64x2.splat(0.0);
      let b = a;
      let c = a;
      let e = a;
      const first = max(0, block - 1);
      let row = triangle + <usize>first * stride + (<usize>block << 3);
      const end = state + (<usize>(i + 1) << 3);
      for (let at = state + (<usize>first << 3); at < end; at += 8, row += stride) {
        const factor = v128.load_splat<f64>(at, 8);
        a = f64x2.add(a, f64x2.mul(factor, v128.load(row)));
        b = f64x2.add(b, f64x2.mul(factor, v128.load(row, 16)));
        c = f64x2.add(c, f64x2.mul(factor, v128.load(row, 32)));
        e = f64x2.add(e, f64x2.mul(factor, v128.load(row, 48)));
      }
      const to = state + (<usize>block << 3);
      if (block == 0) {
        // A mean is added to; -0 leaves the other number as it is.
        const mean = f64x2.replace_lane(f64x2.splat(-0.0), 0, load<f64>(to));
        v128.store(to, f64x2.add(mean, f64x2.mul(a, firstScales)));
      } else {
        v128.store(to, f64x2.mul(a, scales));
      }
      v128.store(to, f64x2.mul(b, scales), 16);
      v128.store(to, f64x2.mul(c, scales), 32);
      v128.store(to, f64x2.mul(e, scales), 48);
    }
  }
}
