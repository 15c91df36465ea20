import type { Verifier } from "../../kernels/fit.ts";
import { type Rule, reweigh } from "./rule.ts";

/** What passes a verifier; where nothing can, all does. At the cost of the symbols alive. */
export function verifier({ valid, invalid, symbols }: Verifier, size: number): Rule {
  const chance = new Float64Array(size).fill(invalid);
  for (const symbol of symbols) chance[symbol] = valid;
  return (shares) => {
    for (let i = 0; i < shares.living; ++i) {
      if (chance[shares.symbols[i]] > 0) {
        reweigh(shares, (weight, symbol) => weight * chance[symbol]);
        return;
      }
    }
  };
}
