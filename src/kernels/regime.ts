// Where the data of a generation come from, as a chain needs to know it.
import { exp, log } from "./math.ts";

/** The regimes, by the numbers that assembly/regimes/regime.ts gives them. */
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
  readonly growth: Growth;
}

/** How many data points generation j sees: n, n j^rate, or n rate^(j - 1), to the nearest integer. */
export interface Growth {
  readonly kind: "none" | "power" | "geometric";
  readonly rate: number;
}

/** The data points that generation j = 1, 2, … sees in all, where the first sees n. */
export function sizeAt(n: number, { kind, rate }: Growth, generation: number): number {
  if (kind === "none") return n;
  if (kind === "power" && rate === 1) return n * generation;
  if (kind === "power" && rate === 2) return n * (generation * generation);
  const factor = exp(kind === "power" ? rate * log(generation) : (generation - 1) * log(rate));
  return Math.max(1, Math.floor(n * factor + 0.5));
}

/** Every generation is trained on the last one's data, as many as they, and on nothing else. */
export const REPLACE: RegimePlan = {
  name: "replace",
  realShare: 0,
  realSamples: 0,
  weight: 0,
  growth: { kind: "none", rate: 0 },
};

export function isReplace({ name, growth }: RegimePlan): boolean {
  return name === "replace" && growth.kind === "none";
}
