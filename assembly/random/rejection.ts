// Filling by transformed rejection (W. Hörmann 1993), two attempts at once. An attempt takes two words, accepted or
// not, so attempts do not depend on each other, and those of a fill are those of single draws.
//
// Past the quick test, a single draw compares log((v alpha) / (a / us^2 + b)) with the logarithm L of a probability.
// Here v alpha is compared with (a / us^2 + b) e^L instead, e^L remembered for each k, or few neighbours, which needs neither division
// nor logarithm. Roundings move the two sides by a few 1e-16 and log by 1e-14 at most: where they differ by more than
// MARGIN, both ways decide alike, and elsewhere the single draw decides.
import { exp } from "../math";
import { giveBack, refill, take, uniforms, waiting } from "./stream";

const MARGIN: f64 = 1e-12;

// Constants of the distribution, twice each, as in vector-math.ts.
const CONSTANTS = memory.data(224, 16);
const TWO_A = 0;
const A = 1;
const B = 2;
const CENTER = 3;
const SHIFT = 4;
const SQUEEZE = 5;
const ALPHA = 6;
const EDGE = 7;
const BASE = 8;
const ONE = 9;
const HALF = 10;
const WIDE = 11;
const LAST = 12;
const MAGIC = 13; // 2^52 widths of a slot: adding it leaves the number of the nearest slot in the lowest bits

// Below (1 - MARGIN) e^L and above (1 + MARGIN) e^L of every k of a slot, NaN where not yet known. The outermost slots
// stay so: they stand for everything beyond. So does the one with the mode, if it has several k: elsewhere e^L rises or
// falls all through a slot.
const SLOTS: i32 = 1024;
const BOUNDS = memory.data((SLOTS + 2) * 16, 16);

let first: f64 = NaN;
let second: f64 = NaN;
let third: f64 = NaN;
let most: f64 = 0.0;
/** How many k are from slot to slot: a power of two. */
let width: f64 = 1.0;
/** One draw, and the L of a k, for the distribution prepared last. */
let draw: (s: usize) => f64 = (s) => 0.0;
let logRatio: (k: f64) => f64 = (k) => 0.0;

// @ts-ignore: decorator
@inline
function constant(index: usize): v128 {
  return v128.load(CONSTANTS + (index << 4));
}

function set(index: usize, value: f64): void {
  v128.store(CONSTANTS + (index << 4), f64x2.splat(value));
}

/** Whether the distribution with these parameters is the one prepared last. */
export function isPrepared(n: f64, p: f64, q: f64): bool {
  return n == first && p == second && q == third;
}

/**
 * An attempt gives k = floor((2a / us + b) u + center + shift), from 0 to `top`. It is accepted at once where
 * us >= 0.07 and v <= squeeze, and refused at once where v > us and us < edge.
 */
export function prepare(
  n: f64, p: f64, q: f64, a: f64, b: f64, center: f64, shift: f64, squeeze: f64, alpha: f64, edge: f64, top: f64,
  drawOne: (s: usize) => f64, logOfRatio: (k: f64) => f64,
): void {
  first = n;
  second = p;
  third = q;
  most = top;
  draw = drawOne;
  logRatio = logOfRatio;
  set(TWO_A, 2.0 * a);
  set(A, a);
  set(B, b);
  set(CENTER, center);
  set(SHIFT, shift);
  set(SQUEEZE, squeeze);
  set(ALPHA, alpha);
  set(EDGE, edge);
  // Twelve standard deviations, of which b is 2.53 or more.
  for (width = 1.0; width * <f64>SLOTS < 4.75 * b; ) width *= 2.0;
  set(BASE, floor(center) - <f64>(SLOTS / 2) * width);
  set(ONE, 1.0);
  set(HALF, 0.5);
  set(WIDE, 0.07);
  set(LAST, <f64>(SLOTS + 1) * width);
  set(MAGIC, 4503599627370496.0 * width);
  for (let i = 0; i < SLOTS + 2; ++i) v128.store(BOUNDS + (<usize>i << 4), f64x2.splat(NaN));
}

function ratioAt(k: f64): f64 {
  return k < 0.0 || k > most ? 0.0 : exp(logRatio(k));
}

/** Works out the bounds of a slot; false if there is nothing to work out, or nothing comes of it. */
function learn(slot: usize): bool {
  const at = BOUNDS + (slot << 4);
  const low = load<f64>(at);
  if (low == low || slot == 0 || <i32>slot > SLOTS) return false;
  const k = load<f64>(CONSTANTS + (BASE << 4)) + <f64>(<i32>slot) * width;
  const reach = floor(0.5 * width);
  if (reach > 0.0 && abs(k - load<f64>(CONSTANTS + (CENTER << 4))) <= reach + 2.0) return false;
  const one = ratioAt(k - reach);
  const other = reach > 0.0 ? ratioAt(k + reach) : one;
  store<f64>(at, min(one, other) * (1.0 - MARGIN));
  store<f64>(at, max(one, other) * (1.0 + MARGIN), 8);
  return one == one && other == other;
}

/** Fills out[0..count) from the distribution prepared last. */
export function fillByRejection(s: usize, out: usize, count: i32): void {
  const end = out + (<usize>count << 3);
  while (out < end) {
    if (waiting(s) == 0) refill(s);
    const ready = waiting(s) & ~3;
    let from = take(s, ready);
    const before = out;
    const stop = from + (<usize>ready << 3);
    while (from < stop && out + 8 < end) {
      const words = v128.load(from);
      const next = v128.load(from, 16);
      const u = f64x2.sub(uniforms(v128.shuffle<i64>(words, next, 0, 2)), constant(HALF));
      const v = f64x2.sub(constant(ONE), uniforms(v128.shuffle<i64>(words, next, 1, 3)));
      const us = f64x2.sub(constant(HALF), f64x2.abs(u));
      const slope = f64x2.add(f64x2.div(constant(TWO_A), us), constant(B));
      const k = f64x2.floor(f64x2.add(f64x2.add(f64x2.mul(slope, u), constant(CENTER)), constant(SHIFT)));

      const beyond = f64x2.pmax(f64x2.sub(k, constant(BASE)), f64x2.splat(0.0));
      const slots = f64x2.add(f64x2.pmin(beyond, constant(LAST)), constant(MAGIC));
      const slot0 = <usize>i32x4.extract_lane(slots, 0);
      const slot1 = <usize>i32x4.extract_lane(slots, 2);
      const bounds0 = v128.load(BOUNDS + (slot0 << 4));
      const bounds1 = v128.load(BOUNDS + (slot1 << 4));
      const factor = f64x2.add(f64x2.div(constant(A), f64x2.mul(us, us)), constant(B));
      const low = f64x2.mul(factor, v128.shuffle<f64>(bounds0, bounds1, 0, 2));
      const high = f64x2.mul(factor, v128.shuffle<f64>(bounds0, bounds1, 1, 3));
      const height = f64x2.mul(v, constant(ALPHA));

      const quick = v128.and(f64x2.ge(us, constant(WIDE)), f64x2.le(v, constant(SQUEEZE)));
      const early = v128.and(f64x2.lt(us, constant(EDGE)), f64x2.gt(v, us));
      const accepted = v128.or(quick, v128.andnot(f64x2.le(height, low), early));
      const refused = v128.or(early, f64x2.ge(height, high));
      if (i64x2.bitmask(v128.or(accepted, refused)) != 3) {
        if (i32(learn(slot0)) | i32(learn(slot1))) continue;
        break;
      }
      const kept = i64x2.bitmask(accepted);
      store<f64>(out, f64x2.extract_lane(k, 0));
      out += (kept & 1) << 3;
      store<f64>(out, f64x2.extract_lane(k, 1));
      out += (kept & 2) << 2;
      from += 32;
    }
    giveBack(s, <i32>((stop - from) >> 3));
    // A doubtful attempt, the last number asked for, words too few for two attempts, or all refused: the single draw
    // gives up at last.
    if (from < stop || out == before) {
      if (out < end) {
        store<f64>(out, draw(s));
        out += 8;
      }
    }
  }
}
