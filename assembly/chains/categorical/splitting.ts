import { binomial } from "../../random/binomial";
import { at, countAt, setNext, Vocabulary } from "./vocabulary";

/** Binomial splitting: each symbol takes a binomial share of what the symbols before it have left. */
export function split(v: Vocabulary): void {
  const s = v.stream;
  const weighted = v.generation == 0;
  let left = v.n;
  let rest = v.total;
  for (let i = 0; i < v.living; ++i) {
    const count = weighted && !v.whole ? load<f64>(at(v.counts, i)) : countAt(v, v.counts, i);
    const beyond = weighted ? load<f64>(at(v.suffix, i + 1)) : rest - count;
    const share = binomial(s, left, count / rest, beyond / rest);
    setNext(v, i, share);
    rest = beyond;
    left -= share;
  }
}
