// What the families of few numbers have in common.
import type { Family } from "./family.ts";

/** What is kept of n data points: their number, and what the family makes of them. */
export interface Numbers {
  n: number;
  /** Their sum, or their mean (gaussian). */
  first: number;
  /** The sum of squared deviations from their mean (gaussian). */
  second: number;
}

/** p and 1 - p, a rate, or mean and variance: such that those of two fits can be averaged. */
export type Parameters = [first: number, second: number];

export type Few = Family<Numbers, Parameters>;

/** All but the draw, the fit and what is observed, for data points that add up. */
export const few = (truth: Parameters) => ({
  statistic: (): Numbers => ({ n: 0, first: 0, second: 0 }),
  parameters: (): Parameters => [...truth],
  clear(s: Numbers): void {
    s.n = 0;
    s.first = 0;
    s.second = 0;
  },
  add(to: Numbers, more: Numbers): void {
    to.n += more.n;
    to.first += more.first;
  },
  average(real: Parameters, weight: number, fitted: Parameters): void {
    for (let i = 0; i < fitted.length; ++i) fitted[i] = weight * real[i] + (1 - weight) * fitted[i];
  },
  copy(to: Parameters, from: Parameters): void {
    to[0] = from[0];
    to[1] = from[1];
  },
});
