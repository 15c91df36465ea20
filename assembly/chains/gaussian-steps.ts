// What a generation does to the parameters, by the exact laws: the mean moves by `move` stds, std is multiplied by
// `root`. Neither depends on the parameters, so steps are made ahead, two in a vector.
import { log } from "../math";
import { logAcceptance } from "../random/gamma";
import { take, waiting } from "../random/stream";
import { positiveUniform, TRIES } from "../random/uniform";
import { buildZiggurat, fillZiggurat, layerAt, spread, ziggurat } from "../random/ziggurat";

let ofTwo = false;
let perRootN: f64 = 0.0;
/** d and c of Marsaglia & Tsang, for a gamma of shape (n - 1) / 2. */
let d: f64 = 0.0;
let c: f64 = 0.0;
let squeeze: f64 = 0.0;
let factor: f64 = 0.0;

/** Makes ready for n samples, whose sum of squares the estimator divides by `divisor`. */
export function prepareSteps(n: f64, divisor: f64): void {
  buildZiggurat();
  ofTwo = n == 2.0;
  perRootN = 1.0 / sqrt(n);
  d = 0.5 * (n - 1.0) - 0.3333333333333333;
  c = 1.0 / sqrt(9.0 * d);
  // y is accepted without a logarithm where u < 1 - squeeze y^4. The least number that is right there, the largest
  // (1 - acceptance) / y^4, was computed for n up to 2^53: 2.7 % below this for n = 3, 7 % or more for the others.
  squeeze = ((1.1 + 3.3 * c) * (c * c)) / 12.0;
  factor = ofTwo ? sqrt(1.0 / divisor) : (2.0 * d) / divisor;
}

/** Makes `count` steps: (move, root), (move, root) … at `out`. */
export function makeSteps(s: usize, count: i32, out: usize): void {
  if (ofTwo) makeStepsOfTwo(s, count, out);
  else makeStepsOfMore(s, count, out);
}

/** A chi-square with one degree of freedom is the square of a normal. */
function makeStepsOfTwo(s: usize, count: i32, out: usize): void {
  const end = out + (<usize>count << 4);
  fillZiggurat(s, out, 2 * count);
  for (; out < end; out += 16) {
    store<f64>(out, load<f64>(out) * perRootN);
    store<f64>(out, abs(load<f64>(out, 8)) * factor, 8);
  }
}

/** Two uniforms, as positiveUniform() makes them. */
// @ts-ignore: decorator
@inline
function positive(w: v128): v128 {
  const coarse = v128.or(i64x2.shr_u(w, 12), f64x2.splat(1.0));
  const last = v128.and(i64x2.shr_s(i64x2.shl(w, 52), 63), f64x2.splat(1.1102230246251565e-16));
  return f64x2.sub(f64x2.sub(f64x2.splat(2.0), coarse), last);
}

/** G. Marsaglia & W. W. Tsang (2000), https://doi.org/10.1145/358407.358414 */
function makeStepsOfMore(s: usize, count: i32, out: usize): void {
  const scaleX = f64x2.splat(perRootN);
  const scaleY = f64x2.splat(c);
  const tight = f64x2.splat(squeeze);
  const scale = f64x2.splat(factor);
  const one = f64x2.splat(1.0);
  while (count > 0) {
    // Two steps of the words (x, y, u), (x, y, u), as long as nothing but the usual happens.
    const first = take(s, 0);
    const stop = first + <usize>(min(waiting(s) / 6, count >> 1) * 48);
    let from = first;
    for (; from < stop; from += 48, out += 32) {
      const a = v128.load(from);
      const b = v128.load(from, 16);
      const e = v128.load(from, 32);
      const x0 = layerAt(from);
      const y0 = layerAt(from + 8);
      const x1 = layerAt(from + 24);
      const y1 = layerAt(from + 32);
      const x = f64x2.mul(spread(v128.shuffle<i64>(a, b, 0, 3)), v128.shuffle<f64>(x0, x1, 0, 2));
      const y = f64x2.mul(spread(v128.shuffle<i64>(a, e, 1, 2)), v128.shuffle<f64>(y0, y1, 0, 2));
      const square = f64x2.mul(y, y);
      const sure = f64x2.sub(one, f64x2.mul(tight, f64x2.mul(square, square)));
      const usual = v128.and(
        f64x2.lt(positive(v128.shuffle<i64>(b, e, 0, 3)), sure),
        v128.and(
          f64x2.lt(f64x2.abs(x), v128.shuffle<f64>(x0, x1, 1, 3)),
          f64x2.lt(f64x2.abs(y), v128.shuffle<f64>(y0, y1, 1, 3)),
        ),
      );
      if (!i64x2.all_true(usual)) break;
      const w = f64x2.add(one, f64x2.mul(scaleY, y));
      const root = f64x2.sqrt(f64x2.mul(scale, f64x2.mul(f64x2.mul(w, w), w)));
      const move = f64x2.mul(x, scaleX);
      v128.store(out, v128.shuffle<f64>(move, root, 0, 2));
      v128.store(out, v128.shuffle<f64>(move, root, 1, 3), 16);
    }
    const words = <i32>((from - first) >> 3);
    take(s, words);
    count -= words / 3;
    if (count > 0) {
      store<f64>(out, ziggurat(s) * perRootN);
      store<f64>(out, rootOfMore(s), 8);
      out += 16;
      --count;
    }
  }
}

function rootOfMore(s: usize): f64 {
  for (let tries = TRIES; tries > 0; --tries) {
    const y = ziggurat(s);
    const w = 1.0 + c * y;
    const v = w * w * w;
    const u = positiveUniform(s);
    const square = y * y;
    if (u < 1.0 - squeeze * (square * square) || (w > 0.0 && log(u) < logAcceptance(d, c * y, y, v))) {
      return sqrt(factor * v);
    }
  }
  return NaN;
}

/** By what one step multiplies std. */
// @ts-ignore: decorator
@inline
export function root(s: usize): f64 {
  return ofTwo ? abs(ziggurat(s)) * factor : rootOfMore(s);
}
