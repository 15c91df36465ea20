import type { Shares } from "../families/shares.ts";

/** What is done to probabilities, in place, before they are sampled from. Its sum need not stay 1. */
export type Rule = (shares: Shares) => void;

/** Gives symbols a new weight each; those of 0 go. */
export function reweigh(shares: Shares, weightOf: (weight: number, symbol: number) => number): void {
  const { symbols, weights, living } = shares;
  shares.clear(1);
  for (let i = 0; i < living; ++i) {
    const weight = weights[i] > 0 ? weightOf(weights[i], symbols[i]) : 0;
    if (weight > 0) shares.add(symbols[i], weight);
  }
}

/** The largest weight. */
export function largest({ weights, living }: Shares): number {
  let most = 0;
  for (let i = 0; i < living; ++i) most = Math.max(most, weights[i]);
  return most;
}

/** What is on a border but for rounding is taken to be on it. */
export const ROUNDING = 1e-12;
