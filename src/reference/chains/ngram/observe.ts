// Twin of assembly/chains/ngram/observe.ts.

import { log } from "../../../kernels/math.ts";
import type { NgramPlan } from "../../../kernels/plans.ts";
import type { Contexts } from "./fit.ts";
import { type Model, SLOT, type Text } from "./state.ts";

/** Marks the types of a text. */
export function markTypes(plan: NgramPlan, text: Text, seen: Uint8Array, tally: Uint32Array): void {
  const { vocabulary, typeStarts, typeList } = plan;
  seen.fill(0);
  for (let i = 0; i < text.length; ++i) tally[text.tokens[i]] = 1;
  for (let token = 0; token < vocabulary; ++token) {
    if (tally[token] === 0) continue;
    tally[token] = 0;
    for (let i = typeStarts[token]; i < typeStarts[token + 1]; ++i) seen[typeList[i]] = 1;
  }
}

/**
 * The mean, over the occurrences of contexts, of the entropy of the next token and of the probability of the most
 * likely one. `tally` is zero everywhere, before and after.
 */
export function nextToken(model: Model, contexts: Contexts, tally: Uint32Array) {
  const { slots, size } = model;
  let entropy = 0;
  let top = 0;
  for (let context = 0; context < contexts.size; ++context) {
    const count = contexts.count[context];
    if (count < 2) {
      top += count;
      continue;
    }
    const begin = SLOT * contexts.start[context];
    const end = begin + SLOT * count;
    for (let slot = begin; slot < end; slot += SLOT) tally[slots[slot]] += 1;
    let most = 0;
    let logs = 0;
    for (let slot = begin; slot < end; slot += SLOT) {
      const times = tally[slots[slot]];
      if (times === 0) continue;
      tally[slots[slot]] = 0;
      if (times > most) most = times;
      if (times > 1) logs += times * log(times);
    }
    entropy += count * log(count) - logs;
    top += most;
  }
  return { entropy: entropy / size, top1: top / size };
}
