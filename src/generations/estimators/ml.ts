import type { Estimator } from "./estimator.ts";

/** Frequencies, c / n: a symbol that is not in the data has none. */
export const ml: Estimator = ({ counts, symbols, size, n }, out) => {
  out.clear(1 / n);
  for (let i = 0; i < size; ++i) out.add(symbols[i], counts[symbols[i]]);
  out.seen = size;
};
