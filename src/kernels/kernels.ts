// What the library asks of its numeric core. Two implementations give the same bits: src/wasm (the AssemblyScript
// kernels) and src/reference (their TypeScript twin).
import type { Key } from "../seed.ts";
import type { Chain } from "./chain.ts";
import type { Fills } from "./fills.ts";
import type { ChainPlan, ScalarPlan } from "./plans.ts";
import type { RegimePlan } from "./regime.ts";
import type { Condition, Tile } from "./tiles.ts";

export interface Kernels extends Fills {
  readonly backend: "wasm" | "typescript";
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
