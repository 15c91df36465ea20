import type { ScalarPlan } from "./plans.ts";

/**
 * The largest n of the Bernoulli chain with tables. Above it they would need 1,024 columns, and making those that a run
 * meets takes longer than a small run does.
 */
export const TABLED_SAMPLES = 2048;

/** The largest count with a table, for the plan of a Bernoulli chain; negative where it has none. */
export const largestTabled = ({ samples, bySamples }: ScalarPlan): number =>
  bySamples || samples > TABLED_SAMPLES ? -1 : samples >> 1;
