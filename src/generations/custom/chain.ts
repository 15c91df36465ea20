import type { Chain } from "../../kernels/chain.ts";
import { popcount, REACH } from "../../kernels/rows.ts";
import { Stream } from "../../kernels/stream.ts";
import { generatorOf } from "../../random/generator.ts";
import { integerKey, type Key } from "../../seed.ts";
import type { CustomPlan } from "./parts.ts";
import { stepsOf } from "./steps.ts";

/** Runs a model of one's own, one trajectory after another; each draws from the stream of its number. */
export function customChain({ parts, mask, watched }: CustomPlan, seed: Key): Chain {
  if (!("observe" in parts)) throw new RangeError("a module is to be loaded first");
  const steps = stepsOf(parts);
  const stream = new Stream(seed, integerKey(0));
  const rng = generatorOf(stream);
  const rows = new Float64Array(popcount(mask) * REACH);
  return {
    width: 1,
    reach: REACH,
    start(first) {
      stream.start(seed, integerKey(first));
      steps.start(first);
    },
    advance(generations, recorded) {
      for (let g = 0; g < generations; ++g) {
        steps.next(rng);
        if (watched !== 0 || recorded[g] === 1) steps.observe(mask, rows, g, generations);
      }
      return rows.subarray(0, popcount(mask) * generations);
    },
    died: () => new Uint32Array(0),
  };
}
