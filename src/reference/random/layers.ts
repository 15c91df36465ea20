// Twin of assembly/random/layers.ts.
import { exp, log } from "../../kernels/math.ts";

const LAYERS = 256;

/** Layers of equal area under a density, from the lowest up. */
export interface Layers {
  /** Widths, in units of a place. */
  readonly widths: Float64Array;
  /** Up to where each lies under the density. */
  readonly insides: Float64Array;
  /** The density at the lower edge of each, and at 0. */
  readonly heights: Float64Array;
}

/** Room for layers, which are all 0. */
export const noLayers = (): Layers => ({
  widths: new Float64Array(LAYERS),
  insides: new Float64Array(LAYERS),
  heights: new Float64Array(LAYERS + 1),
});

/** Makes them, where they are not made. `unit` is how wide a place of a layer of width 1 is. */
export function makeLayers(
  { widths, insides, heights }: Layers,
  tail: number,
  area: number,
  unit: number,
  isNormal: boolean,
): void {
  if (insides[0] > 0) return;
  let height = exp(isNormal ? -0.5 * tail * tail : -tail);
  let width = area / height;
  let inside = tail;
  for (let i = 0; i < LAYERS; ++i) {
    widths[i] = width * unit;
    insides[i] = inside;
    heights[i + 1] = i < LAYERS - 1 ? height : 1;
    height += area / inside;
    width = inside;
    if (i >= LAYERS - 2) inside = 0;
    else inside = isNormal ? Math.sqrt(-2 * log(height)) : -log(height);
  }
}

/** What there is of a layer: its width, up to where it lies under the density, the density at its edges. */
export function layerOf({ widths, insides, heights }: Layers, index: number, unit: number) {
  const width = widths[index] / unit;
  return { width, inside: insides[index], low: heights[index], high: heights[index + 1] };
}
