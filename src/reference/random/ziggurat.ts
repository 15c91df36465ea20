// Twin of assembly/random/ziggurat.ts.
import { exp, log } from "../../kernels/math.ts";
import type { Stream } from "../../kernels/stream.ts";
import { layerOf, makeLayers, noLayers } from "./layers.ts";
import { nextWord } from "./stream.ts";
import { positiveUniform, TRIES, uniform } from "./uniform.ts";

const TAIL = 3.6541528853610088;
const AREA = 0.004928673233974655;
const UNIT = 4.440892098500626e-16; // 2^-51

const layers = noLayers();
const { widths, insides, heights } = layers;

export const buildZiggurat = (): void => makeLayers(layers, TAIL, AREA, UNIT, true);

/** Of both its sides: its width is that of the half. */
export function layerOfNormals(index: number) {
  buildZiggurat();
  return layerOf(layers, index, UNIT);
}

export function ziggurat(stream: Stream): number {
  const { u32 } = stream;
  for (let tries = TRIES; tries > 0; --tries) {
    const at = nextWord(stream);
    const low = u32[at];
    const layer = low & 255;
    const x = (u32[at + 1] * 1048576 + ((low >>> 12) | 1) - 2251799813685248) * widths[layer]; // 2^51
    if (Math.abs(x) < insides[layer]) return x;
    if (layer === 0) return x < 0 ? -tail(stream) : tail(stream);
    const under = heights[layer];
    if (under + uniform(stream) * (heights[layer + 1] - under) < exp(-0.5 * x * x)) return x;
  }
  return Number.NaN;
}

function tail(stream: Stream): number {
  for (let tries = TRIES; tries > 0; --tries) {
    const x = -log(positiveUniform(stream)) / TAIL;
    const y = -log(positiveUniform(stream));
    if (2 * y > x * x) return TAIL + x;
  }
  return Number.NaN;
}

export function fillZiggurat(stream: Stream, out: Float64Array): void {
  for (let i = 0; i < out.length; ++i) out[i] = ziggurat(stream);
}

export function normal(stream: Stream): number {
  buildZiggurat();
  return ziggurat(stream);
}

export function fillNormal(stream: Stream, out: Float64Array): void {
  buildZiggurat();
  fillZiggurat(stream, out);
}
