// Layers of equal area stacked under a density that falls from 1 at 0, for the ziggurats of normals and of exponentials: at
// most words a number takes nothing but a look at its layer.
import { exp, log } from "../math";
import { refill, take, waiting } from "./stream";

const LAYERS: i32 = 256;
export const LAYER_BYTES: i32 = 16 * 256;
export const HEIGHT_BYTES: i32 = 8 * 257;

/**
 * Leaves of each layer, from the lowest up, its width at `layers`, and up to where it lies under the density; at `heights` the
 * density at the lower edge of each layer, and at 0. `tail` is where the tail begins, `area` that of a layer: the one pair for
 * which the top layer ends at the peak.
 */
export function makeLayers(layers: usize, heights: usize, tail: f64, area: f64, isNormal: bool): void {
  let height = exp(isNormal ? -0.5 * tail * tail : -tail);
  // The lowest layer holds the tail as well: its width is that of a box of the same area and height.
  let width = area / height;
  let inside = tail;
  store<f64>(heights, 0.0);
  for (let i = 0; i < LAYERS; ++i) {
    store<f64>(layers + (<usize>i << 4), width);
    store<f64>(layers + (<usize>i << 4), inside, 8);
    store<f64>(heights + (<usize>(i + 1) << 3), i < LAYERS - 1 ? height : 1.0);
    height += area / inside;
    width = inside;
    if (i >= LAYERS - 2) inside = 0.0;
    else inside = isNormal ? sqrt(-2.0 * log(height)) : -log(height);
  }
}

/** The layer of a word. */
// @ts-ignore: decorator
@inline
export function layerOf(layers: usize, word: u64): usize {
  return layers + (<usize>(word & 255) << 4);
}

/** The layer of the word at `from`, both of its numbers. */
// @ts-ignore: decorator
@inline
export function entryAt(layers: usize, from: usize): v128 {
  return v128.load(layers + (<usize>load<u8>(from) << 4));
}

/** The places of two words, in layers of width 1: their upper 52 bits with the exponent and last bit of `odd`, less `middle`. */
// @ts-ignore: decorator
@inline
export function placesOf(words: v128, odd: u64, middle: f64): v128 {
  return f64x2.sub(v128.or(i64x2.shr_u(words, 12), i64x2.splat(odd)), f64x2.splat(middle));
}

/**
 * Fills from `out` on with what the waiting words give, two at a time, up to the first for which the look at its layer is not
 * enough. Returns how many numbers there are, of `count` at most.
 */
// @ts-ignore: decorator
@inline
export function fillPlainly(s: usize, layers: usize, odd: u64, middle: f64, out: usize, count: i32): i32 {
  if (waiting(s) == 0) refill(s);
  const first = take(s, 0);
  const stop = first + (<usize>(min(waiting(s), count) >> 1) << 4);
  let from = first;
  for (; from < stop; from += 16, out += 16) {
    const a = entryAt(layers, from);
    const b = entryAt(layers, from + 8);
    const x = f64x2.mul(placesOf(v128.load(from), odd, middle), v128.shuffle<f64>(a, b, 0, 2));
    if (!i64x2.all_true(f64x2.lt(f64x2.abs(x), v128.shuffle<f64>(a, b, 1, 3)))) break;
    v128.store(out, x);
  }
  const done = <i32>((from - first) >> 3);
  take(s, done);
  return done;
}
