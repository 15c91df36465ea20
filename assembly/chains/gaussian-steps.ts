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

/** The same for moves in units of the std of one sample, and squares that are divided by 1. */
export function prepareMoves(n: f64): void {
  prepareSteps(n, 1.0);
  perRootN = 1.0;
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
export function positive(w: v128): v128 {
  const coarse = v128.or(i64x2.shr_u(w, 12), f64x2.splat(1.0));
  const last = v128.and(i64x2.shr_s(i64x2.shl(w, 52), 63), f64x2.splat(1.1102230246251565e-16));
  return f64x2.sub(f64x2.sub(f64x2.splat(2.0), coarse), last);
}

/** Two steps of the words (x, y, u), (x, y, u), if nothing but the usual happens: G. Marsaglia & W. W. Tsang (2000). */
// @ts-ignore: decorator
@inline
function makeTwo(from: usize, scaleX: v128, scaleY: v128, tight: v128, scale: v128, out: usize): bool {
  const one = f64x2.splat(1.0);
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
  if (!i64x2.all_true(usual)) return false;
  const w = f64x2.add(one, f64x2.mul(scaleY, y));
  const root = f64x2.sqrt(f64x2.mul(scale, f64x2.mul(f64x2.mul(w, w), w)));
  const move = f64x2.mul(x, scaleX);
  v128.store(out, v128.shuffle<f64>(move, root, 0, 2));
  v128.store(out, v128.shuffle<f64>(move, root, 1, 3), 16);
  return true;
}

/** https://doi.org/10.1145/358407.358414 */
function makeStepsOfMore(s: usize, count: i32, out: usize): void {
  const scaleX = f64x2.splat(perRootN);
  const scaleY = f64x2.splat(c);
  const tight = f64x2.splat(squeeze);
  const scale = f64x2.splat(factor);
  while (count > 0) {
    const first = take(s, 0);
    const stop = first + <usize>(min(waiting(s) / 6, count >> 1) * 48);
    let from = first;
    for (; from < stop && makeTwo(from, scaleX, scaleY, tight, scale, out); from += 48) out += 32;
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

// @ts-ignore: decorator
@inline
function rootOfMore(s: usize): f64 {
  return rootBy(s, d, c, squeeze, factor);
}

/** By the numbers that prepareSteps() makes of n, 3 or more, and a divisor. */
export function rootBy(s: usize, d: f64, c: f64, squeeze: f64, factor: f64): f64 {
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

/** One step of n data points, also of so few that they have no variance, or no mean. */
export function makeStep(s: usize, n: f64, out: usize): void {
  if (n >= 2.0) prepareSteps(n, 1.0);
  store<f64>(out, n == 0.0 ? 0.0 : ziggurat(s) * (1.0 / sqrt(n)));
  store<f64>(out, n < 2.0 ? 0.0 : root(s), 8);
}

/** Of each count of the n data points, and of the others, a step: `many` pairs of them. */
export function makeSplitSteps(s: usize, counts: usize, n: f64, many: i32, out: usize): void {
  const one = f64x2.splat(1.0);
  for (const end = out + (<usize>many << 5); out < end; out += 32, counts += 8) {
    const here = load<f64>(counts);
    const rest = n - here;
    if (min(here, rest) > 2.0 && waiting(s) >= 6) {
      const sizes = f64x2.replace_lane(f64x2.splat(here), 1, rest);
      const scaleX = f64x2.div(one, f64x2.sqrt(sizes));
      const half = f64x2.mul(f64x2.splat(0.5), f64x2.sub(sizes, one));
      const ds = f64x2.sub(half, f64x2.splat(0.3333333333333333));
      const cs = f64x2.div(one, f64x2.sqrt(f64x2.mul(f64x2.splat(9.0), ds)));
      const slope = f64x2.add(f64x2.splat(1.1), f64x2.mul(f64x2.splat(3.3), cs));
      const tight = f64x2.div(f64x2.mul(slope, f64x2.mul(cs, cs)), f64x2.splat(12.0));
      if (makeTwo(take(s, 0), scaleX, cs, tight, f64x2.add(ds, ds), out)) {
        take(s, 6);
        continue;
      }
    }
    makeStep(s, here, out);
    makeStep(s, rest, out + 16);
  }
}
