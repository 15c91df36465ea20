// Exponentials of mean 1 by the ziggurat, as normals are in ziggurat.ts: 256 layers of equal area, and a word a number in
// 98 of 100. Beyond the last layer the law begins again: it forgets what is over.
// G. Marsaglia & W. W. Tsang (2000), https://doi.org/10.18637/jss.v005.i08
import { exp, log } from "../math";
import { refill, take, waiting, word } from "./stream";
import { TRIES, uniform } from "./uniform";

const LAYERS: i32 = 256;
/** Where the tail begins, and the area of a layer: the one pair for which the top layer ends at density 1. */
const TAIL: f64 = 7.69711747013105;
const AREA: f64 = 0.003949659822581557;

/** Of each layer, from the lowest up: its width, and up to where it lies under the density. */
const layers: usize = memory.data(16 * 256, 16);
/** Density at the lower edge of each layer, and at 0. */
const heights: usize = memory.data(8 * 257, 16);
let built = false;

function build(): void {
  if (built) return;
  built = true;
  let height = exp(-TAIL);
  // The lowest layer holds the tail as well: its width is that of a box of the same area and height.
  let width = AREA / height;
  let inside = TAIL;
  store<f64>(heights, 0.0);
  for (let i = 0; i < LAYERS; ++i) {
    store<f64>(layers + (<usize>i << 4), width);
    store<f64>(layers + (<usize>i << 4), inside, 8);
    store<f64>(heights + (<usize>(i + 1) << 3), i < LAYERS - 1 ? height : 1.0);
    height += AREA / inside;
    width = inside;
    inside = i < LAYERS - 2 ? -log(height) : 0.0;
  }
}

// @ts-ignore: decorator
@inline
function layerOf(word: u64): usize {
  return layers + (<usize>(word & 255) << 4);
}

/** An exponent and a last bit: with them the upper 52 bits of a word are an odd multiple of 2^-52 on (1, 2). */
const ODD: u64 = 0x3ff0000000000001;

/** A place in the layer, never at its ends. */
// @ts-ignore: decorator
@inline
function placeIn(layer: usize, word: u64): f64 {
  return (reinterpret<f64>((word >> 12) | ODD) - 1.0) * load<f64>(layer);
}

/** Goes on where the place is not sure to be under the density. */
function decide(s: usize, w: u64): f64 {
  let beyond: f64 = 0.0;
  for (let tries = TRIES; tries > 0; --tries) {
    const layer = layerOf(w);
    const x = placeIn(layer, w);
    if (x < load<f64>(layer, 8)) return beyond + x;
    if (layer == layers) {
      beyond += TAIL;
    } else {
      const low = load<f64>(heights + (<usize>(w & 255) << 3));
      const high = load<f64>(heights + (<usize>(w & 255) << 3), 8);
      if (low + uniform(s) * (high - low) < exp(-x)) return beyond + x;
    }
    w = word(s);
  }
  return NaN;
}

// @ts-ignore: decorator
@inline
function draw(s: usize): f64 {
  const w = word(s);
  const layer = layerOf(w);
  const x = placeIn(layer, w);
  return x < load<f64>(layer, 8) ? x : decide(s, w);
}

/** Fills out[0..count) with exponentials of mean 1. */
export function fillExponential(s: usize, out: usize, count: i32): void {
  build();
  while (count > 0) {
    if (waiting(s) == 0) refill(s);
    const first = take(s, 0);
    const stop = first + (<usize>(min(waiting(s), count) >> 1) << 4);
    let from = first;
    for (; from < stop; from += 16, out += 16) {
      const words = v128.load(from);
      const a = v128.load(layers + (<usize>load<u8>(from) << 4));
      const b = v128.load(layers + (<usize>load<u8>(from + 8) << 4));
      const place = f64x2.sub(v128.or(i64x2.shr_u(words, 12), i64x2.splat(ODD)), f64x2.splat(1.0));
      const x = f64x2.mul(place, v128.shuffle<f64>(a, b, 0, 2));
      if (!i64x2.all_true(f64x2.lt(x, v128.shuffle<f64>(a, b, 1, 3)))) break;
      v128.store(out, x);
    }
    const done = <i32>((from - first) >> 3);
    take(s, done);
    count -= done;
    if (count > 0) {
      store<f64>(out, draw(s));
      out += 8;
      --count;
    }
  }
}
