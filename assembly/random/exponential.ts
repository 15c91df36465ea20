// Exponentials of mean 1 by the ziggurat, as normals are in ziggurat.ts: 256 layers of equal area, and a word a number in
// 98 of 100. Beyond the last layer the law begins again: it forgets what is over.
// G. Marsaglia & W. W. Tsang (2000), https://doi.org/10.18637/jss.v005.i08
import { exp } from "../math";
import { fillPlainly, HEIGHT_BYTES, LAYER_BYTES, layerOf, makeLayers } from "./layers";
import { word } from "./stream";
import { TRIES, uniform } from "./uniform";

const TAIL: f64 = 7.69711747013105;
const AREA: f64 = 0.003949659822581557;

const layers: usize = memory.data(LAYER_BYTES, 16);
const heights: usize = memory.data(HEIGHT_BYTES, 16);
let built = false;

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
    const layer = layerOf(layers, w);
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
  const layer = layerOf(layers, w);
  const x = placeIn(layer, w);
  return x < load<f64>(layer, 8) ? x : decide(s, w);
}

/** Fills out[0..count) with exponentials of mean 1. */
export function fillExponential(s: usize, out: usize, count: i32): void {
  if (!built) makeLayers(layers, heights, TAIL, AREA, false);
  built = true;
  while (count > 0) {
    const done = fillPlainly(s, layers, ODD, 1.0, out, count);
    out += <usize>done << 3;
    count -= done;
    if (count > 0) {
      store<f64>(out, draw(s));
      out += 8;
      --count;
    }
  }
}
