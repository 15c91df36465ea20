// Twin of assembly/chains/categorical/splitting.ts.

import type { Stream } from "../../../kernels/stream.ts";
import { binomial } from "../../random/binomial.ts";
import type { Vocabulary } from "./vocabulary.ts";

export function split(v: Vocabulary, stream: Stream, n: number): void {
  const { counts, suffix, next, living } = v;
  const weighted = v.generation === 0;
  let left = n;
  let rest = v.total;
  for (let i = 0; i < living; ++i) {
    const beyond = weighted ? suffix[i + 1] : rest - counts[i];
    next[i] = binomial(stream, left, counts[i] / rest, beyond / rest);
    rest = beyond;
    left -= next[i];
  }
}
