// Twin of assembly/chains/categorical/poisson.ts.

import type { Stream } from "../../../kernels/stream.ts";
import { poisson } from "../../random/poisson.ts";
import { drawLowest, drawRest, LEAST_LARGE, MOST_DIGITS } from "./digits.ts";
import type { Vocabulary } from "./vocabulary.ts";

export function countWeights({ counts, next, living }: Vocabulary, stream: Stream, scale: number): number {
  let total = 0;
  for (let i = 0; i < living; ++i) {
    next[i] = poisson(stream, scale * counts[i]);
    total += next[i];
  }
  return total;
}

export function countEach({ counts, next, living }: Vocabulary, stream: Stream): number {
  let total = 0;
  for (let i = 0; i < living; ++i) {
    next[i] = drawLowest(stream, Math.min(counts[i], MOST_DIGITS));
    total += next[i];
  }
  for (let i = 0; i < living; ++i) {
    if (counts[i] < LEAST_LARGE) continue;
    const count = drawRest(stream, counts[i]);
    next[i] += count;
    total += count;
  }
  return total;
}
