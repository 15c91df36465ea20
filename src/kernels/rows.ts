// How large the rows of a chain are.
import type { MixturePlan, RegressionPlan, ScalarPlan } from "./plans.ts";

/**
 * How many generations a chain can advance in one call: an odd number of the cache's lines of 8 numbers. Those of all
 * trajectories at one generation would push each other out of the cache if the rows were a power of two apart.
 */
export const REACH = 504;

/**
 * How many trajectories of few numbers are run side by side: one where a generation draws many samples, so that a
 * call stays short.
 */
export function widthOf({ kind, bySamples, samples }: ScalarPlan | MixturePlan | RegressionPlan): number {
  return bySamples && !(kind === "mixture" && samples <= 256) ? 1 : 32;
}

/** How many observables a mask asks for. */
export function popcount(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) ++count;
  return count;
}
