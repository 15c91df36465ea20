// A training set of standard normals, drawn one by one.
import { fillZiggurat } from "../random/ziggurat";

/** Numbers in a burst, which stays in the processor's nearest cache. */
const BURST = 256;

/** What sumSquares() leaves: the mean. */
export let zBar: f64 = 0.0;

/** Adds up the lanes of four vectors, two and two. */
// @ts-ignore: decorator
@inline
function total(a: v128, b: v128, c: v128, d: v128): f64 {
  const sum = f64x2.add(f64x2.add(a, b), f64x2.add(c, d));
  return f64x2.extract_lane(sum, 0) + f64x2.extract_lane(sum, 1);
}

/** Eights are added up lane by lane, what is left over after them. */
function meanOf(z: usize, end: usize): f64 {
  const eights = z + ((end - z) & ~63);
  let a = f64x2.splat(0.0);
  let b = a;
  let c = a;
  let d = a;
  let at = z;
  for (; at < eights; at += 64) {
    a = f64x2.add(a, v128.load(at));
    b = f64x2.add(b, v128.load(at, 16));
    c = f64x2.add(c, v128.load(at, 32));
    d = f64x2.add(d, v128.load(at, 48));
  }
  let sum = total(a, b, c, d);
  for (; at < end; at += 8) sum += load<f64>(at);
  return sum / <f64>(<i32>(end - z) >> 3);
}

function squaresFrom(z: usize, end: usize, mean: f64): f64 {
  const eights = z + ((end - z) & ~63);
  const centre = f64x2.splat(mean);
  let a = f64x2.splat(0.0);
  let b = a;
  let c = a;
  let d = a;
  let at = z;
  for (; at < eights; at += 64) {
    const p = f64x2.sub(v128.load(at), centre);
    const q = f64x2.sub(v128.load(at, 16), centre);
    const r = f64x2.sub(v128.load(at, 32), centre);
    const s = f64x2.sub(v128.load(at, 48), centre);
    a = f64x2.add(a, f64x2.mul(p, p));
    b = f64x2.add(b, f64x2.mul(q, q));
    c = f64x2.add(c, f64x2.mul(r, r));
    d = f64x2.add(d, f64x2.mul(s, s));
  }
  let sum = total(a, b, c, d);
  for (; at < end; at += 8) {
    const difference = load<f64>(at) - mean;
    sum += difference * difference;
  }
  return sum;
}

/**
 * Draws n standard normals: leaves their mean in zBar, returns the sum of squared deviations from it. Each burst is
 * summed in two passes and joined to those before it (Chan, Golub & LeVeque 1983).
 */
export function sumSquares(s: usize, n: i32, z: usize): f64 {
  let mean = 0.0;
  let squares = 0.0;
  for (let done = 0; done < n; ) {
    const burst = min(BURST, n - done);
    const end = z + ((<usize>burst) << 3);
    fillZiggurat(s, z, burst);
    const burstMean = meanOf(z, end);
    const burstSquares = squaresFrom(z, end, burstMean);
    if (burst == n) {
      zBar = burstMean;
      return burstSquares;
    }
    const total = <f64>(done + burst);
    const shift = burstMean - mean;
    squares += burstSquares + shift * shift * ((<f64>done * <f64>burst) / total);
    mean += shift * (<f64>burst / total);
    done += burst;
  }
  zBar = mean;
  return squares;
}
