import type { RegimeLaw } from "../../../src/theory/regimes/regime.ts";

/** Each regime, for 4 samples or more. */
export const LAWS: RegimeLaw[] = [
  { name: "replace" },
  { name: "accumulate" },
  { name: "accumulate", realShare: 0.3 },
  { name: "accumulate", realSamples: 1 },
  { name: "accumulate-subsample" },
  { name: "fresh", realShare: 0.3 },
  { name: "fresh", realSamples: 1 },
  { name: "fixed", realSamples: 2 },
  { name: "weighted", realSamples: 2, weight: 0.35 },
];

/** Whether real data come in again and again, and all is kept: the fit tends to the truth. */
export const tendsToTruth = (law: RegimeLaw): boolean =>
  law.name === "accumulate" && (law.realShare ?? law.realSamples) !== undefined;

/** How a test is called by it. */
export const titleOf = (law: RegimeLaw): string => JSON.stringify(law).replaceAll(/[{}"]/g, "");
