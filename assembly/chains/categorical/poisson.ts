import { poisson } from "../../random/poisson";
import { TABLED, tabledPoisson } from "../../random/poisson-table";
import { giveBack, refill, take, waiting } from "../../random/stream";
import { following, last } from "../transitions";
import { at, Vocabulary } from "./vocabulary";

/** Counts each symbol on its own, Poisson(scale * weight). Returns the sum. */
export function countWeights(v: Vocabulary, scale: f64): f64 {
  let total = 0.0;
  for (let i = 0; i < v.living; ++i) {
    const count = poisson(v.stream, scale * load<f64>(at(v.counts, i)));
    total += count;
    store<f64>(at(v.next, i), count);
  }
  return total;
}

/** Counts each symbol on its own, Poisson(count); the counts are whole numbers. Returns the sum. */
export function countEach(v: Vocabulary): f64 {
  const s = v.stream;
  const next = v.next - v.counts;
  const end = at(v.counts, v.living);
  const limit = <f64>last;
  let total: i64 = 0;
  let from = v.counts;
  while (from < end) {
    if (waiting(s) == 0) refill(s);
    // A count that has a table takes one word, straight from those waiting.
    const burst = min(waiting(s), <i32>((end - from) >> 3));
    const stop = from + (<usize>burst << 3);
    let words = take(s, burst);
    let mean = 0.0;
    for (; from < stop; from += 8, words += 8) {
      mean = load<f64>(from);
      if (mean > limit) break;
      const word = load<u64>(words);
      const count = mean <= TABLED ? tabledPoisson(mean, word) : <i32>following(<i64>mean, word);
      total += count;
      store<f64>(from + next, <f64>count);
    }
    if (from == stop) continue;
    giveBack(s, <i32>((stop - from) >> 3));
    const count = poisson(s, mean);
    total += <i64>count;
    store<f64>(from + next, count);
    from += 8;
  }
  return <f64>total;
}
