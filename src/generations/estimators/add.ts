import { addUnseen, type Estimator } from "./estimator.ts";

/** (c + beta) / (n + m beta): Laplace's for beta = 1, that of Krichevsky and Trofimov for 1/2. doi:10.1109/TIT.1981.1056331 */
export const add =
  (beta: number): Estimator =>
  (tally, out) => {
    const { counts, symbols, size, n } = tally;
    out.clear(1 / (n + counts.length * beta));
    for (let i = 0; i < size; ++i) out.add(symbols[i], counts[symbols[i]] + beta);
    out.seen = size;
    addUnseen(tally, beta, out);
  };
