import type { Shares } from "../families/shares.ts";
import { type Rule, reweigh } from "./rule.ts";

/** The k of the largest weight; of equals those of the lowest numbers. It sorts the symbols alive. */
export const topK =
  (k: number): Rule =>
  (shares) => {
    if (k < shares.living) keepLargest(shares, k, sorted(shares));
  };

/** The weights, rising. */
export const sorted = ({ weights, living }: Shares): Float64Array => weights.slice(0, living).sort();

/** `rising` are the weights, of which fewer are kept than there are. */
export function keepLargest(shares: Shares, k: number, rising: Float64Array): void {
  const { symbols, weights, living } = shares;
  const least = rising[living - k];
  const ties: number[] = [];
  let above = 0;
  for (let i = 0; i < living; ++i) {
    if (weights[i] > least) above += 1;
    else if (weights[i] === least) ties.push(symbols[i]);
  }
  const last = Uint32Array.from(ties).sort()[k - above - 1];
  reweigh(shares, (weight, symbol) => (weight > least || (weight === least && symbol <= last) ? weight : 0));
}
