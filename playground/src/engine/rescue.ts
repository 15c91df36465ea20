import { categorical, type Regime, simulate, theory } from "lethe";
import type { Tasks } from "./protocol.ts";
import type { Rescue } from "./story-data.ts";

/** What real data keep in the long run, and how much of them it takes. */
export function kept({ counts, samples, realShares, keep }: Tasks["kept"]["ask"]): Tasks["kept"]["answer"] {
  return {
    kept: theory.regimes.keptByShare({ weights: counts, samples, realShares }),
    share: theory.regimes.realShareFor({ weights: counts, samples, keep }),
  };
}

/** One run of each regime, with the same seed. */
export async function rescue({
  counts,
  samples,
  seed,
  generations,
  realShare,
}: Tasks["rescue"]["ask"]): Promise<Rescue> {
  const model = categorical({ counts, samples });
  const left = async (regime: Regime): Promise<Float64Array> => {
    const run = await simulate({
      model,
      generations,
      trajectories: 1,
      seed,
      regime,
      observables: ["unique"],
    });
    return run.observable("unique").mean.slice();
  };
  return {
    replace: await left({ name: "replace" }),
    accumulate: await left({ name: "accumulate" }),
    fresh: await left(realShare > 0 ? { name: "fresh", realShare } : { name: "replace" }),
  };
}
