// Filling with gamma variates, two attempts in a vector. An attempt takes a word for the normal, mostly, and one for the
// uniform; below shape 1 an accepted one takes another to be boosted with.
import { logs, timesExps } from "../vector-math";
import { gamma } from "./gamma";
import { giveBack, refill, take, uniforms, waiting } from "./stream";
import { RARE } from "./uniform";
import { buildZiggurat, layerAt, spread } from "./ziggurat";

/** log(u) < logAcceptance(d, e, x, v) of gamma.ts. */
function accepts(u: v128, d: f64, e: v128, x: v128, v: v128): v128 {
  const ds = f64x2.splat(d);
  let bound: v128;
  if (d < 10000.0) {
    const logarithm = f64x2.add(f64x2.sub(f64x2.splat(1.0), v), logs(v));
    bound = f64x2.add(f64x2.mul(f64x2.mul(f64x2.splat(0.5), x), x), f64x2.mul(ds, logarithm));
  } else {
    let sum = f64x2.splat(0.0);
    let power = f64x2.mul(f64x2.mul(e, e), e);
    const minus = f64x2.neg(e);
    for (let j = 4.0; j < 14.0; j += 1.0) {
      power = f64x2.mul(power, minus);
      sum = f64x2.add(sum, f64x2.div(power, f64x2.splat(j)));
    }
    bound = f64x2.mul(f64x2.splat(3.0 * d), sum);
  }
  return f64x2.lt(logs(u), bound);
}

/** Fills out[0..count) with what as many calls of gamma() would have given. */
export function fillGamma(s: usize, shape: f64, out: usize, count: i32): void {
  buildZiggurat();
  const end = out + (<usize>count << 3);
  if (shape < RARE) {
    for (; out < end; out += 8) store<f64>(out, gamma(s, shape));
    return;
  }
  const boosted = shape < 1.0;
  const d = (boosted ? shape + 1.0 : shape) - 0.3333333333333333;
  const ds = f64x2.splat(d);
  const cs = f64x2.splat(1.0 / sqrt(9.0 * d));
  const shapes = f64x2.splat(shape);
  const one = f64x2.splat(1.0);
  const zero = f64x2.splat(0.0);
  const squeeze = f64x2.splat(0.0331);
  const bytes: usize = boosted ? 48 : 32; // of the words of two attempts
  while (out < end) {
    if (waiting(s) == 0) refill(s);
    const ready = waiting(s);
    let from = take(s, ready);
    const before = out;
    const stop = from + (<usize>ready << 3);
    while (from + bytes <= stop && out + 8 < end) {
      const first = v128.load(from);
      const next = v128.load(from, 16);
      // Read, and disregarded, where an attempt takes two words.
      const last = v128.load(from, 32);
      const a = layerAt(from);
      const b = layerAt(from + (bytes >> 1));
      const normals = boosted ? v128.shuffle<i64>(first, next, 0, 3) : v128.shuffle<i64>(first, next, 0, 2);
      const x = f64x2.mul(spread(normals), v128.shuffle<f64>(a, b, 0, 2));
      const e = f64x2.mul(cs, x);
      const root = f64x2.add(one, e);
      // A normal that is not decided by one word takes more of them, an attempt with v <= 0 no uniform, and one refused no
      // word to boost with: the words after it serve other ends than they are put to here.
      const plain = v128.and(f64x2.lt(f64x2.abs(x), v128.shuffle<f64>(a, b, 1, 3)), f64x2.gt(root, zero));
      if (!i64x2.all_true(plain)) break;
      const v = f64x2.mul(f64x2.mul(root, root), root);
      const u = f64x2.sub(one, uniforms(boosted ? v128.shuffle<i64>(first, last, 1, 2) : v128.shuffle<i64>(first, next, 1, 3)));
      const square = f64x2.mul(x, x);
      let accepted = f64x2.lt(u, f64x2.sub(one, f64x2.mul(f64x2.mul(squeeze, square), square)));
      if (!i64x2.all_true(accepted)) accepted = v128.or(accepted, accepts(u, d, e, x, v));
      const kept = i64x2.bitmask(accepted);
      if (boosted && kept != 3) break;
      let value = f64x2.mul(ds, v);
      if (boosted) {
        const boost = f64x2.sub(one, uniforms(v128.shuffle<i64>(next, last, 0, 3)));
        value = timesExps(value, f64x2.div(logs(boost), shapes));
      }
      store<f64>(out, f64x2.extract_lane(value, 0));
      out += (kept & 1) << 3;
      store<f64>(out, f64x2.extract_lane(value, 1));
      out += (kept & 2) << 2;
      from += bytes;
    }
    giveBack(s, <i32>((stop - from) >> 3));
    // Also where all were refused: the single draw gives up at last.
    if (out < end && (from < stop || out == before)) {
      store<f64>(out, gamma(s, shape));
      out += 8;
    }
  }
}
