// Twin of assembly/chains/categorical/keep.ts.
import type { Vocabulary } from "./vocabulary.ts";

export function keepLiving(v: Vocabulary): void {
  const { counts, symbols, next, living } = v;
  let kept = 0;
  for (let i = 0; i < living; ++i) {
    const count = next[i];
    const symbol = symbols[i];
    if (count > 0) {
      counts[kept] = count;
      symbols[kept] = symbol;
      ++kept;
    } else {
      v.died[symbol] = v.generation;
      v.lost += v.start[symbol];
    }
  }
  v.living = kept;
}
