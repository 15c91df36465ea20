import { uniform } from "../../random/uniform";
import { prefixSums } from "../../sums/sums";
import { at, Vocabulary } from "./vocabulary";

/** Draws `draws` tokens one by one from the living symbols; v.next counts how often each came up. */
export function countSamples(v: Vocabulary, draws: f64): void {
  const living = v.living;
  if (living == 0) return;
  const prefix = v.suffix; // free after generation 0; rebuilt here for every generation
  prefixSums(v.counts, prefix, living);
  memory.fill(v.next, 0, <usize>living << 3);
  const total = load<f64>(at(prefix, living - 1));
  for (let i = 0.0; i < draws; i += 1.0) {
    const target = uniform(v.stream) * total;
    let low = 0;
    let high = living - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (load<f64>(at(prefix, middle)) > target) high = middle;
      else low = middle + 1;
    }
    store<f64>(at(v.next, low), load<f64>(at(v.next, low)) + 1.0);
  }
}
