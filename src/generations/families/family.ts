// What a generation of a model is made of: draw -> train -> fit -> observe. One file a family.
import type { Stream } from "../../kernels/stream.ts";

/** The data points of a model, as a statistic `S` that holds all that is in them, and what is fitted to it, `P`. */
export interface Family<S, P> {
  /** Room for a statistic of no data points. */
  statistic(): S;
  /** Room for parameters, which are those of generation 0. */
  parameters(): P;
  /** Begins a trajectory of a chain that runs one after another: what is drawn once for each is to be drawn anew. */
  begin?(): void;
  /** Whether real data are drawn for some generations at once; left out where that takes too long. */
  isAhead?: boolean;
  /** The statistic of n data points, from its exact law or drawn one by one. */
  draw(stream: Stream, from: P, n: number, out: S): void;
  /** Draws n more data points into the statistic of others; left out where that takes a batch of their own. */
  drawMore?(stream: Stream, from: P, n: number, to: S): void;
  /** The statistic of n data points where each is real with the chance `share`; left out where that takes two batches. */
  drawMixed?(stream: Stream, real: P, share: number, from: P, n: number, out: S, spare: S): void;
  /** The data points of two laws in one statistic, with room for a second one; left out where that takes two batches. */
  drawBoth?(stream: Stream, real: P, many: number, from: P, others: number, out: S, spare: S): void;
  clear(statistic: S): void;
  /** Joins more data points to those of `to`. */
  add(to: S, more: S): void;
  /** The statistic of n of the data points of a pool, drawn without replacement. */
  thin(stream: Stream, pool: S, n: number, out: S): void;
  fit(statistic: S, out: P): void;
  /** Averages two fits: weight * real + (1 - weight) * fitted, in place of the latter. */
  average(real: P, weight: number, fitted: P): void;
  copy(to: P, from: P): void;
  /** What is sampled from, given what was fitted; left out where that is the same. */
  sharpen?(fitted: P, out: P): void;
  /** Writes the observables in `wanted`, each at its place among those in `mask`. */
  observe(fitted: P, wanted: number, mask: number, rows: Float64Array, out: number, stride: number): void;
}
