// Twin of assembly/chains/ngram/documents.ts.

import { DRAWS, LANES } from "../../../kernels/ngram-room.ts";
import type { NgramPlan } from "../../../kernels/plans.ts";
import type { Stream } from "../../../kernels/stream.ts";
import { COUNT, type Model, POSITION, SLOT, START, type Text, TOKEN } from "./state.ts";
import { below } from "./walk.ts";

/**
 * Writes documents until they have `samples` tokens or more; the text is then one piece. A document is the context of
 * a uniformly chosen occurrence, then up to 50 draws, which the end of a sentence cuts short. Documents are made
 * four at a time, side by side, and appended in their order; those of the last four that are not needed are dropped.
 */
export function documents(plan: NgramPlan, from: Text, model: Model, to: Text, stream: Stream): void {
  const context = plan.order - 1;
  const { slots } = model;
  const document = Array.from({ length: LANES }, () => new Uint32Array(context + DRAWS));
  const length = new Uint32Array(LANES);
  const slot = new Uint32Array(LANES);
  const open = new Uint8Array(LANES);
  to.length = 0;
  while (to.length < plan.samples) {
    for (let lane = 0; lane < LANES; ++lane) {
      slot[lane] = SLOT * below(stream, model.size);
      const position = slots[slot[lane] + POSITION];
      document[lane].set(from.tokens.subarray(position - context, position));
      length[lane] = context;
      open[lane] = 1;
    }
    for (let draw = 1; draw <= DRAWS; ++draw) {
      for (let lane = 0; lane < LANES; ++lane) {
        if (open[lane] === 0) continue;
        // The start came with its first draw: the token after that occurrence.
        if (draw > 1) {
          const before = slot[lane];
          slot[lane] = SLOT * (slots[before + START] + below(stream, slots[before + COUNT]));
        }
        const token = slots[slot[lane] + TOKEN];
        if (token === plan.vocabulary) open[lane] = 0;
        else document[lane][length[lane]++] = token;
      }
    }
    for (let lane = 0; lane < LANES && to.length < plan.samples; ++lane) {
      to.tokens.set(document[lane].subarray(0, length[lane]), to.length);
      to.length += length[lane];
    }
  }
  to.ends[0] = to.length;
  to.pieces = 1;
}
