// Twin of assembly/chains/categorical/samples.ts.
import type { Stream } from "../../../kernels/stream.ts";
import { prefixSums } from "../../../kernels/sums.ts";
import { uniform } from "../../random/uniform.ts";
import type { Vocabulary } from "./vocabulary.ts";

export function countSamples(v: Vocabulary, stream: Stream, draws: number): void {
  const { suffix: prefix, next, living } = v;
  if (living === 0) return;
  prefixSums(v.counts, prefix, living);
  next.fill(0, 0, living);
  const total = prefix[living - 1];
  for (let i = 0; i < draws; ++i) {
    const target = uniform(stream) * total;
    let low = 0;
    let high = living - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (prefix[middle] > target) high = middle;
      else low = middle + 1;
    }
    next[low] += 1;
  }
}
