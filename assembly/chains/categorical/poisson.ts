import { poisson } from "../../random/poisson";
import { poissonCount, TABLED, tabledPoisson } from "../../random/poisson-table";
import { giveBack, refill, take, waiting } from "../../random/stream";
import { at, Vocabulary } from "./vocabulary";

/** Counts each symbol on its own, Poisson(scale * weight). */
export function countWeights(v: Vocabulary, scale: f64): void {
  for (let i = 0; i < v.living; ++i) {
    store<f64>(at(v.next, i), poisson(v.stream, scale * load<f64>(at(v.counts, i))));
  }
}

/** Counts each symbol on its own, Poisson(count); the counts are whole numbers. Returns their sum. */
export function countEach(v: Vocabulary): f64 {
  const s = v.stream;
  const next = v.next - v.counts;
  const end = at(v.counts, v.living);
  let total = 0.0;
  let from = v.counts;
  while (from < end) {
    if (waiting(s) == 0) refill(s);
    // Runs of small counts take a word each, straight from those waiting.
    const burst = min(waiting(s), <i32>((end - from) >> 3));
    const last = from + (<usize>burst << 3);
    let words = take(s, burst);
    let mean = 0.0;
    for (; from < last; from += 8, words += 8) {
      mean = load<f64>(from);
      if (mean > TABLED) break;
      const count = tabledPoisson(mean, load<u64>(words));
      total += count;
      store<f64>(from + next, count);
    }
    if (from == last) continue;
    giveBack(s, <i32>((last - from) >> 3));
    const count = poissonCount(s, mean);
    total += count;
    store<f64>(from + next, count);
    from += 8;
  }
  return total;
}
