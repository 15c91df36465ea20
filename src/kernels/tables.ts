import type { ScalarPlan } from "./plans.ts";

/**
 * The largest n of the Bernoulli chain, and the largest count whose next one is a Poisson number, from which there are
 * tables. Above them tables would need 1,024 columns, and making those that a run meets takes longer than a small run does.
 */
export const TABLED_SAMPLES = 2048;
export const TABLED_COUNT = 512;

/** The largest count with a table, for the plan of a chain; negative where it has none. */
export function largestTabled({ kind, samples, bySamples }: ScalarPlan): number {
  if (bySamples) return -1;
  if (kind === "poisson") return TABLED_COUNT;
  return samples <= TABLED_SAMPLES ? samples >> 1 : -1;
}
