import type { Shares } from "../families/shares.ts";
import type { Tally } from "../families/tally.ts";

/** Fits probabilities to counts. The symbols in the data come first, and are those `seen`. */
export type Estimator = (tally: Tally, out: Shares) => void;

/** Gives every symbol that is not in the data a weight, behind those that are: at the cost of all symbols. */
export function addUnseen({ counts }: Tally, weight: number, out: Shares): void {
  if (weight === 0) return;
  for (let symbol = 0; symbol < counts.length; ++symbol) {
    if (counts[symbol] === 0) out.add(symbol, weight);
  }
}

/** (1 - share) c / n + share / m, as weights in units of 1 / n. */
export function pull(tally: Tally, share: number, out: Shares): void {
  const { counts, symbols, size, n } = tally;
  const given = share * (n / counts.length);
  out.clear(1 / n);
  for (let i = 0; i < size; ++i) out.add(symbols[i], (1 - share) * counts[symbols[i]] + given);
  out.seen = size;
  addUnseen(tally, given, out);
}
