// Plain sums of many numbers, as eight sums side by side: number i goes to sum i mod 8, but what is left over after whole
// eights is added at the end.

/** Adds up the lanes of four vectors, two and two. */
// @ts-ignore: decorator
@inline
function total(a: v128, b: v128, c: v128, d: v128): f64 {
  const sum = f64x2.add(f64x2.add(a, b), f64x2.add(c, d));
  return f64x2.extract_lane(sum, 0) + f64x2.extract_lane(sum, 1);
}

/** The mean of the numbers from z to end. */
export function meanOf(z: usize, end: usize): f64 {
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

/** The sum of their squared deviations from `mean`. */
export function squaresFrom(z: usize, end: usize, mean: f64): f64 {
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

/** The least of them. */
export function leastOf(z: usize, end: usize): f64 {
  const pairs = z + ((end - z) & ~15);
  let least = f64x2.splat(Infinity);
  let at = z;
  for (; at < pairs; at += 16) least = f64x2.min(least, v128.load(at));
  const result = min(f64x2.extract_lane(least, 0), f64x2.extract_lane(least, 1));
  return at < end ? min(result, load<f64>(at)) : result;
}
