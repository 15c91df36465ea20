// A Gaussian of d dimensions, d below n: a training set of n points as their mean and their scatter, without the points.
// M. S. Bartlett (1933), https://doi.org/10.1017/S0370164600016175
import { fillZiggurat, ziggurat } from "../random/ziggurat";
import { rootBy } from "./gaussian-steps";

/**
 * The rows of a trajectory, its state, and those of the triangle, as kernels/multivariate.ts has them: row i is a mean (or z_i),
 * then i + 1 numbers of a lower triangle. They begin a whole number of blocks of 8 numbers apart, and end in zeros.
 */
export function strideOf(d: i32): usize {
  return <usize>((d + 8) >> 3) << 6;
}

/** The numbers of a chi's law: d, c, squeeze and factor of gaussian-steps. */
const LAW_BYTES: usize = 32;

/** Lays out the laws of the triangle's diagonal, chi with n - 1 - j degrees of freedom: `d` times 4 numbers. */
export function layLaws(laws: usize, d: i32, n: f64): void {
  for (let j = 0; j < d; ++j, laws += LAW_BYTES) {
    const left = n - <f64>j;
    const depth = 0.5 * (left - 1.0) - 0.3333333333333333;
    const c = 1.0 / sqrt(9.0 * depth);
    store<f64>(laws, depth);
    store<f64>(laws, c, 8);
    store<f64>(laws, ((1.1 + 3.3 * c) * (c * c)) / 12.0, 16);
    // With one degree of freedom it is the size of a normal: marked by a factor of 0.
    store<f64>(laws, left == 2.0 ? 0.0 : 2.0 * depth, 24);
  }
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
  for (let j = 0; j < d; ++j, triangle += stride + 8, laws += LAW_BYTES) {
    const factor = load<f64>(laws, 24);
    const root =
      factor == 0.0
        ? abs(ziggurat(s))
        : rootBy(s, load<f64>(laws), load<f64>(laws, 8), load<f64>(laws, 16), factor);
    store<f64>(triangle, root, 8);
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
