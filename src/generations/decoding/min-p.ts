import { largest, ROUNDING, type Rule, reweigh } from "./rule.ts";

/** Those of at least so much times the largest. At the cost of the symbols alive. */
export const minP =
  (share: number): Rule =>
  (shares) => {
    const least = share * (1 - ROUNDING) * largest(shares);
    reweigh(shares, (weight) => (weight >= least ? weight : 0));
  };
