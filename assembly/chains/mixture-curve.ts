// The curve along which the likelihood of a symmetric mixture is searched; mixture-ml.ts says why.
import { log } from "../math";
import { decays } from "../vector-math";

const LN2: f64 = 0.6931471805599453;
/** Exponents below this are taken to be it: what is added has long been lost in rounding. */
const LEAST: f64 = -700.0;
/** Pairs whose factors, up to 2 each, are multiplied before a logarithm is taken. */
const BLOCK: usize = 480;

// What pass() leaves: P, and the derivative of P in r^2.
export let value: f64 = 0.0;
export let slope: f64 = 0.0;
// For gain(): r, t, and the product of all 1 + e^(-2 t y) as logarithms and a factor.
let r: f64 = 1.0;
let t: f64 = 0.0;
let logs: f64 = 0.0;
let product: f64 = 1.0;

/**
 * One pass over the n values at `y`, whose average is `m1` and whose average square is `m2`, at r = `at` > 1. Those at even
 * places and those at odd ones are added up apart; behind an odd number of values stands a 0.
 */
export function pass(y: usize, n: i32, m1: f64, m2: f64, at: f64): void {
  r = at;
  t = sqrt(((r - 1.0) * (r + 1.0)) / (4.0 * m2));
  const rate = f64x2.splat(-2.0 * t);
  const least = f64x2.splat(LEAST);
  const one = f64x2.splat(1.0);
  const end = y + ((<usize>n) << 3);
  let first = f64x2.splat(0.0);
  let second = first;
  logs = 0.0;
  product = 1.0;
  for (let from = y; from < end; ) {
    if (from > y) logs += log(product);
    let products = one;
    for (const stop = min(end, from + 16 * BLOCK); from < stop; from += 16) {
      const each = v128.load(from);
      const q = decays(f64x2.pmax(least, f64x2.mul(rate, each)));
      const sum = f64x2.add(one, q);
      const share = f64x2.div(q, sum); // (1 - tanh(t y)) / 2
      const part = f64x2.mul(each, share);
      first = f64x2.add(first, part);
      second = f64x2.add(second, f64x2.mul(each, f64x2.mul(part, f64x2.sub(one, share))));
      products = f64x2.mul(products, sum);
    }
    product = f64x2.extract_lane(products, 0) * f64x2.extract_lane(products, 1);
  }
  if (n & 1) product *= 0.5; // without the factor of the 0
  const firsts = f64x2.extract_lane(first, 0) + f64x2.extract_lane(first, 1);
  const seconds = f64x2.extract_lane(second, 0) + f64x2.extract_lane(second, 1);
  const ratio = (m1 - (2.0 * firsts) / <f64>n) / t;
  const rest = m2 - ratio;
  const quotient = m2 / rest;
  value = quotient * (t * t) * ratio;
  slope = 0.25 * (ratio / rest - (0.5 * quotient * (ratio - (4.0 * seconds) / <f64>n)) / rest);
}

/** What l gains over r = 1, at the r of the last pass, which was over these n values. */
export function gain(n: i32, m1: f64): f64 {
  return 0.5 * log(0.5 * (1.0 + r)) + m1 * t - 0.5 * (r - 1.0) + (logs + log(product)) / <f64>n - LN2;
}
