// Counts of trials, and Zipf's law: for which parameters there are draws.
import { logComplement } from "../kernels/math.ts";
import { MAX_INTEGER } from "../seed.ts";

/** The trial that first succeeds, from an exponential: how many whole trials come before its end. */
export function geometricOf(p: number): (exponential: number) => number {
  const rate = p === 1 ? Number.POSITIVE_INFINITY : -logComplement(p);
  return (exponential) => Math.floor(exponential / rate) + 1;
}

/** Whether negative binomial draws stay below 2^53, but for one in 10^20. */
export function isNegativeBinomialInRange(n: number, p: number): boolean {
  return ((n + 10 * Math.sqrt(n) + 60) * (1 - p)) / p <= MAX_INTEGER;
}

/** From here on all draws of Zipf's law but one in 10^300 are 1. */
export const STEEPEST = 1024;
