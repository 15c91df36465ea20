// The root of a chi-square with n - 1 degrees of freedom over the divisor of the estimator.
import { log } from "../math";
import { logAcceptance } from "../random/gamma";
import { positiveUniform } from "../random/uniform";
import { ziggurat } from "../random/ziggurat";

/** d and c of Marsaglia & Tsang, for a gamma of shape (n - 1) / 2. */
let d: f64 = 0.0;
let c: f64 = 0.0;
let squeeze: f64 = 0.0;
let factor: f64 = 0.0;

/** Makes ready for n samples. */
export function prepareRoots(n: f64, divisor: f64): void {
  d = 0.5 * (n - 1.0) - 0.3333333333333333;
  c = 1.0 / sqrt(9.0 * d);
  // Where y is accepted without a logarithm, as long as u < 1 - squeeze y^4. The least number that is right is c^2 / 12
  // for a small c, 2.38 times that for n = 3, and below this by 3 % or more for every n.
  squeeze = ((1.1 + 3.3 * c) * (c * c)) / 12.0;
  factor = n == 2.0 ? sqrt(1.0 / divisor) : (2.0 * d) / divisor;
}

/** One degree of freedom: the square of a normal. */
// @ts-ignore: decorator
@inline
export function rootOfTwo(s: usize): f64 {
  return abs(ziggurat(s)) * factor;
}

/** More: G. Marsaglia & W. W. Tsang (2000), doi:10.1145/358407.358414 */
// @ts-ignore: decorator
@inline
export function rootOfMore(s: usize): f64 {
  while (true) {
    const y = ziggurat(s);
    const w = 1.0 + c * y;
    const v = w * w * w;
    const u = positiveUniform(s);
    const square = y * y;
    if (u < 1.0 - squeeze * (square * square) || (w > 0.0 && log(u) < logAcceptance(d, c * y, y, v))) {
      return sqrt(factor * v);
    }
  }
}
