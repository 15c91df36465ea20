// Twin of assembly/random/exponential.ts.
import { exp, log } from "../../kernels/math.ts";
import type { Stream } from "../../kernels/stream.ts";
import { nextWord } from "./stream.ts";
import { TRIES, uniform } from "./uniform.ts";

const LAYERS = 256;
const TAIL = 7.69711747013105;
const AREA = 0.003949659822581557;

const widths = new Float64Array(LAYERS);
const insides = new Float64Array(LAYERS);
const heights = new Float64Array(LAYERS + 1);
let built = false;

function build(): void {
  if (built) return;
  built = true;
  let height = exp(-TAIL);
  let width = AREA / height;
  let inside = TAIL;
  for (let i = 0; i < LAYERS; ++i) {
    widths[i] = width * 2.220446049250313e-16; // 2^-52
    insides[i] = inside;
    heights[i + 1] = i < LAYERS - 1 ? height : 1;
    height += AREA / inside;
    width = inside;
    inside = i < LAYERS - 2 ? -log(height) : 0;
  }
}

/** What there is of a layer: its width, up to where it lies under the density, the density at its edges. */
export function layerOf(index: number) {
  build();
  const width = widths[index] * 4503599627370496; // 2^52
  return { width, inside: insides[index], low: heights[index], high: heights[index + 1] };
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
