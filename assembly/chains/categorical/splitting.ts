import { binomial } from "../../random/binomial";
import { at, place, Vocabulary } from "./vocabulary";

/** Binomial splitting: each symbol takes a binomial share of what the symbols before it have left. */
export function split<T>(v: Vocabulary): void {
  const s = v.stream;
  const weighted = v.generation == 0;
  let left = v.n;
  let rest = v.total;
  for (let i = 0; i < v.living; ++i) {
    const count = weighted && !v.whole ? load<f64>(at(v.counts, i)) : <f64>load<T>(place<T>(v.counts, i));
    const beyond = weighted ? load<f64>(at(v.suffix, i + 1)) : rest - count;
    const share = binomial(s, left, count / rest, beyond / rest);
    store<T>(place<T>(v.next, i), <T>share);
    rest = beyond;
    left -= share;
  }
}
