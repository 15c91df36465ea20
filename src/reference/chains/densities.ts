// Twin of assembly/chains/densities.ts.
import type { Chain } from "../../kernels/chain.ts";
import { bandwidthOf, commonWidth, widthOf } from "../../kernels/densities.ts";
import type { DensitiesPlan } from "../../kernels/plans.ts";
import { popcount, REACH } from "../../kernels/rows.ts";
import { Stream } from "../../kernels/stream.ts";
import { integerKey, type Key } from "../../seed.ts";
import { meanOf, squaresFrom } from "../lanes.ts";
import { fillIntegers } from "../random/uniform.ts";
import { buildZiggurat, fillZiggurat } from "../random/ziggurat.ts";

const SECOND_MOMENT = 1;
const WITHIN = 2;

type Axes = readonly Float64Array[];

function draw(stream: Stream, from: Axes, width: number, indices: Float64Array, out: Axes): void {
  fillIntegers(stream, 0, from[0].length, indices);
  for (let a = 0; a < from.length; ++a) {
    const [axis, to] = [from[a], out[a]];
    if (width > 0) {
      fillZiggurat(stream, to);
      for (let i = 0; i < to.length; ++i) to[i] = axis[indices[i]] + width * to[i];
    } else for (let i = 0; i < to.length; ++i) to[i] = axis[indices[i]];
  }
}

function observe(
  points: Axes,
  width: number,
  mask: number,
  rows: Float64Array,
  at: number,
  stride: number,
): void {
  let within = 0;
  let square = 0;
  for (const axis of points) {
    const mean = meanOf(axis, axis.length);
    within += squaresFrom(axis, axis.length, mean) / axis.length + width * width;
    square += mean * mean;
  }
  if (mask & SECOND_MOMENT) {
    rows[at] = within + square;
    at += stride;
  }
  if (mask & WITHIN) rows[at] = within;
}

export function densitiesChain(plan: DensitiesPlan, seed: Key): Chain {
  const { samples, truth, mask } = plan;
  const { dimension, centres } = truth;
  const spread = commonWidth(truth) ?? 0;
  const width = bandwidthOf(plan.bandwidth, samples, dimension);
  const observables = popcount(mask);
  const side = widthOf(plan);
  const rows = new Float64Array(side * observables * REACH);
  const indices = new Float64Array(samples);
  const newAxes = (): Axes => Array.from({ length: dimension }, () => new Float64Array(samples));
  const all = Array.from({ length: side }, newAxes);
  let drawn = newAxes();
  let streams: Stream[] = [];
  let generation = 0;
  buildZiggurat();
  return {
    width: side,
    reach: REACH,
    start(first, count) {
      streams = Array.from({ length: count }, (_, i) => new Stream(seed, integerKey(first + i)));
      generation = 0;
    },
    advance(generations) {
      const size = observables * generations;
      streams.forEach((stream, i) => {
        for (let g = 0; g < generations; ++g) {
          if (generation + g === 0) draw(stream, centres, spread, indices, drawn);
          else draw(stream, all[i], width, indices, drawn);
          [all[i], drawn] = [drawn, all[i]];
          observe(all[i], width, mask, rows, i * size + g, generations);
        }
      });
      generation += generations;
      return rows.subarray(0, streams.length * size);
    },
    died: () => new Uint32Array(0),
  };
}
