import { addUnseen, type Estimator } from "./estimator.ts";

/**
 * Symbols that are not in the data share N_1 / n alike, N_1 those that are there once; the others share the rest as they
 * occur. It is (n - 1) / n where all are there once, and 0 where none is missing. doi:10.1093/biomet/40.3-4.237
 */
export const goodTuring: Estimator = (tally, out) => {
  const { counts, symbols, size, n } = tally;
  const unseen = counts.length - size;
  let once = 0;
  for (let i = 0; i < size; ++i) if (counts[symbols[i]] === 1) once += 1;
  const missing = unseen === 0 ? 0 : Math.min(once, n - 1);
  const rest = 1 - missing / n;
  out.clear(1 / n);
  for (let i = 0; i < size; ++i) out.add(symbols[i], rest * counts[symbols[i]]);
  out.seen = size;
  addUnseen(tally, missing === 0 ? 0 : missing / unseen, out);
};
