// Twin of assembly/chains/categorical/poisson.ts.
import { poisson } from "../../random/poisson.ts";
import { poissonCount } from "../../random/poisson-table.ts";
import type { Stream } from "../../random/stream.ts";
import type { Vocabulary } from "./vocabulary.ts";

export function countWeights({ counts, next, living }: Vocabulary, stream: Stream, scale: number): void {
  for (let i = 0; i < living; ++i) next[i] = poisson(stream, scale * counts[i]);
}

export function countEach({ counts, next, living }: Vocabulary, stream: Stream): number {
  let total = 0;
  for (let i = 0; i < living; ++i) {
    next[i] = poissonCount(stream, counts[i]);
    total += next[i];
  }
  return total;
}
