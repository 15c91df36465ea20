// Twin of assembly/chains/categorical/poisson.ts.

import type { Stream } from "../../../kernels/stream.ts";
import { TABLED_COUNT } from "../../../kernels/tables.ts";
import { poisson } from "../../random/poisson.ts";
import { TABLED, tabledPoisson } from "../../random/poisson-table.ts";
import type { Transitions } from "../transitions.ts";
import type { Vocabulary } from "./vocabulary.ts";

export function countWeights({ counts, next, living }: Vocabulary, stream: Stream, scale: number): number {
  let total = 0;
  for (let i = 0; i < living; ++i) {
    next[i] = poisson(stream, scale * counts[i]);
    total += next[i];
  }
  return total;
}

export function countEach(v: Vocabulary, stream: Stream, transitions: Transitions): number {
  const { counts, next, living } = v;
  let total = 0;
  for (let i = 0; i < living; ++i) {
    const mean = counts[i];
    const count =
      mean <= TABLED
        ? tabledPoisson(stream, mean)
        : mean <= TABLED_COUNT
          ? transitions.draw(stream, mean)
          : poisson(stream, mean);
    next[i] = count;
    total += count;
  }
  return total;
}
