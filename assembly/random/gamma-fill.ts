// Filling with gamma variates, two attempts in a vector. An attempt takes a normal and a uniform. Normals come in pairs,
// so the words of two attempts are: two for the normals, then one for the first uniform and one for the second; or,
// below shape 1, where an accepted attempt takes one more to be boosted with, one and one, then one and one.
import { logs, timesExps } from "../vector-math";
import { gamma } from "./gamma";
import { twoPairs } from "./normal-pairs";
import { giveBack, hasSpare, refill, take, uniforms, waiting } from "./stream";
import { RARE } from "./uniform";

const NORMALS = memory.data(32, 16);

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
    if (hasSpare(s)) {
      store<f64>(out, gamma(s, shape));
      out += 8;
      continue;
    }
    const ready = waiting(s);
    let from = take(s, ready);
    const before = out;
    const stop = from + (<usize>ready << 3);
    let fallen = false;
    while (!fallen && from + bytes <= stop && out + 8 < end) {
      // Where there are words for two attempts only, what lies after them is read too, and comes to nothing.
      twoPairs(v128.load(from), v128.load(from + bytes), NORMALS);
      for (let pair: usize = 0; pair < 32 && from + bytes <= stop && out + 8 < end; pair += 16) {
        const x = v128.load(NORMALS + pair);
        const e = f64x2.mul(cs, x);
        const root = f64x2.add(one, e);
        const v = f64x2.mul(f64x2.mul(root, root), root);
        const next = v128.load(from, 16);
        const after = v128.load(from, 32);
        const u = f64x2.sub(one, uniforms(boosted ? v128.shuffle<i64>(next, after, 0, 2) : next));
        const square = f64x2.mul(x, x);
        let accepted = f64x2.lt(u, f64x2.sub(one, f64x2.mul(f64x2.mul(squeeze, square), square)));
        if (i64x2.bitmask(accepted) != 3) accepted = v128.or(accepted, accepts(u, d, e, x, v));
        const kept = i64x2.bitmask(accepted);
        // An attempt with v <= 0 takes no uniform, and one refused no word to boost with: the words after it serve
        // other ends than they were put to here.
        if (i64x2.bitmask(f64x2.gt(root, zero)) != 3 || (boosted && kept != 3)) {
          fallen = true;
          break;
        }
        let value = f64x2.mul(ds, v);
        if (boosted) {
          const boost = f64x2.sub(one, uniforms(v128.shuffle<i64>(next, after, 1, 3)));
          value = timesExps(value, f64x2.div(logs(boost), shapes));
        }
        store<f64>(out, f64x2.extract_lane(value, 0));
        out += (kept & 1) << 3;
        store<f64>(out, f64x2.extract_lane(value, 1));
        out += (kept & 2) << 2;
        from += bytes;
      }
    }
    giveBack(s, <i32>((stop - from) >> 3));
    // Also where all were refused: the single draw gives up at last.
    if (out < end && (from < stop || out == before)) {
      store<f64>(out, gamma(s, shape));
      out += 8;
    }
  }
}
