// What the library asks of its numeric core. Two implementations give the same bits: src/wasm (the AssemblyScript
// kernels) and src/reference (their TypeScript twin).
import type { Key } from "../seed.ts";
import type { Chain } from "./chain.ts";
import type { ChainPlan, ScalarPlan } from "./plans.ts";
import type { RegimePlan } from "./regime.ts";
import type { Stream } from "./stream.ts";
import type { Condition, Tile } from "./tiles.ts";

export interface Kernels {
  readonly backend: "wasm" | "typescript";
  fillUniform(stream: Stream, out: Float64Array): void;
  fillIntegers(stream: Stream, low: number, range: number, out: Float64Array): void;
  fillNormal(stream: Stream, out: Float64Array): void;
  fillBoxMuller(stream: Stream, out: Float64Array): void;
  fillExponential(stream: Stream, out: Float64Array): void;
  fillGamma(stream: Stream, shape: number, out: Float64Array): void;
  fillPoisson(stream: Stream, mean: number, out: Float64Array): void;
  /** Counts of means scale * weight; `counts` may be `weights` itself. */
  fillPoissonOf(stream: Stream, scale: number, weights: Float64Array, counts: Float64Array): void;
  fillBinomial(stream: Stream, n: number, p: number, q: number, out: Float64Array): void;
  fillHypergeometric(
    stream: Stream,
    marked: number,
    unmarked: number,
    draws: number,
    out: Float64Array,
  ): void;
  multinomial(stream: Stream, n: number, weights: Float64Array, counts: Float64Array): void;
  /** The same law, sooner where there are many weights. */
  multinomialOf(stream: Stream, n: number, weights: Float64Array, counts: Float64Array): void;
  /** Makes ready to run trajectories of a model. Any number of chains may be under way. */
  chain(plan: ChainPlan, seed: Key): Chain;
  /** The same for a model of few numbers under any regime, where the loop of src/generations need not do it. */
  generations?(plan: ScalarPlan, regime: RegimePlan, seed: Key): Chain;
  /** The mean of number g over the trajectories, to mean[to + g], and the sum of squared deviations, to squares[to + g]. */
  moments(tile: Tile, mean: Float64Array, squares: Float64Array, to: number): void;
  /**
   * How many numbers of trajectory t there are before the first for which the condition does not hold, to held[t]; and in
   * how many trajectories it holds for number g, to counts[g].
   */
  watch(tile: Tile, condition: Condition, held: Float64Array, counts: Float64Array): void;
}
