import { addUnseen, type Estimator } from "./estimator.ts";

/** (c - discount) / n, and what that takes away goes to all symbols alike. doi:10.1006/csla.1994.1001 */
export const absoluteDiscount =
  (discount: number): Estimator =>
  (tally, out) => {
    const { counts, symbols, size, n } = tally;
    const given = (discount * size) / counts.length;
    out.clear(1 / n);
    for (let i = 0; i < size; ++i) out.add(symbols[i], counts[symbols[i]] - discount + given);
    out.seen = size;
    addUnseen(tally, given, out);
  };
