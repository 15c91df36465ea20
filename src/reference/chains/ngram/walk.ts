// Twin of assembly/chains/ngram/walk.ts.

import { walkersOf } from "../../../kernels/ngram-room.ts";
import type { NgramPlan } from "../../../kernels/plans.ts";
import type { Stream } from "../../../kernels/stream.ts";
import { uniform } from "../../random/uniform.ts";
import { COUNT, type Model, POSITION, SLOT, START, type Text } from "./state.ts";

/** One of 0, …, count - 1, each as likely to within one part in 2^27. */
export function below(stream: Stream, count: number): number {
  return Math.floor(uniform(stream) * count);
}

/**
 * Writes `samples` tokens. Each walker owns a share of them, the first ones a token more where they do not divide; in
 * every round each that has room left takes one step. A step draws an occurrence of the walker's context and appends
 * the token after it. At a dead end, and at the beginning, a new piece starts: an n-gram occurrence of the whole text,
 * or as much of it as there is room for.
 */
export function walk(plan: NgramPlan, from: Text, model: Model, to: Text, stream: Stream): void {
  const { samples, order } = plan;
  const { slots } = model;
  const walkers = walkersOf(plan);
  const share = Math.floor(samples / walkers);
  const longer = samples % walkers;
  const begins = Array.from({ length: walkers }, (_, w) => w * share + Math.min(w, longer));
  const ends = begins.map((begin, w) => begin + share + (w < longer ? 1 : 0));
  const at = begins.slice();
  const slot = new Array<number>(walkers).fill(0);
  const dead = new Array<boolean>(walkers).fill(true);
  const pieces: number[][] = begins.map(() => []);
  for (let left = walkers; left > 0; ) {
    for (let w = 0; w < walkers; ++w) {
      if (at[w] === ends[w]) continue;
      if (dead[w]) {
        if (at[w] > begins[w]) pieces[w].push(at[w]);
        slot[w] = SLOT * below(stream, model.size);
        const first = slots[slot[w] + POSITION] - order + 1;
        const length = Math.min(order, ends[w] - at[w]);
        to.tokens.set(from.tokens.subarray(first, first + length), at[w]);
        at[w] += length;
      } else {
        slot[w] = SLOT * (slots[slot[w] + START] + below(stream, slots[slot[w] + COUNT]));
        to.tokens[at[w]++] = slots[slot[w]];
      }
      dead[w] = slots[slot[w] + COUNT] === 0;
      if (at[w] === ends[w]) --left;
    }
  }
  to.pieces = 0;
  for (let w = 0; w < walkers; ++w) for (const end of [...pieces[w], ends[w]]) to.ends[to.pieces++] = end;
  to.length = samples;
}
