// Twin of assembly/random/exponential.ts.
import { exp } from "../../kernels/math.ts";
import type { Stream } from "../../kernels/stream.ts";
import { layerOf, makeLayers, noLayers } from "./layers.ts";
import { nextWord } from "./stream.ts";
import { TRIES, uniform } from "./uniform.ts";

const TAIL = 7.69711747013105;
const AREA = 0.003949659822581557;
const UNIT = 2.220446049250313e-16; // 2^-52

const layers = noLayers();
const { widths, insides, heights } = layers;

const build = (): void => makeLayers(layers, TAIL, AREA, UNIT, false);

export function layerOfExponentials(index: number) {
  build();
  return layerOf(layers, index, UNIT);
}

function draw(stream: Stream): number {
  const { u32 } = stream;
  let beyond = 0;
  for (let tries = TRIES; tries > 0; --tries) {
    const at = nextWord(stream);
    const low = u32[at];
    const layer = low & 255;
    const x = (u32[at + 1] * 1048576 + ((low >>> 12) | 1)) * widths[layer];
    if (x < insides[layer]) return beyond + x;
    if (layer === 0) {
      beyond += TAIL;
      continue;
    }
    const under = heights[layer];
    if (under + uniform(stream) * (heights[layer + 1] - under) < exp(-x)) return beyond + x;
  }
  return Number.NaN;
}

export function exponential(stream: Stream): number {
  build();
  return draw(stream);
}

export function fillExponential(stream: Stream, out: Float64Array): void {
  build();
  for (let i = 0; i < out.length; ++i) out[i] = draw(stream);
}
