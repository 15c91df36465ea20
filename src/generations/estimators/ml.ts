import type { Estimator } from "./estimator.ts";

/** Frequencies, c / n: a symbol that is not in the data has none. */
export const ml: Estimator = (tally, out) => {
  out.clear(1 / tally.n);
  out.count(tally);
};
