import type { Chain } from "../kernels/chain.ts";
import type { NgramPlan } from "../kernels/plans.ts";
import type { RegimePlan } from "../kernels/regime.ts";
import { popcount } from "../kernels/rows.ts";
import type { Key } from "../seed.ts";
import { ngram } from "./families/ngram.ts";
import { loop } from "./loop.ts";

/** Trajectories of an n-gram model, one at a time, and the text that the generation reached was trained on. */
export function ngramChain(plan: NgramPlan, regime: RegimePlan, seed: Key): Chain {
  // No regime that a model of texts may have takes a part of a pool, or averages.
  const family = { thin() {}, average() {}, ...ngram(plan) };
  const truth = family.parameters();
  const initial = new Float64Array(popcount(plan.mask));
  family.observe(truth, plan.mask, plan.mask, initial, 0, 1);
  let reached = truth;
  const chain = loop(family, regime, { ...plan, width: 1 }, seed, (fitted) => {
    reached = fitted;
  });
  return {
    ...chain,
    initial: [...initial],
    start(first, count) {
      chain.start(first, count);
      reached = truth;
    },
    died: () => new Uint32Array(0),
    text: () => reached.text.tokens.subarray(0, reached.text.length),
  };
}
