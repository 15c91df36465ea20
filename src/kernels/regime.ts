// Where the data of a generation come from, as a chain needs to know it.
import { type GrowthRule, STEADY } from "./growth.ts";

/** The regimes, by the numbers that assembly/generations/regimes.ts gives them. */
export const REGIMES = [
  "replace",
  "accumulate",
  "accumulate-subsample",
  "fresh",
  "fixed",
  "weighted",
] as const;

export type RegimeName = (typeof REGIMES)[number];

export interface RegimePlan {
  readonly name: RegimeName;
  /** The chance of each data point to be real; 0 where real ones are counted. */
  readonly realShare: number;
  /** How many are real in each generation; 0 where each is so by chance. */
  readonly realSamples: number;
  /** Of the fit to the real ones (weighted). */
  readonly weight: number;
  readonly growth: GrowthRule;
}

/** Every generation is trained on the last one's data, as many as they, and on nothing else. */
export const REPLACE: RegimePlan = {
  name: "replace",
  realShare: 0,
  realSamples: 0,
  weight: 0,
  growth: STEADY,
};

/** Whether some data are real after the first generation. */
export const hasReal = ({ realShare, realSamples }: RegimePlan): boolean => realShare > 0 || realSamples > 0;

export function isReplace({ name, growth }: RegimePlan): boolean {
  return name === "replace" && growth.rate === 0;
}
